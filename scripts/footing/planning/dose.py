"""One exercise's dose as it is done: what the source states, what the site assumes, what a plan changes."""

from __future__ import annotations

from dataclasses import dataclass

from footing.content.amounts import Amount
from footing.content.models import Change, Exercise, Site


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount with its origins. Seconds for times, else a count. At least one of the three is there."""

    stated: Amount | None
    assumed: Amount | None
    planned: Amount | None
    own: bool = False  # of an exercise that no source has: what is stated is the author's own choice

    @property
    def shown(self) -> Amount:
        """The amount to show large: the plan's, else the source's, else the site's."""
        amount = self.planned or self.stated or self.assumed
        assert amount is not None
        return amount

    @property
    def start(self) -> int:
        """The figure to do: the plan's, else where the site starts, else the lower one."""
        amount = self.planned or self.assumed or self.stated
        assert amount is not None
        return amount.lower

    @property
    def most(self) -> int:
        """The upper figure; what lies between `start` and it is optional."""
        return max(self.start, self.shown.max)

    @property
    def ours(self) -> bool:
        """Whether the shown amount is the site's own choice and not the source's."""
        return self.own or self.stated is None or (self.planned is not None and self.planned != self.stated)

    @property
    def starts_within(self) -> bool:
        """Whether the site chose where to start in the source's range or under its ceiling."""
        return self.stated is not None and self.planned is None and not self.stated.exact and self.assumed is not None

    @property
    def was(self) -> Amount | None:
        """What a plan shows another figure for: the source's, or whatever an exercise of the author's own has."""
        before = self.stated or (self.assumed if self.own else None)
        return before if self.planned and self.planned != before else None


@dataclass(frozen=True, slots=True)
class Dose:
    """An exercise's dose, as a whole or in one plan. Pauses are in seconds."""

    verb: str | None  # None: a hold
    length: Figure  # of one hold or one movement, seconds
    reps: Figure | None
    per_day: Figure | None
    days_per_week: Figure | None
    sides: str | None
    sides_ours: bool
    sides_were: str | None  # what a plan changes, as `Figure.was`
    own: bool  # of an exercise that no source has
    ready: int
    rest: int
    switch: int

    @property
    def each_side(self) -> bool:
        return self.sides is not None and self.sides.startswith("each ")

    @property
    def limb(self) -> str | None:
        """ "foot" of "each foot"."""
        return self.sides.removeprefix("each ") if self.sides and self.each_side else None

    @property
    def times(self) -> int:
        return self.reps.start if self.reps else 1

    @property
    def round_seconds(self) -> int:
        """One round: ready + per side (reps × seconds + (reps − 1) × rest) + the change of side."""
        side = self.times * self.length.start + (self.times - 1) * self.rest
        return self.ready + (2 * side + self.switch if self.each_side else side)


def dose_of(exercise: Exercise, site: Site, change: Change | None = None) -> Dose:
    """The dose of an exercise, with a plan's `change` where there is one."""
    stated, assumed, plan = exercise.dosage, exercise.assumed, change or Change()
    own = exercise.source is None or site.source is None
    sides = plan.sides or stated.sides or assumed.sides
    sides_before = stated.sides or (assumed.sides if own else None)
    if stated.move:
        moves = (stated.move, assumed.move, plan.move)
        stated_for, assumed_for, planned_for = (move.for_ if move else None for move in moves)
        length = Figure(stated_for, assumed_for, planned_for, own)
    else:
        length = Figure(stated.hold, assumed.hold, plan.hold, own)
    return Dose(
        verb=stated.move.verb if stated.move else None,
        length=length,
        reps=_figure(stated.reps, assumed.reps, plan.reps, own),
        per_day=_figure(stated.per_day, assumed.per_day, plan.per_day, own),
        days_per_week=_figure(stated.days_per_week, assumed.days_per_week, plan.days_per_week, own),
        sides=sides,
        sides_ours=sides is not None and (own or sides != stated.sides),
        sides_were=sides_before if plan.sides and plan.sides != sides_before else None,
        own=own,
        ready=(assumed.ready or site.assumed.ready).lower,
        rest=(assumed.rest or site.assumed.rest).lower,
        switch=(assumed.switch or site.assumed.switch).lower,
    )


def _figure(stated: Amount | None, assumed: Amount | None, planned: Amount | None, own: bool) -> Figure | None:
    return Figure(stated, assumed, planned, own) if stated or assumed or planned else None
