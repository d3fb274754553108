"""Amounts as people write them: "10 s", "1-3 min", "about 30 s", "up to 12", "2-3"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypedDict

_AMOUNT = re.compile(r"(?:(?P<word>about|up to) )?(?P<low>\d+)(?: ?[-–] ?(?P<high>\d+))?(?: ?(?P<unit>[^\W\d]+))?")
_UNIT_SECONDS = {"s": 1, "min": 60}


class AmountJson(TypedDict):
    """An amount in the published JSON files."""

    min: int | None
    max: int
    up_to: bool
    about: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A count or a number of seconds: exact, a range, about, or a ceiling ("up to": no lower figure)."""

    min: int | None
    max: int
    up_to: bool = False
    about: bool = False

    @property
    def exact(self) -> bool:
        """Whether it leaves nothing open ("about 30 s" is near enough: nothing else can be chosen in it)."""
        return self.min == self.max

    @property
    def lower(self) -> int:
        """The figure to start from where nothing else is chosen; a ceiling has no lower figure but 1."""
        return 1 if self.min is None else self.min

    def holds(self, other: Amount) -> bool:
        """Whether `other` lies within this range or under this ceiling."""
        return self.lower <= other.lower and other.max <= self.max

    def as_json(self) -> AmountJson:
        return {"min": self.min, "max": self.max, "up_to": self.up_to, "about": self.about}


@dataclass(frozen=True, slots=True)
class Kind:
    """What an amount counts: the words for messages, its bounds, and whether it is a time."""

    noun: str
    examples: str
    most: int
    time: bool = False


SECONDS = Kind("a length of time", '10 s, 1-3 min, about 30 s or "up to 15 s"', 3600, time=True)
REPS = Kind("a number of repetitions", '10, 2-3 or "up to 10"', 200)
PER_DAY = Kind("a number of times a day", "1, 3 or 2-3", 12)
DAYS = Kind("a number of days a week", "7, 3 or 2-3", 7)


def parse_amount(text: str, kind: Kind) -> Amount:
    """Read `text` as an amount of `kind`; times become whole seconds.

    Raises ValueError with the message for the author.
    """
    match = _AMOUNT.fullmatch(text)
    unit = match["unit"] if match else None
    if match is None or (unit is not None and not kind.time):
        raise ValueError(f'"{text}" is not {kind.noun}; write {kind.examples}')
    if kind.time and unit not in _UNIT_SECONDS:
        found = f'has the unit "{unit}"' if unit else "has no unit"
        raise ValueError(f'"{text}" {found}, expected s or min; write {kind.examples}')
    scale = _UNIT_SECONDS[unit] if unit else 1
    if max(len(match["low"]), len(match["high"] or "")) > 9:
        raise ValueError(_too_much(text, kind))
    low = int(match["low"]) * scale
    high = int(match["high"]) * scale if match["high"] else low
    word = match["word"]
    if low == 0 or high == 0:
        raise ValueError(f'"{text}" is impossible: {kind.noun} is at least 1; leave the key out where nothing is stated')
    if match["high"] and low >= high:
        raise ValueError(f'"{text}" does not rise from its lower to its higher figure; write {kind.examples}')
    if match["high"] and word:
        raise ValueError(f'"{text}" is both "{word}" and a range, expected one of them; write {kind.examples}')
    if high > kind.most:
        raise ValueError(_too_much(text, kind))
    return Amount(None if word == "up to" else low, high, word == "up to", word == "about")


def _too_much(text: str, kind: Kind) -> str:
    most = f"{kind.most} s" if kind.time else str(kind.most)
    return f'"{text}" is more than {kind.noun} can be here (at most {most}); write {kind.examples}'
