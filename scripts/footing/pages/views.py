"""What a page shows: immutable views of the content, so that a template only loops and prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from footing.content.models import Content, Day, Exercise, Plan, PlanEntry, Term
from footing.drawings import Drawing, Pictures
from footing.pages import wording
from footing.planning.dose import Dose, dose_of
from footing.planning.schedule import Week
from footing.planning.share_link import week_link

Forms = Mapping[str, Sequence[str]]
PREVIEWS = "assets/made/previews"


@dataclass(frozen=True, slots=True)
class Thing:
    """A piece of equipment or furniture, with its substitutes."""

    term: Term
    instead: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        return (self.term, *self.instead)


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """One exercise's page."""

    exercise: Exercise
    dose: Dose
    previous: Exercise | None
    next: Exercise | None
    plans: tuple[Plan, ...]
    content: Content
    forms: Forms
    drawing: Drawing | None

    @property
    def url(self) -> str:
        """The page's address from the site's root."""
        return exercise_url(self.exercise.slug)

    @property
    def address(self) -> str:
        """The page's full address."""
        return f"{self.content.site.address}{self.url}"

    @property
    def preview(self) -> str:
        """The picture that a link to the page shows; from the site's root."""
        return f"{PREVIEWS}/{self.exercise.slug}.png"

    @property
    def moving(self) -> str:
        """The exercise's large picture, as SVG; empty where it has none."""
        return self.drawing.moving(self.exercise.slug, self.exercise.name) if self.drawing else ""

    @property
    def thumbnail(self) -> str:
        """The exercise in one small picture, as SVG; empty where it has none."""
        return self.drawing.thumbnail(f"{self.exercise.slug}-small") if self.drawing else ""

    @property
    def stills(self) -> list[tuple[int, str]]:
        """The number of each step that has a picture, and the picture."""
        steps = enumerate(self.exercise.steps, 1)
        poses = [(number, step.pose) for number, step in steps if step.pose]
        drawing = self.drawing
        return [(n, drawing.pose(pose, f"{self.exercise.slug}-{n}")) for n, pose in poses] if drawing else []

    @property
    def in_plans(self) -> list[tuple[Plan, Dose]]:
        """The plans it is in, with its dose there."""
        site = self.content.site
        entries = [(p, e) for p in self.plans for e in p.exercises if e.use == self.exercise.slug]
        return [(plan, dose_of(self.exercise, site, entry.dosage)) for plan, entry in entries]

    @property
    def source(self) -> str | None:
        """What the pages call the source ("article"); None for an exercise of the author's own."""
        source = self.content.site.source
        return source.called if source and self.exercise.source else None

    @property
    def positions(self) -> list[Term]:
        return [self.content.vocabulary.positions[slug] for slug in self.exercise.main_positions]

    @property
    def positions_ours(self) -> bool:
        return self.source is None or not self.exercise.positions

    @property
    def equipment(self) -> list[Thing]:
        known = self.content.vocabulary.equipment
        return [Thing(known[n.item], tuple(known[word] for word in n.or_)) for n in self.exercise.equipment]

    @property
    def furniture(self) -> list[Thing]:
        return [Thing(self.content.vocabulary.furniture[word]) for word in self.exercise.furniture]

    @property
    def needs(self) -> list[str]:
        """All that is needed, in words: "a towel or a scarf"."""
        return [wording.alternatives(thing.terms) for thing in (*self.equipment, *self.furniture)]

    @property
    def areas(self) -> list[Term]:
        return [self.content.vocabulary.areas[word] for word in self.exercise.areas]

    @property
    def tissues(self) -> list[Term]:
        return [self.content.vocabulary.tissues[word] for word in self.exercise.tissues]

    @property
    def unstated(self) -> list[str]:
        """What the source leaves open, of the things a reader needs: names that the template has words for."""
        dosage = self.exercise.dosage
        open_ = {
            "position": not self.exercise.positions,
            "sides": dosage.sides is None,
            "per_day": dosage.per_day is None,
            "days_per_week": dosage.days_per_week is None,
        }
        return [name for name, absent in open_.items() if absent]

    @property
    def report(self) -> str:
        """Where to report a mistake, with the exercise named where a mail can carry it."""
        report = self.content.site.report
        subject = quote(f"{self.exercise.name} ({self.exercise.slug})")
        return f"{report}?subject={subject}" if report.startswith("mailto:") and "?" not in report else report

    @property
    def search_tags(self) -> list[str]:
        """What people call it: its names, and the lay words for its positions, things and parts of the body."""
        phrases = [self.exercise.name, *self.exercise.aliases, *(word for term in self._terms for word in term.words)]
        return list(dict.fromkeys(phrases))

    @property
    def search_forms(self) -> list[str]:
        """Other forms of all these words, so that "stretches" finds what says "stretch"."""
        shown = [*self.search_tags, self.exercise.summary, *(term.label for term in self._terms)]
        return list(dict.fromkeys(other_forms(" ".join(shown), self.forms)))

    @property
    def _terms(self) -> list[Term]:
        things = [term for thing in self.equipment for term in thing.terms]
        return [*self.positions, *things, *(t.term for t in self.furniture), *self.areas, *self.tissues]


def forms_of(groups: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    """Each word to the other words of its groups."""
    forms: dict[str, list[str]] = {}
    for group in groups:
        for word in group:
            forms.setdefault(word.casefold(), []).extend(group)
    return forms


def other_forms(text: str, forms: Forms) -> Iterator[str]:
    """The other forms of every word in `text`, each once, in its order."""
    words = dict.fromkeys(re.findall(r"\w+", text.casefold()))
    found = (form for word in words for form in forms.get(word, ()))
    yield from dict.fromkeys(form for form in found if form.casefold() not in words)


def exercise_views(content: Content, pictures: Pictures) -> Iterator[ExerciseView]:
    """Every exercise's page, in the site's order."""
    forms = forms_of(content.vocabulary.forms)
    plans: dict[str, list[Plan]] = {}
    for plan in content.plans:
        for entry in plan.exercises:
            plans.setdefault(entry.use, []).append(plan)
    exercises = content.exercises
    for i, exercise in enumerate(exercises):
        yield ExerciseView(
            exercise=exercise,
            dose=dose_of(exercise, content.site),
            previous=exercises[i - 1] if i else None,
            next=exercises[i + 1] if i + 1 < len(exercises) else None,
            plans=tuple(plans.get(exercise.slug, ())),
            content=content,
            forms=forms,
            drawing=pictures.of(exercise),
        )


def exercise_url(slug: str) -> str:
    """The address of an exercise's page from the site's root."""
    return f"exercises/{slug}/"


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise of a plan: a row of the chart. `cells` has a box a session for each day: due, optional or none."""

    exercise: Exercise
    entry: PlanEntry
    dose: Dose
    drawing: Drawing | None
    cells: tuple[tuple[str, ...], ...]

    @property
    def url(self) -> str:
        """The address of the exercise's page from the site's root."""
        return exercise_url(self.exercise.slug)

    @property
    def thumbnail(self) -> str:
        """The exercise in one small picture, as SVG; empty where it has none."""
        return self.drawing.thumbnail(f"{self.exercise.slug}-row") if self.drawing else ""

    def poses(self, most: int) -> list[tuple[int, str]]:
        """Each pose once that its steps show, with the step's number; where none does, the still, with 0."""
        if not self.drawing:
            return []
        numbers: dict[str, int] = {}
        for number, step in enumerate(self.exercise.steps, 1):
            if step.pose:
                numbers.setdefault(step.pose, number)
        return [(number, pose) for pose, number in numbers.items()][:most] or [(0, self.drawing.still)]


def whole_minutes(seconds: int) -> int:
    """Rounded up: a promise that holds."""
    return -(-seconds // 60)


@dataclass(frozen=True, slots=True)
class Part:
    """One session of one day: what is done, in order, each whether it is optional, and the seconds of due work."""

    session: str
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
    """One plan's page."""

    plan: Plan
    week: Week
    content: Content
    pictures: Pictures

    @property
    def days(self) -> list[Day]:
        """The plan's days in the order the site shows a week."""
        return [day for day in self.content.site.week if day in self.plan.days]

    @property
    def rows(self) -> list[Row]:
        """The plan's exercises in the order in which a day does them."""
        boxes = {(s.exercise, s.day, s.session): "optional" if s.optional else "due" for s in self.week.slots}
        return [
            Row(
                exercise=(exercise := self.content.by_slug[entry.use]),
                entry=entry,
                dose=dose_of(exercise, self.content.site, entry.dosage),
                drawing=self.pictures.of(exercise),
                cells=tuple(
                    tuple(boxes.get((entry.use, day, session), "none") for session in self.plan.sessions)
                    for day in self.content.site.week
                ),
            )
            for entry in self.plan.exercises
        ]

    def parts(self, day: Day) -> list[Part]:
        """The sessions of `day` that have anything in them."""
        rows = {row.exercise.slug: row for row in self.rows}
        found = []
        for session in self.plan.sessions:
            slots = [slot for slot in self.week.slots if (slot.day, slot.session) == (day, session)]
            if slots:
                played = tuple((rows[slot.exercise], slot.optional) for slot in slots)
                found.append(Part(session, self.week.seconds[day, session], played))
        return found

    def day_minutes(self, day: Day) -> int:
        return whole_minutes(self.week.day_seconds(day))

    @property
    def minutes(self) -> tuple[int, int]:
        """The least and the most minutes of a day of the plan."""
        found = [self.day_minutes(day) for day in self.days]
        return min(found), max(found)

    @property
    def changed(self) -> list[Row]:
        """The exercises that the plan does in its own way."""
        return [row for row in self.rows if row.entry.why or row.entry.dosage.model_fields_set]

    @property
    def has_optional(self) -> bool:
        return any(slot.optional for slot in self.week.slots)

    @property
    def updated(self) -> date:
        """The date of the last change of the plan or of one of its exercises."""
        return max(self.plan.updated, *(row.exercise.updated for row in self.rows))

    @property
    def link(self) -> str:
        """The week as the fragment of a link to "A week of your own"."""
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
        """The picture that a link to the page shows; from the site's root."""
        return f"{PREVIEWS}/week-{self.plan.slug}.png"

    @property
    def has_calendar(self) -> bool:
        """Whether every session has a time of day."""
        return self.content.site.times.keys() >= set(self.plan.sessions)
