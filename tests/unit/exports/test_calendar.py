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
from footing.exports.json_api import week_json
from footing.exports.url_registry import events as lines_of
from footing.exports.url_registry import published_events, with_lines
from footing.pages.views import WeekView
from footing.planning.schedule import schedule
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from tests.unit import builders

each = pytest.mark.parametrize("plan", ["every-day", "some-days"])
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
    return with_lines(before, lines_of(text.encode() for text in files.values()))


def content_of(*plans: Plan, times: dict[str, str] | None = None, **changes: Any) -> Content:
    site = builders.site(times=TIMES if times is None else times, **changes)
    exercises = (builders.exercise(), builders.exercise("heel-sway", positions=["standing"]))
    return Content(site=site, vocabulary=builders.vocabulary(), exercises=exercises, plans=plans or (builders.plan(),))


@cache
def site_content() -> Content:
    """Two plans of a daily and a rarer exercise: one for the whole week, one for its working days."""
    rare = builders.exercise(
        "heel-sway", name="Heel sway", dosage={"hold": "10 s", "per_day": "1", "days_per_week": "2-3"}
    )
    exercises = (builders.exercise(dosage={"hold": "10 s", "per_day": "2", "days_per_week": "7"}), rare)
    every_day = builders.plan("every-day", exercises=["towel-scrunch", "heel-sway"], sessions=["morning", "evening"])
    daily = {"use": "towel-scrunch", "dosage": {"days_per_week": "5"}}
    some_days = builders.plan("some-days", exercises=[daily, "heel-sway"], days=["mon", "tue", "wed", "thu", "fri"])
    site = builders.site(times=TIMES)
    return Content(site=site, vocabulary=builders.vocabulary(), exercises=exercises, plans=(every_day, some_days))


@cache
def site_calendars() -> dict[str, str]:
    return calendars_of(site_content())


def week_of(slug: str) -> dict[str, Any]:
    """The JSON of a plan of `site_content`."""
    [plan] = [plan for plan in site_content().plans if plan.slug == slug]
    found: dict[str, Any] = json.loads(week_json(plan, schedule(plan, site_content()), site_content()))
    return found


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def sessions(text: str, first: date, weeks: int) -> list[tuple[date, str]]:
    """Day and summary of every event of the weeks, as the second library expands them."""
    calendar = IcsCalendarStream.calendar_from_ics(text)
    until = first + timedelta(weeks=weeks)
    return [(event.start_datetime.date(), str(event.summary)) for event in calendar.timeline.overlapping(first, until)]


@each
def test_eight_weeks_have_the_sessions_of_the_json(plan: str) -> None:
    said = week_of(plan)
    monday = date(2026, 12, 7)
    in_week = {(slot["day"], slot["session"]) for slot in said["slots"]}
    expected = [
        (monday + timedelta(weeks=week, days=DAYS_OF_WEEK.index(day)), session)
        for week in range(8)
        for day, session in in_week
    ]
    found = [
        (day, summary.split(": ")[1]) for day, summary in sessions(site_calendars()[f"week/{plan}.ics"], monday, 8)
    ]
    assert sorted(found) == sorted(expected)


@each
def test_each_event_lists_the_exercises_of_its_session(plan: str) -> None:
    said = week_of(plan)
    names = {exercise.slug: exercise.name for exercise in site_content().exercises}
    for event in events(site_calendars()[f"week/{plan}.ics"]):
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
                reported = [re.match(r"(?:\d+\. |If you like: )([^:]+): ", line) for line in lines]
                assert sorted(line[1] for line in reported if line) == sorted(expected)


@each
def test_an_event_is_dated_by_the_data_and_stays_itself(plan: str) -> None:
    updated = date(2026, 11, 22)
    text = site_calendars()[f"week/{plan}.ics"]
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
def test_lines_are_folded_at_75_bytes(plan: str) -> None:
    lines = site_calendars()[f"week/{plan}.ics"].split("\r\n")
    assert lines[-1] == ""
    assert not [line for line in lines if "\n" in line or len(line.encode()) > 75]


def test_importing_twice_gives_each_event_once() -> None:
    merged = {str(event["uid"]): event for _ in range(2) for event in events(site_calendars()["week/every-day.ics"])}
    assert len(merged) == len(events(site_calendars()["week/every-day.ics"]))


def test_a_changed_plan_updates_its_events() -> None:
    def reported(updated: str, **changes: Any) -> dict[str, int]:
        plan = builders.plan(updated=updated, **changes)
        found = events(calendars_of(content_of(plan))["week/a-week.ics"])
        return {str(event["uid"]): event["sequence"] for event in found}

    before = reported("2026-11-22")
    after = reported("2026-12-01", exercises=["towel-scrunch", "heel-sway"])
    assert before.keys() <= after.keys()
    assert all(after[uid] > before[uid] for uid in before)
    renamed = calendars_of(content_of(builders.plan("another-week", formerly=["a-week"])))["week/another-week.ics"]
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


def test_a_removed_event_is_cancelled_where_it_was_imported() -> None:
    content = site_content()
    every_day = content.plans[0]
    fewer = every_day.model_copy(update={"exercises": every_day.exercises[:1], "updated": date(2026, 12, 1)})
    listed = listing(site_calendars())
    after = calendars_of(content.model_copy(update={"plans": (fewer,)}), listed)["week/every-day.ics"]
    gone = {str(event["uid"]).partition("@")[0]: event for event in events(after) if "status" in event}
    assert gone
    for event in gone.values():
        assert set(event) == {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "STATUS", "SUMMARY"}
        assert DAYS_OF_WEEK[event["dtstart"].dt.weekday()] == str(event["uid"]).partition("@")[0][-3:]
        assert not event.subcomponents
    second = IcsCalendarStream.calendar_from_ics(after).events
    assert sorted(event.uid for event in second if event.status == "CANCELLED") == sorted(
        str(event["uid"]) for event in gone.values()
    )
    assert told_in_week(imported(site_calendars()["week/every-day.ics"], after)) == in_week(schedule(fewer, content))
    assert calendars_of(content, listed) == site_calendars()  # where nothing is gone, nothing is cancelled


def test_an_event_is_cancelled_after_a_rename_and_without_a_time() -> None:
    listed = "week/a-week.ics#teatime.wed\nweek/other.ics#teatime.wed\nweek/a-week.ics#morning.mon\n"
    renamed = calendars_of(content_of(builders.plan("another-week", formerly=["a-week"])), listed)
    [gone] = [event for event in events(renamed["week/another-week.ics"]) if "status" in event]
    assert str(gone["uid"]) == "a-week.teatime.wed@example.org"
    assert gone["dtstart"].dt.isoformat() == "2026-11-25T00:00:00"


def test_two_sites_on_one_host_share_no_event_id() -> None:
    uids = [
        {str(event["uid"]) for event in events(calendars_of(content_of().at(address))["week/a-week.ics"])}
        for address in ("https://example.org/a/", "https://example.org/b/", "https://example.org/")
    ]
    assert not uids[0] & uids[1]
    assert not uids[0] & uids[2]


def test_without_a_time_for_each_session_there_is_no_calendar() -> None:
    some = content_of(builders.plan(sessions=["morning", "evening"]), times={"morning": "08:00"})
    assert calendars_of(some) == {}


def test_text_is_escaped() -> None:
    plan = builders.plan(name="A; b, c\\n {{ d }}")
    [event, *_] = events(calendars_of(content_of(plan))["week/a-week.ics"])
    assert str(event["summary"]) == "A; b, c\\n {{ d }}: morning"


def test_values_of_an_unsourced_exercise_are_marked_beside_sourced_ones() -> None:
    content = content_of(builders.plan(exercises=["towel-scrunch", "own"]))
    own = builders.exercise("own", name="Own", source=None)
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
    return builders.plan(
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
    content = content_of(plan)
    week = schedule(plan, content)
    found = in_one_event(appointments(WeekView(plan, week, content, Drawings(Path("none")))))
    assert sorted(found) == sorted({(slot.day, slot.session) for slot in week.slots})


@settings(deadline=None, max_examples=20)
@given(versions=st.lists(plans(), min_size=2, max_size=3))
def test_a_reader_who_imports_each_version_has_the_sessions_of_the_last(versions: list[Plan]) -> None:
    listed, texts = "", []
    for day, plan in enumerate(versions, 1):
        plan = plan.model_copy(update={"updated": date(2026, 12, day)})
        found = calendars_of(content_of(plan), listed)
        listed = listing(found, listed)
        texts.append(found["week/a-week.ics"])
    assert told_in_week(imported(*texts)) == in_week(schedule(versions[-1], content_of(versions[-1])))
