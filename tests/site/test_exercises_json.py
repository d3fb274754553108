"""/exercises.json has the shape that other programs rely on, whatever kind of dose an exercise has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.addresses import EXERCISES

DOSAGE_KEYS = ["hold_s", "move_s", "reps", "per_day", "days_per_week", "sides"]


def amount(low: int | None, high: int, *, up_to: bool = False, about: bool = False) -> dict[str, int | bool | None]:
    return {"min": low, "max": high, "up_to": up_to, "about": about}


def exactly(value: int) -> dict[str, int | bool | None]:
    return amount(value, value)


# What is stated of each exercise, and what is assumed; a key that is not here is null.
STATED: dict[str, dict[str, Any]] = {
    "ankle-cross": {"hold_s": exactly(10), "reps": exactly(3), "sides": "each foot", "days_per_week": exactly(7)},
    "high-march": {
        "move_s": amount(30, 30, about=True),
        "sides": "both",
        "per_day": amount(2, 3),
        "days_per_week": exactly(7),
    },
    "cork-roll": {"move_s": amount(60, 180), "sides": "each foot"},
    "scarf-lift": {"hold_s": exactly(30), "sides": "each leg"},
    "cord-pull": {"hold_s": amount(None, 15, up_to=True), "reps": amount(None, 10, up_to=True)},
    "quiet-breath": {
        "hold_s": amount(4, 6),
        "reps": amount(6, 8),
        "per_day": exactly(1),
        "days_per_week": exactly(7),
    },
}
ASSUMED: dict[str, dict[str, Any]] = {
    "cork-roll": {
        "positions": ["chair-seat"],
        "move_s": exactly(60),
        "per_day": exactly(1),
        "days_per_week": exactly(7),
        "ready_s": exactly(10),
        "switch_s": exactly(10),
    },
    "cord-pull": {
        "hold_s": exactly(10),
        "reps": exactly(5),
        "sides": "each leg",
        "per_day": exactly(1),
        "days_per_week": exactly(3),
        "ready_s": exactly(20),
        "rest_s": exactly(5),
        "switch_s": exactly(20),
    },
    "quiet-breath": {},
}


@pytest.fixture(scope="module")
def exercises(site_dir: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((site_dir / "exercises.json").read_text(encoding="utf-8"))
    return {exercise["slug"]: exercise for exercise in found}


def test_exercises_are_in_the_sites_order(exercises: dict[str, Any]) -> None:
    assert list(exercises) == list(EXERCISES)


@pytest.mark.parametrize("slug", EXERCISES)
def test_an_exercise_has_every_key_in_order(exercises: dict[str, Any], slug: str) -> None:
    found = exercises[slug]
    assert list(found) == [
        *("slug", "name", "url", "summary", "positions", "areas", "equipment", "steps", "dosage", "assumed")
    ]
    assert found["url"] == f"exercises/{slug}/"
    assert all(isinstance(found[key], str) and found[key] for key in ("name", "summary"))
    for key in ("positions", "areas", "equipment", "steps"):
        assert all(isinstance(item, str) and item for item in found[key])
    assert list(found["dosage"]) == DOSAGE_KEYS
    assert list(found["assumed"]) == [*DOSAGE_KEYS, "positions", "rest_s", "ready_s", "switch_s"]
    for value in (*found["dosage"].values(), *found["assumed"].values()):
        assert value is None or isinstance(value, str | list) or list(value) == ["min", "max", "up_to", "about"]


@pytest.mark.parametrize("slug", STATED)
def test_dosage_is_what_the_source_states_and_null_where_it_is_silent(exercises: dict[str, Any], slug: str) -> None:
    assert {key: value for key, value in exercises[slug]["dosage"].items() if value is not None} == STATED[slug]


@pytest.mark.parametrize("slug", ASSUMED)
def test_assumed_is_what_the_site_chose_and_null_where_it_did_not(exercises: dict[str, Any], slug: str) -> None:
    assert {key: value for key, value in exercises[slug]["assumed"].items() if value} == ASSUMED[slug]
