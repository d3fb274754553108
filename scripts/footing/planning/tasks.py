"""The exercises of a plan as numbers to schedule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footing.content.models import Content, Place, Plan
from footing.planning.dose import Dose, dose_of

PLACES: tuple[Place, ...] = ("chair", "standing", "floor")  # the order within a session


@dataclass(frozen=True, slots=True)
class Task:
    """One exercise of a plan, as numbers. Counts are (due, due and optional together); `seconds` is one round."""

    slug: str
    place: Place
    seconds: int
    days: tuple[int, int]
    per_day: tuple[int, int]


class CannotFit(Exception):  # noqa: N818  # reads as the message does
    """Why a plan has no week: for each reason the index of its exercise, or None for the limit, and the sentence."""

    def __init__(self, reasons: list[tuple[int | None, str]]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(reason for _, reason in reasons))


def tasks_of(plan: Plan, content: Content) -> list[Task]:
    """The plan's exercises as numbers, in its order. Raises CannotFit where a frequency is missing or too high."""
    tasks: list[Task] = []
    reasons: list[tuple[int | None, str]] = []
    for i, entry in enumerate(plan.exercises):
        exercise = content.by_slug[entry.use]
        dose = dose_of(exercise, content.site, entry.dosage)
        place = content.vocabulary.positions[exercise.start_position].place
        found = [(i, reason) for reason in _frequency_problems(entry.use, dose, place, plan)]
        reasons += found
        if not found and dose.days_per_week and dose.per_day:
            days = min(dose.days_per_week.most, len(plan.days))
            per_day = min(dose.per_day.most, max_times_a_day(place, len(plan.sessions)))
            due = (dose.days_per_week.start, dose.per_day.start)
            tasks.append(Task(entry.use, place, dose.round_seconds, (due[0], days), (due[1], per_day)))
    if reasons:
        raise CannotFit(reasons)
    return tasks


def max_times_a_day(place: Place, sessions: int) -> int:
    """How many times a day an exercise can be done at most."""
    return len(allowed_sessions(place, sessions))


def allowed_sessions(place: Place, sessions: int) -> list[int]:
    """The sessions an exercise may be in: on the floor only the first and the last."""
    return sorted({0, sessions - 1}) if place == "floor" else list(range(sessions))


def _frequency_problems(slug: str, dose: Dose, place: Place, plan: Plan) -> Iterator[str]:
    sessions, days = _count(len(plan.sessions), "session"), _count(len(plan.days), "day")
    more = "add sessions, or "
    if place == "floor" and len(plan.sessions) > 1:
        sessions, more = f"{sessions}, of which an exercise on the floor may be in the first and the last", ""
    for what, value, room, has, key, remedy in (
        ("times a day", dose.per_day, max_times_a_day(place, len(plan.sessions)), sessions, "per_day", more),
        ("days a week", dose.days_per_week, len(plan.days), days, "days_per_week", "add days, or "),
    ):
        if value is None:
            yield (
                f"how many {what} {slug} is done is neither stated nor assumed, expected either; "
                f"add assumed.{key} to the exercise, or dosage: {{{key}: 1}} here"
            )
        elif value.start > room:
            yield (
                f"{slug} is due {value.start} {what}, expected at most {room} (the plan has {has}); "
                f"{remedy}write dosage: {{{key}: {room}}} here, which readers then see as the plan's choice"
            )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def session_seconds(tasks: Sequence[Task], moves: tuple[int, int]) -> int:
    """The seconds of a session: all rounds and the moves between exercises."""
    total = sum(task.seconds for task in tasks)
    if not tasks:
        return 0
    on_floor = sum(task.place == "floor" for task in tasks)
    to_floor = 1 if 0 < on_floor < len(tasks) else 0
    return total + (len(tasks) - 1 - to_floor) * moves[0] + to_floor * moves[1]
