"""The front matter of an exercise's page (overrides/pages/exercise.html)."""

from __future__ import annotations

from footing.content.models import Exercise
from footing.json_model import JsonModel
from footing.pages import wording
from footing.pages.front_matter.model import SharedPage
from footing.pages.json_ld import exercise_json_ld
from footing.pages.views import ExerciseView
from footing.planning.dose import Dose


class Fact(JsonModel):
    """One value of the dose in large type, with a line below it; either may be the site's choice."""

    big: str
    site_choice: bool
    small: str
    small_site_choice: bool = False
    note: str = ""


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
    facts: list[Fact]
    dose: str
    start: str
    before: str
    timer: Timer
    round: str
    position: str
    position_site_choice: bool
    arriving: str
    previous: Neighbour | None
    next: Neighbour | None
    stop_rule: str
    report: str


class ExercisePage(SharedPage):
    exercise: ExerciseDetails


def exercise_page(view: ExerciseView, *, preview: bool) -> ExercisePage:
    exercise = view.exercise
    short = wording.short_dose(view.dose)
    describe = exercise.figure.get("describe") if exercise.figure else None
    return ExercisePage(
        template="pages/exercise.html",
        title=exercise.name,
        description=f"{short}. {exercise.summary}",
        tags=[*view.search_tags, *([] if view.equipment else ["no equipment"])],
        updated=exercise.updated,
        preview=view.preview if preview else None,
        preview_alt=f"{exercise.name}: {short}.{f' {describe}' if describe else ''}" if preview else None,
        linked=exercise_json_ld(view, preview=preview),
        share_text=share_text(view),
        exercise=_details(view),
    )


def share_text(view: ExerciseView) -> str:
    """The exercise as a plain-text message."""
    exercise, site, dose = view.exercise, view.content.site, view.dose
    source = view.source or ""
    short, start = wording.short_dose(dose, source), wording.start_marked(dose, source)
    steps = [f"{number}. {step.text}" for number, step in enumerate(exercise.steps, 1)]
    lines = [exercise.name, short, *([start.capitalize()] if start else []), "", *steps, ""]
    lines += [exercise.before] if exercise.before else []
    lines += [site.stop_rule]
    lines += [wording.footnote(source)] if "†" in short + start else []
    return "\n".join([*lines, view.address])


def _details(view: ExerciseView) -> ExerciseDetails:
    exercise, site = view.exercise, view.content.site
    return ExerciseDetails(
        slug=exercise.slug,
        figure=view.moving,
        moves=exercise.figure is not None and "motion" in exercise.figure,
        stills=[Still(place=f"<!-- picture {number} -->", svg=svg) for number, svg in view.stills],
        source=view.source or "",
        facts=_facts(view.dose, sourced=bool(view.source)),
        dose=wording.short_dose(view.dose),
        start=wording.start(view.dose),
        before=exercise.before or "",
        timer=timer(view.dose),
        round=wording.clock(view.dose.round_seconds),
        position=" · ".join(term.label for term in view.positions),
        position_site_choice=view.positions_site_choice and bool(view.source),
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


def _facts(dose: Dose, *, sourced: bool) -> list[Fact]:
    """The dose's values. Beside a source the site's own choices are marked; elsewhere nothing is."""
    length, reps, per_day, days = dose.length, dose.reps, dose.per_day, dose.days_per_week
    note = f"start with {wording.seconds(length.start)}" if length.starts_within else ""
    big = wording.short_time(length.shown)
    facts = [Fact(big=big, site_choice=length.site_choice and sourced, small=wording.verb(dose), note=note)]
    if reps:
        note = f"start with {reps.start}" if reps.starts_within else ""
        small = "time" if reps.shown.max == 1 else "times"
        facts.append(
            Fact(big=wording.amount_range(reps.shown), site_choice=reps.site_choice and sourced, small=small, note=note)
        )
    if dose.sides:
        big, small = ("both", "at once") if dose.sides == "both" else ("each", dose.limb or "")
        facts.append(Fact(big=big, site_choice=dose.sides_site_choice and sourced, small=small))
    weekly = wording.per_week(days.shown) if days else ""
    weekly_choice = days is not None and days.site_choice and sourced
    if per_day:
        big = f"{wording.amount_range(per_day.shown)}× a day"
        facts.append(
            Fact(big=big, site_choice=per_day.site_choice and sourced, small=weekly, small_site_choice=weekly_choice)
        )
    elif days:
        facts.append(Fact(big=weekly, site_choice=weekly_choice, small=""))
    return facts


def _neighbour(exercise: Exercise | None) -> Neighbour | None:
    return Neighbour(name=exercise.name, url=f"exercises/{exercise.slug}/") if exercise else None
