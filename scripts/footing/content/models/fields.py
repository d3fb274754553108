"""The types of the fields: how each text that an author writes is checked and read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from footing.content.amounts import DAYS, PAUSE, PER_DAY, REPS, SECONDS, WEEKS, Amount, Kind, parse_amount
from footing.content.reader import SLUG
from footing.diagnostics import quoted


@dataclass(frozen=True)
class AmountOf:
    """How pydantic reads a field's text as an amount of this kind, and the field's JSON Schema."""

    kind: Kind

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: object) -> dict[str, Any]:
        return {"type": "string", "description": f"{self.kind.noun}: {self.kind.examples}"}

    def _read(self, value: object) -> Amount:
        if not isinstance(value, str):
            raise PydanticCustomError("amount_type", "not a text")
        try:
            return parse_amount(value, self.kind)
        except ValueError as error:
            raise PydanticCustomError("amount", "{why}", {"why": str(error)}) from None


def _matching(wanted: str, test: Callable[[str], object]) -> AfterValidator:
    """Accepts only text that passes `test`; the error is "… is not `wanted`", and `wanted` ends with the remedy."""

    def read(value: str) -> str:
        if not test(value):
            raise PydanticCustomError("words", "{found} is not {wanted}", {"found": quoted(value), "wanted": wanted})
        return value

    return AfterValidator(read)


def short_for(key: str) -> BeforeValidator:
    """Accepts a text in place of a mapping that has only this `key`."""

    def read(value: object) -> object:
        if isinstance(value, list):
            raise PydanticKnownError("string_type")
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(read)


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(value: object) -> object:
    """A date written year-month-day; anything else is quoted in the message."""
    if not isinstance(value, str):
        raise PydanticCustomError("amount_type", "not a text")
    try:
        if _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass  # no such day
    raise PydanticCustomError("date", "{found} is not a date; write it like 2026-11-22", {"found": quoted(value)})


_SIDES = re.compile(r"both|each [^\W\d_]+")
_ADDRESS = re.compile(r"https?://[^\s/?#]+/(?:[^\s?#]*/)?")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_REPORT = re.compile(r"mailto:[^\s@]+@[^\s@]+|https://[^\s/]+\S*")

Text = Annotated[str, Field(min_length=1)]
Summary = Annotated[str, Field(min_length=1, max_length=160)]
Id = Text  # a word of the vocabulary or a slug; `consistency` checks that it exists
NewId = Annotated[Text, _matching("an id; write lower-case letters, digits and single dashes", SLUG.fullmatch)]
Seconds = Annotated[Amount, AmountOf(SECONDS)]
Pause = Annotated[Amount, AmountOf(PAUSE)]
Reps = Annotated[Amount, AmountOf(REPS)]
PerDay = Annotated[Amount, AmountOf(PER_DAY)]
DaysAWeek = Annotated[Amount, AmountOf(DAYS)]
Weeks = Annotated[Amount, AmountOf(WEEKS)]
Sides = Annotated[
    Text, _matching('a side; write "each foot", "each leg" (or another limb) or "both"', _SIDES.fullmatch)
]
Address = Annotated[
    Text,
    _matching("a web address with a slash at its end; write it like https://example.org/path/", _ADDRESS.fullmatch),
]
Report = Annotated[
    Text,
    _matching("an address for reports; write it like mailto:me@example.org or https://example.org/", _REPORT.fullmatch),
]
TimeOfDay = Annotated[Text, _matching("a time of day; write it like 07:30 or 19:00", _CLOCK.fullmatch)]
Updated = Annotated[date, BeforeValidator(_day)]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Place = Literal["chair", "standing", "floor"]

DAYS_OF_WEEK: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Model(BaseModel):
    """Immutable; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
