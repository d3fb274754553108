"""The dose of an exercise, from what the source states, what the site assumes and what a plan changes."""

from __future__ import annotations

from dataclasses import dataclass

from footing.content.amounts import Amount
from footing.content.models import Change, Exercise, Site


@dataclass(frozen=True, slots=True)
class DoseValue:
    """One value of a dose by origin, in seconds or as a count. At least one of the three amounts is set."""

    stated: Amount | None
    assumed: Amount | None
    planned: Amount | None
    unsourced: bool = False  # no source has the exercise: what is stated is the author's choice

    @property
    def shown(self) -> Amount:
        """The amount to show large: the plan's, else the source's, else the site's."""
        amount = self.planned or self.stated or self.assumed
        assert amount is not None
        return amount

    @property
    def start(self) -> int:
        """The number to start with: the plan's, else the site's, else the lower end of the source's range."""
        amount = self.planned or self.assumed or self.stated
        assert amount is not None
        return amount.lower

    @property
    def most(self) -> int:
        """The upper end; everything between `start` and it is optional."""
        return max(self.start, self.shown.max)

    @property
    def site_choice(self) -> bool:
        """Whether the shown amount is the site's own choice and not the source's."""
        return self.unsourced or self.stated is None or (self.planned is not None and self.planned != self.stated)

    @property
    def starts_within(self) -> bool:
        """Whether the site chose where to start in the source's range or under its ceiling."""
        return self.stated is not None and self.planned is None and not self.stated.exact and self.assumed is not None

    @property
    def replaced(self) -> Amount | None:
        """The amount that a plan replaces: the source's; in an unsourced exercise also the assumed one."""
        before = self.stated or (self.assumed if self.unsourced else None)
        return before if self.planned and self.planned != before else None


@dataclass(frozen=True, slots=True)
class Dose:
    """An exercise's dose, as a whole or in one plan. Pauses are in seconds."""

    verb: str | None  # None: a hold
    length: DoseValue  # of one hold or one movement, seconds
    reps: DoseValue | None
    per_day: DoseValue | None
    days_per_week: DoseValue | None
    sides: str | None
    sides_site_choice: bool
    sides_replaced: str | None  # the sides that a plan replaces, as `DoseValue.replaced`
    unsourced: bool  # no source has the exercise
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
    unsourced = exercise.source is None or site.source is None
    sides = plan.sides or stated.sides or assumed.sides
    sides_before = stated.sides or (assumed.sides if unsourced else None)
    if stated.move:
        moves = (stated.move, assumed.move, plan.move)
        stated_for, assumed_for, planned_for = (move.for_ if move else None for move in moves)
        length = DoseValue(stated_for, assumed_for, planned_for, unsourced)
    else:
        length = DoseValue(stated.hold, assumed.hold, plan.hold, unsourced)
    return Dose(
        verb=stated.move.verb if stated.move else None,
        length=length,
        reps=_value(stated.reps, assumed.reps, plan.reps, unsourced),
        per_day=_value(stated.per_day, assumed.per_day, plan.per_day, unsourced),
        days_per_week=_value(stated.days_per_week, assumed.days_per_week, plan.days_per_week, unsourced),
        sides=sides,
        sides_site_choice=sides is not None and (unsourced or sides != stated.sides),
        sides_replaced=sides_before if plan.sides and plan.sides != sides_before else None,
        unsourced=unsourced,
        ready=(assumed.ready or site.assumed.ready).lower,
        rest=(assumed.rest or site.assumed.rest).lower,
        switch=(assumed.switch or site.assumed.switch).lower,
    )


def _value(stated: Amount | None, assumed: Amount | None, planned: Amount | None, unsourced: bool) -> DoseValue | None:
    return DoseValue(stated, assumed, planned, unsourced) if stated or assumed or planned else None
