"""From each exercise's frequency to a week. Deterministic: the same plan always gives the same week.

Days are spread as evenly as a cyclic week allows, and sessions are balanced in minutes; ties follow the calendar and
the plan's order. Optional slots (the upper part of "2–3 times") are added on top and never displace due ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footing.content.models import DAYS_OF_WEEK, Content, Day, Plan
from footing.content.yaml_document import Document
from footing.diagnostics import Problem
from footing.planning.balance import choose
from footing.planning.tasks import PLACES, CannotFit, Task, session_seconds, tasks_of


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise in one session of one day."""

    day: Day
    session: str
    exercise: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Week:
    """A plan's week: its slots in order, and the seconds of each session (due slots and moves)."""

    slots: tuple[Slot, ...]
    seconds: dict[tuple[Day, str], int]

    def day_seconds(self, day: Day) -> int:
        return sum(seconds for (of, _), seconds in self.seconds.items() if of == day)


def schedule_plans(content: Content, plans: Iterable[tuple[Document, Plan]]) -> tuple[dict[str, Week], list[Problem]]:
    """Each plan's week by slug, and a problem at the exercise or the limit for each reason why a plan has none."""
    weeks: dict[str, Week] = {}
    problems: list[Problem] = []
    for document, plan in plans:
        try:
            weeks[plan.slug] = schedule(plan, content)
        except CannotFit as error:
            problems += [
                document.at(("limit",) if index is None else ("exercises", index), f"cannot fit: {reason}")
                for index, reason in error.reasons
            ]
    return weeks, problems


def schedule(plan: Plan, content: Content) -> Week:
    """The plan's week. Raises CannotFit with every reason."""
    site = content.site
    moves = (site.moves.between.lower, site.moves.floor.lower)
    week = arrange(tasks_of(plan, content), plan.days, plan.sessions, moves)
    over = [(key, seconds) for key, seconds in week.seconds.items() if seconds > plan.limit.max]
    if over:
        (day, session), seconds = max(over, key=lambda item: item[1])
        reason = (
            f"the fullest session ({day} {session}) takes {_clock(seconds)}, expected at most "
            f"{_clock(plan.limit.max)}; leave out an exercise, add a session, shorten a dose, or raise the limit"
        )
        raise CannotFit([(None, reason)])
    return week


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02} min"


def arrange(tasks: Sequence[Task], days: Sequence[Day], sessions: Sequence[str], moves: tuple[int, int]) -> Week:
    """The week of `tasks`; `moves` are the seconds between two exercises, and to or from the floor."""
    week_days = sorted(DAYS_OF_WEEK.index(day) for day in days)
    on, at = choose(tasks, week_days, len(sessions), moves)
    slots: list[Slot] = []
    seconds: dict[tuple[Day, str], int] = {}
    for day in week_days:
        for number, session in enumerate(sessions):
            due = [i for i in range(len(tasks)) if day in on[i][0] and number in at[i][0]]
            optional = [i for i in range(len(tasks)) if i not in due and day in on[i][1] and number in at[i][1]]
            name = DAYS_OF_WEEK[day]
            seconds[name, session] = session_seconds([tasks[i] for i in due], moves)
            slots += [Slot(name, session, tasks[i].slug, i in optional) for i in _in_order(due + optional, tasks)]
    return Week(tuple(slots), seconds)


def _in_order(members: Iterable[int], tasks: Sequence[Task]) -> list[int]:
    """Chair, then standing, then floor; otherwise in the plan's order."""
    return sorted(members, key=lambda i: (PLACES.index(tasks[i].place), i))
