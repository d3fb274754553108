"""The JSON files, key by key: other programs rely on them."""

import json
from typing import Any

import pytest
from footing.content.models import DAYS_OF_WEEK
from footing.exports.json_api import exercises_json, week_json
from footing.planning.schedule import Slot, Week, schedule

from tests.unit import real
from tests.unit.made import content, exercise, plan

DOSES = ["hold_s", "move_s", "reps", "per_day", "days_per_week", "sides"]
ASSUMED = [*DOSES, "positions", "rest_s", "ready_s", "switch_s"]
DONE_AS = ("name", "url", "place", "verb", "seconds", "about", "reps", "sides", "limb", "rest", "ready", "switch")
SILENT = dict.fromkeys(DOSES)


def amount(least: int | None, most: int, up_to: bool = False, about: bool = False) -> dict[str, Any]:
    return {"min": least, "max": most, "up_to": up_to, "about": about}


def published(**changes: Any) -> dict[str, Any]:
    [found] = json.loads(exercises_json(content(exercise(**changes))))
    assert isinstance(found, dict)
    return found


def test_an_exercise_with_every_kind_of_value() -> None:
    found = published(
        name="Towel “scrunch”",
        equipment=[{"item": "towel", "or": ["scarf"]}],
        positions=["sitting", "lying"],
        areas=["toes", "sole"],
        steps=["Lay the towel flat.", {"text": "Scrunch it.", "pose": "scrunch"}],
        dosage={"hold": "up to 15 s", "reps": "8-12", "sides": "each foot", "days_per_week": "2-3"},
        assumed={"positions": ["sitting"], "hold": "10 s", "reps": "9", "per_day": "1", "rest": "5 s", "ready": "60 s"},
    )
    assert found == {
        "slug": "towel-scrunch",
        "name": "Towel “scrunch”",
        "url": "exercises/towel-scrunch/",
        "summary": "Scrunch a towel towards you with your toes.",
        "positions": ["sitting", "lying"],
        "areas": ["toes", "sole"],
        "equipment": ["towel"],
        "steps": ["Lay the towel flat.", "Scrunch it."],
        "dosage": {
            "hold_s": amount(None, 15, up_to=True),
            "move_s": None,
            "reps": amount(8, 12),
            "per_day": None,
            "days_per_week": amount(2, 3),
            "sides": "each foot",
        },
        "assumed": {
            "hold_s": amount(10, 10),
            "move_s": None,
            "reps": amount(9, 9),
            "per_day": amount(1, 1),
            "days_per_week": None,
            "sides": None,
            "positions": ["sitting"],
            "rest_s": amount(5, 5),
            "ready_s": amount(60, 60),
            "switch_s": None,
        },
    }


@pytest.mark.parametrize(
    ("dosage", "stated"),
    [
        ({"hold": "10 s"}, {"hold_s": amount(10, 10)}),
        ({"hold": "about 30 s"}, {"hold_s": amount(30, 30, about=True)}),
        ({"hold": "1 min"}, {"hold_s": amount(60, 60)}),
        ({"move": {"verb": "roll", "for": "1-3 min"}}, {"move_s": amount(60, 180)}),
        ({"move": {"verb": "walk", "for": "up to 2 min"}}, {"move_s": amount(None, 120, up_to=True)}),
        ({"hold": "1 s", "per_day": "2-3"}, {"hold_s": amount(1, 1), "per_day": amount(2, 3)}),
        ({"hold": "1 s", "reps": "up to 1"}, {"hold_s": amount(1, 1), "reps": amount(None, 1, up_to=True)}),
        ({"hold": "1 s", "sides": "both"}, {"hold_s": amount(1, 1), "sides": "both"}),
    ],
)
def test_amounts_are_as_open_as_they_were_written(dosage: dict[str, Any], stated: dict[str, Any]) -> None:
    assert published(dosage=dosage)["dosage"] == SILENT | stated


def test_what_nobody_says_is_null_or_empty() -> None:
    found = published(positions=[], dosage={"move": {"verb": "roll"}}, assumed={"move": {"for": "1 min"}})
    assert found["positions"] == found["equipment"] == []
    assert found["dosage"] == SILENT
    assert found["assumed"] == {
        **SILENT,
        "move_s": amount(60, 60),
        "positions": [],
        **dict.fromkeys(("rest_s", "ready_s", "switch_s")),
    }


def test_exercises_stand_in_the_contents_order() -> None:
    found = json.loads(exercises_json(content(exercise("b"), exercise("a"), exercise("c"))))
    assert [each["slug"] for each in found] == ["b", "a", "c"]
    assert [each["slug"] for each in json.loads(exercises_json(real.content()))] == list(real.content().site.order)


def test_the_keys_of_the_nine_are_the_promised_ones_in_their_order() -> None:
    for found in json.loads(real.made().files["exercises.json"]):
        keys = ["slug", "name", "url", "summary", "positions", "areas", "equipment", "steps", "dosage", "assumed"]
        assert list(found) == keys
        assert list(found["dosage"]) == DOSES
        assert list(found["assumed"]) == ASSUMED
        assert all(isinstance(step, str) for step in found["steps"])
        for value in (*found["dosage"].values(), *found["assumed"].values()):
            assert value is None or isinstance(value, str | list) or list(value) == ["min", "max", "up_to", "about"]


def test_the_file_is_one_line_of_readable_text() -> None:
    text = exercises_json(content(exercise(name="Füße – “up”")))
    assert text.count("\n") == 1
    assert text.endswith("]\n")
    assert "Füße – “up”" in text


# A week


def test_a_week_with_all_it_takes_to_play_its_sessions() -> None:
    made = plan(days=["mon", "wed"], sessions=["morning", "evening"])
    slots = (Slot("mon", "morning", "towel-scrunch", False), Slot("wed", "evening", "towel-scrunch", True))
    week = Week(slots, {("mon", "morning"): 267, ("wed", "evening"): 0})
    assert json.loads(week_json(made, week, content())) == {
        "slots": [
            {"day": "mon", "session": "morning", "exercise": "towel-scrunch", "optional": False},
            {"day": "wed", "session": "evening", "exercise": "towel-scrunch", "optional": True},
        ],
        "minutes": {day: {"morning": 4.5 if day == "mon" else 0.0, "evening": 0.0} for day in DAYS_OF_WEEK},
        "name": "A week",
        "sessions": [{"id": "morning", "label": "Morning"}, {"id": "evening", "label": "Evening"}],
        "moves": {"between": 10, "floor": 30},
        "exercises": {
            "towel-scrunch": {
                "name": "Towel scrunch",
                "url": "exercises/towel-scrunch/",
                "place": "chair",
                "verb": None,
                "seconds": 10,
                "about": False,
                "reps": 1,
                "sides": None,
                "limb": None,
                "rest": 0,
                "ready": 10,
                "switch": 0,
            }
        },
    }


@pytest.mark.parametrize(
    ("changes", "own", "wanted"),
    [
        ({"dosage": {"hold": "10 s", "reps": "3"}}, {}, {"seconds": 10, "reps": 3, "rest": 5, "switch": 0}),
        ({"dosage": {"hold": "10 s", "reps": "3"}}, {"reps": "2"}, {"reps": 2}),
        ({"dosage": {"hold": "10 s", "reps": "up to 9"}, "assumed": {"reps": "4"}}, {}, {"reps": 4}),
        ({"dosage": {"move": {"verb": "roll", "for": "1-3 min"}}}, {}, {"verb": "roll", "seconds": 60, "rest": 0}),
        ({"dosage": {"move": {"verb": "roll", "for": "1 min"}}}, {"move": {"for": "30 s"}}, {"seconds": 30}),
        (
            {"dosage": {"hold": "10 s", "sides": "each foot"}, "assumed": {"switch": "7 s", "ready": "8 s"}},
            {},
            {"sides": "left right", "limb": "foot", "switch": 7, "ready": 8},
        ),
        ({"dosage": {"hold": "10 s", "sides": "both"}}, {}, {"sides": None, "limb": None, "switch": 0}),
        ({"positions": ["lying", "sitting"]}, {}, {"place": "floor"}),
        ({"positions": ["lying", "sitting"], "assumed": {"positions": ["standing"]}}, {}, {"place": "standing"}),
    ],
)
def test_a_week_tells_the_dose_as_the_plan_does_it(
    changes: dict[str, Any], own: dict[str, Any], wanted: dict[str, Any]
) -> None:
    made = plan(exercises=[{"use": "towel-scrunch", "dosage": own}])
    told = json.loads(week_json(made, Week((), {}), content(exercise(**changes))))["exercises"]["towel-scrunch"]
    assert {key: told[key] for key in wanted} == wanted


def test_minutes_stand_for_all_seven_days_from_monday_in_the_plans_sessions() -> None:
    made = plan(days=["sat", "sun"], sessions=["evening", "morning"])
    whole = content(exercise(dosage={"hold": "10 s", "per_day": "1", "days_per_week": "2"}))
    minutes = json.loads(week_json(made, schedule(made, whole), whole))["minutes"]
    assert list(minutes) == list(DAYS_OF_WEEK)
    assert {tuple(day) for day in minutes.values()} == {("evening", "morning")}
    assert sum(minutes["mon"].values()) == 0
    assert sum(minutes["sun"].values()) > 0


@pytest.mark.parametrize("slug", ["full", "gentle-start", "no-equipment", "at-your-desk"])
def test_the_weeks_of_the_four_plans(slug: str) -> None:
    week, found = real.weeks()[slug], json.loads(real.made().files[f"week/{slug}.json"])
    made = next(plan for plan in real.content().plans if plan.slug == slug)
    assert list(found) == ["slots", "minutes", "name", "sessions", "moves", "exercises"]
    assert list(found["exercises"]) == [entry.use for entry in made.exercises]
    assert {tuple(told) for told in found["exercises"].values()} == {DONE_AS}
    assert all(list(slot) == ["day", "session", "exercise", "optional"] for slot in found["slots"])
    assert {slot["exercise"] for slot in found["slots"]} == {entry.use for entry in made.exercises}
    assert len(found["slots"]) == len(week.slots)
    for day, sessions in found["minutes"].items():
        assert list(sessions) == list(made.sessions)
        for session, minutes in sessions.items():
            seconds = week.seconds[day, session] if day in made.days else 0
            assert abs(minutes * 60 - seconds) <= 3
            assert minutes == round(minutes, 1)
