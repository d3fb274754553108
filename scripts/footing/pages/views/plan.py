"""One plan's page: its week as rows of a chart, and day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footing.content.models import Content, Day, Exercise, Plan, PlanEntry
from footing.drawings import Drawing, Drawings
from footing.pages.views.urls import PREVIEWS, exercise_url
from footing.planning.dose import Dose, dose_of
from footing.planning.schedule import Week
from footing.planning.share_link import week_link

MOST_WEEKS_ON_ONE_SHEET = 2  # what an upright sheet has room for
WAKING_HOURS = (7, 22)  # which the sessions of a day share; our choice, as in core/waking_hours.js


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise of a plan. `cells` holds a box for each session of each day: "due", "optional" or "none"."""

    exercise: Exercise
    entry: PlanEntry
    dose: Dose
    drawing: Drawing | None
    cells: tuple[tuple[str, ...], ...]

    @property
    def has_optional(self) -> bool:
        return any("optional" in cell for cell in self.cells)

    @property
    def url(self) -> str:
        """The address of the exercise's page from the site's root."""
        return exercise_url(self.exercise.slug)

    @property
    def thumbnail(self) -> str:
        """The exercise in one small drawing as SVG; empty where there is none."""
        return self.drawing.thumbnail(f"{self.exercise.slug}-row") if self.drawing else ""

    def poses(self, most: int) -> list[tuple[int, str]]:
        """The poses of the steps, each once with its first step's number; the still with 0 where no step has one."""
        if not self.drawing:
            return []
        numbers: dict[str, int] = {}
        for number, step in enumerate(self.exercise.steps, 1):
            if step.pose:
                numbers.setdefault(step.pose, number)
        return [(number, pose) for pose, number in numbers.items()][:most] or [(0, self.drawing.still)]


def whole_minutes(seconds: int) -> int:
    """Rounded up, so that a session never takes longer than its page says."""
    return -(-seconds // 60)


@dataclass(frozen=True, slots=True)
class DaySession:
    """One session of one day: its rows in order, each with whether it is optional, and the seconds of the due ones."""

    id: str
    seconds: int
    rows: tuple[tuple[Row, bool], ...]

    @property
    def due(self) -> tuple[Row, ...]:
        return tuple(row for row, optional in self.rows if not optional)

    @property
    def optional(self) -> tuple[Row, ...]:
        return tuple(row for row, optional in self.rows if optional)

    @property
    def minutes(self) -> int:
        return whole_minutes(self.seconds)


@dataclass(frozen=True, slots=True)
class WeekView:
    """What a plan's page shows."""

    plan: Plan
    week: Week
    content: Content
    drawings: Drawings

    @property
    def days(self) -> list[Day]:
        """The plan's days in the order the site shows a week."""
        return [day for day in self.content.site.week if day in self.plan.days]

    @property
    def rows(self) -> list[Row]:
        """The plan's exercises in the plan's order."""
        boxes = {(s.exercise, s.day, s.session): "optional" if s.optional else "due" for s in self.week.slots}
        return [
            Row(
                exercise=(exercise := self.content.by_slug[entry.use]),
                entry=entry,
                dose=dose_of(exercise, self.content.site, entry.dosage),
                drawing=self.drawings.of(exercise),
                cells=tuple(
                    tuple(boxes.get((entry.use, day, session), "none") for session in self.plan.sessions)
                    for day in self.content.site.week
                ),
            )
            for entry in self.plan.exercises
        ]

    def figures(self, most: int) -> list[str]:
        """The plan's first exercises that have a drawing, as small drawings for a card."""
        drawn = [(row.exercise.slug, row.drawing) for row in self.rows if row.drawing]
        return [drawing.thumbnail(f"{self.plan.slug}-{slug}") for slug, drawing in drawn[:most]]

    def sessions(self, day: Day) -> list[DaySession]:
        """The sessions of `day` that are not empty."""
        rows = {row.exercise.slug: row for row in self.rows}
        found = []
        for session in self.plan.sessions:
            slots = [slot for slot in self.week.slots if (slot.day, slot.session) == (day, session)]
            if slots:
                played = tuple((rows[slot.exercise], slot.optional) for slot in slots)
                found.append(DaySession(session, self.week.seconds[day, session], played))
        return found

    def starts_at(self, session: str) -> float:
        """The hour from which `session` is offered: the waking day in equal parts, the first from midnight on."""
        index, count = self.plan.sessions.index(session), len(self.plan.sessions)
        first, last = WAKING_HOURS
        return index and first + (last - first) * index / count

    @property
    def session_heads(self) -> list[str]:
        """What stands over the boxes of each session on paper; empty where one session needs no word."""
        names = [self.content.vocabulary.sessions[session] for session in self.plan.sessions]
        return [name.short or name.label for name in names] if len(names) > 1 else []

    @property
    def weeks(self) -> int:
        """How many weeks the plan lasts; 1 where it has no end."""
        return self.plan.weeks.max if self.plan.weeks else 1

    @property
    def weeks_on_one_sheet(self) -> int:
        """How many weeks the print of the page has side by side; the PDF has all of them."""
        return self.weeks if len(self.plan.sessions) == 1 and self.weeks <= MOST_WEEKS_ON_ONE_SHEET else 1

    @property
    def numbers_address(self) -> str:
        """Where readers learn which numbers are the source's and which the site's; empty without a source."""
        site = self.content.site
        return f"{site.address}about/#marks" if site.source else ""

    def day_minutes(self, day: Day) -> int:
        return whole_minutes(self.week.day_seconds(day))

    @property
    def minutes(self) -> tuple[int, int]:
        """The least and the most minutes of a day of the plan."""
        found = [self.day_minutes(day) for day in self.days]
        return min(found), max(found)

    @property
    def changed(self) -> list[Row]:
        """The rows in which the plan changes the dose or gives a reason."""
        return [row for row in self.rows if row.entry.why or row.entry.dosage.model_fields_set]

    @property
    def updated(self) -> date:
        """The date of the last change of the plan or of one of its exercises."""
        return max(self.plan.updated, *(row.exercise.updated for row in self.rows))

    @property
    def link(self) -> str:
        """The week as the fragment of a link to the week builder."""
        return week_link(self.plan, self.week, self.content)

    @property
    def recommended(self) -> bool:
        return self.content.site.recommended == self.plan.slug

    @property
    def url(self) -> str:
        """The page's address from the site's root."""
        return f"week/{self.plan.slug}/"

    @property
    def address(self) -> str:
        """The page's full address."""
        return f"{self.content.site.address}{self.url}"

    @property
    def preview(self) -> str:
        """The image that a link to the page shows; from the site's root."""
        return f"{PREVIEWS}/week-{self.plan.slug}.png"

    @property
    def has_calendar(self) -> bool:
        """Whether every session has a time of day."""
        return self.content.site.times.keys() >= set(self.plan.sessions)
