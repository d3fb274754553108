"""The front matter of the list of exercises: the cards and filters of pages/exercises.html, pages/home.html and 404.html."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pydantic import Field

from footing.content.models import Content, Term
from footing.json_model import JsonModel
from footing.pages import wording
from footing.pages.front_matter.model import FrontMatter, Option
from footing.pages.json_ld import JsonLd, overview_json_ld
from footing.pages.views import ExerciseView

NO_EQUIPMENT = Option(id="none", label="No equipment")


class Filter(JsonModel):
    key: str
    label: str
    options: list[Option]


class FilterValues(JsonModel):
    """The options of each filter that an exercise is found by, separated by spaces."""

    position: str
    equipment: str
    area: str


class Card(JsonModel):
    slug: str
    url: str
    name: str
    summary: str
    dose: str
    position: str
    needs: str
    figure: str
    minutes: str
    in_: FilterValues = Field(serialization_alias="in")


class OverviewPage(FrontMatter):
    linked: JsonLd
    filters: list[Filter]
    cards: list[Card]


def overview_page(content: Content, views: Sequence[ExerciseView]) -> OverviewPage:
    return OverviewPage(
        template="pages/exercises.html",
        title="Exercises",
        description=f"All {len(views)} exercises with dose, position, equipment and minutes. "
        "Choose by what you have and how you like to sit, stand or lie.",
        updated=max(view.exercise.updated for view in views),
        tags=list(content.site.search_words.exercises) or None,
        linked=overview_json_ld(content.site, views),
        filters=_filters(content),
        cards=[_card(view) for view in views],
    )


def _filters(content: Content) -> list[Filter]:
    vocabulary, exercises = content.vocabulary, content.exercises
    positions = {position for exercise in exercises for position in exercise.main_positions}
    equipment = {need.item for exercise in exercises for need in exercise.equipment}
    areas = {area for exercise in exercises for area in exercise.areas}
    return [
        Filter(key="position", label="Position", options=_options(vocabulary.positions, positions)),
        Filter(key="equipment", label="Equipment", options=[NO_EQUIPMENT, *_options(vocabulary.equipment, equipment)]),
        Filter(key="area", label="Area", options=_options(vocabulary.areas, areas)),
    ]


def _options(vocabulary: Mapping[str, Term], used: Collection[str]) -> list[Option]:
    return [Option(id=id_, label=term.label) for id_, term in vocabulary.items() if id_ in used]


def _card(view: ExerciseView) -> Card:
    exercise = view.exercise
    return Card(
        slug=exercise.slug,
        url=view.url,
        name=exercise.name,
        summary=exercise.summary,
        dose=wording.short_dose(view.dose, view.content.site.source_name),
        position=wording.alternatives(view.positions).capitalize(),
        needs=", ".join(thing.term.label for thing in view.equipment) or NO_EQUIPMENT.label,
        figure=view.thumbnail,
        minutes=wording.clock(view.dose.round_seconds),
        in_=FilterValues(
            position=" ".join(exercise.main_positions),
            equipment=" ".join(need.item for need in exercise.equipment) or NO_EQUIPMENT.id,
            area=" ".join(exercise.areas),
        ),
    )
