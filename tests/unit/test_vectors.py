"""The test vectors that Python and JavaScript share: tests/vectors/README.md describes them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from footing.content.models import DAYS_OF_WEEK, Change, Exercise
from footing.drawings import Drawings
from footing.exports.json_api import patterns_json, week_json
from footing.pages import wording
from footing.pages.views import WeekView
from footing.planning.dose import dose_of
from footing.planning.schedule import Slot, Week, schedule
from footing.planning.share_link import checksum, week_link

from tests.unit.builders import content, exercise, plan, site

VECTORS = Path(__file__).parents[1] / "vectors"
POSITIONS = {"chair": "sitting", "standing": "standing", "floor": "lying"}


def vectors(name: str, part: str | None = None) -> pytest.MarkDecorator:
    """A parametrization over the vectors of a file, or of one part of it."""
    found = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
    return pytest.mark.parametrize("vector", found[part] if part else found, ids=lambda vector: vector["case"])


@vectors("dose_wording")
def test_a_dose_is_worded_as_in_the_week_builder(vector: dict[str, Any]) -> None:
    invented = exercise("knee-lift", **vector["exercise"])
    of_site = site() if vector["source"] else site(source=None)
    dose = dose_of(invented, of_site, Change.model_validate(vector.get("change", {})))
    often = [wording.frequency(dose, vector["source"]), wording.start_marked(dose, vector["source"])]
    mark = "‡" if "change" in vector else "†"
    assert wording.short_dose(dose, vector["source"]).replace("†", mark) == vector["dose"]
    assert " · ".join(filter(None, often)).replace("†", mark) == vector["often"]


@vectors("dose_wording")
def test_the_week_builder_gets_the_dose_of_the_vector(vector: dict[str, Any]) -> None:
    of_site = site() if vector["source"] else site(source=None)
    whole = content(exercise("knee-lift", **vector["exercise"])).model_copy(update={"site": of_site})
    found = json.loads(patterns_json(whole))["exercises"]["knee-lift"]
    assert {key: found[key] for key in vector["data"]} == vector["data"]


@vectors("share_link")
def test_a_link_ends_with_the_check_of_its_text(vector: dict[str, Any]) -> None:
    text, _, end = vector["fragment"].rpartition(".")
    assert checksum(text) == end


def _plans_only(vector: dict[str, Any]) -> bool:
    week = vector["week"]
    return not week["name"] and not week["note"] and all(each["side"] in ("", "e") for each in week["exercises"])


def test_a_plans_week_becomes_the_link_of_the_vector() -> None:
    found = json.loads((VECTORS / "share_link.json").read_text(encoding="utf-8"))
    of_plans = [vector for vector in found if _plans_only(vector)]
    assert len(of_plans) == 3
    for vector in of_plans:
        assert _link(vector["week"]) == vector["fragment"], vector["case"]


def _link(week: dict[str, Any]) -> str:
    """The link of a plan with the exercises, days and sessions of the vector's week."""
    exercises, slots = [], []
    for each in week["exercises"]:
        dosage = {"hold": f"{each['seconds']} s", "reps": str(each["reps"])}
        exercises.append(exercise(each["slug"], dosage=dosage | ({"sides": "each leg"} if each["side"] else {})))
        days, sessions = (
            dict.fromkeys(at["due"], "due") | dict.fromkeys(at["more"], "more") for at in (each["on"], each["at"])
        )
        slots += [
            Slot(DAYS_OF_WEEK[day], week["sessions"][session], each["slug"], "more" in (on, at))
            for day, on in days.items()
            for session, at in sessions.items()
        ]
    built = plan(
        days=[DAYS_OF_WEEK[day] for day in week["days"]],
        sessions=week["sessions"],
        exercises=[each.slug for each in exercises],
    )
    return week_link(built, Week(tuple(slots), {}), content(*exercises, plans=(built,)))


def _played(slug: str, dose: dict[str, Any]) -> Exercise:
    """An exercise that is played with these numbers; a pause of 0 is one that never occurs."""
    pauses = {key: f"{dose[key]} s" for key in ("rest", "ready", "switch") if dose[key]}
    dosage = {"hold": f"{dose['seconds']} s", "reps": str(dose["reps"]), "per_day": "1", "days_per_week": "1"}
    sides = {"sides": "each leg"} if dose["sides"] else {}
    return exercise(slug, positions=[POSITIONS[dose.get("place", "chair")]], dosage=dosage | sides, assumed=pauses)


@vectors("timetable", "rounds")
def test_a_round_takes_the_seconds_of_the_vector(vector: dict[str, Any]) -> None:
    given = vector["dose"]
    dose = dose_of(_played("knee-lift", given), site())
    dose = replace(dose, ready=given["ready"], rest=given["rest"], switch=given["switch"])
    assert dose.round_seconds == vector["seconds"]


@vectors("timetable", "sessions")
def test_a_session_takes_the_seconds_of_the_vector(vector: dict[str, Any]) -> None:
    exercises = [_played(slug, dose) for slug, dose in vector["exercises"].items()]
    built = plan(days=["mon"], sessions=["morning"], exercises=list(vector["exercises"]), limit="60 min")
    moves = {key: f"{seconds} s" for key, seconds in vector["moves"].items()}
    whole = content(*exercises, plans=(built,)).model_copy(update={"site": site(moves=moves)})
    week = schedule(built, whole)
    assert [slot.exercise for slot in week.slots] == list(vector["exercises"])
    assert week.seconds["mon", "morning"] == vector["seconds"]
    played = json.loads(week_json(built, week, whole))
    assert played["moves"] == vector["moves"]
    for slug, dose in vector["exercises"].items():
        assert {key: played["exercises"][slug][key] for key in dose} == dose


@vectors("waking_hours")
def test_a_session_is_offered_from_its_part_of_the_day_on(vector: dict[str, Any]) -> None:
    sessions = tuple(f"session-{number}" for number, _ in enumerate(vector["hours"]))
    built = plan(sessions=sessions)
    whole = content(plans=(built,))
    view = WeekView(built, schedule(built, whole), whole, Drawings(Path("none")))
    assert [view.starts_at(session) for session in sessions] == vector["hours"]
