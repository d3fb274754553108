"""The schedule's tables: what the schedule itself would choose from, in letters."""

from itertools import combinations

import pytest
from footing.content.models import DAYS_OF_WEEK
from footing.planning.patterns import gaps_squared
from footing.planning.schedule_tables import day_tables, most_sessions, session_tables
from footing.planning.tasks import PLACES

from tests.support import programme
from tests.unit.builders import content, exercise, plan


def due(pattern: str) -> list[int]:
    return [place for place, letter in enumerate(pattern) if letter == "d"]


def all_of(pattern: str) -> list[int]:
    return [place for place, letter in enumerate(pattern) if letter != "."]


def test_every_choice_of_days_has_a_pattern_for_each_number_of_them() -> None:
    tables = day_tables(content())
    assert len(tables) == 2**7 - 1
    for days, table in tables.items():
        assert set(days) <= {"d", "."}
        assert list(table) == [str(number) for number in range(1, days.count("d") + 1)]
        for often, patterns in table.items():
            for pattern in patterns:
                assert len(due(pattern)) == int(often)
                assert set(due(pattern)) <= set(due(days))


def test_the_days_are_as_even_as_the_week_allows() -> None:
    for days, table in day_tables(content()).items():
        for often, patterns in table.items():
            least = min(gaps_squared(chosen) for chosen in combinations(due(days), int(often)))
            assert {gaps_squared(due(pattern)) for pattern in patterns} == {least}


def test_the_earliest_pattern_comes_first() -> None:
    assert day_tables(content())["ddddddd"]["3"][:2] == ["d.d.d..", "d.d..d."]
    assert day_tables(content())["ddddd.."]["2"] == ["d..d...", "d...d..", ".d..d.."]


def test_ranges_of_exercises_and_plans_have_patterns_too() -> None:
    ranged = exercise(dosage={"hold": "10 s", "per_day": "1-2", "days_per_week": "2-3"})
    changed = plan(exercises=[{"use": "towel-scrunch", "dosage": {"days_per_week": "4-6"}}])
    whole = content(ranged, plans=(changed,))
    week = day_tables(whole)["ddddddd"]
    assert set(week) == {*map(str, range(1, 8)), "2-3", "4-6"}
    assert week["2-3"][0] == "d..d.o."
    assert all(len(all_of(pattern)) == 6 and len(due(pattern)) == 4 for pattern in week["4-6"])
    assert "2-3" not in day_tables(whole)["dd....."]
    assert session_tables(whole)["3"]["chair"]["1-2"] == ["d.o", "od.", "o.d"]


def test_one_session_may_be_any_and_two_are_the_first_and_the_last() -> None:
    tables = session_tables(content())
    assert list(tables) == ["1", "2", "3"]
    assert tables["3"]["standing"] == {"1": ["d..", ".d.", "..d"], "2": ["d.d"], "3": ["ddd"]}
    assert tables["2"]["chair"] == {"1": ["d.", ".d"], "2": ["dd"]}
    assert tables["1"]["floor"] == {"1": ["d"]}


def test_nothing_on_the_floor_is_between_the_first_session_and_the_last() -> None:
    long = plan(sessions=["a", "b", "c", "d", "e"])
    assert most_sessions(content(plans=(long,))) == 5
    for sessions, places in session_tables(content(plans=(long,))).items():
        assert list(places) == list(PLACES)
        for patterns in places["floor"].values():
            for pattern in patterns:
                assert len(pattern) == int(sessions)
                assert set(all_of(pattern)) <= {0, int(sessions) - 1}


@pytest.mark.parametrize("slug", [plan.slug for plan in programme.content().plans])
def test_every_planned_week_uses_patterns_of_the_tables(slug: str) -> None:
    """The week builder looks up patterns in these tables, so a plan opened there must find its own."""
    built = next(plan for plan in programme.content().plans if plan.slug == slug)
    days, sessions = day_tables(programme.content()), session_tables(programme.content())[str(len(built.sessions))]
    whole = "".join("d" if day in built.days else "." for day in DAYS_OF_WEEK)
    known = {pattern for table in days[whole].values() for pattern in table}
    known_sessions = {pattern for places in sessions.values() for table in places.values() for pattern in table}
    for entry in built.exercises:
        slots = [slot for slot in programme.weeks()[slug].slots if slot.exercise == entry.use]
        for places, attribute, patterns in ((DAYS_OF_WEEK, "day", known), (built.sessions, "session", known_sessions)):
            due = {getattr(slot, attribute) for slot in slots if not slot.optional}
            both = {getattr(slot, attribute) for slot in slots}
            assert "".join("d" if p in due else "o" if p in both else "." for p in places) in patterns
