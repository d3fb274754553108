"""Amounts as people write them: "10 s", "1-3 min", "about 30 s", "up to 12", "2-3"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypedDict

from footing.diagnostics import quoted

# Only the digits 0 to 9: \d would also match the digits of other scripts.
_AMOUNT = re.compile(
    r"(?:(?P<word>about|up to) )?(?P<low>[0-9]+)(?: ?[-–] ?(?P<high>[0-9]+))?(?: ?(?P<unit>[^\W\d_]+))?"
)
_UNIT_SECONDS = {"s": 1, "min": 60}
_MAX_DIGITS = 9  # more are too many for every kind of amount, and int() refuses thousands of them


class AmountJson(TypedDict):
    """An amount in the published JSON files."""

    min: int | None
    max: int
    up_to: bool
    about: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A count or a number of seconds: exact, a range, about, or a ceiling ("up to": no lower bound)."""

    min: int | None
    max: int
    up_to: bool = False
    about: bool = False

    @property
    def exact(self) -> bool:
        """Whether it leaves no choice. "about 30 s" counts as exact: nothing else can be chosen within it."""
        return self.min == self.max

    def text(self, unit: str = "") -> str:
        """As an author writes it, so that reading it again gives the same."""
        word = "up to " if self.up_to else "about " if self.about else ""
        low = f"{self.min}-" if self.min not in (None, self.max) else ""
        return f"{word}{low}{self.max}{unit and f' {unit}'}"

    @property
    def lower(self) -> int:
        """The number to start from where nothing else is chosen; for a ceiling 1."""
        return 1 if self.min is None else self.min

    def contains(self, other: Amount) -> bool:
        """Whether `other` is within this range or under this ceiling."""
        return self.lower <= other.lower and other.max <= self.max

    def as_json(self) -> AmountJson:
        return {"min": self.min, "max": self.max, "up_to": self.up_to, "about": self.about}


@dataclass(frozen=True, slots=True)
class Kind:
    """What an amount counts: its words for messages, its maximum, and whether it is a time and may be left open."""

    noun: str
    examples: str
    most: int
    time: bool = False
    open: bool = True


SECONDS = Kind("a length of time", '10 s, 1-3 min, about 30 s or "up to 15 s"', 3600, time=True)
PAUSE = Kind("a length of time", "10 s or 1 min", 3600, time=True, open=False)
REPS = Kind("a number of repetitions", '10, 2-3 or "up to 10"', 200)
PER_DAY = Kind("a number of times a day", "1, 3 or 2-3", 12)
DAYS = Kind("a number of days a week", "7, 3 or 2-3", 7)
WEEKS = Kind("a number of weeks", "2", 12, open=False)


def parse_amount(text: str, kind: Kind) -> Amount:
    """Read `text` as an amount of `kind`; times become whole seconds.

    Raises ValueError with the message for the author.
    """
    match = _AMOUNT.fullmatch(text)
    if match is None or (match["unit"] and not kind.time):
        raise ValueError(f"{quoted(text)} is not {kind.noun}; write {kind.examples}")
    if problem := _problem(match, kind):
        raise ValueError(f"{quoted(text)} {problem}; write {kind.examples}")
    low, high = _numbers(match)
    word = match["word"]
    return Amount(None if word == "up to" else low, high, word == "up to", word == "about")


def _problem(match: re.Match[str], kind: Kind) -> str | None:
    """What is wrong with the parts of an amount."""
    word, unit = match["word"], match["unit"]
    if kind.time and unit not in _UNIT_SECONDS:
        return f'has the unit "{unit}", expected s or min' if unit else "has no unit, expected s or min"
    if word and match["high"]:
        return f'is both "{word}" and a range, expected one of them'
    if not kind.open and (word or match["high"]):
        return f"leaves a choice open, expected {kind.noun} and no other"
    if max(len(match["low"]), len(match["high"] or "")) > _MAX_DIGITS:
        return _too_much(kind)
    low, high = _numbers(match)
    if low == 0 or high == 0:
        return f"is impossible, expected at least 1{', or no such key where nothing is stated' if kind.open else ''}"
    if match["high"] and low >= high:
        return "is not a rising range, expected the lower number first"
    return _too_much(kind) if high > kind.most else None


def _numbers(match: re.Match[str]) -> tuple[int, int]:
    scale = _UNIT_SECONDS[match["unit"]] if match["unit"] else 1
    low = int(match["low"]) * scale
    return low, int(match["high"]) * scale if match["high"] else low


def _too_much(kind: Kind) -> str:
    return f"is too much, expected {kind.noun} of at most {kind.most}{' s' if kind.time else ''}"
