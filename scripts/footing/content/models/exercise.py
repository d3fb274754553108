"""One exercise (content/exercises/<slug>.yml) and its dose."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from footing.content.models.fields import (
    DaysAWeek,
    Id,
    Model,
    Pause,
    PerDay,
    Reps,
    Seconds,
    Sides,
    Summary,
    Text,
    Updated,
    short_for,
)


class Move(Model):
    """Movement over a time: what is done ("roll") and for how long, where that is stated."""

    verb: Text
    for_: Seconds | None = Field(default=None, alias="for")


class MoveFor(Model):
    """How long a movement lasts, without its verb, which the source's dose has."""

    for_: Seconds = Field(alias="for")


class Frequency(Model):
    """The keys that a stated dose, an assumed one and a plan's change share."""

    hold: Seconds | None = None
    reps: Reps | None = None
    sides: Sides | None = None
    per_day: PerDay | None = None
    days_per_week: DaysAWeek | None = None


class Dosage(Frequency):
    """What the source states, and nothing else."""

    move: Move | None = None


class Change(Frequency):
    """The dose values that a plan changes for one exercise."""

    move: MoveFor | None = None


class Assumed(Change):
    """The site's own choices where the source is silent, or where to start within a range or "up to"."""

    positions: tuple[Id, ...] = ()
    rest: Pause | None = None
    ready: Pause | None = None
    switch: Pause | None = None


class Step(Model):
    """One step. `pose` names the drawing beside it."""

    text: Text
    pose: Text | None = None


class Need(Model):
    """One piece of equipment, with its alternatives."""

    item: Id
    or_: tuple[Id, ...] = Field(default=(), alias="or")


class Caution(Model):
    """Advice for some readers."""

    who: Text
    advice: Text


class ExerciseSource(Model):
    """The heading under which the source describes the exercise."""

    heading: Text


class Exercise(Model):
    """content/exercises/<slug>.yml"""

    slug: str
    name: Text
    aliases: tuple[Text, ...] = ()
    formerly: tuple[Id, ...] = ()
    summary: Summary
    source: ExerciseSource | None = None
    positions: tuple[Id, ...] = ()
    areas: tuple[Id, ...] = Field(min_length=1)
    tissues: tuple[Id, ...] = ()
    equipment: tuple[Need, ...] = ()
    furniture: tuple[Id, ...] = ()
    steps: tuple[Annotated[Step, short_for("text")], ...] = Field(min_length=1)
    feel: Text | None = None
    dosage: Dosage
    assumed: Assumed = Assumed()
    before: Text | None = None
    easier: tuple[Text, ...] = ()
    harder: tuple[Text, ...] = ()
    stop_if: tuple[Text, ...] = ()
    caution: tuple[Caution, ...] = ()
    claims: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    figure: dict[str, Any] | None = None  # poses as the author wrote them; posedraw reads them
    updated: Updated

    @property
    def main_positions(self) -> tuple[str, ...]:
        """The stated positions, else the assumed ones."""
        return self.positions or self.assumed.positions

    @property
    def start_position(self) -> str:
        """The position that the schedule uses: the first assumed one, else the first stated one."""
        return (self.assumed.positions or self.positions)[0]
