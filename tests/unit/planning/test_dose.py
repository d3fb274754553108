"""A dose as it is done: how long a round takes, where to start, and what is the site's own choice."""

from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from footing.content.amounts import Amount
from footing.content.models import Change, MoveFor
from footing.planning.dose import Dose, DoseValue, dose_of
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import exercise, site


def dose(dosage: dict[str, Any], assumed: dict[str, Any] | None = None, change: dict[str, Any] | None = None) -> Dose:
    built = exercise(dosage=dosage, assumed=assumed or {})
    return dose_of(built, site(), Change.model_validate(change) if change else None)


# One round


@pytest.mark.parametrize(
    ("dosage", "assumed", "seconds"),
    [
        ({"hold": "10 s"}, {}, 10 + 10),
        ({"hold": "10 s", "reps": "1"}, {}, 10 + 10),
        ({"hold": "10 s", "reps": "3"}, {}, 10 + 10 + 5 + 10 + 5 + 10),
        ({"hold": "10 s", "reps": "3", "sides": "both"}, {}, 10 + 10 + 5 + 10 + 5 + 10),
        ({"hold": "10 s", "sides": "each foot"}, {}, 10 + 10 + 10 + 10),
        ({"hold": "10 s", "reps": "2", "sides": "each leg"}, {}, 10 + (10 + 5 + 10) + 10 + (10 + 5 + 10)),
        ({"hold": "10 s"}, {"sides": "each leg", "switch": "3 s"}, 10 + 10 + 3 + 10),
        ({"hold": "3 s", "reps": "4"}, {"ready": "20 s", "rest": "1 s"}, 20 + 3 + 1 + 3 + 1 + 3 + 1 + 3),
        ({"move": {"verb": "walk", "for": "about 30 s"}}, {}, 10 + 30),
        ({"move": {"verb": "roll", "for": "1-3 min"}}, {}, 10 + 60),
        ({"move": {"verb": "roll", "for": "1-3 min"}}, {"move": {"for": "2 min"}}, 10 + 120),
        ({"hold": "up to 15 s", "reps": "up to 10"}, {}, 10 + 1),
        ({"hold": "up to 15 s", "reps": "up to 10"}, {"hold": "10 s", "reps": "2"}, 10 + 10 + 5 + 10),
        ({"hold": "10 s", "reps": "8-12"}, {}, 10 + 8 * 10 + 7 * 5),
    ],
)
def test_a_round_is_ready_holds_rests_and_the_change_of_side(
    dosage: dict[str, Any], assumed: dict[str, Any], seconds: int
) -> None:
    assert dose(dosage, assumed).round_seconds == seconds


@dataclass(frozen=True)
class Numbers:
    """A dose as bare numbers."""

    length: int
    reps: int | None
    sides: str | None
    ready: int
    rest: int
    switch: int

    def phases(self) -> list[int]:
        """What a person with a stopwatch would write down, one phase after the other."""
        sides = 2 if self.sides and self.sides != "both" else 1
        found = [self.ready]
        for side, rep in product(range(sides), range(self.reps or 1)):
            if rep:
                found.append(self.rest)
            elif side:
                found.append(self.switch)
            found.append(self.length)
        return found


@given(
    st.builds(
        Numbers,
        length=st.integers(1, 3600),
        reps=st.none() | st.integers(1, 200),
        sides=st.sampled_from([None, "both", "each foot", "each leg"]),
        ready=st.integers(1, 60),
        rest=st.integers(1, 60),
        switch=st.integers(1, 60),
    ),
    st.booleans(),
)
def test_a_round_lasts_as_long_as_its_phases_one_after_the_other(numbers: Numbers, moves: bool) -> None:
    length = f"{numbers.length} s"
    dosage: dict[str, Any] = {"move": {"verb": "circle", "for": length}} if moves else {"hold": length}
    if numbers.reps:
        dosage["reps"] = str(numbers.reps)
    if numbers.sides:
        dosage["sides"] = numbers.sides
    assumed = {key: f"{getattr(numbers, key)} s" for key in ("ready", "rest", "switch")}
    assert dose(dosage, assumed).round_seconds == sum(numbers.phases())


def test_a_pause_that_the_exercise_does_not_set_is_the_sites() -> None:
    own = dose({"hold": "10 s"}, {"rest": "3 s"})
    assert (own.ready, own.rest, own.switch) == (10, 3, 10)


# One value and its origins

TEN, FIVE, RANGE = Amount(10, 10), Amount(5, 5), Amount(8, 12)
CEILING, ABOUT = Amount(None, 10, up_to=True), Amount(30, 30, about=True)


@pytest.mark.parametrize(
    ("value", "shown", "start", "most"),
    [
        (DoseValue(TEN, None, None), TEN, 10, 10),
        (DoseValue(None, TEN, None), TEN, 10, 10),
        (DoseValue(None, None, TEN), TEN, 10, 10),
        (DoseValue(TEN, None, FIVE), FIVE, 5, 5),
        (DoseValue(RANGE, None, None), RANGE, 8, 12),
        (DoseValue(RANGE, TEN, None), RANGE, 10, 12),
        (DoseValue(RANGE, TEN, FIVE), FIVE, 5, 5),
        (DoseValue(CEILING, None, None), CEILING, 1, 10),
        (DoseValue(CEILING, FIVE, None), CEILING, 5, 10),
        (DoseValue(ABOUT, None, None), ABOUT, 30, 30),
        (DoseValue(FIVE, None, RANGE), RANGE, 8, 12),
    ],
)
def test_the_plan_then_the_source_or_the_site_decides_what_is_shown_and_where_to_start(
    value: DoseValue, shown: Amount, start: int, most: int
) -> None:
    assert (value.shown, value.start, value.most) == (shown, start, most)


@pytest.mark.parametrize(
    ("value", "site_choice", "replaced", "starts_within"),
    [
        (DoseValue(TEN, None, None), False, None, False),  # the source's
        (DoseValue(None, TEN, None), True, None, False),  # the site's, where the source is silent
        (DoseValue(RANGE, None, None), False, None, False),
        (DoseValue(RANGE, TEN, None), False, None, True),  # the source's range, begun where the site says
        (DoseValue(CEILING, FIVE, None), False, None, True),
        (DoseValue(TEN, None, FIVE), True, TEN, False),  # a plan's instead of the source's
        (DoseValue(TEN, None, TEN), False, None, False),  # a plan that says what the source says
        (DoseValue(None, TEN, FIVE), True, None, False),  # a plan's instead of the site's: nothing stated is changed
        (DoseValue(RANGE, TEN, FIVE), True, RANGE, False),
        (DoseValue(TEN, None, None, unsourced=True), True, None, False),  # an exercise without a source: the author's
        (DoseValue(None, TEN, None, unsourced=True), True, None, False),
        (DoseValue(CEILING, FIVE, None, unsourced=True), True, None, True),
        (DoseValue(TEN, None, FIVE, unsourced=True), True, TEN, False),  # a plan's instead of the author's
        (DoseValue(TEN, None, TEN, unsourced=True), True, None, False),
        (DoseValue(None, TEN, FIVE, unsourced=True), True, TEN, False),  # assumed or not, it is the author's
        (DoseValue(None, None, FIVE, unsourced=True), True, None, False),
    ],
)
def test_a_value_knows_whether_it_is_the_sites_choice_and_what_it_replaces(
    value: DoseValue, site_choice: bool, replaced: Amount | None, starts_within: bool
) -> None:
    assert (value.site_choice, value.replaced, value.starts_within) == (site_choice, replaced, starts_within)


AMOUNTS = st.none() | st.builds(lambda low, more: Amount(low, low + more), st.integers(1, 50), st.integers(0, 9))


@given(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), st.booleans())
def test_a_dose_starts_at_or_below_the_shown_maximum(
    origins: tuple[Amount | None, Amount | None, Amount | None], unsourced: bool
) -> None:
    stated, assumed, planned = origins
    if stated and assumed and not stated.contains(assumed):
        assumed = None  # content never assumes anything outside what is stated
    if not (stated or assumed or planned):
        return
    value = DoseValue(stated, assumed, planned, unsourced)
    assert 1 <= value.start <= value.most == value.shown.max
    assert not (value.replaced and value.starts_within)
    assert value.site_choice or not (value.replaced or unsourced)


# The dose as a whole


def test_values_that_are_not_stated_are_absent() -> None:
    bare = dose({"hold": "10 s"})
    assert (bare.verb, bare.reps, bare.per_day, bare.days_per_week, bare.sides) == (None, None, None, None, None)
    assert (bare.times, bare.each_side, bare.limb, bare.sides_site_choice) == (1, False, None, False)


@pytest.mark.parametrize(
    ("stated", "assumed", "each", "limb", "site_choice"),
    [
        ("each foot", None, True, "foot", False),
        ("each leg", None, True, "leg", False),
        ("both", None, False, None, False),
        (None, "each hand", True, "hand", True),
        (None, "both", False, None, True),
    ],
)
def test_sides_name_the_limb_of_each_side(
    stated: str | None, assumed: str | None, each: bool, limb: str | None, site_choice: bool
) -> None:
    given_ = {"hold": "10 s"} | ({"sides": stated} if stated else {})
    built = dose(given_, {"sides": assumed} if assumed else {})
    assert (built.each_side, built.limb, built.sides_site_choice) == (each, limb, site_choice)


ALL = {"hold": "5 s", "reps": "up to 12", "sides": "each foot", "per_day": "2", "days_per_week": "7"}


@pytest.mark.parametrize(
    ("of_exercise", "of_site", "unsourced"),
    [({}, {}, False), ({"source": None}, {}, True), ({}, {"source": None}, True)],
)
def test_every_value_is_the_sites_choice_where_no_source_has_the_exercise(
    of_exercise: dict[str, Any], of_site: dict[str, Any], unsourced: bool
) -> None:
    built = dose_of(exercise(dosage=ALL, **of_exercise), site(**of_site))
    values = (built.length, built.reps, built.per_day, built.days_per_week)
    assert [value.site_choice for value in values if value] == [unsourced] * 4
    assert (built.sides_site_choice, built.unsourced) == (unsourced, unsourced)
    moved = exercise(dosage={"move": {"verb": "roll", "for": "1 min"}}, **of_exercise)
    assert dose_of(moved, site(**of_site)).length.site_choice == unsourced


def test_a_movement_keeps_its_verb_where_the_site_or_a_plan_sets_its_length() -> None:
    stated = {"move": {"verb": "roll", "for": "1-3 min"}}
    for change in (None, {"move": {"for": "30 s"}}):
        assert dose(stated, {"move": {"for": "1 min"}}, change).verb == "roll"
    unstated = dose({"move": {"verb": "roll"}}, {"move": {"for": "1 min"}})
    assert (unstated.length.start, unstated.length.site_choice) == (60, True)


# Changes by a plan


def test_a_plan_changes_only_what_it_names() -> None:
    stated = {"hold": "3 s", "reps": "10", "per_day": "3", "days_per_week": "7", "sides": "both"}
    before, after = dose(stated), dose(stated, change={"reps": "5", "per_day": "1"})
    assert after.reps == DoseValue(TEN, None, FIVE)
    assert after.times == 5
    assert after.per_day
    assert after.per_day.replaced == Amount(3, 3)
    assert (after.length, after.days_per_week, after.sides) == (before.length, before.days_per_week, before.sides)
    assert after.round_seconds == 10 + 5 * 3 + 4 * 5


def test_a_plan_may_set_values_that_the_source_leaves_out() -> None:
    changed = dose({"hold": "10 s"}, change={"reps": "5", "sides": "each leg"})
    assert changed.reps == DoseValue(None, None, FIVE)
    assert changed.sides_site_choice
    assert changed.round_seconds == 10 + 2 * (5 * 10 + 4 * 5) + 10


def test_a_plan_changes_how_long_a_hold_or_a_movement_lasts() -> None:
    assert dose({"hold": "10 s"}, change={"hold": "6 s"}).length == DoseValue(TEN, None, Amount(6, 6))
    moved = dose({"move": {"verb": "walk", "for": "10 s"}}, change={"move": MoveFor.model_validate({"for": "5 s"})})
    assert moved.length == DoseValue(TEN, None, FIVE)


@pytest.mark.parametrize(
    ("stated", "assumed", "source", "replaced"),
    [
        ("each foot", None, {"heading": "Towel scrunch"}, "each foot"),
        (None, "each foot", {"heading": "Towel scrunch"}, None),  # nothing stated is changed
        ("each foot", None, None, "each foot"),
        (None, "each foot", None, "each foot"),
        (None, None, None, None),
        ("both", None, None, None),  # what the plan says too
    ],
)
def test_a_plan_that_changes_the_sides_keeps_the_replaced_ones(
    stated: str | None, assumed: str | None, source: dict[str, str] | None, replaced: str | None
) -> None:
    dosage, chosen = (({"sides": sides} if sides else {}) for sides in (stated, assumed))
    built = exercise(dosage={"hold": "10 s"} | dosage, assumed=chosen, source=source)
    assert dose_of(built, site(), Change.model_validate({"sides": "both"})).sides_replaced == replaced
    assert dose_of(built, site()).sides_replaced is None


def test_without_a_change_a_plan_leaves_the_dose_as_it_is() -> None:
    built = exercise(dosage={"hold": "10 s", "reps": "8-12", "per_day": "2"}, assumed={"reps": "8"})
    assert dose_of(built, site(), Change()) == dose_of(built, site())
