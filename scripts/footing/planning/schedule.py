"""From how often to a week: which days, which sessions. Pure and deterministic: the same plan, the same week.

Days are spread as evenly as a cyclic week allows, sessions are balanced in minutes; ties follow the calendar and
the plan's order. What is optional (the upper part of "2–3 times") comes on top and never displaces what is due.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from math import prod
from typing import TypeVar

from footing.content.models import DAYS_OF_WEEK, Content, Day, Place, Plan
from footing.planning.dose import Dose, dose_of

PLACES: tuple[Place, ...] = ("chair", "standing", "floor")  # the order within a session
EXACT = 20_000  # up to so many combinations all are tried; beyond, the best found by improving one choice at a time

Key = TypeVar("Key")
Pattern = tuple[frozenset[int], frozenset[int]]  # days or sessions: the due ones, and the due and optional ones
Cost = tuple[int, int]  # the largest, then the sum of the squares


@dataclass(frozen=True, slots=True)
class Task:
    """One exercise of a plan, as numbers. Counts are (due, due and optional together); `seconds` is one round."""

    slug: str
    place: Place
    seconds: int
    days: tuple[int, int]
    per_day: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise in one session of one day."""

    day: Day
    session: str
    exercise: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Week:
    """A plan's week: its slots by day, session and order within the session; due seconds a session with the moves."""

    slots: tuple[Slot, ...]
    seconds: dict[tuple[Day, str], int]

    def day_seconds(self, day: Day) -> int:
        return sum(seconds for (of, _), seconds in self.seconds.items() if of == day)


class CannotFit(Exception):  # noqa: N818  # it names what happened, as the pages' words do
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
        found = [(i, reason) for reason in _too_often(entry.use, dose, place, plan)]
        reasons += found
        if not found and dose.days_per_week and dose.per_day:
            days = min(dose.days_per_week.most, len(plan.days))
            per_day = min(dose.per_day.most, room_of(place, len(plan.sessions)))
            due = (dose.days_per_week.start, dose.per_day.start)
            tasks.append(Task(entry.use, place, dose.round_seconds, (due[0], days), (due[1], per_day)))
    if reasons:
        raise CannotFit(reasons)
    return tasks


def room_of(place: Place, sessions: int) -> int:
    """How many times a day an exercise can be done at most."""
    return len(_allowed(place, sessions))


def _allowed(place: Place, sessions: int) -> list[int]:
    """The sessions an exercise may be in: on the floor only the first and the last, never between."""
    return sorted({0, sessions - 1}) if place == "floor" else list(range(sessions))


def _too_often(slug: str, dose: Dose, place: Place, plan: Plan) -> Iterator[str]:
    sessions, days = _count(len(plan.sessions), "session"), _count(len(plan.days), "day")
    more = "add sessions, or "
    if place == "floor" and len(plan.sessions) > 1:
        sessions, more = f"{sessions}, of which an exercise on the floor may be in the first and the last", ""
    for what, figure, room, has, key, remedy in (
        ("times a day", dose.per_day, room_of(place, len(plan.sessions)), sessions, "per_day", more),
        ("days a week", dose.days_per_week, len(plan.days), days, "days_per_week", "add days, or "),
    ):
        if figure is None:
            yield (
                f"how many {what} {slug} is done is neither stated nor assumed, expected either; "
                f"add assumed.{key} to the exercise, or dosage: {{{key}: 1}} here"
            )
        elif figure.start > room:
            yield (
                f"{slug} is due {figure.start} {what}, expected at most {room} (the plan has {has}); "
                f"{remedy}write dosage: {{{key}: {room}}} here, which readers then see as the plan's choice"
            )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


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
    """Tasks to a week over `days` and `sessions`; `moves` are the seconds between exercises and to or from the floor."""
    week_days = sorted(DAYS_OF_WEEK.index(day) for day in days)
    on, at = _choose(tasks, week_days, len(sessions), moves)
    slots: list[Slot] = []
    seconds: dict[tuple[Day, str], int] = {}
    for day in week_days:
        for number, session in enumerate(sessions):
            due = [i for i in range(len(tasks)) if day in on[i][0] and number in at[i][0]]
            beyond = [i for i in range(len(tasks)) if i not in due and day in on[i][1] and number in at[i][1]]
            name = DAYS_OF_WEEK[day]
            seconds[name, session] = _session_seconds([tasks[i] for i in due], moves)
            slots += [Slot(name, session, tasks[i].slug, i in beyond) for i in _in_order(due + beyond, tasks)]
    return Week(tuple(slots), seconds)


def _in_order(members: Iterable[int], tasks: Sequence[Task]) -> list[int]:
    """Chair, then standing, then floor; within a place the plan's order."""
    return sorted(members, key=lambda i: (PLACES.index(tasks[i].place), i))


def _session_seconds(tasks: Sequence[Task], moves: tuple[int, int]) -> int:
    """All rounds and the moves between them."""
    total = sum(task.seconds for task in tasks)
    if not tasks:
        return 0
    on_floor = sum(task.place == "floor" for task in tasks)
    to_floor = 1 if 0 < on_floor < len(tasks) else 0
    return total + (len(tasks) - 1 - to_floor) * moves[0] + to_floor * moves[1]


# Days


def gaps_squared(days: Sequence[int]) -> int:
    """How uneven days lie in a cyclic week: the sum of the squared gaps (7 days in one place: 49)."""
    following = [*days[1:], days[0] + 7] if days else []
    return sum((b - a) ** 2 for a, b in zip(days, following, strict=True))


def day_patterns(days: Sequence[int], due: int, most: int) -> list[Pattern]:
    """Every most even choice of due days that allows the most even choice of all, with the earliest such."""
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


def _least(items: Iterable[Key], measure: Callable[[Key], int]) -> list[Key]:
    """All items of the least measure, in their order."""
    measured = [(measure(item), item) for item in items]
    least = min(value for value, _ in measured)
    return [item for value, item in measured if value == least]


def _day_choices(tasks: Sequence[Task], days: Sequence[int]) -> list[list[Pattern]]:
    """Ways to give each task its days, all even; where there are too many, one that levels the days' minutes."""
    options = [day_patterns(days, *task.days) for task in tasks]
    if prod(map(len, options)) <= EXACT:
        return list(map(list, product(*options)))

    def unlevelled(choice: Sequence[Pattern]) -> Cost:
        return _least_cost(tasks, _together(choice, days), 1)

    return [_improved(options, unlevelled)]


# Sessions


def _spread(count: int, sessions: int) -> frozenset[int]:
    """`count` (2 or more) sessions from the first to the last, evenly."""
    return frozenset((i * (sessions - 1) + (count - 1) // 2) // (count - 1) for i in range(count))


def session_patterns(task: Task, sessions: int) -> list[Pattern]:
    """The choices of (due sessions, due and optional sessions): one goes anywhere, two are first and last."""
    allowed = _allowed(task.place, sessions)
    due_count, most = task.per_day
    dues = [frozenset([i]) for i in allowed] if due_count == 1 else [_spread(due_count, sessions)]
    return [(due, _extended(due, allowed, most)) for due in dues]


def _extended(due: frozenset[int], allowed: Sequence[int], most: int) -> frozenset[int]:
    """`due` with optional sessions as far from the others as can be, up to `most`."""
    chosen = set(due)
    while len(chosen) < min(most, len(allowed)):
        chosen.add(max((i for i in allowed if i not in chosen), key=lambda i: min(abs(i - j) for j in chosen)))
    return frozenset(chosen)


Together = tuple[tuple[frozenset[int], int], ...]  # which tasks fall on one day, and on how many days the same do


def _choose(
    tasks: Sequence[Task], days: Sequence[int], sessions: int, moves: tuple[int, int]
) -> tuple[list[Pattern], list[Pattern]]:
    """Each task's days and sessions: the largest session least, then the squares, then the earliest days."""
    groups = _groups(tasks)
    options = [session_patterns(tasks[group[0]], sessions) for group in groups]
    seconds_of = cache(lambda members: _session_seconds([tasks[i] for i in members], moves))
    ways: dict[Together, list[Pattern]] = {}  # the same exercises together, only on other days, cost the same
    for on in _day_choices(tasks, days):
        ways.setdefault(_together(on, days), on)
    bounds = {together: _least_cost(tasks, together, sessions) for together in ways}
    tries = max(1, EXACT // prod(map(len, options)))
    best: tuple[Cost, list[Pattern], list[Pattern]] | None = None
    for together in sorted(ways, key=bounds.__getitem__)[:tries]:
        if best and bounds[together] >= best[0]:
            break  # neither this nor what follows can be better
        cost = _session_cost(groups, together, sessions, seconds_of)
        chosen = _best(options, cost)
        if best is None or cost(chosen) < best[0]:
            best = cost(chosen), ways[together], chosen
    assert best is not None
    by_task = {i: pattern for group, pattern in zip(groups, best[2], strict=True) for i in group}
    return best[1], [_own(by_task[i], task, sessions) for i, task in enumerate(tasks)]


def _together(on: Sequence[Pattern], days: Sequence[int]) -> Together:
    kinds = Counter(frozenset(i for i, (due, _) in enumerate(on) if day in due) for day in days)
    return tuple(sorted(kinds.items(), key=lambda kind: sorted(kind[0])))


def _least_cost(tasks: Sequence[Task], together: Together, sessions: int) -> Cost:
    """No choice of sessions costs less: each day's minutes in equal parts, without moves."""
    largest = squares = 0
    for members, count in together:
        seconds = sum(tasks[i].seconds * tasks[i].per_day[0] for i in members)
        longest = max((tasks[i].seconds for i in members), default=0)
        largest = max(largest, -(-seconds // sessions), longest)
        squares += count * -(-(seconds**2) // sessions)
    return largest, squares


def _session_cost(
    groups: Sequence[list[int]], together: Together, sessions: int, seconds_of: Callable[[frozenset[int]], int]
) -> Callable[[Sequence[Pattern]], Cost]:
    """How far from balanced a choice of sessions is, over the whole week."""

    def cost(choice: Sequence[Pattern]) -> Cost:
        chosen = list(zip(groups, choice, strict=True))
        largest = squares = 0
        for session in range(sessions):
            inside = frozenset(i for group, (due, _) in chosen if session in due for i in group)
            for members, count in together:
                seconds = seconds_of(members & inside)
                largest, squares = max(largest, seconds), squares + count * seconds**2
        return largest, squares

    return cost


def _groups(tasks: Sequence[Task]) -> list[list[int]]:
    """Tasks that share one choice: those on the floor once a day; every other stands alone. In the plan's order."""
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


def _own(pattern: Pattern, task: Task, sessions: int) -> Pattern:
    """The shared due sessions with the task's own optional ones."""
    return pattern[0], _extended(pattern[0], _allowed(task.place, sessions), task.per_day[1])


# Search


def _best(options: Sequence[list[Key]], cost: Callable[[Sequence[Key]], Cost]) -> list[Key]:
    """One of each list of options, at the least cost; the earliest of equals."""
    if prod(map(len, options)) <= EXACT:
        return min(map(list, product(*options)), key=cost)
    return _improved(options, cost)


def _improved(options: Sequence[list[Key]], cost: Callable[[Sequence[Key]], Cost]) -> list[Key]:
    """From the first options on, change one choice at a time as long as the cost falls."""
    chosen = [choices[0] for choices in options]
    now = cost(chosen)
    while True:
        best: tuple[Cost, int, Key] | None = None
        for i, choices in enumerate(options):
            for option in choices:
                value = cost([*chosen[:i], option, *chosen[i + 1 :]])
                if value < now and (best is None or value < best[0]):
                    best = (value, i, option)
        if best is None:
            return chosen
        now, chosen[best[1]] = best[0], best[2]
