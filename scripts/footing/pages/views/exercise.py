"""One exercise's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from footing.content.models import Content, Exercise, Plan, Term
from footing.drawings import Drawing, Drawings
from footing.pages import wording
from footing.pages.views.search_words import Forms, forms_of, other_forms
from footing.pages.views.urls import PREVIEWS, exercise_url
from footing.planning.dose import Dose, dose_of


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
    """What an exercise's page shows."""

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
        """The image that a link to the page shows; from the site's root."""
        return f"{PREVIEWS}/{self.exercise.slug}.png"

    @property
    def moving(self) -> str:
        """The large drawing as SVG, which moves if the exercise has a motion; empty where there is none."""
        return self.drawing.moving(self.exercise.slug, self.exercise.name) if self.drawing else ""

    @property
    def thumbnail(self) -> str:
        """The exercise in one small drawing as SVG; empty where there is none."""
        return self.drawing.thumbnail(f"{self.exercise.slug}-small") if self.drawing else ""

    @property
    def stills(self) -> list[tuple[int, str]]:
        """The number and the drawing of each step that has a pose."""
        steps = enumerate(self.exercise.steps, 1)
        poses = [(number, step.pose) for number, step in steps if step.pose]
        drawing = self.drawing
        return [(n, drawing.pose(pose, f"{self.exercise.slug}-{n}")) for n, pose in poses] if drawing else []

    @property
    def in_plans(self) -> list[tuple[Plan, Dose]]:
        """The plans that use it, each with its dose there."""
        site = self.content.site
        entries = [(p, e) for p in self.plans for e in p.exercises if e.use == self.exercise.slug]
        return [(plan, dose_of(self.exercise, site, entry.dosage)) for plan, entry in entries]

    @property
    def source(self) -> str | None:
        """What the pages call the source ("article"); None for an exercise that it does not have."""
        source = self.content.site.source
        return source.called if source and self.exercise.source else None

    @property
    def positions(self) -> list[Term]:
        return [self.content.vocabulary.positions[slug] for slug in self.exercise.main_positions]

    @property
    def positions_site_choice(self) -> bool:
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
        """What the source leaves open, as keys of `wording.unstated`."""
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
        """Where to report a mistake; a mail's subject names the exercise."""
        report = self.content.site.report
        subject = quote(f"{self.exercise.name} ({self.exercise.slug})")
        return f"{report}?subject={subject}" if report.startswith("mailto:") and "?" not in report else report

    @property
    def search_tags(self) -> list[str]:
        """What people search for: the exercise's names, and everyday words for its positions, things and parts of the body."""
        phrases = [self.exercise.name, *self.exercise.aliases, *(word for term in self._terms for word in term.words)]
        return list(dict.fromkeys(phrases))

    @property
    def search_forms(self) -> list[str]:
        """Other forms of the page's words that are not on the page."""
        shown = [*self.search_tags, self.exercise.summary, *(term.label for term in self._terms)]
        return list(dict.fromkeys(other_forms(" ".join(shown), self.forms)))

    @property
    def _terms(self) -> list[Term]:
        things = [term for thing in self.equipment for term in thing.terms]
        return [*self.positions, *things, *(t.term for t in self.furniture), *self.areas, *self.tissues]


def exercise_views(content: Content, drawings: Drawings) -> Iterator[ExerciseView]:
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
            drawing=drawings.of(exercise),
        )
