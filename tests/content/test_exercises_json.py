"""/exercises.json gives the article's figures exactly, and the site's own choices apart from them."""

import json
from pathlib import Path
from typing import Any

import pytest

Amount = dict[str, int | bool | None] | None


def exactly(amount: int) -> Amount:
    return {"min": amount, "max": amount, "up_to": False, "about": False}


def between(low: int, high: int) -> Amount:
    return {"min": low, "max": high, "up_to": False, "about": False}


def up_to(high: int) -> Amount:
    return {"min": None, "max": high, "up_to": True, "about": False}


def about(amount: int) -> Amount:
    return {"min": amount, "max": amount, "up_to": False, "about": True}


DOSAGE_KEYS = ("hold_s", "move_s", "reps", "sides", "per_day", "days_per_week")

# What the article states: hold or movement in seconds, repetitions, sides, times a day, days a week.
STATED: dict[str, tuple[Amount, Amount, Amount, str | None, Amount, Amount]] = {
    "foot-stretching": (exactly(10), None, exactly(3), "each foot", None, exactly(7)),
    "walking-on-toes": (None, about(30), None, "both", between(2, 3), exactly(7)),
    "stand-on-your-toes": (exactly(3), None, exactly(10), "both", exactly(3), exactly(7)),
    "grab-a-pencil": (exactly(10), None, exactly(5), "each foot", None, between(2, 3)),
    "ankle-circles": (None, exactly(10), None, "each leg", exactly(2), exactly(7)),
    "stretch-tendons": (None, exactly(30), None, "each leg", None, None),
    "foot-massage": (None, between(60, 180), None, "each foot", None, None),
    "leg-stretch-up": (exactly(30), None, None, "each leg", None, None),
    "resistance-band-stretch": (up_to(15), None, up_to(10), None, None, None),
}

# What the site chooses where the article is silent: times a day, days a week, sides, positions.
CHOSEN: dict[str, tuple[int | None, int | None, str | None, list[str] | None]] = {
    "foot-stretching": (1, None, None, None),
    "walking-on-toes": (None, None, None, None),
    "stand-on-your-toes": (None, None, None, None),
    "grab-a-pencil": (1, None, None, ["sitting-chair"]),
    "ankle-circles": (None, None, None, None),
    "stretch-tendons": (1, 7, None, None),
    "foot-massage": (1, 7, None, ["sitting-chair"]),
    "leg-stretch-up": (1, 7, None, None),
    "resistance-band-stretch": (1, 3, "each leg", None),
}

# Where to start in a range of seconds or repetitions, or below a ceiling: hold, movement, repetitions.
START: dict[str, tuple[int | None, int | None, int | None]] = {
    "foot-massage": (None, 60, None),
    "resistance-band-stretch": (10, None, 5),
}

# The timer's ready, rest and switch, in seconds.
PAUSES: dict[str, tuple[int | None, int | None, int | None]] = {
    "foot-stretching": (10, 5, 10),
    "walking-on-toes": (10, None, None),
    "stand-on-your-toes": (10, 3, None),
    "grab-a-pencil": (10, 5, 10),
    "ankle-circles": (20, None, 5),
    "stretch-tendons": (10, None, 10),
    "foot-massage": (10, None, 10),
    "leg-stretch-up": (20, None, 15),
    "resistance-band-stretch": (20, 5, 20),
}

POSITIONS = {
    "foot-stretching": ["sitting-chair", "sitting-floor"],
    "walking-on-toes": ["walking"],
    "stand-on-your-toes": ["standing"],
    "ankle-circles": ["lying-back"],
    "stretch-tendons": ["standing"],
    "leg-stretch-up": ["lying-back"],
    "resistance-band-stretch": ["sitting-floor"],
}


@pytest.fixture(scope="module")
def exercises(real_site_dir: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((real_site_dir / "exercises.json").read_text(encoding="utf-8"))
    return found


def one(exercises: list[dict[str, Any]], slug: str) -> dict[str, Any]:
    return next(exercise for exercise in exercises if exercise["slug"] == slug)


def test_the_nine_exercises_are_in_the_articles_order(exercises: list[dict[str, Any]]) -> None:
    assert [exercise["slug"] for exercise in exercises] == list(STATED)


@pytest.mark.parametrize("slug", STATED)
def test_dosage_is_what_the_article_states(exercises: list[dict[str, Any]], slug: str) -> None:
    found = one(exercises, slug)
    assert tuple(found["dosage"][key] for key in DOSAGE_KEYS) == STATED[slug]
    assert found["positions"] == POSITIONS.get(slug, [])


@pytest.mark.parametrize("slug", STATED)
def test_assumed_is_what_the_site_chose(exercises: list[dict[str, Any]], slug: str) -> None:
    assumed = one(exercises, slug)["assumed"]
    per_day, days, sides, positions = CHOSEN[slug]
    assert assumed["per_day"] == (per_day and exactly(per_day))
    assert assumed["days_per_week"] == (days and exactly(days))
    assert assumed["sides"] == sides
    assert assumed["positions"] == (positions or [])
    starts = tuple(assumed[key] for key in ("hold_s", "move_s", "reps"))
    assert starts == tuple(start and exactly(start) for start in START.get(slug, (None, None, None)))
    pauses = tuple(assumed[key] for key in ("ready_s", "rest_s", "switch_s"))
    assert pauses == tuple(pause and exactly(pause) for pause in PAUSES[slug])
