"""What a page shows, worked out: neighbours, plans, search words, and a week as rows, sessions and minutes."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from footing.content.models import DAYS_OF_WEEK, Content, Plan
from footing.drawings import Drawings
from footing.pages.views import ExerciseView, WeekView, exercise_views
from footing.pages.views.plan import whole_minutes
from footing.pages.views.search_words import forms_of, other_forms
from footing.planning.schedule import schedule

from tests.unit.builders import content, exercise, plan, site, vocabulary

TERM = {"label": "A thing", "plain": "a thing"}


def views(built: Content, folder: Path) -> list[ExerciseView]:
    return list(exercise_views(built, Drawings(folder)))


def view(folder: Path, **changes: Any) -> ExerciseView:
    [found] = views(content(exercise(**changes)), folder)
    return found


# One exercise


def test_neighbours_follow_the_sites_order(tmp_path: Path) -> None:
    found = views(content(exercise("b"), exercise("a"), exercise("c")), tmp_path)
    names = [(v.previous and v.previous.slug, v.exercise.slug, v.next and v.next.slug) for v in found]
    assert names == [(None, "b", "a"), ("b", "a", "c"), ("a", "c", None)]


def test_an_only_exercise_has_no_neighbours(tmp_path: Path) -> None:
    assert (view(tmp_path).previous, view(tmp_path).next) == (None, None)


def test_an_exercise_knows_the_plans_that_use_it(tmp_path: Path) -> None:
    plans = (plan("one", exercises=["a"]), plan("two", exercises=["b", {"use": "a", "why": "It helps."}]))
    found = views(content(exercise("a"), exercise("b"), exercise("c"), plans=plans), tmp_path)
    assert [[p.slug for p in v.plans] for v in found] == [["one", "two"], ["two"], []]


def test_words_of_the_vocabulary_come_in_the_exercises_order(tmp_path: Path) -> None:
    words = vocabulary(
        areas={"toes": {**TERM, "label": "Toes"}, "sole": {**TERM, "label": "Sole"}},
        equipment={"towel": {**TERM, "plain": "a towel"}, "scarf": {**TERM, "plain": "a scarf"}},
    )
    built = exercise(areas=["sole", "toes"], equipment=[{"item": "towel", "or": ["scarf"]}], furniture=["chair"])
    [found] = views(content(built).model_copy(update={"vocabulary": words}), tmp_path)
    assert [term.label for term in found.areas] == ["Sole", "Toes"]
    [thing] = found.equipment
    assert (thing.term.plain, [other.plain for other in thing.instead]) == ("a towel", ["a scarf"])
    assert len(found.furniture) == 1


def test_a_position_is_the_sources_else_ours(tmp_path: Path) -> None:
    stated = view(tmp_path, positions=["sitting", "lying"], assumed={"positions": ["lying"]})
    ours = view(tmp_path, positions=[], assumed={"positions": ["sitting"]})
    assert (len(stated.positions), stated.positions_site_choice) == (2, False)
    assert (len(ours.positions), ours.positions_site_choice) == (1, True)
    assert view(tmp_path, positions=["sitting"], source=None).positions_site_choice


@pytest.mark.parametrize(
    ("changes", "unstated"),
    [
        ({}, ["sides"]),
        ({"dosage": {"hold": "10 s"}}, ["sides", "per_day", "days_per_week"]),
        ({"dosage": {"hold": "10 s", "sides": "both"}}, ["per_day", "days_per_week"]),
        ({"positions": []}, ["position", "sides"]),
        ({"dosage": {"hold": "1 s", "sides": "both", "per_day": "2", "days_per_week": "7"}}, []),
    ],
)
def test_what_the_source_leaves_open(tmp_path: Path, changes: dict[str, Any], unstated: list[str]) -> None:
    """What is assumed stays unstated."""
    assumed = {"positions": ["sitting"], "per_day": "1", "days_per_week": "7", "sides": "both"}
    assert view(tmp_path, assumed=assumed, **changes).unstated == unstated


def test_a_view_of_an_unsourced_exercise_has_no_source(tmp_path: Path) -> None:
    assert view(tmp_path).source == "article"
    assert view(tmp_path, source=None).source is None
    bare = content().model_copy(update={"site": site(source=None)})
    [found] = views(bare, tmp_path)
    assert found.source is None


@pytest.mark.parametrize(
    ("report", "address"),
    [
        ("mailto:me@example.org", "mailto:me@example.org?subject=Toes%20%26%20%22heels%22%20%28towel-scrunch%29"),
        ("mailto:me@example.org?subject=x", "mailto:me@example.org?subject=x"),
        ("https://example.org/issues", "https://example.org/issues"),
    ],
)
def test_a_report_names_the_exercise_where_a_mail_can_carry_it(tmp_path: Path, report: str, address: str) -> None:
    built = content(exercise(name='Toes & "heels"')).model_copy(update={"site": site(report=report)})
    assert views(built, tmp_path)[0].report == address


def test_without_a_figure_there_are_no_drawings(tmp_path: Path) -> None:
    found = view(tmp_path, steps=[{"text": "Scrunch.", "pose": "scrunch"}])
    assert (found.moving, found.thumbnail, found.stills) == ("", "", [])


def test_a_still_has_the_number_of_its_step(tmp_path: Path) -> None:
    figure = {"poses": {"start": {"base": "standing"}, "up": {"base": "start"}}, "describe": "A person stands."}
    steps = ["Stand.", {"text": "Rise.", "pose": "up"}, "Wait.", {"text": "Sink.", "pose": "start"}]
    found = view(tmp_path, figure=figure, steps=steps)
    assert [number for number, _ in found.stills] == [2, 4]
    assert all(svg.startswith("<svg") for _, svg in found.stills)


# Search words

FORMS = [["stretch", "stretches", "stretched"], ["foot", "feet"], ["sole", "Soles"]]


def test_forms_find_each_other() -> None:
    forms = forms_of(FORMS)
    assert list(other_forms("Stretch a foot", forms)) == ["stretches", "stretched", "feet"]
    assert list(other_forms("FEET", forms)) == ["foot"]
    assert list(other_forms("soles", forms)) == ["sole"]


def test_a_form_that_is_on_the_page_is_not_added_again() -> None:
    assert list(other_forms("stretch, stretches", forms_of(FORMS))) == ["stretched"]
    assert list(other_forms("stretch stretches stretched", forms_of(FORMS))) == []


def test_only_whole_words_have_forms() -> None:
    assert list(other_forms("footing outstretch", forms_of(FORMS))) == []


def test_a_word_of_two_groups_has_the_forms_of_both() -> None:
    forms = forms_of([["raise", "raises"], ["raise", "rise"]])
    assert list(other_forms("raise", forms)) == ["raises", "rise"]


def test_search_words_are_names_lay_words_and_other_forms_each_once(tmp_path: Path) -> None:
    words = vocabulary(
        positions={"sitting": {**TERM, "words": ["sit down", "seated"], "place": "chair"}},
        areas={"toes": {**TERM, "words": ["big toe"]}},
        equipment={"towel": {**TERM, "words": ["cloth"]}, "scarf": {**TERM, "words": ["cloth", "shawl"]}},
        furniture={"chair": {**TERM, "words": ["seat"]}},
        tissues={"toe-flexors": {**TERM, "words": ["toe muscles"]}},
        forms=[["scrunch", "scrunches"], ["towel", "towels"], ["toe", "toes"]],
    )
    built = exercise(
        aliases=["toe towel curl"],
        equipment=[{"item": "towel", "or": ["scarf"]}],
        furniture=["chair"],
        tissues=["toe-flexors"],
    )
    [found] = views(content(built).model_copy(update={"vocabulary": words}), tmp_path)
    assert found.search_tags == [
        *("Towel scrunch", "toe towel curl", "sit down", "seated", "cloth", "shawl", "seat", "big toe", "toe muscles")
    ]
    assert found.search_forms == ["towels", "scrunches"]


# A week


def week(built: Plan, folder: Path, *exercises: Any, **of_site: Any) -> WeekView:
    whole = content(*exercises, plans=(built,)).model_copy(update={"site": site(**of_site)})
    return WeekView(built, schedule(built, whole), whole, Drawings(folder))


def daily(**dosage: str) -> dict[str, str]:
    return {"hold": "50 s", "per_day": "1", "days_per_week": "7"} | dosage


def test_a_row_has_a_box_for_each_session_of_each_day(tmp_path: Path) -> None:
    built = plan(days=["mon", "wed", "fri"], sessions=["morning", "evening"], exercises=["towel-scrunch"])
    found = week(built, tmp_path, exercise(dosage=daily(per_day="1-2", days_per_week="2-3")))
    [row] = found.rows
    assert len(row.cells) == 7
    assert {len(cell) for cell in row.cells} == {2}
    boxes = [box for cell in row.cells for box in cell]
    assert (boxes.count("due"), boxes.count("optional"), boxes.count("none")) == (2, 4, 8)
    for day, cell in zip(DAYS_OF_WEEK, row.cells, strict=True):
        for session, box in zip(built.sessions, cell, strict=True):
            slots = [slot for slot in found.week.slots if (slot.day, slot.session) == (day, session)]
            assert box == ("none" if not slots else "optional" if slots[0].optional else "due")


def test_rows_have_the_plans_order_and_dose_values(tmp_path: Path) -> None:
    built = plan(exercises=[{"use": "b", "dosage": {"hold": "20 s"}, "why": "A start."}, "a"])
    found = week(built, tmp_path, exercise("a", dosage=daily()), exercise("b", dosage=daily()))
    assert [row.exercise.slug for row in found.rows] == ["b", "a"]
    assert [row.dose.length.start for row in found.rows] == [20, 50]
    assert [row.exercise.slug for row in found.changed] == ["b"]
    assert [row.thumbnail for row in found.rows] == ["", ""]


def test_a_row_knows_whether_its_exercise_is_unsourced(tmp_path: Path) -> None:
    built = plan(exercises=["a", "b"])
    found = week(built, tmp_path, exercise("a", dosage=daily()), exercise("b", dosage=daily(), source=None))
    assert [(row.dose.unsourced, row.dose.length.site_choice) for row in found.rows] == [(False, False), (True, True)]


def test_a_row_with_only_a_reason_counts_as_changed(tmp_path: Path) -> None:
    built = plan(exercises=[{"use": "towel-scrunch", "why": "On your bed."}])
    assert len(week(built, tmp_path, exercise(dosage=daily())).changed) == 1


@pytest.mark.parametrize(
    ("starts", "first"), [("monday", DAYS_OF_WEEK), ("sunday", ("sun", "mon", "tue", "wed", "thu", "fri", "sat"))]
)
def test_a_week_starts_where_the_site_says(tmp_path: Path, starts: str, first: tuple[str, ...]) -> None:
    built = plan(days=["sat", "sun", "mon"], exercises=["towel-scrunch"])
    found = week(built, tmp_path, exercise(dosage=daily(days_per_week="3")), week_starts=starts)
    assert found.content.site.week == first
    assert found.days == [day for day in first if day in built.days]
    [row] = found.rows
    assert [any(box == "due" for box in cell) for cell in row.cells] == [day in built.days for day in first]


def test_where_the_week_starts_changes_no_slot(tmp_path: Path) -> None:
    built = plan(days=["sat", "sun", "mon"], exercises=["towel-scrunch"])
    both = [
        week(built, tmp_path, exercise(dosage=daily(days_per_week="2-3")), week_starts=starts)
        for starts in ("monday", "sunday")
    ]
    assert both[0].week == both[1].week


def test_a_day_has_only_sessions_that_are_not_empty(tmp_path: Path) -> None:
    built = plan(sessions=["morning", "midday", "evening"], exercises=["a", "b"])
    twice, some_days = daily(per_day="2"), daily(days_per_week="1-7")
    found = week(built, tmp_path, exercise("a", dosage=twice), exercise("b", dosage=some_days))
    by_day = {day: found.sessions(day) for day in found.days}
    for day, sessions in by_day.items():
        used = {slot.session for slot in found.week.slots if slot.day == day}
        assert [session.id for session in sessions] == [id_ for id_ in built.sessions if id_ in used]
        for session in sessions:
            due = [s.exercise for s in found.week.slots if (s.day, s.session, s.optional) == (day, session.id, False)]
            assert [row.exercise.slug for row in session.due] == due
            assert all(row.exercise.slug == "b" for row in session.optional)
            assert session.seconds == found.week.seconds[day, session.id]
    assert (
        sum(row.exercise.slug == "b" for sessions in by_day.values() for session in sessions for row in session.due)
        == 1
    )
    assert sum(bool(session.optional) for sessions in by_day.values() for session in sessions) == 6


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (59, 1), (60, 1), (61, 2), (600, 10), (601, 11)])
def test_minutes_are_rounded_up(seconds: int, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes


def test_the_least_and_the_most_minutes_of_a_day_are_of_the_plans_days(tmp_path: Path) -> None:
    """A day off has none, and is not the least; optional work takes no minutes."""
    built = plan(days=["mon", "tue", "wed"], exercises=["a", "b"])
    found = week(
        built,
        tmp_path,
        exercise("a", dosage=daily(days_per_week="3")),
        exercise("b", dosage=daily(days_per_week="1-2")),
    )
    assert found.minutes == (1, 2)  # 60 s, and twice that
    assert [found.day_minutes(day) for day in DAYS_OF_WEEK[3:]] == [0, 0, 0, 0]


def test_one_plan_is_recommended(tmp_path: Path) -> None:
    built = plan("a-week", exercises=["towel-scrunch"])
    assert not week(built, tmp_path, exercise(dosage=daily())).recommended
    assert week(built, tmp_path, exercise(dosage=daily()), recommended="a-week").recommended
    assert not week(built, tmp_path, exercise(dosage=daily()), recommended="other").recommended


def test_a_view_is_immutable(tmp_path: Path) -> None:
    """Frozen: a template cannot change what the next page shows."""
    found = view(tmp_path)
    with pytest.raises(AttributeError):
        found.previous = found.exercise  # type: ignore[misc]
    assert replace(found, next=found.exercise).next is found.exercise
