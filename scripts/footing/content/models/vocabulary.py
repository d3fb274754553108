"""The closed lists of words (content/vocabulary.yml)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from footing.content.models.fields import DAYS_OF_WEEK, Day, Model, NewId, Place, Text


def _require_all_days(days: dict[Any, Any]) -> dict[Any, Any]:
    if missing := [day for day in DAYS_OF_WEEK if day not in days]:
        context = {"missing": ", ".join(missing)}
        raise PydanticCustomError("week", "lacks {missing}, expected all seven days; add what is missing", context)
    return days


class Term(Model):
    """A word of the vocabulary: its label, how it reads in a sentence, and what people search for."""

    label: Text
    plain: Text
    words: tuple[Text, ...] = ()


class Position(Term):
    """A position; `place` (chair, standing, floor) orders the exercises of a session."""

    place: Place


class DayName(Model):
    label: Text
    short: Text


class SessionName(Model):
    label: Text
    short: Text | None = None  # over its boxes on paper: "am"
    today: Text | None = None  # what the Start button calls it on its day: "this morning’s session"


class Vocabulary(Model):
    """content/vocabulary.yml: the closed lists."""

    slug: str
    positions: dict[NewId, Position]
    equipment: dict[NewId, Term]
    furniture: dict[NewId, Term]
    areas: dict[NewId, Term]
    tissues: dict[NewId, Term]
    # Groups of words of which each finds the others: stretch, stretches, stretching.
    forms: tuple[tuple[Text, ...], ...] = ()
    days: Annotated[dict[Day, DayName], AfterValidator(_require_all_days)]
    sessions: dict[NewId, SessionName]
