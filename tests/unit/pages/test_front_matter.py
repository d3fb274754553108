"""What a page's front matter holds for the theme's templates and for messages."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from footing.content.models import Content
from footing.drawings import Drawings
from footing.pages.front_matter import overview_page, plan_page, plans_page, redirect_page
from footing.pages.front_matter.exercise import share_text as exercise_text
from footing.pages.front_matter.plan import share_text as plan_text
from footing.pages.views import ExerciseView, WeekView, exercise_views
from footing.planning.schedule import schedule

from tests.unit.builders import content, exercise, plan, site

NOTHING_DRAWN = Drawings(Path("none"))
DOSE = {"hold": "up to 15 s", "reps": "3", "per_day": "1", "days_per_week": "7"}


def views(of: Content) -> list[ExerciseView]:
    return list(exercise_views(of, NOTHING_DRAWN))


def test_a_shared_exercise_is_a_plain_text_message() -> None:
    [view] = views(content(exercise(dosage=DOSE, assumed={"hold": "10 s"}, before="Not with numb feet.")))
    assert exercise_text(view) == (
        "Towel scrunch\n"
        "Hold for up to 15 seconds, 3 times, once a day, every day.\n"
        "Start with 10 seconds (our choice).\n"
        "\n"
        "1. Lay the towel flat.\n"
        "2. Scrunch it.\n"
        "\n"
        "Not with numb feet.\n"
        "Stop if it hurts.\n"
        "https://example.org/exercises/towel-scrunch/"
    )


def test_a_shared_exercise_names_the_sites_choices_only_beside_a_source() -> None:
    whole = content(exercise(dosage=DOSE | {"per_day": "1-2"}, assumed={"hold": "10 s", "sides": "each foot"}))
    [view] = views(whole)
    assert "each foot (our choice), " in exercise_text(view)
    [own] = views(whole.model_copy(update={"site": site(source=None)}))
    assert "our choice" not in exercise_text(own)


def of_plan(**of_site: Any) -> WeekView:
    built = plan()
    whole = content(plans=(built,)).model_copy(update={"site": site(**of_site)})
    return WeekView(built, schedule(built, whole), whole, NOTHING_DRAWN)


def test_a_shared_plan_is_a_plain_text_message() -> None:
    view = of_plan()
    assert plan_text(view) == (
        "A week\n"
        "One week. 1 min a day.\n"
        "\n"
        "1. Towel scrunch: Hold 10 s · once a day · every day\n"
        "\n"
        "Stop if it hurts.\n"
        "† our choice, not the article’s figure.\n"
        "https://example.org/week/a-week/"
    )
    assert "†" not in plan_text(of_plan(source=None))


def test_filters_offer_only_what_an_exercise_has() -> None:
    towel = exercise("a", equipment=[{"item": "towel"}], positions=["standing"], areas=["sole"])
    whole = content(towel, exercise("b", positions=["sitting"]))
    page = overview_page(whole, views(whole))
    options = {each.key: [option.id for option in each.options] for each in page.filters}
    assert options == {
        "position": ["sitting", "standing"],
        "equipment": ["none", "towel"],
        "area": ["toes", "sole"],
    }
    assert [card.as_json()["in"] for card in page.cards] == [
        {"position": "standing", "equipment": "towel", "area": "sole"},
        {"position": "sitting", "equipment": "none", "area": "toes"},
    ]


def test_a_plan_and_the_overviews_are_tagged_with_what_people_type() -> None:
    view = of_plan(search_words={"exercises": ["all of them"], "plans": ["schedule", "calendar"]})
    week = replace(view, plan=plan(aliases=["beginner"]))
    assert plan_page(week, exports=False).tags == ["beginner"]
    assert plans_page(view.content, [week]).tags == ["schedule", "calendar"]
    assert overview_page(view.content, views(view.content)).tags == ["all of them"]


def test_a_page_that_nobody_gave_a_tag_has_none() -> None:
    assert "tags" not in overview_page(content(exercise()), views(content(exercise()))).text()


def test_a_redirect_is_not_searched() -> None:
    text = redirect_page(exercise(), "exercises").text()
    assert 'to: "exercises/towel-scrunch/"' in text
    assert 'search: {"exclude": true}' in text
    assert "updated" not in text
