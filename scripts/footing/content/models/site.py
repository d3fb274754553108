"""The settings of the site (content/site.yml)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footing.content.models.fields import DAYS_OF_WEEK, Address, Day, Id, Model, Pause, Report, Summary, Text, TimeOfDay


class Source(Model):
    """Where the exercises come from: the title, and what the pages call it ("article")."""

    title: Text
    called: Text


class DefaultPauses(Model):
    """The pauses of a dose that names none."""

    ready: Pause
    rest: Pause
    switch: Pause


class Transitions(Model):
    """Seconds between two exercises, and to or from the floor."""

    between: Pause
    floor: Pause


class SearchWords(Model):
    """What people type to find the list of exercises and the list of plans."""

    exercises: tuple[Text, ...] = ()
    plans: tuple[Text, ...] = ()


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
    search_words: SearchWords = SearchWords()
    week_starts: Literal["monday", "sunday"] = "monday"
    offline: Literal["yes", "no"] = "yes"  # whether readers' devices keep a copy of the site
    report: Report
    assumed: DefaultPauses
    moves: Transitions
    times: dict[Id, TimeOfDay] = Field(default={})  # when a session begins, for the calendars
    stop_rule: Text

    @property
    def source_name(self) -> str:
        """What the pages call the source ("article"); empty where there is none."""
        return self.source.called if self.source else ""

    @property
    def week(self) -> tuple[Day, ...]:
        """The days in the order the site shows them."""
        return DAYS_OF_WEEK if self.week_starts == "monday" else (DAYS_OF_WEEK[-1], *DAYS_OF_WEEK[:-1])
