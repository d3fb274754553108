"""Days, weeks and which session is due, for any plan: what the scripts compute, without a browser."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import programme
from tests.support.addresses import PLANS
from tests.support.modules import Modules

VECTORS = Path(__file__).parents[1] / "vectors"
WAKING_HOURS, DUE_SESSIONS = (
    json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8")) for name in ("waking_hours", "due_sessions")
)
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
THURSDAY, SATURDAY = "2026-11-26", "2026-11-28"


@pytest.fixture(scope="module")
def js() -> Iterator[Modules]:
    with Modules("progress/days.js", "core/waking_hours.js") as modules:
        yield modules


def week_of(plan: str) -> dict[str, Any]:
    return dict(json.loads(programme.result().files[f"week/{plan}.json"]))


def made_week(*sessions: str, optional: tuple[str, ...] = (), on: str = "thu") -> dict[str, Any]:
    """A week of a plan with these sessions, of which some have only what one may leave out."""
    return {
        "sessions": [{"id": session, "label": session.title()} for session in sessions],
        "slots": [
            {"day": on, "session": session, "exercise": "towel", "optional": session in optional}
            for session in sessions
        ],
        "minutes": {day: dict.fromkeys(sessions, 2.5) for day in DAYS},
    }


def due(js: Modules, week: dict[str, Any], hour: float, *done: str) -> tuple[str | None, str | None]:
    """What is due on Thursday at an hour, now and next."""
    found = js.call("dueAt", js.call("sessionsOn", week, "thu"), done, hour)
    return tuple(found[key] and found[key]["id"] for key in ("now", "next"))


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2099, 12, 24)), st.sampled_from(["mon", "sun"]), st.integers(1, 8))
def test_the_last_weeks_end_with_this_one(js: Modules, day: date, first: str, count: int) -> None:
    weeks = js.call("weeksTo", day.isoformat(), first, count)
    flat = [date.fromisoformat(each) for week in weeks for each in week]
    assert [len(week) for week in weeks] == [7] * count
    assert flat == [flat[0] + timedelta(n) for n in range(7 * count)]
    assert DAYS[flat[0].weekday()] == first
    assert day.isoformat() in weeks[-1]
    assert js.call("dayOf", day.isoformat()) == DAYS[day.weekday()]
    assert js.call("later", day.isoformat(), 5) == (day + timedelta(5)).isoformat()


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(date.isoformat) | st.text(max_size=12))
def test_a_date_is_a_day_of_the_calendar(js: Modules, text: str) -> None:
    try:
        is_date = date.fromisoformat(text).isoformat() == text and text.startswith("20")
    except ValueError:
        is_date = False
    assert js.call("isDate", text) is is_date


@pytest.mark.parametrize("vector", WAKING_HOURS, ids=lambda vector: vector["case"])
def test_the_sessions_of_a_day_share_its_waking_hours(js: Modules, vector: dict[str, Any]) -> None:
    assert js.call("hoursOf", len(vector["hours"])) == vector["hours"]


@pytest.mark.parametrize(
    ("hour", "done", "expected"),
    [
        (0, [], ("morning", None)),
        (11.9, [], ("morning", None)),
        (9, ["morning"], (None, "midday")),
        (12, ["morning"], ("midday", None)),
        (12, [], ("midday", None)),  # the morning's is left out
        (16.9, ["morning", "midday"], (None, "evening")),
        (17, ["morning", "midday"], ("evening", None)),
        (23.9, [], ("evening", None)),
        (20, ["evening"], (None, None)),  # nothing is asked for again
        (9, ["morning", "midday"], (None, "evening")),
        (9, ["morning", "midday", "evening"], (None, None)),
    ],
)
def test_of_three_sessions_the_one_of_this_part_of_the_day_is_due(
    js: Modules, hour: float, done: list[str], expected: tuple[str | None, str | None]
) -> None:
    assert due(js, week_of("long-week"), hour, *done) == expected


@pytest.mark.parametrize("vector", DUE_SESSIONS, ids=lambda vector: vector["case"])
def test_a_missed_session_is_dropped_or_offered_later_as_the_plan_says(js: Modules, vector: dict[str, Any]) -> None:
    sessions = js.call("sessionsOn", made_week("morning", "midday", "evening"), "thu")
    found = js.call("dueAt", sessions, vector["done"], vector["hour"], vector["missed"])
    assert {key: found[key] and found[key]["id"] for key in found} == {"now": vector["now"], "next": vector["next"]}


def test_of_two_sessions_each_has_half_the_day(js: Modules) -> None:
    week = made_week("dawn", "dusk")
    assert due(js, week, 8) == ("dawn", None)
    assert due(js, week, 8, "dawn") == (None, "dusk")
    assert due(js, week, 14.5, "dawn") == ("dusk", None)
    assert due(js, week, 22, "dusk") == (None, None)


def test_the_only_session_is_due_all_day(js: Modules) -> None:
    week = week_of("short-start")
    assert [due(js, week, hour) for hour in (0, 9, 23)] == [("morning", None)] * 3
    assert due(js, week, 9, "morning") == (None, None)


def test_a_session_of_what_one_may_leave_out_is_never_due(js: Modules) -> None:
    week = made_week("dawn", "noon", "dusk", optional=("noon",))
    assert due(js, week, 13) == ("dawn", None)
    assert due(js, week, 13, "dawn") == (None, "dusk")
    assert due(js, made_week("dawn", optional=("dawn",)), 13) == (None, None)


def test_a_day_that_begins_later_offers_its_first_session(js: Modules) -> None:
    week = made_week("dawn", "noon", "dusk")
    week["slots"] = week["slots"][1:]
    assert due(js, week, 8) == ("noon", None)


@pytest.mark.parametrize("plan", PLANS)
def test_a_day_has_its_sessions_in_the_plans_order_and_its_exercises_in_the_weeks(js: Modules, plan: str) -> None:
    week = week_of(plan)
    for day in DAYS:
        sessions = js.call("sessionsOn", week, day)
        slots = [slot for session in sessions for slot in session["slots"]]
        assert slots == [slot for slot in week["slots"] if slot["day"] == day]
        assert all(session["minutes"] == week["minutes"][day][session["id"]] for session in sessions)
        assert all(session["due"] == (session["minutes"] > 0) for session in sessions)


def test_after_a_day_off_comes_the_next_day_with_work(js: Modules) -> None:
    assert js.call("nextDate", week_of("working-days"), SATURDAY) == "2026-11-30"
    assert js.call("nextDate", week_of("long-week"), THURSDAY) == "2026-11-27"
    assert js.call("nextDate", made_week("dawn"), THURSDAY) == "2026-12-03"
    assert js.call("nextDate", made_week("dawn", optional=("dawn",)), THURSDAY) is None


def test_an_exercise_leads_on_within_the_session_that_is_offered(js: Modules) -> None:
    week = week_of("long-week")
    sessions = js.call("sessionsOn", week, "thu")
    for offered in (*sessions, None):
        for session in sessions:
            slugs = [slot["exercise"] for slot in session["slots"]]
            for slug in slugs:
                of = offered if offered and slug in [slot["exercise"] for slot in offered["slots"]] else None
                place = js.call("placeOf", slug, sessions, offered)
                there = [slot["exercise"] for slot in place["session"]["slots"]]
                assert place["session"] == of or slug in there
                assert place["next"] == ([*there, None])[there.index(slug) + 1]
    assert js.call("placeOf", "no-such", sessions, None) is None
