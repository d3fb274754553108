"""The data of the PDFs and previews: one typed model for each template in templates/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pydantic import Field

from footing.content.models import Site
from footing.drawings import Drawing
from footing.json_model import JsonModel
from footing.pages import wording
from footing.pages.qr_code import qr_code
from footing.pages.views import ExerciseView, Row, WeekView

MAX_PREVIEW_DRAWINGS = 4
MAX_HANDOUT_DRAWINGS = 3  # beside an exercise's steps


class Preview(JsonModel):
    """The image of a link to a page (preview.typ). `site` is empty in the preview of the site itself."""

    site: str
    logo: str
    name: str
    words: str
    drawings: list[str]


class Chart(JsonModel):
    """A plan's week on one page, or all its weeks (chart.typ)."""

    name: str
    site: str
    address: str
    qr: str
    updated: tuple[int, int, int]
    numbers: str  # the address that says which numbers are whose; empty without a source
    weeks: int
    days: list[ChartDay]
    sessions: list[str]
    heads: list[str]  # over the boxes of each session; none over a single one
    rows: list[ChartRow]
    stop_rule: str


class ChartDay(JsonModel):
    label: str
    short: str
    minutes: int


class ChartRow(JsonModel):
    name: str
    address: str
    dose: str
    start: str
    optional: bool
    figure: str
    alt: str
    cells: tuple[tuple[str, ...], ...]


class Handout(JsonModel):
    """A plan's exercises in full (handout.typ)."""

    name: str
    summary: str
    for_: str = Field(serialization_alias="for")
    site: str
    address: str
    qr: str
    updated: tuple[int, int, int]
    numbers: str
    stop_rule: str
    sessions: list[str]
    timetable: list[TimetableRow]
    exercises: list[HandoutExercise]


class TimetableRow(JsonModel):
    """An exercise and its days in each session: "every day", "Mon, Thu (Sat if you like)"."""

    name: str
    days: list[str]


class HandoutExercise(JsonModel):
    name: str
    address: str
    qr: str
    dose: str
    often: str
    start: str
    why: str
    position: str
    needs: str
    before: str
    steps: list[str]
    drawings: list[StepDrawing]
    feel: str
    stop_if: tuple[str, ...]
    caution: list[Caution]


class StepDrawing(JsonModel):
    """A pose with the number of the step that it shows; 0 where it shows the exercise as a whole."""

    number: int
    svg: str
    alt: str


class Caution(JsonModel):
    who: str
    advice: str


def site_preview(site: Site, views: Sequence[ExerciseView], logo: str) -> Preview:
    """The preview of every page without one of its own."""
    drawings = _stills(view.drawing for view in views[:MAX_PREVIEW_DRAWINGS])
    return Preview(site="", logo=logo, name=site.name, words=site.summary, drawings=drawings)


def exercise_preview(view: ExerciseView, logo: str) -> Preview:
    return Preview(
        site=view.content.site.name,
        logo=logo,
        name=view.exercise.name,
        words=wording.sentence(view.dose, view.source or ""),
        drawings=_stills([view.drawing]),
    )


def plan_preview(view: WeekView, logo: str) -> Preview:
    rows = view.rows
    count = f"{len(rows)} {wording.plural('exercise', len(rows))}"
    return Preview(
        site=view.content.site.name,
        logo=logo,
        name=view.plan.name,
        words=f"{count} to do and to print. {wording.minutes(*view.minutes)} a day.",
        drawings=_stills(row.drawing for row in rows[:MAX_PREVIEW_DRAWINGS]),
    )


def _stills(drawings: Iterable[Drawing | None]) -> list[str]:
    return [drawing.plain(drawing.still, "colours") for drawing in drawings if drawing]


def chart(view: WeekView) -> Chart:
    site, vocabulary = view.content.site, view.content.vocabulary
    days = [(vocabulary.days[day], view.day_minutes(day)) for day in site.week]
    return Chart(
        name=view.plan.name,
        site=site.name,
        address=view.address,
        qr=qr_code(view.address),
        updated=_date(view.updated),
        numbers=view.numbers_address,
        weeks=view.weeks,
        days=[ChartDay(label=day.label, short=day.short, minutes=minutes) for day, minutes in days],
        sessions=[vocabulary.sessions[session].label for session in view.plan.sessions],
        heads=view.session_heads,
        rows=[_chart_row(row, site) for row in view.rows],
        stop_rule=site.stop_rule,
    )


def _chart_row(row: Row, site: Site) -> ChartRow:
    drawing = row.drawing
    return ChartRow(
        name=row.exercise.name,
        address=f"{site.address}{row.url}",
        dose=wording.printed_dose(row.dose),
        start=wording.printed_start(row.dose),
        optional=row.has_optional,
        figure=drawing.plain(drawing.still, "greys") if drawing else "",
        alt=_description(row) if drawing else "",
        cells=row.cells,
    )


def handout(view: WeekView, exercises: Mapping[str, ExerciseView]) -> Handout:
    """The hand-out of a plan; `exercises` holds the views by slug."""
    site = view.content.site
    return Handout(
        name=view.plan.name,
        summary=view.plan.summary,
        for_=view.plan.for_,
        site=site.name,
        address=view.address,
        qr=qr_code(view.address),
        updated=_date(view.updated),
        numbers=view.numbers_address,
        stop_rule=site.stop_rule,
        sessions=[view.content.vocabulary.sessions[session].label for session in view.plan.sessions],
        timetable=[TimetableRow(name=row.exercise.name, days=_timetable_days(row, view)) for row in view.rows],
        exercises=[_handout_exercise(row, exercises[row.exercise.slug]) for row in view.rows],
    )


def _timetable_days(row: Row, view: WeekView) -> list[str]:
    """For each session the days on which the exercise is done in it, in words."""
    vocabulary, week = view.content.vocabulary, view.content.site.week
    found = []
    for number in range(len(view.plan.sessions)):
        days = {
            kind: [
                vocabulary.days[day].short for day, cell in zip(week, row.cells, strict=True) if cell[number] == kind
            ]
            for kind in ("due", "optional")
        }
        found.append(wording.days_if_you_like(days["due"], days["optional"]))
    return found


def _handout_exercise(row: Row, view: ExerciseView) -> HandoutExercise:
    exercise = row.exercise
    return HandoutExercise(
        name=exercise.name,
        address=view.address,
        qr=qr_code(view.address),
        dose=wording.printed_dose(row.dose),
        often=wording.frequency(row.dose),
        start=wording.printed_start(row.dose),
        why=row.entry.why or "",
        position=wording.alternatives(view.positions).capitalize(),
        needs=wording.joined(view.needs),
        before=exercise.before or "",
        steps=[step.text for step in exercise.steps],
        drawings=_step_drawings(row),
        feel=exercise.feel or "",
        stop_if=exercise.stop_if,
        caution=[Caution(who=caution.who, advice=caution.advice) for caution in exercise.caution],
    )


def _step_drawings(row: Row) -> list[StepDrawing]:
    if not row.drawing:
        return []
    steps = row.exercise.steps
    return [
        StepDrawing(
            number=number,
            svg=row.drawing.plain(pose, "greys"),
            alt=steps[number - 1].text if number else _description(row),
        )
        for number, pose in row.poses(MAX_HANDOUT_DRAWINGS)
    ]


def _description(row: Row) -> str:
    return str((row.exercise.figure or {})["describe"])


def _date(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
