"""What the content means: typed, immutable models. Their field names are the keys an author writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from footing.content.amounts import DAYS, PAUSE, PER_DAY, REPS, SECONDS, Amount, Kind, parse_amount
from footing.content.reader import SLUG
from footing.diagnostics import quoted


@dataclass(frozen=True)
class AmountOf:
    """Tells pydantic to read a field's text as an amount of this kind, and what its JSON Schema is."""

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
    """Only text that passes `test`; else "…" is not `wanted`, which ends with the remedy."""

    def read(value: str) -> str:
        if not test(value):
            raise PydanticCustomError("words", "{found} is not {wanted}", {"found": quoted(value), "wanted": wanted})
        return value

    return AfterValidator(read)


def _short(key: str) -> BeforeValidator:
    """A text alone is short for a mapping with that `key`."""

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


def _whole_week(days: dict[Any, Any]) -> dict[Any, Any]:
    if missing := [day for day in DAYS_OF_WEEK if day not in days]:
        context = {"missing": ", ".join(missing)}
        raise PydanticCustomError("week", "lacks {missing}, expected all seven days; add what is missing", context)
    return days


_SIDES = re.compile(r"both|each [^\W\d_]+")
_ADDRESS = re.compile(r"https?://[^\s/?#]+/(?:[^\s?#]*/)?")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_REPORT = re.compile(r"mailto:[^\s@]+@[^\s@]+|https://[^\s/]+\S*")

Text = Annotated[str, Field(min_length=1)]
Summary = Annotated[str, Field(min_length=1, max_length=160)]
Id = Text  # one of the vocabulary's, or a slug: what the files together must show
NewId = Annotated[Text, _matching("an id; write lower-case letters, figures and single dashes", SLUG.fullmatch)]
Seconds = Annotated[Amount, AmountOf(SECONDS)]
Pause = Annotated[Amount, AmountOf(PAUSE)]
Reps = Annotated[Amount, AmountOf(REPS)]
PerDay = Annotated[Amount, AmountOf(PER_DAY)]
DaysAWeek = Annotated[Amount, AmountOf(DAYS)]
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
    """Frozen, and every key known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Move(Model):
    """Movement over a time: what is done ("roll") and for how long, where that is stated."""

    verb: Text
    for_: Seconds | None = Field(default=None, alias="for")


class MoveFor(Model):
    """How long a movement lasts, where its verb stands elsewhere."""

    for_: Seconds = Field(alias="for")


class Frequency(Model):
    """What a dose, an assumption and a plan's change have in common."""

    hold: Seconds | None = None
    reps: Reps | None = None
    sides: Sides | None = None
    per_day: PerDay | None = None
    days_per_week: DaysAWeek | None = None


class Dosage(Frequency):
    """What the source states, and nothing else."""

    move: Move | None = None


class Change(Frequency):
    """A plan's own figures for one exercise."""

    move: MoveFor | None = None


class Assumed(Change):
    """The site's own choices where the source is silent, or where to start within a range or "up to"."""

    positions: tuple[Id, ...] = ()
    rest: Pause | None = None
    ready: Pause | None = None
    switch: Pause | None = None


class Step(Model):
    """One step. `pose` names the picture beside it."""

    text: Text
    pose: Text | None = None


class Need(Model):
    """One thing to have at hand, with what would do as well."""

    item: Id
    or_: tuple[Id, ...] = Field(default=(), alias="or")


class Caution(Model):
    """Advice for some readers."""

    who: Text
    advice: Text


class ExerciseSource(Model):
    """Where in the source the exercise stands."""

    heading: Text


class Exercise(Model):
    """content/exercises/<slug>.yml"""

    slug: str
    name: Text
    aliases: tuple[Text, ...] = ()
    formerly: tuple[Id, ...] = ()
    summary: Summary
    source: ExerciseSource | None = None
    positions: tuple[Id, ...] = ()
    areas: tuple[Id, ...] = Field(min_length=1)
    tissues: tuple[Id, ...] = ()
    equipment: tuple[Need, ...] = ()
    furniture: tuple[Id, ...] = ()
    steps: tuple[Annotated[Step, _short("text")], ...] = Field(min_length=1)
    feel: Text | None = None
    dosage: Dosage
    assumed: Assumed = Assumed()
    before: Text | None = None
    easier: tuple[Text, ...] = ()
    harder: tuple[Text, ...] = ()
    stop_if: tuple[Text, ...] = ()
    caution: tuple[Caution, ...] = ()
    claims: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    figure: dict[str, Any] | None = None  # poses as the author wrote them; posedraw reads them
    updated: Updated

    @property
    def main_positions(self) -> tuple[str, ...]:
        """The positions stated, else the ones assumed."""
        return self.positions or self.assumed.positions

    @property
    def start_position(self) -> str:
        """The one position a week is planned with: the assumed one, else the first stated."""
        return (self.assumed.positions or self.positions)[0]


class PlanEntry(Model):
    """One exercise of a plan, with the plan's own changes to its dose."""

    use: Id
    dosage: Change = Change()
    why: Text | None = None


class Plan(Model):
    """content/plans/<slug>.yml"""

    slug: str
    name: Text
    summary: Summary
    for_: Text = Field(alias="for")
    formerly: tuple[Id, ...] = ()
    chosen_by: Literal["site", "source"]
    days: tuple[Day, ...] = Field(min_length=1)
    sessions: tuple[Id, ...] = Field(min_length=1)
    limit: Pause
    exercises: tuple[Annotated[PlanEntry, _short("use")], ...] = Field(min_length=1)
    updated: Updated


class Term(Model):
    """A word of the vocabulary: its label, how it stands in a sentence, and what people search for."""

    label: Text
    plain: Text
    words: tuple[Text, ...] = ()


class Position(Term):
    """A position, and the place that the order within a session follows."""

    place: Place


class DayName(Model):
    label: Text
    short: Text


class SessionName(Model):
    label: Text
    today: Text | None = None  # how today's is called where one can start it: "this morning’s session"


class Vocabulary(Model):
    """content/vocabulary.yml: the closed lists."""

    slug: str
    positions: dict[NewId, Position]
    equipment: dict[NewId, Term]
    furniture: dict[NewId, Term]
    areas: dict[NewId, Term]
    tissues: dict[NewId, Term]
    forms: tuple[tuple[Text, ...], ...] = ()
    days: Annotated[dict[Day, DayName], AfterValidator(_whole_week)]
    sessions: dict[NewId, SessionName]


class Source(Model):
    """What the exercises come from: its title, and what the pages call it ("article")."""

    title: Text
    called: Text


class SiteAssumed(Model):
    ready: Pause
    rest: Pause
    switch: Pause


class Moves(Model):
    """Seconds between two exercises, and to or from the floor."""

    between: Pause
    floor: Pause


class Site(Model):
    """content/site.yml"""

    slug: str
    name: Text
    address: Address
    summary: Summary
    source: Source | None = None
    order: tuple[Id, ...] = ()
    plans: tuple[Id, ...] = ()
    recommended: Id | None = None
    arriving: Text | None = None  # one line that says what this site is, for readers who open a shared link
    week_starts: Literal["monday", "sunday"] = "monday"
    offline: Literal["yes", "no"] = "yes"  # whether readers' devices keep a copy of the site
    report: Report
    assumed: SiteAssumed
    moves: Moves
    times: dict[Id, TimeOfDay] = {}  # when a session begins, for the calendars
    stop_rule: Text

    @property
    def source_name(self) -> str:
        """What the pages call the source ("article"); empty where there is none."""
        return self.source.called if self.source else ""

    @property
    def week(self) -> tuple[Day, ...]:
        """The days in the order the site shows them."""
        return DAYS_OF_WEEK if self.week_starts == "monday" else (DAYS_OF_WEEK[-1], *DAYS_OF_WEEK[:-1])


class Content(BaseModel):
    """All of it, in the site's order."""

    model_config = ConfigDict(frozen=True)

    site: Site
    vocabulary: Vocabulary
    exercises: tuple[Exercise, ...]
    plans: tuple[Plan, ...]

    def at(self, address: str) -> Content:
        """The same content for a site that stands at `address`."""
        return self.model_copy(update={"site": self.site.model_copy(update={"address": address})})

    @property
    def by_slug(self) -> dict[str, Exercise]:
        return {exercise.slug: exercise for exercise in self.exercises}
