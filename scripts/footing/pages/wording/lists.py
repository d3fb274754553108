"""Lists, and the lines of a plan, in words.

>>> joined(["a towel", "a chair", "a wall"]), joined(["a towel or a scarf", "a chair"])
('a towel, a chair and a wall', 'a towel or a scarf, and a chair')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footing.content.models import Term
from footing.pages.wording.amounts import plural
from footing.pages.wording.dose import short_dose, start_marked
from footing.planning.dose import Dose

_UNSTATED = {
    "position": "whether to sit or stand",
    "sides": "whether to do one side or both",
    "per_day": "how many times a day",
    "days_per_week": "how many days a week",
}


def joined(items: Sequence[str], last: str = "and") -> str:
    """The items with commas, the last two with `last` between them: after a comma where an item is itself a list."""
    if len(items) < 2:
        return "".join(items)
    comma = "," if any(" or " in item for item in items) else ""
    return f"{', '.join(items[:-1])}{comma} {last} {items[-1]}"


def alternatives(terms: Iterable[Term]) -> str:
    """Things or positions to choose from: "a towel or a scarf"."""
    return " or ".join(term.plain for term in terms)


def unstated(names: Iterable[str]) -> str:
    """What the source leaves open: "whether to sit or stand or how many times a day"."""
    return joined([_UNSTATED[name] for name in names], "or")


def plan_frequency(sessions: int, days: int) -> str:
    """How often a plan is done: "3 sessions a day · 7 days a week"."""
    return f"{sessions} {plural('session', sessions)} a day · {days} {plural('day', days)} a week"


def days_if_you_like(due: Sequence[str], optional: Sequence[str], week: int = 7) -> str:
    """The days of an exercise: "every day", "Mon, Thu (Sat if you like)"; empty where there are none.

    >>> days_if_you_like(["Mon", "Thu"], ["Sat"])
    'Mon, Thu (Sat if you like)'
    """

    def days(names: Sequence[str]) -> str:
        return "every day" if len(names) == week else ", ".join(names)

    if not optional:
        return days(due)
    return f"{days(due)} ({days(optional)} if you like)" if due else f"{days(optional)}, if you like"


def plan_line(name: str, dose: Dose, source: str = "") -> str:
    """An exercise of a plan in plain text: "Foot massage: Roll 1–3 min · each foot · start with 1 min†"."""
    return " · ".join(filter(None, [f"{name}: {short_dose(dose, source)}", start_marked(dose, source)]))
