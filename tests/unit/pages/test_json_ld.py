"""What search engines read of a page."""

from pathlib import Path
from typing import Any

import pytest
from footing.content.amounts import Amount
from footing.content.models import Content, Plan
from footing.drawings import Drawings
from footing.pages.json_ld import breadcrumbs, exercise_json_ld, overview_json_ld, plan_json_ld, quantity
from footing.pages.views import ExerciseView, WeekView, exercise_views
from footing.planning.schedule import schedule

from tests.unit.builders import content, exercise, plan

NOTHING_DRAWN = Drawings(Path("none"))
DOSE = {"hold": "up to 15 s", "reps": "8-12", "per_day": "1", "days_per_week": "7"}


def view(**changes: Any) -> ExerciseView:
    [found] = exercise_views(content(exercise(**changes)), NOTHING_DRAWN)
    return found


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount(10, 10), {"value": 10}),
        (Amount(8, 12), {"minValue": 8, "maxValue": 12}),
        (Amount(None, 15, up_to=True), {"maxValue": 15}),
    ],
)
def test_an_open_amount_has_a_least_and_a_most_value(amount: Amount, expected: dict[str, int]) -> None:
    assert quantity(amount) == {"@type": "QuantitativeValue"} | expected
    assert quantity(amount, "SEC")["unitCode"] == "SEC"


def test_breadcrumbs_are_numbered_from_one() -> None:
    items = breadcrumbs([("Home", "https://example.org/"), ("Here", "https://example.org/here/")])["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Home", "https://example.org/"),
        (2, "Here", "https://example.org/here/"),
    ]


def test_an_exercise_is_a_how_to_and_an_exercise_plan() -> None:
    found = view(dosage=DOSE, equipment=[{"item": "towel", "or": ["scarf"]}])
    how_to, dose, trail = exercise_json_ld(found, preview=True)["@graph"]
    about = {
        "name": "Towel scrunch",
        "description": "Scrunch a towel towards you with your toes.",
        "url": "https://example.org/exercises/towel-scrunch/",
        "dateModified": "2026-11-22",
        "image": "https://example.org/assets/made/previews/towel-scrunch.png",
        "isBasedOn": {"@type": "CreativeWork", "name": "An article"},
    }
    assert how_to == about | {
        "@type": "HowTo",
        "totalTime": f"PT{found.dose.round_seconds}S",
        "tool": [{"@type": "HowToTool", "name": "a thing or a thing"}],
        "step": [
            {"@type": "HowToStep", "position": 1, "text": "Lay the towel flat."},
            {"@type": "HowToStep", "position": 2, "text": "Scrunch it."},
        ],
    }
    assert dose == about | {
        "@type": "ExercisePlan",
        "activityDuration": quantity(Amount(None, 15, up_to=True), "SEC"),
        "repetitions": quantity(Amount(8, 12)),
        "activityFrequency": "once a day · every day",
        "restPeriods": "5 s",
    }
    assert [item["name"] for item in trail["itemListElement"]] == ["A site", "Exercises", "Towel scrunch"]


def test_what_an_exercise_does_not_have_is_left_out() -> None:
    how_to, dose, _ = exercise_json_ld(view(source=None, dosage={"hold": "10 s"}), preview=False)["@graph"]
    assert not {"image", "isBasedOn", "tool"} & how_to.keys()
    assert not {"image", "isBasedOn", "repetitions", "activityFrequency", "restPeriods"} & dose.keys()


def of_plan(built: Plan) -> tuple[Content, WeekView]:
    whole = content(plans=(built,))
    return whole, WeekView(built, schedule(built, whole), whole, NOTHING_DRAWN)


def test_a_plan_lists_its_exercises() -> None:
    _, week = of_plan(plan())
    found, trail = plan_json_ld(week, preview=True)["@graph"]
    assert found["image"] == "https://example.org/assets/made/previews/week-a-week.png"
    assert found["activityFrequency"] == "3 sessions a day · 7 days a week"
    assert found["hasPart"] == [
        {
            "@type": "ExercisePlan",
            "name": "Towel scrunch",
            "url": "https://example.org/exercises/towel-scrunch/",
        }
    ]
    assert [item["name"] for item in trail["itemListElement"]] == ["A site", "Your week", "A week"]
    assert "image" not in plan_json_ld(week, preview=False)["@graph"][0]


def test_the_overview_lists_the_exercises_in_order() -> None:
    whole = content(exercise("b"), exercise("a"))
    found, _ = overview_json_ld(whole.site, list(exercise_views(whole, NOTHING_DRAWN)))["@graph"]
    assert found["numberOfItems"] == 2
    assert [item["url"].split("/")[-2] for item in found["itemListElement"]] == ["b", "a"]
