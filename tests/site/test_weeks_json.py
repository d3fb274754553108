"""/week/<plan>.json has the shape that other programs rely on, and each plan's sessions to the last one."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
SESSIONS = {
    "full": ["morning", "midday", "evening"],
    "gentle-start": ["morning"],
    "no-equipment": ["morning", "midday", "evening"],
    "at-your-desk": ["morning", "midday", "afternoon"],
}

# For each plan and exercise: how many sessions a week are due, and how many are optional beyond them.
SESSIONS_A_WEEK = {
    "full": {
        "foot-stretching": (7, 0),
        "walking-on-toes": (14, 7),
        "stand-on-your-toes": (21, 0),
        "grab-a-pencil": (2, 1),
        "ankle-circles": (14, 0),
        "stretch-tendons": (7, 0),
        "foot-massage": (7, 0),
        "leg-stretch-up": (7, 0),
        "resistance-band-stretch": (3, 0),
    },
    "gentle-start": {
        "foot-stretching": (7, 0),
        "foot-massage": (7, 0),
        "stand-on-your-toes": (7, 0),
        "ankle-circles": (7, 0),
    },
    "no-equipment": {
        "foot-stretching": (7, 0),
        "walking-on-toes": (14, 7),
        "stand-on-your-toes": (21, 0),
        "ankle-circles": (14, 0),
        "stretch-tendons": (7, 0),
    },
    "at-your-desk": {
        "foot-stretching": (5, 0),
        "stand-on-your-toes": (15, 0),
        "grab-a-pencil": (2, 1),
        "foot-massage": (5, 0),
        "stretch-tendons": (5, 0),
    },
}

# Seconds of one round, as the site plans it. Gentle start stands on the toes five times, not ten.
ROUNDS = {
    "foot-stretching": 100,
    "walking-on-toes": 40,
    "stand-on-your-toes": 67,
    "grab-a-pencil": 160,
    "ankle-circles": 45,
    "stretch-tendons": 80,
    "foot-massage": 140,
    "leg-stretch-up": 95,
    "resistance-band-stretch": 180,
}
GENTLE_ROUNDS = ROUNDS | {"stand-on-your-toes": 37}
BETWEEN, FLOOR = 10, 30  # seconds from one exercise to the next, and to or from the floor


def week(site_dir: Path, plan: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((site_dir / "week" / f"{plan}.json").read_text(encoding="utf-8"))
    return told


@pytest.mark.parametrize("plan", SESSIONS)
def test_a_slot_is_a_day_a_session_an_exercise_and_whether_it_is_optional(site_dir: Path, plan: str) -> None:
    slots = week(site_dir, plan)["slots"]
    for slot in slots:
        assert list(slot) == ["day", "session", "exercise", "optional"]
        assert slot["day"] in DAYS
        assert slot["session"] in SESSIONS[plan]
        assert isinstance(slot["optional"], bool)
    places = [(slot["day"], slot["session"], slot["exercise"]) for slot in slots]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("plan", SESSIONS)
def test_each_exercise_has_its_sessions(site_dir: Path, plan: str) -> None:
    slots = week(site_dir, plan)["slots"]
    due = Counter(slot["exercise"] for slot in slots if not slot["optional"])
    optional = Counter(slot["exercise"] for slot in slots if slot["optional"])
    assert {slug: (due[slug], optional[slug]) for slug in due | optional} == SESSIONS_A_WEEK[plan]


@pytest.mark.parametrize("plan", SESSIONS)
def test_the_minutes_of_every_session_are_told(site_dir: Path, plan: str) -> None:
    told = week(site_dir, plan)
    rounds = GENTLE_ROUNDS if plan == "gentle-start" else ROUNDS
    assert list(told["minutes"]) == DAYS
    for day, minutes in told["minutes"].items():
        assert list(minutes) == SESSIONS[plan]
        for session, length in minutes.items():
            due = [
                slot["exercise"]
                for slot in told["slots"]
                if (slot["day"], slot["session"]) == (day, session) and not slot["optional"]
            ]
            work = sum(rounds[exercise] for exercise in due)
            moves = max(len(due) - 1, 0)
            least, most = work + moves * BETWEEN, work + moves * FLOOR + (2 * FLOOR if due else 0)
            assert least <= length * 60 + 3, (day, session, due)  # a tenth of a minute, rounded, is 3 s off
            assert length * 60 - 3 <= most, (day, session, due)
            assert length <= 10
            assert round(length, 1) == length


@pytest.mark.parametrize("plan", SESSIONS)
def test_floor_exercises_are_never_at_midday(site_dir: Path, plan: str) -> None:
    floor = {"ankle-circles", "leg-stretch-up", "resistance-band-stretch"}
    slots = week(site_dir, plan)["slots"]
    assert not [slot for slot in slots if slot["session"] == "midday" and slot["exercise"] in floor]
