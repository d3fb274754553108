"""The front matter of an exercise's page (overrides/pages/exercise.html)."""

from __future__ import annotations

from footing.content.models import Exercise
from footing.json_model import JsonModel
from footing.pages import wording
from footing.pages.front_matter.model import SharedPage
from footing.pages.json_ld import exercise_json_ld
from footing.pages.views import ExerciseView
from footing.planning.dose import Dose


class Still(JsonModel):
    """A step's drawing, and the comment in the Markdown that it replaces."""

    place: str
    svg: str


class Timer(JsonModel):
    """The attributes of <hold-timer>."""

    verb: str
    seconds: int
    reps: int
    rest: int
    sides: str
    limb: str
    ready: int
    switch: int


class Neighbour(JsonModel):
    name: str
    url: str


class ExerciseDetails(JsonModel):
    slug: str
    figure: str
    moves: bool
    stills: list[Still]
    source: str
    dose_sentences: str
    dose: str
    start: str
    before: str
    timer: Timer
    arriving: str
    previous: Neighbour | None
    next: Neighbour | None
    stop_rule: str
    report: str


class ExercisePage(SharedPage):
    exercise: ExerciseDetails


def exercise_page(view: ExerciseView, *, preview: bool) -> ExercisePage:
    exercise = view.exercise
    dose = wording.long_dose(view.dose)
    describe = exercise.figure.get("describe") if exercise.figure else None
    return ExercisePage(
        template="pages/exercise.html",
        title=exercise.name,
        description=f"{dose}. {exercise.summary}",
        tags=[*view.search_tags, *([] if view.equipment else ["no equipment"])],
        updated=exercise.updated,
        preview=view.preview if preview else None,
        preview_alt=f"{exercise.name}: {dose}.{f' {describe}' if describe else ''}" if preview else None,
        linked=exercise_json_ld(view, preview=preview),
        share_text=share_text(view),
        exercise=_details(view),
    )


def share_text(view: ExerciseView) -> str:
    """The exercise as a plain-text message."""
    exercise, site, dose = view.exercise, view.content.site, view.dose
    source = view.source or ""
    start = wording.start(dose)
    choice = " (our choice)" if source else ""
    steps = [f"{number}. {step.text}" for number, step in enumerate(exercise.steps, 1)]
    lines = [exercise.name, wording.sentence(dose, source)]
    lines += [f"{start.capitalize()}{choice}."] if start else []
    lines += ["", *steps, ""]
    lines += [exercise.before] if exercise.before else []
    lines += [site.stop_rule]
    return "\n".join([*lines, view.address])


def _details(view: ExerciseView) -> ExerciseDetails:
    exercise, site = view.exercise, view.content.site
    return ExerciseDetails(
        slug=exercise.slug,
        figure=view.moving,
        moves=exercise.figure is not None and "motion" in exercise.figure,
        stills=[Still(place=f"<!-- picture {number} -->", svg=svg) for number, svg in view.stills],
        source=view.source or "",
        dose_sentences=wording.dose_sentences(view.dose, view.source or ""),
        dose=wording.long_dose(view.dose),
        start=wording.start(view.dose),
        before=exercise.before or "",
        timer=timer(view.dose),
        arriving=site.arriving or "",
        previous=_neighbour(view.previous),
        next=_neighbour(view.next),
        stop_rule=site.stop_rule,
        report=view.report,
    )


def timer(dose: Dose) -> Timer:
    """The timer of the dose; pauses that never occur are 0."""
    return Timer(
        verb=wording.verb(dose),
        seconds=dose.length.start,
        reps=dose.times,
        rest=dose.rest if dose.times > 1 else 0,
        sides="left right" if dose.each_side else "",
        limb=dose.limb or "",
        ready=dose.ready,
        switch=dose.switch if dose.each_side else 0,
    )


def _neighbour(exercise: Exercise | None) -> Neighbour | None:
    return Neighbour(name=exercise.name, url=f"exercises/{exercise.slug}/") if exercise else None
