"""Choose each exercise's days and sessions so that the sessions of a week are balanced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import product
from math import prod
from typing import TypeVar

from footing.planning.patterns import Pattern, day_patterns, session_patterns, with_optional
from footing.planning.tasks import Task, allowed_sessions, session_seconds

EXACT = 20_000  # with more combinations than this, only the improvements of one choice at a time are tried

Item = TypeVar("Item")
Cost = tuple[int, int]  # the seconds of the largest session, then the sum of the squares of all
DayGroups = tuple[tuple[frozenset[int], int], ...]  # the tasks of a day, and on how many days they are the same


def choose(
    tasks: Sequence[Task], days: Sequence[int], sessions: int, moves: tuple[int, int]
) -> tuple[list[Pattern], list[Pattern]]:
    """Each task's days and sessions: the largest session least, then the squares, then the earliest days."""
    groups = _groups(tasks)
    options = [session_patterns(tasks[group[0]], sessions) for group in groups]
    seconds_of = cache(lambda members: session_seconds([tasks[i] for i in members], moves))
    ways: dict[DayGroups, list[Pattern]] = {}  # the same exercises on other days cost the same
    for on in _day_choices(tasks, days):
        ways.setdefault(_day_groups(on, days), on)
    bounds = {groups_of_days: _least_cost(tasks, groups_of_days, sessions) for groups_of_days in ways}
    tries = max(1, EXACT // prod(map(len, options)))
    best: tuple[Cost, list[Pattern], list[Pattern]] | None = None
    for groups_of_days in sorted(ways, key=bounds.__getitem__)[:tries]:
        if best and bounds[groups_of_days] >= best[0]:
            break  # neither this nor what follows can be better
        cost = _session_cost(groups, groups_of_days, sessions, seconds_of)
        chosen = _best(options, cost)
        if best is None or cost(chosen) < best[0]:
            best = cost(chosen), ways[groups_of_days], chosen
    assert best is not None
    by_task = {i: pattern for group, pattern in zip(groups, best[2], strict=True) for i in group}
    return best[1], [_with_own_optional(by_task[i], task, sessions) for i, task in enumerate(tasks)]


def _day_choices(tasks: Sequence[Task], days: Sequence[int]) -> list[list[Pattern]]:
    """Even choices of days for all tasks; if there are too many, one that balances the minutes of the days."""
    options = [day_patterns(days, *task.days) for task in tasks]
    if prod(map(len, options)) <= EXACT:
        return list(map(list, product(*options)))

    def imbalance(choice: Sequence[Pattern]) -> Cost:
        return _least_cost(tasks, _day_groups(choice, days), 1)

    return [_improved(options, imbalance)]


def _day_groups(on: Sequence[Pattern], days: Sequence[int]) -> DayGroups:
    kinds = Counter(frozenset(i for i, (due, _) in enumerate(on) if day in due) for day in days)
    return tuple(sorted(kinds.items(), key=lambda kind: sorted(kind[0])))


def _least_cost(tasks: Sequence[Task], groups_of_days: DayGroups, sessions: int) -> Cost:
    """No choice of sessions costs less: each day's minutes in equal parts, without moves."""
    largest = squares = 0
    for members, count in groups_of_days:
        seconds = sum(tasks[i].seconds * tasks[i].per_day[0] for i in members)
        longest = max((tasks[i].seconds for i in members), default=0)
        largest = max(largest, -(-seconds // sessions), longest)
        squares += count * -(-(seconds**2) // sessions)
    return largest, squares


def _session_cost(
    groups: Sequence[list[int]], groups_of_days: DayGroups, sessions: int, seconds_of: Callable[[frozenset[int]], int]
) -> Callable[[Sequence[Pattern]], Cost]:
    """How far from balanced a choice of sessions is, over the whole week."""

    def cost(choice: Sequence[Pattern]) -> Cost:
        chosen = list(zip(groups, choice, strict=True))
        largest = squares = 0
        for session in range(sessions):
            inside = frozenset(i for group, (due, _) in chosen if session in due for i in group)
            for members, count in groups_of_days:
                seconds = seconds_of(members & inside)
                largest, squares = max(largest, seconds), squares + count * seconds**2
        return largest, squares

    return cost


def _groups(tasks: Sequence[Task]) -> list[list[int]]:
    """Tasks that share one choice: those on the floor once a day; every other has a group of its own. In the plan's order."""
    groups: list[list[int]] = []
    shared: list[int] | None = None
    for i, task in enumerate(tasks):
        if task.place == "floor" and task.per_day[0] == 1:
            if shared is None:
                groups.append(shared := [])
            shared.append(i)
        else:
            groups.append([i])
    return groups


def _with_own_optional(pattern: Pattern, task: Task, sessions: int) -> Pattern:
    """The shared due sessions with the task's own optional ones."""
    return pattern[0], with_optional(pattern[0], allowed_sessions(task.place, sessions), task.per_day[1])


def _best(options: Sequence[list[Item]], cost: Callable[[Sequence[Item]], Cost]) -> list[Item]:
    """One of each list of options, at the least cost; the earliest of equals."""
    if prod(map(len, options)) <= EXACT:
        return min(map(list, product(*options)), key=cost)
    return _improved(options, cost)


def _improved(options: Sequence[list[Item]], cost: Callable[[Sequence[Item]], Cost]) -> list[Item]:
    """From the first options on, change one choice at a time as long as the cost falls."""
    chosen = [choices[0] for choices in options]
    now = cost(chosen)
    while True:
        best: tuple[Cost, int, Item] | None = None
        for i, choices in enumerate(options):
            for option in choices:
                value = cost([*chosen[:i], option, *chosen[i + 1 :]])
                if value < now and (best is None or value < best[0]):
                    best = (value, i, option)
        if best is None:
            return chosen
        now, chosen[best[1]] = best[0], best[2]
