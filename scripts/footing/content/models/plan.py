"""A weekly plan (content/plans/<slug>.yml)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from footing.content.models.exercise import Change
from footing.content.models.fields import Day, Id, Model, Pause, Summary, Text, Updated, Weeks, short_for


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
    aliases: tuple[Text, ...] = ()  # other words that people search for
    formerly: tuple[Id, ...] = ()
    chosen_by: Literal["site", "source"]
    days: tuple[Day, ...] = Field(min_length=1)
    sessions: tuple[Id, ...] = Field(min_length=1)
    limit: Pause
    missed: Literal["drop", "later"] = "drop"  # what becomes of a session that was not done in its part of the day
    weeks: Weeks | None = None  # how long the plan lasts; absent: as long as one likes
    exercises: tuple[Annotated[PlanEntry, short_for("use")], ...] = Field(min_length=1)
    updated: Updated
