"""The published JSON of the site's own content: every key, in its order."""

import json

import pytest

from tests.content import real

DOSES = ["hold_s", "move_s", "reps", "per_day", "days_per_week", "sides"]
ASSUMED = [*DOSES, "positions", "rest_s", "ready_s", "switch_s"]
PLAYED = ("name", "url", "place", "verb", "seconds", "about", "reps", "sides", "limb", "rest", "ready", "switch")


def test_every_exercise_has_the_promised_keys_in_their_order() -> None:
    for found in json.loads(real.made().files["exercises.json"]):
        keys = ["slug", "name", "url", "summary", "positions", "areas", "equipment", "steps", "dosage", "assumed"]
        assert list(found) == keys
        assert list(found["dosage"]) == DOSES
        assert list(found["assumed"]) == ASSUMED
        assert all(isinstance(step, str) for step in found["steps"])
        for value in (*found["dosage"].values(), *found["assumed"].values()):
            assert value is None or isinstance(value, str | list) or list(value) == ["min", "max", "up_to", "about"]


def test_exercises_are_in_the_sites_order() -> None:
    found = json.loads(real.made().files["exercises.json"])
    assert [each["slug"] for each in found] == list(real.content().site.order)


def test_the_week_builder_has_every_exercise_in_the_sites_order() -> None:
    found = json.loads(real.made().files["week/patterns.json"])
    assert list(found["exercises"]) == list(real.content().site.order)


@pytest.mark.parametrize("slug", ["full", "gentle-start", "no-equipment", "at-your-desk"])
def test_every_plans_json_agrees_with_its_schedule(slug: str) -> None:
    week, found = real.weeks()[slug], json.loads(real.made().files[f"week/{slug}.json"])
    made = next(plan for plan in real.content().plans if plan.slug == slug)
    assert list(found) == ["slots", "minutes", "name", "sessions", "moves", "exercises"]
    assert list(found["exercises"]) == [entry.use for entry in made.exercises]
    assert {tuple(each) for each in found["exercises"].values()} == {PLAYED}
    assert all(list(slot) == ["day", "session", "exercise", "optional"] for slot in found["slots"])
    assert {slot["exercise"] for slot in found["slots"]} == {entry.use for entry in made.exercises}
    assert len(found["slots"]) == len(week.slots)
    for day, sessions in found["minutes"].items():
        assert list(sessions) == list(made.sessions)
        for session, minutes in sessions.items():
            seconds = week.seconds[day, session] if day in made.days else 0
            assert abs(minutes * 60 - seconds) <= 3
            assert minutes == round(minutes, 1)
