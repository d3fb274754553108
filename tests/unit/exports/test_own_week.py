"""/week/patterns.json: what the page for a week of one's own is made of."""

import json
from typing import Any

from footing.drawings import Pictures
from footing.exports.own_week import own_week
from footing.pages.renderer import Renderer
from footing.planning.schedule_tables import day_tables, session_tables

from tests.unit import real
from tests.unit.made import content, exercise, plan


def published(whole: Any, tmp_path: Any) -> dict[str, Any]:
    files = Renderer(Pictures(tmp_path)).files(whole, {}, lambda pages: None)
    told: dict[str, Any] = json.loads(files["week/patterns.json"])
    return told


def test_an_exercise_with_what_is_stated_and_what_is_chosen(tmp_path: Any) -> None:
    told = published(
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
        tmp_path,
    )
    assert told["formerly"] == {"sock-scrunch": "towel-scrunch"}
    assert told["exercises"]["towel-scrunch"] == {
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


def test_what_nobody_says_is_null(tmp_path: Any) -> None:
    silent = exercise(dosage={"move": {"verb": "roll", "for": "1-3 min"}}, source=None)
    told = published(content(silent), tmp_path)["exercises"]["towel-scrunch"]
    assert (told["verb"], told["says"], told["seconds"]["said"]) == ("roll", "Roll", "1–3 min")
    assert told["limb"] is told["sides"] is told["reps"] is told["per_day"] is told["days"] is told["before"] is None
    assert told["from_source"] is False


def test_no_source_states_a_figure_of_the_authors_own_exercise(tmp_path: Any) -> None:
    dosage = {"hold": "5 s", "reps": "up to 12", "sides": "each foot", "per_day": "1", "days_per_week": "7"}
    told = published(content(exercise(dosage=dosage, assumed={"reps": "6"}, source=None)), tmp_path)
    own = told["exercises"]["towel-scrunch"]
    for key in ("seconds", "reps", "per_day", "days"):
        assert (own[key]["stated"], own[key]["ours"]) == (False, True), key
    assert (own["reps"]["said"], own["reps"]["was"], own["reps"]["begin"]) == ("up to 12 times", "up to 12", "6 times")
    assert own["sides"] == {"said": "each foot", "ours": True}


def test_an_empty_week_has_the_sessions_of_the_plan_with_most() -> None:
    few, many = plan("few", sessions=["evening"]), plan("many", sessions=["morning", "midday"], limit="12 min")
    assert own_week(content(plans=(few, many)))["start_sessions"] == ["morning", "midday"]
    assert own_week(content(plans=(few, many)))["limit"] == 720
    assert own_week(content())["start_sessions"] == ["morning", "midday", "evening"]
    assert own_week(content())["limit"] == 600


def test_the_real_one_holds_every_exercise_and_the_tables() -> None:
    told = json.loads(real.made().files["week/patterns.json"])
    whole = real.content()
    assert list(told["exercises"]) == list(whole.site.order)
    assert told["days"] == day_tables(whole)
    assert told["sessions"] == session_tables(whole)
    assert told["moves"] == {"between": 10, "floor": 30}
    assert list(told["session_names"]) == list(whole.vocabulary.sessions)
