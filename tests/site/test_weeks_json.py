"""/week/<plan>.json has the shape that other programs rely on, and every session of each plan."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.support.addresses import EXERCISES

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
SESSIONS = {
    "long-week": ["morning", "midday", "evening"],
    "short-start": ["morning"],
    "bare-cabin": ["morning", "midday", "evening"],
    "working-days": ["morning", "midday", "afternoon"],
    "by-the-book": ["bedtime"],
}

# For each plan and exercise: how many sessions a week are due, and how many are optional beyond them.
SESSIONS_A_WEEK = {
    "long-week": {
        "ankle-cross": (7, 0),
        "high-march": (14, 7),
        "slow-tiptoe": (21, 0),
        "sponge-squeeze": (2, 1),
        "sky-circles": (14, 0),
        "wall-sway": (7, 0),
        "cork-roll": (7, 0),
        "scarf-lift": (7, 0),
        "cord-pull": (3, 0),
    },
    "short-start": {
        "ankle-cross": (7, 0),
        "cork-roll": (7, 0),
        "slow-tiptoe": (7, 0),
        "sky-circles": (7, 0),
    },
    "bare-cabin": {
        "ankle-cross": (7, 0),
        "high-march": (14, 7),
        "slow-tiptoe": (21, 0),
        "sky-circles": (14, 0),
        "wall-sway": (7, 0),
    },
    "working-days": {
        "ankle-cross": (5, 0),
        "slow-tiptoe": (15, 0),
        "sponge-squeeze": (2, 1),
        "cork-roll": (5, 0),
        "wall-sway": (5, 0),
    },
    "by-the-book": {
        "quiet-breath": (7, 0),
        "scarf-lift": (7, 0),
    },
}

# Seconds of one round, as the site plans it. The short start has five repetitions of slow-tiptoe, not ten.
ROUNDS = {
    "ankle-cross": 100,
    "high-march": 40,
    "slow-tiptoe": 67,
    "sponge-squeeze": 160,
    "sky-circles": 45,
    "wall-sway": 80,
    "cork-roll": 140,
    "scarf-lift": 95,
    "cord-pull": 180,
    "quiet-breath": 59,  # the lower figures of both ranges: 10 + 6 × 4 + 5 × 5
}
PLAYED = ["name", "url", "place", "verb", "seconds", "about", "reps", "sides", "limb", "rest", "ready", "switch"]
SHORT_ROUNDS = ROUNDS | {"slow-tiptoe": 37}
BETWEEN, FLOOR = 10, 30  # seconds from one exercise to the next, and to or from the floor


def week(site_dir: Path, plan: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site_dir / "week" / f"{plan}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("plan", SESSIONS)
def test_a_week_and_its_exercises_have_every_key_in_order(site_dir: Path, plan: str) -> None:
    found = week(site_dir, plan)
    assert list(found) == ["slots", "minutes", "name", "sessions", "moves", "exercises", "missed"]
    assert list(found["exercises"]) == list(SESSIONS_A_WEEK[plan])
    assert all(list(exercise) == PLAYED for exercise in found["exercises"].values())


def test_the_week_builder_has_every_exercise_in_the_sites_order(site_dir: Path) -> None:
    assert list(week(site_dir, "patterns")["exercises"]) == list(EXERCISES)


@pytest.mark.parametrize("plan", SESSIONS)
def test_a_slot_has_a_day_a_session_an_exercise_and_whether_it_is_optional(site_dir: Path, plan: str) -> None:
    slots = week(site_dir, plan)["slots"]
    for slot in slots:
        assert list(slot) == ["day", "session", "exercise", "optional"]
        assert slot["day"] in DAYS
        assert slot["session"] in SESSIONS[plan]
        assert isinstance(slot["optional"], bool)
    places = [(slot["day"], slot["session"], slot["exercise"]) for slot in slots]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("plan", SESSIONS)
def test_each_exercise_has_its_sessions_a_week(site_dir: Path, plan: str) -> None:
    slots = week(site_dir, plan)["slots"]
    due = Counter(slot["exercise"] for slot in slots if not slot["optional"])
    optional = Counter(slot["exercise"] for slot in slots if slot["optional"])
    assert {slug: (due[slug], optional[slug]) for slug in due | optional} == SESSIONS_A_WEEK[plan]


@pytest.mark.parametrize("plan", SESSIONS)
def test_minutes_are_given_for_every_session(site_dir: Path, plan: str) -> None:
    found = week(site_dir, plan)
    rounds = SHORT_ROUNDS if plan == "short-start" else ROUNDS
    assert list(found["minutes"]) == DAYS
    for day, minutes in found["minutes"].items():
        assert list(minutes) == SESSIONS[plan]
        for session, length in minutes.items():
            due = [
                slot["exercise"]
                for slot in found["slots"]
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
    floor = {"sky-circles", "scarf-lift", "cord-pull"}
    slots = week(site_dir, plan)["slots"]
    assert not [slot for slot in slots if slot["session"] == "midday" and slot["exercise"] in floor]
