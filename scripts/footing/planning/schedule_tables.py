"""The schedule as tables, in which the week builder looks up days and sessions instead of computing them.

A pattern is a text with a letter for each place: "d" due, "o" optional, "." none. For days the places are Monday to
Sunday ("d..o.d."), for sessions the week's own from first to last ("d.d"). A frequency is "2", or "2-3" for two
due and a third optional.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import combinations

from footing.content.models import DAYS_OF_WEEK, Content
from footing.planning.dose import DoseValue, dose_of
from footing.planning.patterns import Pattern, day_patterns, session_patterns
from footing.planning.tasks import PLACES, Task, max_times_a_day

Range = tuple[int, int]  # the number of due ones, and of due and optional ones together
Table = dict[str, list[str]]  # frequency to its patterns, the earliest first
MOST_SESSIONS = 3  # the boxes that fit into a cell of the printed chart


def most_sessions(content: Content) -> int:
    return max([MOST_SESSIONS, *(len(plan.sessions) for plan in content.plans)])


def day_tables(content: Content) -> dict[str, Table]:
    """The days of a week ("ddddd.." for Monday to Friday) to the patterns over them."""
    return _day_tables(_ranges(content, "days_per_week", len(DAYS_OF_WEEK)))


@cache
def _day_tables(ranges: tuple[Range, ...]) -> dict[str, Table]:
    week = range(len(DAYS_OF_WEEK))
    return {
        _pattern_text((frozenset(days), frozenset(days)), len(week)): {
            _frequency(*often): [_pattern_text(pattern, len(week)) for pattern in day_patterns(days, *often)]
            for often in ranges
            if often[1] <= size
        }
        for size in range(1, len(week) + 1)
        for days in combinations(week, size)
    }


def session_tables(content: Content) -> dict[str, dict[str, Table]]:
    """The number of sessions a day to the patterns over them, for an exercise of each place."""
    most = most_sessions(content)
    ranges = _ranges(content, "per_day", most)
    return {
        str(sessions): {
            place: {
                _frequency(*often): [
                    _pattern_text(pattern, sessions)
                    for pattern in session_patterns(Task("", place, 0, (1, 1), often), sessions)
                ]
                for often in ranges
                if often[1] <= max_times_a_day(place, sessions)
            }
            for place in PLACES
        }
        for sessions in range(1, most + 1)
    }


def _ranges(content: Content, key: str, most: int) -> tuple[Range, ...]:
    """Every exact number up to `most`, and the ranges that the exercises and the plans use."""
    exercises = content.by_slug
    doses = [dose_of(exercise, content.site) for exercise in content.exercises]
    doses += [
        dose_of(exercises[entry.use], content.site, entry.dosage) for plan in content.plans for entry in plan.exercises
    ]
    values: Iterable[DoseValue | None] = (getattr(dose, key) for dose in doses)
    exact = {(often, often) for often in range(1, most + 1)}
    return tuple(sorted(exact | {(value.start, value.most) for value in values if value}))


def _frequency(due: int, most: int) -> str:
    return str(due) if due == most else f"{due}-{most}"


def _pattern_text(pattern: Pattern, places: int) -> str:
    due, all_ = pattern
    return "".join("d" if i in due else "o" if i in all_ else "." for i in range(places))
