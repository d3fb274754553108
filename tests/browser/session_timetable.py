"""The phases a guided session must announce and when, computed from a week's JSON independently of the script."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

Week = dict[str, Any]


@dataclass(frozen=True)
class Phase:
    """One `guided-session:phase`: its detail, and its time in seconds after the beginning."""

    phase: str
    exercise: str | None
    side: str | None
    rep: int
    seconds: float
    index: int
    at: float

    def detail(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name != "at"}


def exercises_of(week: Week, day: str, session: str, *, optional: bool = False) -> list[str]:
    """The exercises of a session in order: with the optional ones if asked for, or if there are no others."""
    slots = [slot for slot in week["slots"] if (slot["day"], slot["session"]) == (day, session)]
    due = [slot["exercise"] for slot in slots if not slot["optional"]]
    return [slot["exercise"] for slot in slots] if optional or not due else due


def expected(week: Week, exercises: list[str], pace: float = 1) -> list[Phase]:
    phases: list[Phase] = []
    at = 0.0
    for phase, exercise, side, rep, seconds in _phases(week, exercises, pace):
        if seconds or phase == "done":
            phases.append(Phase(phase, exercise, side, rep, seconds, len(phases), at))
            at += seconds
    return phases


def _phases(week: Week, exercises: list[str], pace: float) -> Iterator[tuple[str, str | None, str | None, int, float]]:
    previous = None
    for slug in exercises:
        dose = week["exercises"][slug]
        first, *second = (dose["sides"] or "").split() or [None]
        if previous:
            to_or_from_floor = (previous["place"] == "floor") != (dose["place"] == "floor")
            yield "move", slug, first, 1, week["moves"]["floor" if to_or_from_floor else "between"] * pace
        yield "ready", slug, first, 1, dose["ready"] * pace
        yield from _side(slug, dose, first)
        for other in second:
            yield "switch", slug, other, 1, dose["switch"] * pace
            yield from _side(slug, dose, other)
        previous = dose
    yield "done", None, None, 0, 0


def _side(slug: str, dose: dict[str, Any], side: str | None) -> Iterator[tuple[str, str, str | None, int, float]]:
    for rep in range(1, dose["reps"] + 1):
        if rep > 1:
            yield "rest", slug, side, rep - 1, dose["rest"]
        yield "hold", slug, side, rep, dose["seconds"]
