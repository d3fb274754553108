"""Calendars: read back by a second library, the sessions of eight weeks are those of the week's JSON."""

import json
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from footing.content.models import DAYS_OF_WEEK, Content, Plan
from footing.drawings import Drawings
from footing.exports.calendar import appointments, calendars
from footing.exports.url_registry import events as lines_of
from footing.exports.url_registry import grown, published_events
from footing.pages.views import WeekView
from footing.planning.schedule import schedule
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from tests.content.addresses import PLANS
from tests.unit import made, real

each = pytest.mark.parametrize("plan", PLANS)
TIMES = {"morning": "08:00", "midday": "12:30", "evening": "19:30"}


def calendars_of(content: Content, published: str = "") -> dict[str, str]:
    """The calendars where `published` is the text of content/published.txt."""
    weeks = {plan.slug: schedule(plan, content) for plan in content.plans}
    listed, problems = published_events(published)
    assert not problems
    found = calendars(content, weeks, Drawings(Path("none")), listed)
    return {path: text.decode() for path, text in found.items()}


def listing(files: dict[str, str], before: str = "") -> str:
    """What `make published` makes of the list."""
    return grown(before, lines_of(text.encode() for text in files.values()))


@cache
def ours() -> dict[str, str]:
    return calendars_of(real.content())


def made_content(*plans: Plan, times: dict[str, str] | None = None, **changes: Any) -> Content:
    site = made.site(times=TIMES if times is None else times, **changes)
    exercises = (made.exercise(), made.exercise("heel-sway", positions=["standing"]))
    return Content(site=site, vocabulary=made.vocabulary(), exercises=exercises, plans=plans or (made.plan(),))


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def sessions(text: str, first: date, weeks: int) -> list[tuple[date, str]]:
    """Day and summary of every event of the weeks, as the second library expands them."""
    calendar = IcsCalendarStream.calendar_from_ics(text)
    until = first + timedelta(weeks=weeks)
    return [(event.start_datetime.date(), str(event.summary)) for event in calendar.timeline.overlapping(first, until)]


@each
def test_eight_weeks_have_the_sessions_of_the_json(plan: str) -> None:
    said = json.loads(real.made().files[f"week/{plan}.json"])
    monday = date(2026, 12, 7)
    in_week = {(slot["day"], slot["session"]) for slot in said["slots"]}
    expected = [
        (monday + timedelta(weeks=week, days=DAYS_OF_WEEK.index(day)), session)
        for week in range(8)
        for day, session in in_week
    ]
    found = [(day, summary.split(": ")[1]) for day, summary in sessions(ours()[f"week/{plan}.ics"], monday, 8)]
    assert sorted(found) == sorted(expected)


@each
def test_each_session_tells_its_exercises(plan: str) -> None:
    said = json.loads(real.made().files[f"week/{plan}.json"])
    names = {exercise.slug: exercise.name for exercise in real.content().exercises}
    for event in events(ours()[f"week/{plan}.ics"]):
        session = str(event["summary"]).split(": ")[1]
        days = [day.lower() for day in event["rrule"]["byday"]]
        for day in DAYS_OF_WEEK:
            if day[:2] in days:
                expected = [
                    names[slot["exercise"]]
                    for slot in said["slots"]
                    if (slot["day"], slot["session"]) == (day, session)
                ]
                lines = str(event["description"]).split("\n")
                told = [re.match(r"(?:\d+\. |If you like: )([^:]+): ", line) for line in lines]
                assert sorted(line[1] for line in told if line) == sorted(expected)


@each
def test_an_event_is_dated_by_the_data_and_stays_itself(plan: str) -> None:
    updated = WeekView(
        real.content().plans[0], real.weeks()["gentle-start"], real.content(), Drawings(Path("none"))
    ).updated
    text = ours()[f"week/{plan}.ics"]
    uids = [str(event["uid"]) for event in events(text)]
    assert len(set(uids)) == len(uids)
    for event in events(text):
        start = event["dtstart"].dt
        assert start.tzinfo is None  # floating: the same hour wherever the reader is
        assert timedelta() <= start.date() - updated < timedelta(days=7)
        assert DAYS_OF_WEEK[start.weekday()][:2].upper() in event["rrule"]["byday"]
        assert event["sequence"] == (updated - date(2020, 1, 1)).days
        assert event["dtstamp"].dt.date() == updated
        [alarm] = event.walk("VALARM")
        assert alarm["trigger"].dt == timedelta()
        assert str(event["url"]) in str(event["description"])


@each
def test_the_text_is_folded_as_calendars_want_it(plan: str) -> None:
    lines = ours()[f"week/{plan}.ics"].split("\r\n")
    assert lines[-1] == ""
    assert not [line for line in lines if "\n" in line or len(line.encode()) > 75]


def test_two_readings_make_no_double() -> None:
    merged = {str(event["uid"]): event for _ in range(2) for event in events(ours()["week/full.ics"])}
    assert len(merged) == len(events(ours()["week/full.ics"]))


def test_a_changed_plan_updates_its_events() -> None:
    def told(updated: str, **changes: Any) -> dict[str, int]:
        plan = made.plan(updated=updated, **changes)
        found = events(calendars_of(made_content(plan))["week/a-week.ics"])
        return {str(event["uid"]): event["sequence"] for event in found}

    before = told("2026-11-22")
    after = told("2026-12-01", exercises=["towel-scrunch", "heel-sway"])
    assert before.keys() <= after.keys()
    assert all(after[uid] > before[uid] for uid in before)
    renamed = calendars_of(made_content(made.plan("another-week", formerly=["a-week"])))["week/another-week.ics"]
    assert {str(event["uid"]) for event in events(renamed)} == before.keys()


def imported(*texts: str) -> str:
    """The calendar of a reader who imported one after the other: of each event the last version, unless cancelled."""
    kept: dict[str, Any] = {}
    for event in (event for text in texts for event in events(text)):
        kept[event["uid"]] = max(kept.get(event["uid"], event), event, key=lambda each: int(each["sequence"]))
    mine = Calendar.from_ical(texts[-1])
    mine.subcomponents = [event for event in kept.values() if event.get("status") != "CANCELLED"]
    return str(mine.to_ical(), "utf-8")


def in_week(week: Any) -> list[tuple[date, str]]:
    """Each session once, in the week of a Monday long after."""
    monday = date(2027, 3, 1)
    found = {(monday + timedelta(days=DAYS_OF_WEEK.index(slot.day)), slot.session) for slot in week.slots}
    return sorted(found)


def told_in_week(text: str) -> list[tuple[date, str]]:
    return sorted((day, summary.rpartition(": ")[2]) for day, summary in sessions(text, date(2027, 3, 1), 1))


def test_what_is_gone_from_a_plan_goes_from_where_it_was_imported() -> None:
    content = real.content()
    full = next(plan for plan in content.plans if plan.slug == "full")
    rarely = {"grab-a-pencil", "resistance-band-stretch"}  # what makes some days unlike the others
    fewer = full.model_copy(
        update={
            "exercises": tuple(entry for entry in full.exercises if entry.use not in rarely),
            "updated": date(2026, 12, 1),
        }
    )
    listed = listing(ours())
    after = calendars_of(content.model_copy(update={"plans": (fewer,)}), listed)["week/full.ics"]
    gone = {str(event["uid"]).partition("@")[0]: event for event in events(after) if "status" in event}
    assert gone.keys() == {"full.evening.tue", "full.morning.sat", "full.morning.tue"}
    for event in gone.values():
        assert set(event) == {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "STATUS", "SUMMARY"}
        assert DAYS_OF_WEEK[event["dtstart"].dt.weekday()] == str(event["uid"]).partition("@")[0][-3:]
        assert not event.subcomponents
    second = IcsCalendarStream.calendar_from_ics(after).events
    assert sorted(event.uid for event in second if event.status == "CANCELLED") == sorted(
        str(event["uid"]) for event in gone.values()
    )
    assert told_in_week(imported(ours()["week/full.ics"], after)) == in_week(schedule(fewer, content))
    assert calendars_of(content, listed) == ours()  # where nothing is gone, nothing is cancelled


def test_what_is_gone_is_cancelled_after_a_new_name_and_without_a_time() -> None:
    listed = "week/a-week.ics#teatime.wed\nweek/other.ics#teatime.wed\nweek/a-week.ics#morning.mon\n"
    renamed = calendars_of(made_content(made.plan("another-week", formerly=["a-week"])), listed)
    [gone] = [event for event in events(renamed["week/another-week.ics"]) if "status" in event]
    assert str(gone["uid"]) == "a-week.teatime.wed@example.org"
    assert gone["dtstart"].dt.isoformat() == "2026-11-25T00:00:00"


def test_two_sites_of_one_host_do_not_meet() -> None:
    uids = [
        {str(event["uid"]) for event in events(calendars_of(made_content().at(address))["week/a-week.ics"])}
        for address in ("https://example.org/a/", "https://example.org/b/", "https://example.org/")
    ]
    assert not uids[0] & uids[1]
    assert not uids[0] & uids[2]


def test_without_a_time_for_each_session_there_is_no_calendar() -> None:
    some = made_content(made.plan(sessions=["morning", "evening"]), times={"morning": "08:00"})
    assert calendars_of(some) == {}


def test_text_is_text() -> None:
    plan = made.plan(name="A; b, c\\n {{ d }}")
    [event, *_] = events(calendars_of(made_content(plan))["week/a-week.ics"])
    assert str(event["summary"]) == "A; b, c\\n {{ d }}: morning"


def test_figures_of_the_authors_own_are_marked_beside_the_sources() -> None:
    content = made_content(made.plan(exercises=["towel-scrunch", "own"]))
    own = made.exercise("own", name="Own", source=None)
    content = content.model_copy(update={"exercises": (*content.exercises, own)})
    text = "\n".join(str(event["description"]) for event in events(calendars_of(content)["week/a-week.ics"]))
    assert "Towel scrunch: Hold 10 s\n" in text
    assert "Own: Hold 10 s†\n" in text


def in_one_event(found: Iterable[Any]) -> list[tuple[str, str]]:
    return [(day, one.session.id) for one in found for day in one.days]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of two exercises, each done so often."""
    days = draw(st.sets(st.sampled_from(DAYS_OF_WEEK), min_size=1))
    sessions_ = draw(st.integers(1, 3))
    often = {
        "per_day": str(draw(st.integers(1, sessions_))),
        "days_per_week": str(draw(st.integers(1, len(days)))),
    }
    daily = often | {"days_per_week": str(len(days))}
    return made.plan(
        days=[day for day in DAYS_OF_WEEK if day in days],
        sessions=["morning", "midday", "evening"][:sessions_],
        exercises=[
            {"use": "towel-scrunch", "dosage": often},
            {"use": "heel-sway", "dosage": daily if draw(st.booleans()) else often},
        ],
    )


@settings(deadline=None, max_examples=40)
@given(plan=plans())
def test_each_session_is_in_exactly_one_event(plan: Plan) -> None:
    content = made_content(plan)
    week = schedule(plan, content)
    found = in_one_event(appointments(WeekView(plan, week, content, Drawings(Path("none")))))
    assert sorted(found) == sorted({(slot.day, slot.session) for slot in week.slots})


@settings(deadline=None, max_examples=20)
@given(versions=st.lists(plans(), min_size=2, max_size=3))
def test_a_reader_who_imports_each_version_has_the_sessions_of_the_last(versions: list[Plan]) -> None:
    listed, texts = "", []
    for day, plan in enumerate(versions, 1):
        plan = plan.model_copy(update={"updated": date(2026, 12, day)})
        found = calendars_of(made_content(plan), listed)
        listed = listing(found, listed)
        texts.append(found["week/a-week.ics"])
    assert told_in_week(imported(*texts)) == in_week(schedule(versions[-1], made_content(versions[-1])))
