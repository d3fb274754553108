"""/week/<plan>.json has as many sessions of each exercise as the article states or the plan chose."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("plan", SESSIONS_A_WEEK)
def test_each_exercise_has_its_sessions_a_week(real_site_dir: Path, plan: str) -> None:
    slots = json.loads((real_site_dir / "week" / f"{plan}.json").read_text(encoding="utf-8"))["slots"]
    due = Counter(slot["exercise"] for slot in slots if not slot["optional"])
    optional = Counter(slot["exercise"] for slot in slots if slot["optional"])
    assert {slug: (due[slug], optional[slug]) for slug in due | optional} == SESSIONS_A_WEEK[plan]
