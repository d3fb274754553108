"""The phases a hold timer must announce and when, computed from its dose independently of the script."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Dose:
    """A timer's attributes; None for one that is absent."""

    seconds: int
    reps: int | None = None
    rest: int | None = None
    ready: int | None = None
    switch: int | None = None
    sides: str | None = None

    def attributes(self) -> dict[str, str]:
        return {name: str(value) for name, value in asdict(self).items() if value is not None}


BOTH = Dose(seconds=10, reps=3, rest=5, ready=10, switch=10, sides="left right")


@dataclass(frozen=True)
class Phase:
    """One `hold-timer:phase`: its detail, and its time in milliseconds after Start."""

    phase: str
    side: str | None
    rep: int
    seconds: int
    at: int

    def detail(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name != "at"}


def expected(dose: Dose) -> list[Phase]:
    at = 0
    phases = []
    for phase, side, rep, seconds in _phases(dose):
        if seconds or phase == "done":
            phases.append(Phase(phase, side, rep, seconds, at))
            at += seconds * 1000
    return phases


def _phases(dose: Dose) -> Iterator[tuple[str, str | None, int, int]]:
    reps = 1 if dose.reps is None else dose.reps
    rest = dose.rest or 0
    sides: list[str | None] = list(dose.sides.split()) if dose.sides else [None]
    yield "ready", sides[0], 1, 5 if dose.ready is None else dose.ready
    for number, side in enumerate(sides):
        if number:
            yield "switch", side, 1, 5 if dose.switch is None else dose.switch
        yield "hold", side, 1, dose.seconds
        for rep in range(2, reps + 1):
            yield "rest", side, rep - 1, rest
            yield "hold", side, rep, dose.seconds
    yield "done", None, reps, 0
