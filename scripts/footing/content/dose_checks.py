"""Checks of one exercise's dose: what the source states and what the site assumes must fit together."""

from __future__ import annotations

from collections.abc import Iterator

from footing.content.amounts import Amount
from footing.content.models import Exercise
from footing.content.schema import dotted
from footing.content.yaml_document import Document
from footing.diagnostics import Problem, one_of, quoted


def check_dose(document: Document, exercise: Exercise) -> Iterator[Problem]:
    yield from _check_length(document, exercise)
    yield from _check_assumed(document, exercise)


def _check_length(document: Document, exercise: Exercise) -> Iterator[Problem]:
    """A dose is either a hold or a movement, and has a length."""
    dosage, assumed = exercise.dosage, exercise.assumed
    given = [(part, key) for part in ("dosage", "assumed") for key in ("hold", "move") if _has(exercise, part, key)]
    if other := [where for where in given if where[1] != given[-1][1]]:
        message = f"conflicts with {dotted(other[0])}, expected either a hold or a movement; keep one of them"
        yield document.at(given[-1], f"{dotted(given[-1])}: {message}")
    elif assumed.move and not dosage.move:
        message = 'assumed.move: no movement is stated, expected its verb; add "move: {verb: roll}" to dosage'
        yield document.at(("assumed", "move"), message)
    elif dosage.move and not (dosage.move.for_ or assumed.move):
        message = 'dosage.move: has no time, expected one; add "for: 1 min" here, or "move: {for: 1 min}" to assumed'
        yield document.at(("dosage", "move"), message)
    elif not (dosage.hold or dosage.move or assumed.hold):
        message = 'dosage: has neither hold nor move, expected one; add "hold: 10 s" here, or to assumed'
        yield document.at(("dosage",), message)


def _has(exercise: Exercise, part: str, key: str) -> bool:
    return getattr(getattr(exercise, part), key) is not None


def _check_assumed(document: Document, exercise: Exercise) -> Iterator[Problem]:
    """The site assumes only what the source leaves open, and within its range."""
    for key, stated, chosen in _pairs(exercise):
        if not stated or not chosen or (stated.contains(chosen) and not stated.exact):
            continue
        name, where = dotted(key), ("assumed", *key)
        there, here = quoted(document.text_at(("dosage", *key))), quoted(document.text_at(where))
        if stated.exact:
            message = f"{here} is assumed where dosage.{name} states {there}, expected no choice; remove it"
        else:
            message = f"{here} is outside dosage.{name}, expected a value within {there}; choose one"
        yield document.at(where, f"assumed.{name}: {message}")
    if exercise.dosage.sides and exercise.assumed.sides:
        message = "is assumed where dosage.sides states it, expected no choice; remove it"
        yield document.at(("assumed", "sides"), f"assumed.sides: {quoted(exercise.assumed.sides)} {message}")
    stated_in, chosen_in = exercise.positions, exercise.assumed.positions
    if len(stated_in) == 1 and chosen_in:
        message = f"assumed.positions: the source states {stated_in[0]}, expected no choice; remove it"
        yield document.at(("assumed", "positions"), message)
    elif stated_in:
        for i, word in enumerate(chosen_in):
            if word not in stated_in:
                message = f"{quoted(word)} is not one of the stated positions, expected one of {one_of(stated_in)}; choose one"
                yield document.at(("assumed", "positions", i), f"assumed.positions[{i + 1}]: {message}")


def _pairs(exercise: Exercise) -> Iterator[tuple[tuple[str, ...], Amount | None, Amount | None]]:
    """Each amount as the source states it and as the site assumes it."""
    dosage, assumed = exercise.dosage, exercise.assumed
    yield ("hold",), dosage.hold, assumed.hold
    yield ("move", "for"), dosage.move.for_ if dosage.move else None, assumed.move.for_ if assumed.move else None
    for key in ("reps", "per_day", "days_per_week"):
        yield (key,), getattr(dosage, key), getattr(assumed, key)
