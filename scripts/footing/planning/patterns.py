"""The even ways to spread an exercise over the days of a week and over the sessions of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from footing.planning.tasks import Task, allowed_sessions

Item = TypeVar("Item")
Pattern = tuple[frozenset[int], frozenset[int]]  # days or sessions: the due ones; the due and the optional ones


def gaps_squared(days: Sequence[int]) -> int:
    """How unevenly days are spread over a cyclic week: the sum of the squared gaps (one day alone: 49)."""
    following = [*days[1:], days[0] + 7] if days else []
    return sum((b - a) ** 2 for a, b in zip(days, following, strict=True))


def day_patterns(days: Sequence[int], due: int, most: int) -> list[Pattern]:
    """The most even choices of due days, each with the earliest optional days that make all days most even."""
    best_due = _least(combinations(days, due), gaps_squared)
    both = [
        (chosen, tuple(sorted((*chosen, *more))))
        for chosen in best_due
        for more in combinations([day for day in days if day not in chosen], most - due)
    ]
    first: dict[tuple[int, ...], Pattern] = {}
    for chosen, all_days in _least(both, lambda pair: gaps_squared(pair[1])):
        first.setdefault(chosen, (frozenset(chosen), frozenset(all_days)))
    return list(first.values())


def _least(items: Iterable[Item], measure: Callable[[Item], int]) -> list[Item]:
    """All items with the smallest measure, in order."""
    measured = [(measure(item), item) for item in items]
    least = min(value for value, _ in measured)
    return [item for value, item in measured if value == least]


def _spread(count: int, sessions: int) -> frozenset[int]:
    """`count` (2 or more) sessions, spread evenly from the first to the last."""
    return frozenset((i * (sessions - 1) + (count - 1) // 2) // (count - 1) for i in range(count))


def session_patterns(task: Task, sessions: int) -> list[Pattern]:
    """The possible sessions of a task: a single one may be any, two are the first and the last."""
    allowed = allowed_sessions(task.place, sessions)
    due_count, most = task.per_day
    dues = [frozenset([i]) for i in allowed] if due_count == 1 else [_spread(due_count, sessions)]
    return [(due, with_optional(due, allowed, most)) for due in dues]


def with_optional(due: frozenset[int], allowed: Sequence[int], most: int) -> frozenset[int]:
    """`due` and optional sessions, each as far from the others as possible, up to `most` in all."""
    chosen = set(due)
    while len(chosen) < min(most, len(allowed)):
        chosen.add(max((i for i in allowed if i not in chosen), key=lambda i: min(abs(i - j) for j in chosen)))
    return frozenset(chosen)
