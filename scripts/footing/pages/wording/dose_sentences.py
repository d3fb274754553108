"""The dose of an exercise's page as sentences, in whole words: "Hold 10 seconds, 5 times, each foot. Once a day†."."""

from __future__ import annotations

from footing.content.amounts import Amount
from footing.pages.wording.amounts import counted, long_time, per_day, per_week, times
from footing.pages.wording.dose import mark, sides, verb
from footing.planning.dose import Dose


def dose_sentences(dose: Dose, source: str = "") -> str:
    """What to do, how often and where to start. † marks the site's own choices beside a source."""
    parts = [_effort(dose, source), _frequency(dose, source), _start(dose, source)]
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts if part)


def _effort(dose: Dose, source: str) -> str:
    length = f"{long_time(dose.length.shown)}{mark(dose.length.site_choice, source)}"
    parts = [f"hold {length}" if verb(dose) == "hold" else f"{verb(dose)} for {length}"]
    if dose.reps:
        parts.append(f"{times(dose.reps.shown)}{mark(dose.reps.site_choice, source)}")
    if dose.sides:
        parts.append(f"{sides(dose.sides)}{mark(dose.sides_site_choice, source)}")
    return ", ".join(parts)


def _frequency(dose: Dose, source: str) -> str:
    parts = []
    if dose.per_day:
        parts.append(f"{per_day(dose.per_day.shown)}{mark(dose.per_day.site_choice, source)}")
    if dose.days_per_week:
        parts.append(f"{per_week(dose.days_per_week.shown)}{mark(dose.days_per_week.site_choice, source)}")
    return ", ".join(parts)


def _start(dose: Dose, source: str) -> str:
    parts = []
    if dose.length.starts_within:
        start = dose.length.start
        parts.append(long_time(Amount(start, start)))
    if dose.reps and dose.reps.starts_within:
        parts.append(counted(dose.reps.start))
    return f"start with {', '.join(parts)}{mark(True, source)}" if parts else ""
