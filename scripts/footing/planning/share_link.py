"""A plan's week as the fragment of a link that the page "A week of your own" opens. The format never changes.

    w1.1234567=morning=evening.foot-massage=60s1xe==1.grab-a-pencil=10s5xe=14o6=2.ro

Dots separate the parts, equals signs the values in a part:

- `w1`, the version;
- the week: its days, Monday as 1, and the ids of its sessions;
- `N…` and `T…`, where there are any: its name (at most 40 characters) and a note (200), UTF-8 in base64url, unpadded;
- for each exercise: its slug (or a former one); seconds, repetitions and sides (`e` each in turn, `l` or `r` one only,
  else nothing); its days (nothing: all of the week's); its sessions, the first as 1. After an `o` the optional ones;
- a checksum of everything before it, which detects a link that was cut off.
"""

from __future__ import annotations

from collections.abc import Collection

from footing.content.models import DAYS_OF_WEEK, Content, Plan
from footing.planning.dose import Dose, dose_of
from footing.planning.schedule import Week

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def week_link(plan: Plan, week: Week, content: Content) -> str:
    """The link's fragment, without `#`."""
    days = [day for day in DAYS_OF_WEEK if day in plan.days]
    parts = ["w1", "=".join([_digits_of(days, DAYS_OF_WEEK), *plan.sessions])]
    for entry in plan.exercises:
        slots = [slot for slot in week.slots if slot.exercise == entry.use]
        due_days = {slot.day for slot in slots if not slot.optional}
        due_sessions = {slot.session for slot in slots if not slot.optional}
        days_part = _with_optional(due_days, {slot.day for slot in slots}, DAYS_OF_WEEK)
        sessions_part = _with_optional(due_sessions, {slot.session for slot in slots}, plan.sessions)
        dose = dose_of(content.by_slug[entry.use], content.site, entry.dosage)
        if days_part == _digits_of(days, DAYS_OF_WEEK):
            days_part = ""
        parts.append("=".join([entry.use, _dose_numbers(dose), days_part, sessions_part]))
    return ".".join([*parts, checksum(".".join(parts))])


def _dose_numbers(dose: Dose) -> str:
    return f"{dose.length.start}s{dose.times}x{'e' if dose.each_side else ''}"


def _with_optional(due: Collection[str], chosen: Collection[str], known: Collection[str]) -> str:
    optional = [each for each in chosen if each not in due]
    return _digits_of(due, known) + (f"o{_digits_of(optional, known)}" if optional else "")


def _digits_of(chosen: Collection[str], known: Collection[str]) -> str:
    return "".join(_DIGITS[number] for number, each in enumerate(known, 1) if each in chosen)


def checksum(text: str) -> str:
    """Two characters by which a truncated or changed `text` is detected."""
    total = 0
    for character in text:
        total = (total * 31 + ord(character)) % 36**2
    return _DIGITS[total // 36] + _DIGITS[total % 36]
