"""A plan's week as a calendar to subscribe to: one repeating event for each session and distinct set of exercises."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment

from footing.content.models import DAYS_OF_WEEK, Content, Day
from footing.drawings import Pictures
from footing.exports.url_registry import EventName
from footing.pages.views import Part, WeekView
from footing.planning.schedule import Week

if TYPE_CHECKING:
    from icalendar import Calendar, Event

COUNTED_FROM = date(2020, 1, 1)  # a version is the number of days from here: it rises with the data's date
NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Appointment:
    """The days on which a session has the very same exercises."""

    days: tuple[Day, ...]
    part: Part


def calendars(
    content: Content,
    weeks: dict[str, Week],
    pictures: Pictures,
    words: Environment,
    published: Iterable[EventName] = (),
) -> dict[str, bytes]:
    """Path under docs/ to calendar, for each plan whose sessions all have a time of day. `words` has the templates.

    Of the events ever `published`, those that are gone are cancelled: else they stayed where they were imported.
    """
    listed = set(published)
    views = [WeekView(plan, weeks[plan.slug], content, pictures) for plan in content.plans]
    return {
        f"week/{view.plan.slug}.ics": _calendar(view, words, listed).to_ical() for view in views if view.has_calendar
    }


def appointments(view: WeekView) -> Iterator[Appointment]:
    """In the order of the plan's sessions, then of the days: each session of the week is in exactly one of them."""
    for session in view.plan.sessions:
        sets: dict[tuple[tuple[str, ...], ...], list[tuple[Day, Part]]] = {}
        for day in DAYS_OF_WEEK:
            for part in view.parts(day):
                if part.session == session:
                    names = tuple(tuple(row.exercise.slug for row in rows) for rows in (part.due, part.optional))
                    sets.setdefault(names, []).append((day, part))
        for same in sets.values():
            yield Appointment(tuple(day for day, _ in same), same[0][1])


def _calendar(view: WeekView, words: Environment, listed: set[EventName]) -> Calendar:
    from icalendar import Calendar

    said = _said("calendar", words, view=view)
    made = Calendar()
    made.add("prodid", f"-//{said['product']}//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        made.add(key, said["name"])
    made.add("description", said["description"])
    made.add("url", said["address"])
    made.add("refresh-interval", timedelta(days=7), parameters={"value": "DURATION"})
    names = (*view.plan.formerly, view.plan.slug)
    alive = {EventName(names[0], each.part.session, each.days[0]): each for each in appointments(view)}
    for name, appointment in alive.items():
        made.add_component(_event(view, name, appointment, words))
    for name in sorted(name for name in listed - alive.keys() if name.plan in names):
        made.add_component(_cancelled(view, name, said["name"]))
    return made


def _event(view: WeekView, name: EventName, appointment: Appointment, words: Environment) -> Event:
    from icalendar import Alarm

    site, part = view.content.site, appointment.part
    said = _said("calendar-event", words, view=view, part=part)
    event = _dated(view, name, appointment.days)
    event.add("duration", timedelta(minutes=max(part.minutes, 1)))
    week_start = "SU" if site.week_starts == "sunday" else "MO"
    days = [day[:2].upper() for day in appointment.days]
    event.add("rrule", {"freq": "weekly", "wkst": week_start, "byday": days})
    for key in ("summary", "description"):
        event.add(key, said[key])
    event.add("url", said["address"])
    event.add("transp", "TRANSPARENT")  # a few minutes need not show as busy
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", said["summary"])
    alarm.add("trigger", NOTHING)
    event.add_component(alarm)
    return event


def _cancelled(view: WeekView, name: EventName, summary: str) -> Event:
    """An event that was published and is gone: it takes the place of the one that a reader has imported."""
    event = _dated(view, name, (name.day,))
    event.add("status", "CANCELLED")
    event.add("summary", summary)
    return event


def _dated(view: WeekView, name: EventName, days: Iterable[Day]) -> Event:
    """An event with its identity, its version and its begin: floating, eight in the morning wherever the reader is."""
    from icalendar import Event

    site, updated = view.content.site, view.updated
    first = min(_on_or_after(updated, day) for day in days)
    hour, minute = map(int, site.times.get(name.session, "00:00").split(":"))  # a session that is gone may have none
    event = Event()
    event.add("uid", f"{name}@{_domain(site.address)}")
    event.add("dtstamp", datetime.combine(updated, time(), UTC))
    event.add("sequence", (updated - COUNTED_FROM).days)
    event.add("dtstart", datetime.combine(first, time(hour, minute)))
    return event


def _said(template: str, words: Environment, **values: Any) -> dict[str, str]:
    said: dict[str, str] = json.loads(words.get_template(f"{template}.json.j2").render(values))
    return said


def _on_or_after(start: date, day: Day) -> date:
    return start + timedelta((DAYS_OF_WEEK.index(day) - start.weekday()) % 7)


def _domain(address: str) -> str:
    """The site's host and path in one name, so that two sites of one host do not meet in a reader's calendar."""
    parts = urlsplit(address)
    return ".".join([*filter(None, reversed(parts.path.split("/"))), parts.hostname or ""])
