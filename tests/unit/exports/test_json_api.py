"""The JSON files, key by key: other programs rely on them."""

import json
from typing import Any

import pytest
from footing.content.models import DAYS_OF_WEEK, Content
from footing.exports.json_api import exercises_json, json_files, patterns_json, week_json
from footing.planning.schedule import Slot, Week, schedule
from footing.planning.schedule_tables import day_tables, session_tables

from tests.unit.builders import content, exercise, plan

DOSES = ["hold_s", "move_s", "reps", "per_day", "days_per_week", "sides"]
ASSUMED = [*DOSES, "positions", "rest_s", "ready_s", "switch_s"]
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
def test_an_open_amount_stays_open(dosage: dict[str, Any], stated: dict[str, Any]) -> None:
    assert published(dosage=dosage)["dosage"] == SILENT | stated


def test_a_missing_value_is_null_or_empty() -> None:
    found = published(positions=[], dosage={"move": {"verb": "roll"}}, assumed={"move": {"for": "1 min"}})
    assert found["positions"] == found["equipment"] == []
    assert found["dosage"] == SILENT
    assert found["assumed"] == {
        **SILENT,
        "move_s": amount(60, 60),
        "positions": [],
        **dict.fromkeys(("rest_s", "ready_s", "switch_s")),
    }


def test_exercises_are_in_the_contents_order() -> None:
    found = json.loads(exercises_json(content(exercise("b"), exercise("a"), exercise("c"))))
    assert [each["slug"] for each in found] == ["b", "a", "c"]


def test_the_file_is_one_line_of_readable_text() -> None:
    text = exercises_json(content(exercise(name="Füße – “up”")))
    assert text.count("\n") == 1
    assert text.endswith("]\n")
    assert "Füße – “up”" in text


# A week


def test_a_weeks_json_has_all_that_a_session_needs() -> None:
    built = plan(days=["mon", "wed"], sessions=["morning", "evening"])
    slots = (Slot("mon", "morning", "towel-scrunch", False), Slot("wed", "evening", "towel-scrunch", True))
    week = Week(slots, {("mon", "morning"): 267, ("wed", "evening"): 0})
    assert json.loads(week_json(built, week, content())) == {
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
        "missed": "drop",
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
def test_a_weeks_json_has_the_dose_as_the_plan_changes_it(
    changes: dict[str, Any], own: dict[str, Any], wanted: dict[str, Any]
) -> None:
    built = plan(exercises=[{"use": "towel-scrunch", "dosage": own}])
    found = json.loads(week_json(built, Week((), {}), content(exercise(**changes))))["exercises"]["towel-scrunch"]
    assert {key: found[key] for key in wanted} == wanted


def test_minutes_are_given_for_all_seven_days_from_monday_in_the_plans_sessions() -> None:
    built = plan(days=["sat", "sun"], sessions=["evening", "morning"])
    whole = content(exercise(dosage={"hold": "10 s", "per_day": "1", "days_per_week": "2"}))
    minutes = json.loads(week_json(built, schedule(built, whole), whole))["minutes"]
    assert list(minutes) == list(DAYS_OF_WEEK)
    assert {tuple(day) for day in minutes.values()} == {("evening", "morning")}
    assert sum(minutes["mon"].values()) == 0
    assert sum(minutes["sun"].values()) > 0


# The week builder


def patterns(whole: Content) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(patterns_json(whole))
    return found


def test_the_week_builder_knows_what_is_stated_and_what_is_the_sites_choice() -> None:
    found = patterns(
        content(
            exercise(
                positions=["lying"],
                formerly=["sock-scrunch"],
                dosage={"hold": "up to 15 s", "reps": "8-12", "sides": "each foot", "per_day": "2-3"},
                assumed={"hold": "10 s", "reps": "9", "days_per_week": "5", "ready": "20 s", "switch": "4 s"},
                before="Not with numb feet.",
                caution=[{"who": "Diabetes", "advice": "Ask."}, {"who": "A wound", "advice": "Wait."}],
            )
        ),
    )
    assert found["formerly"] == {"sock-scrunch": "towel-scrunch"}
    assert found["exercises"]["towel-scrunch"] == {
        "name": "Towel scrunch",
        "url": "exercises/towel-scrunch/",
        "place": "floor",
        "verb": None,
        "says": "Hold",
        "about": False,
        "limb": "foot",
        "sides": {"said": "each foot", "ours": False},
        "seconds": {
            "start": 10,
            "most": 15,
            "said": "up to 15 s",
            "was": "up to 15 s",
            "stated": True,
            "ours": False,
            "begin": "10 s",
        },
        "reps": {
            "start": 9,
            "most": 12,
            "said": "8–12 times",
            "was": "8–12",
            "stated": True,
            "ours": False,
            "begin": "9 times",
        },
        "per_day": {"start": 2, "most": 3, "said": "2–3 times a day", "was": "2–3", "stated": True, "ours": False},
        "days": {"start": 5, "most": 5, "said": "5 days a week", "was": "5", "stated": False, "ours": True},
        "ready": 20,
        "rest": 5,
        "switch": 4,
        "from_source": True,
        "before": "Not with numb feet.",
        "cautions": ["Diabetes", "A wound"],
    }


def test_a_value_that_is_neither_stated_nor_assumed_is_null() -> None:
    silent = exercise(dosage={"move": {"verb": "roll", "for": "1-3 min"}}, source=None)
    found = patterns(content(silent))["exercises"]["towel-scrunch"]
    assert (found["verb"], found["says"], found["seconds"]["said"]) == ("roll", "Roll", "1–3 min")
    assert (
        found["limb"] is found["sides"] is found["reps"] is found["per_day"] is found["days"] is found["before"] is None
    )
    assert found["from_source"] is False


def test_no_value_of_an_exercise_without_a_source_is_stated() -> None:
    dosage = {"hold": "5 s", "reps": "up to 12", "sides": "each foot", "per_day": "1", "days_per_week": "7"}
    found = patterns(content(exercise(dosage=dosage, assumed={"reps": "6"}, source=None)))
    own = found["exercises"]["towel-scrunch"]
    for key in ("seconds", "reps", "per_day", "days"):
        assert (own[key]["stated"], own[key]["ours"]) == (False, True), key
    assert (own["reps"]["said"], own["reps"]["was"], own["reps"]["begin"]) == ("up to 12 times", "up to 12", "6 times")
    assert own["sides"] == {"said": "each foot", "ours": True}


def test_an_empty_week_has_the_sessions_of_the_plan_with_most() -> None:
    few, many = plan("few", sessions=["evening"]), plan("many", sessions=["morning", "midday"], limit="12 min")
    assert patterns(content(plans=(few, many)))["start"]["sessions"] == ["morning", "midday"]
    assert patterns(content(plans=(few, many)))["start"]["limit"] == 720
    assert patterns(content())["start"]["sessions"] == ["morning", "midday", "evening"]
    assert patterns(content())["start"]["limit"] == 600


def test_the_week_builder_has_the_schedules_tables() -> None:
    whole = content(plans=(plan(),))
    found = patterns(whole)
    assert found["days"] == day_tables(whole)
    assert found["sessions"] == session_tables(whole)
    assert found["moves"] == {"between": 10, "floor": 30}
    assert found["session_names"] == {"morning": "Morning", "midday": "Midday", "evening": "Evening"}


def test_every_plan_has_its_json() -> None:
    whole = content(plans=(plan("a"), plan("b")))
    weeks = {each.slug: schedule(each, whole) for each in whole.plans}
    assert list(json_files(whole, weeks)) == ["exercises.json", "week/a.json", "week/b.json", "week/patterns.json"]
