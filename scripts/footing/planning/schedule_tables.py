"""The schedule as tables, so that a week of one's own is looked up and not computed a second time in a browser.

A pattern is a text with a letter for each place: "d" due, "o" optional, "." none. For days the places are Monday to
Sunday ("d..o.d."), for sessions the week's own from first to last ("d.d"). How often is written "2", or "2-3" for two
due and a third optional.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import combinations

from footing.content.models import DAYS_OF_WEEK, Content
from footing.planning.dose import DoseValue, dose_of
from footing.planning.patterns import Pattern, day_patterns, session_patterns
from footing.planning.tasks import PLACES, Task, room_of

Range = tuple[int, int]  # so many due, and so many due and optional together
Table = dict[str, list[str]]  # how often to the patterns for it, the earliest first
MOST_SESSIONS = 3  # a cell of the printed chart has room for so many boxes


def most_sessions(content: Content) -> int:
    return max([MOST_SESSIONS, *(len(plan.sessions) for plan in content.plans)])


def day_tables(content: Content) -> dict[str, Table]:
    """Which days a week has ("ddddd.." for Monday to Friday) to the patterns over them."""
    return _day_tables(_ranges(content, "days_per_week", len(DAYS_OF_WEEK)))


@cache
def _day_tables(ranges: tuple[Range, ...]) -> dict[str, Table]:
    week = range(len(DAYS_OF_WEEK))
    return {
        _written((frozenset(days), frozenset(days)), len(week)): {
            _often(*often): [_written(pattern, len(week)) for pattern in day_patterns(days, *often)]
            for often in ranges
            if often[1] <= size
        }
        for size in range(1, len(week) + 1)
        for days in combinations(week, size)
    }


def session_tables(content: Content) -> dict[str, dict[str, Table]]:
    """How many sessions a day has to the patterns over them, for an exercise of each place."""
    most = most_sessions(content)
    ranges = _ranges(content, "per_day", most)
    return {
        str(sessions): {
            place: {
                _often(*often): [
                    _written(pattern, sessions)
                    for pattern in session_patterns(Task("", place, 0, (1, 1), often), sessions)
                ]
                for often in ranges
                if often[1] <= room_of(place, sessions)
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


def _often(due: int, most: int) -> str:
    return str(due) if due == most else f"{due}-{most}"


def _written(pattern: Pattern, places: int) -> str:
    due, all_ = pattern
    return "".join("d" if i in due else "o" if i in all_ else "." for i in range(places))
