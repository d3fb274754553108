"""How doses, times and lists are worded. Pure functions; the page templates call them as `wording.…`."""

from footing.pages.wording.amounts import (
    amount_range,
    clock,
    counted,
    long_time,
    minutes,
    per_day,
    per_week,
    plural,
    seconds,
    short_time,
    times,
)
from footing.pages.wording.dose import (
    footnote,
    frequency,
    mark,
    sentence,
    short_dose,
    sides,
    start,
    start_marked,
    verb,
)
from footing.pages.wording.dose_sentences import dose_sentences
from footing.pages.wording.lists import (
    alternatives,
    joined,
    plan_frequency,
    plan_line,
    unstated,
)

__all__ = [
    "alternatives",
    "amount_range",
    "clock",
    "counted",
    "dose_sentences",
    "footnote",
    "frequency",
    "joined",
    "long_time",
    "mark",
    "minutes",
    "per_day",
    "per_week",
    "plan_frequency",
    "plan_line",
    "plural",
    "seconds",
    "sentence",
    "short_dose",
    "short_time",
    "sides",
    "start",
    "start_marked",
    "times",
    "unstated",
    "verb",
]
