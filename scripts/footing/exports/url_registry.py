"""content/published.txt: every address and calendar event that the site has ever published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footing.content.models import DAYS_OF_WEEK, Day
from footing.content.reader import SLUG
from footing.diagnostics import Problem, quoted

PUBLISHED = "content/published.txt"
HEAD = """\
# Every address this site has ever published, from its root: other people's links and printed pages lead there.
# Behind a # stands an event of a calendar, by its session and the first of its days: once it is gone, the calendar
# says that it is cancelled, so that it goes from where it was imported too.
# `make published` adds the new ones; none is ever taken away. What is renamed keeps its old address by `formerly`.
"""
DATA = (".json", ".ics", ".pdf")
EVENT = re.compile(rf"week/({SLUG.pattern})\.ics#({SLUG.pattern})\.({'|'.join(DAYS_OF_WEEK)})")


@dataclass(frozen=True, order=True, slots=True)
class EventName:
    """The permanent id of a repeating calendar event: the plan's oldest slug, the session, the first of the days."""

    plan: str
    session: str
    day: Day

    def __str__(self) -> str:
        return f"{self.plan}.{self.session}.{self.day}"


def addresses(files: Iterable[str]) -> Iterator[str]:
    """The address of each page and data file of docs/; images and scripts are left out."""
    for path in files:
        if path.endswith(".md"):
            page = path.removesuffix(".md")
            yield page.removesuffix("index") if page.endswith("index") else f"{page}/"
        elif path.endswith(DATA) and not path.startswith("assets/"):
            yield path


def events(calendars: Iterable[bytes]) -> Iterator[str]:
    """The line of each event in the site's calendars, cancelled ones included."""
    from icalendar import Calendar

    for text in calendars:
        for event in Calendar.from_ical(text).walk("VEVENT"):
            plan, _, name = str(event["uid"]).partition("@")[0].partition(".")
            yield f"week/{plan}.ics#{name}"


def published(text: str) -> list[str]:
    """The addresses and events that a published.txt lists."""
    return [line for line in map(str.strip, text.split("\n")) if line and not line.startswith("#")]


def published_events(text: str) -> tuple[list[EventName], list[Problem]]:
    """The events that a published.txt lists, and a problem for each line that is neither an event nor an address."""
    found: list[EventName] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        entry = line.strip()
        if event := EVENT.fullmatch(entry):
            found.append(EventName(event[1], event[2], next(day for day in DAYS_OF_WEEK if day == event[3])))
        elif "#" in entry and not entry.startswith("#"):
            message = f"{quoted(entry)} is not a calendar event; write one like week/full.ics#morning.mon"
            problems.append(Problem(PUBLISHED, number, line.index(entry) + 1, message))
    return found, problems


def with_lines(text: str, lines: Iterable[str]) -> str:
    """The file's text with `lines` added, sorted. The home page's address is empty, and left out."""
    return HEAD + "".join(f"{address}\n" for address in sorted({*published(text), *lines}) if address)
