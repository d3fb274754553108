"""Doses in words. Two conventions hold throughout:

- `source` is what the pages call the source ("article"), or "" where there is none. Beside a source, † marks every
  value that is the site's own choice; without one, nothing is marked.
- a value that a plan changes is followed by the value it replaces: "5 times† (article: 10)", or "(our choice: 10)"
  for an exercise that no source has.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from footing.content.amounts import Amount
from footing.pages.wording.amounts import (
    amount_range,
    counted,
    long_seconds,
    long_time,
    per_day,
    per_week,
    seconds,
    short_time,
    times,
)
from footing.planning.dose import Dose, DoseValue

T = TypeVar("T")


def verb(dose: Dose) -> str:
    """What is done for the length of time: "hold", "roll"."""
    return dose.verb or "hold"


def sides(text: str) -> str:
    """ "each foot", "both sides at once"."""
    return "both sides at once" if text == "both" else text


def mark(site_choice: bool, source: str) -> str:
    """The footnote mark of a value that is the site's own choice."""
    return "†" if site_choice and source else ""


def short_dose(dose: Dose, source: str = "") -> str:
    """What to do, for a card, a chart or a preview: "Hold 10 s · 3 times · each foot"."""
    length = _value(dose.length, short_time, short_time, source)
    parts = [f"{verb(dose).capitalize()} {length}"]
    if dose.reps:
        parts.append(_value(dose.reps, times, amount_range, source))
    if dose.sides:
        replaced = _replaced(dose.sides_replaced, sides, dose.unsourced, source)
        parts.append(f"{sides(dose.sides)}{mark(dose.sides_site_choice, source)}{replaced}")
    return " · ".join(parts)


def frequency(dose: Dose, source: str = "") -> str:
    """How often: "twice a day · every day"; empty where nothing is known."""
    parts = []
    if dose.per_day:
        parts.append(_value(dose.per_day, per_day, amount_range, source))
    if dose.days_per_week:
        parts.append(_value(dose.days_per_week, per_week, amount_range, source))
    return " · ".join(parts)


def start(dose: Dose) -> str:
    """Where to start within a range or under a ceiling: "start with 10 seconds, 5 times"; empty where there is no choice."""
    return _start(dose, long_seconds)


def start_marked(dose: Dose, source: str) -> str:
    """The same, short, with its footnote mark: "start with 10 s, 5 times†"."""
    words = _start(dose, seconds)
    return f"{words}{mark(True, source)}" if words else ""


def _start(dose: Dose, time: Callable[[int], str]) -> str:
    parts = []
    if dose.length.starts_within:
        parts.append(time(dose.length.start))
    if dose.reps and dose.reps.starts_within:
        parts.append(counted(dose.reps.start))
    return f"start with {', '.join(parts)}" if parts else ""


def printed_dose(dose: Dose) -> str:
    """What to do, in words for paper and without marks: "Hold 10 seconds, 3 times, each foot"."""
    parts = [f"{verb(dose).capitalize()} {long_time(dose.length.shown)}"]
    if dose.reps:
        parts.append(times(dose.reps.shown))
    if dose.sides:
        parts.append(sides(dose.sides))
    return ", ".join(parts)


def printed_start(dose: Dose) -> str:
    """Where to start, in words for paper: "Start with 1 minute, 5 times"; empty where there is no choice."""
    return start(dose).capitalize()


def long_dose(dose: Dose, source: str = "") -> str:
    """What to do, with units in full: "Hold for 10 seconds, 3 times, each foot (our choice)"."""
    parts = [f"{verb(dose).capitalize()} for {long_time(dose.length.shown)}{_choice(dose.length.site_choice, source)}"]
    if dose.reps:
        parts.append(times(dose.reps.shown) + _choice(dose.reps.site_choice, source))
    if dose.sides:
        parts.append(sides(dose.sides) + _choice(dose.sides_site_choice, source))
    return ", ".join(parts)


def sentence(dose: Dose, source: str = "") -> str:
    """The whole dose: "Hold for 10 seconds, 3 times, each foot, once a day (our choice), every day."."""
    parts = [long_dose(dose, source)]
    if dose.per_day:
        parts.append(per_day(dose.per_day.shown) + _choice(dose.per_day.site_choice, source))
    if dose.days_per_week:
        parts.append(per_week(dose.days_per_week.shown) + _choice(dose.days_per_week.site_choice, source))
    return f"{', '.join(parts)}."


def _value(value: DoseValue, words: Callable[[Amount], str], replaced: Callable[[Amount], str], source: str) -> str:
    """A dose value in `words`, with its footnote mark and the value it replaces."""
    before = _replaced(value.replaced, replaced, value.unsourced, source)
    return f"{words(value.shown)}{mark(value.site_choice, source)}{before}"


def _replaced(value: T | None, words: Callable[[T], str], unsourced: bool, source: str) -> str:
    if value is None or not (unsourced or source):
        return ""
    return f" ({'our choice' if unsourced else source}: {words(value)})"


def _choice(site_choice: bool, source: str) -> str:
    return " (our choice)" if site_choice and source else ""


def footnote(source: str) -> str:
    """What the footnote mark means."""
    return f"† our choice, not the {source}’s figure."
