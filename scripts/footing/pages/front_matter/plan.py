"""The front matter of a plan's page (overrides/pages/plan.html)."""

from __future__ import annotations

from footing.json_model import JsonModel
from footing.pages import wording
from footing.pages.front_matter.model import DayLabel, SharedPage
from footing.pages.json_ld import plan_json_ld
from footing.pages.qr_code import qr_code
from footing.pages.views import Row, WeekView


class ChartDay(DayLabel):
    minutes: int


class ChartRow(JsonModel):
    """An exercise's row. `cells` holds a box for each session of each day: "due", "optional" or "none".

    `printed` and `printed_start` say the dose on paper: in whole words and without marks.
    """

    name: str
    url: str
    dose: str
    often: str
    start: str
    printed: str
    printed_start: str
    optional: bool
    figure: str
    cells: tuple[tuple[str, ...], ...]


class PlanDetails(JsonModel):
    plan: str
    downloads: bool
    calendar: bool
    times: list[str]
    recommended: bool
    source: str
    minutes: str
    days: list[ChartDay]
    heads: list[str]
    weeks: int
    qr: str
    numbers: str
    sessions: list[str]
    session_ids: tuple[str, ...]
    rows: list[ChartRow]
    stop_rule: str


class PlanPage(SharedPage):
    week: PlanDetails


def plan_page(view: WeekView, *, exports: bool) -> PlanPage:
    plan, minutes = view.plan, wording.minutes(*view.minutes)
    return PlanPage(
        template="pages/plan.html",
        title=plan.name,
        description=f"{plan.summary} {minutes} a day.",
        updated=view.updated,
        tags=list(plan.aliases) or None,
        preview=view.preview if exports else None,
        preview_alt=f"{plan.name}: {plan.summary}" if exports else None,
        linked=plan_json_ld(view, preview=exports),
        share_text=share_text(view),
        week=_details(view, exports=exports),
    )


def share_text(view: WeekView) -> str:
    """The plan as a plain-text message."""
    site, source = view.content.site, view.content.site.source_name
    rows = [
        f"{number}. {wording.plan_line(row.exercise.name, row.dose, source)} · {wording.frequency(row.dose, source)}"
        for number, row in enumerate(view.rows, 1)
    ]
    head = [view.plan.name, f"{view.plan.summary} {wording.minutes(*view.minutes)} a day.", ""]
    footnote = [wording.footnote(source)] if source else []
    return "\n".join([*head, *rows, "", site.stop_rule, *footnote, view.address])


def _details(view: WeekView, *, exports: bool) -> PlanDetails:
    site, vocabulary, sessions = view.content.site, view.content.vocabulary, view.plan.sessions
    labels = {session: vocabulary.sessions[session].label for session in sessions}
    times = [f"{labels[session].lower()} {site.times[session]}" for session in sessions] if view.has_calendar else []
    days = [
        ChartDay(
            id=day,
            label=vocabulary.days[day].label,
            short=vocabulary.days[day].short,
            minutes=view.day_minutes(day),
        )
        for day in site.week
    ]
    return PlanDetails(
        plan=view.plan.slug,
        downloads=exports,
        calendar=exports and view.has_calendar,
        times=times,
        recommended=view.recommended,
        source=site.source_name,
        minutes=wording.minutes(*view.minutes),
        days=days,
        heads=view.session_heads,
        weeks=view.weeks_on_one_sheet,
        qr=qr_code(view.address) if exports else "",
        numbers=view.numbers_address,
        sessions=list(labels.values()),
        session_ids=sessions,
        rows=[_row(row, site.source_name) for row in view.rows],
        stop_rule=site.stop_rule,
    )


def _row(row: Row, source: str) -> ChartRow:
    return ChartRow(
        name=row.exercise.name,
        url=row.url,
        dose=wording.short_dose(row.dose, source),
        often=wording.frequency(row.dose, source),
        start=wording.start_marked(row.dose, source),
        printed=wording.printed_dose(row.dose),
        printed_start=wording.printed_start(row.dose),
        optional=row.has_optional,
        figure=row.thumbnail,
        cells=row.cells,
    )
