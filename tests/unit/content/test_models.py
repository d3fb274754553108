"""The models: typed from text, immutable, every key known; and a JSON Schema of the same."""

import json
from datetime import date
from typing import Any

import pytest
from footing.content.amounts import Amount
from footing.content.models import DAYS_OF_WEEK, Content, Exercise, Plan, Site, Vocabulary
from pydantic import ValidationError

from tests.unit.builders import EXERCISE, VOCABULARY, content, exercise, plan, site, vocabulary


def test_an_exercise_is_typed_from_text() -> None:
    built = exercise(
        dosage={"hold": "up to 15 s", "reps": "8-12", "sides": "each foot"},
        equipment=[{"item": "towel", "or": ["scarf"]}],
        steps=["One.", {"text": "Two.", "pose": "press"}],
        caution=[{"who": "Latex allergy", "advice": "Use another band."}],
    )
    assert built.dosage.hold == Amount(None, 15, up_to=True)
    assert built.dosage.reps == Amount(8, 12)
    assert built.equipment[0].or_ == ("scarf",)
    assert [(step.text, step.pose) for step in built.steps] == [("One.", None), ("Two.", "press")]
    assert built.updated == date(2026, 11, 22)


def test_a_model_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        exercise().name = "Other"


def test_positions_are_the_sources_else_the_sites_and_a_week_starts_from_the_chosen_one() -> None:
    stated = exercise(positions=["sitting", "lying"], assumed={"positions": ["lying"]})
    assert (stated.main_positions, stated.start_position) == (("sitting", "lying"), "lying")
    assumed = exercise(positions=[], assumed={"positions": ["standing"]})
    assert (assumed.main_positions, assumed.start_position) == (("standing",), "standing")
    assert exercise(positions=["sitting", "lying"]).start_position == "sitting"


def test_a_plan_names_an_exercise_with_or_without_a_change() -> None:
    built = plan(exercises=["a", {"use": "b", "dosage": {"reps": "5"}, "why": "Fewer."}])
    assert [entry.use for entry in built.exercises] == ["a", "b"]
    assert built.exercises[1].dosage.reps == Amount(5, 5)


def test_a_week_begins_where_the_site_says() -> None:
    assert site().week == DAYS_OF_WEEK
    assert site(week_starts="sunday").week == ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


def test_content_finds_an_exercise_by_its_slug() -> None:
    built: Content = content(exercise("a"), exercise("b"))
    assert built.by_slug["b"].slug == "b"
    assert "c" not in built.by_slug


def test_content_may_stand_at_another_address() -> None:
    built = content(exercise("a"))
    moved = built.at("https://example.org/feet/")
    assert moved.site.address == "https://example.org/feet/"
    assert moved.exercises == built.exercises
    assert built.site.address != moved.site.address


def faults(model: type[Exercise | Plan | Site | Vocabulary], data: dict[str, Any]) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**data, "slug": "x"})
    return [error["msg"] for error in caught.value.errors()]


@pytest.mark.parametrize(
    "day", ["2026-13-01", "2026-02-30", "20261122", "2026-W47-7", "22.11.2026", "today", "2026-1-2", "２026-11-22"]
)
def test_what_is_no_date(day: str) -> None:
    assert faults(Exercise, EXERCISE | {"updated": day}) == [f'"{day}" is not a date; write it like 2026-11-22']


@pytest.mark.parametrize("sides", ["each", "each ", "each 2", "left", "each foot and leg", "Both", "both feet"])
def test_what_is_no_side(sides: str) -> None:
    [reported] = faults(Exercise, EXERCISE | {"dosage": {"hold": "1 s", "sides": sides}})
    assert reported == f'"{sides}" is not a side; write "each foot", "each leg" (or another limb) or "both"'


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "example.org/",
        "ftp://example.org/",
        "https:///",
        "https://a b/",
        "https://a/?x/",
        "https://a/#/",
    ],
)
def test_what_is_no_address_of_a_site(address: str) -> None:
    with pytest.raises(ValidationError, match="is not a web address"):
        site(address=address)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/", "http://localhost:8000/", "https://a.github.io/good-footing/", "https://é.org/ü/"],
)
def test_what_is_one(address: str) -> None:
    assert site(address=address).address == address


@pytest.mark.parametrize(
    "report", ["mailto:", "mailto:me", "me@example.org", "http://example.org/", "https://", "javascript:alert(1)"]
)
def test_where_no_report_can_go(report: str) -> None:
    with pytest.raises(ValidationError, match="is not an address for reports"):
        site(report=report)


def test_a_vocabulary_has_all_seven_days_and_ids_that_can_stand_in_an_address() -> None:
    days = {day: {"label": day, "short": day} for day in ("mon", "tue", "wed", "thu", "fri")}
    assert faults(Vocabulary, VOCABULARY | {"days": days}) == [
        "lacks sat, sun, expected all seven days; add what is missing"
    ]
    term = {"label": "A", "plain": "a"}
    assert faults(Vocabulary, VOCABULARY | {"areas": {"Big toe": term}}) == [
        '"Big toe" is not an id; write lower-case letters, digits and single dashes'
    ]
    assert vocabulary().positions["lying"].place == "floor"


@pytest.mark.parametrize("model", [Exercise, Plan, Site, Vocabulary])
def test_each_model_is_the_source_of_a_json_schema(model: type[Exercise | Plan | Site | Vocabulary]) -> None:
    schema = json.loads(json.dumps(model.model_json_schema()))
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert set(schema["properties"]) == keys
    assert schema["additionalProperties"] is False


def test_the_schema_of_an_amount_is_text_with_examples() -> None:
    defined = Exercise.model_json_schema()["$defs"]["Dosage"]["properties"]["reps"]
    assert {"type": "string", "description": 'a number of repetitions: 10, 2-3 or "up to 10"'} in defined["anyOf"]
