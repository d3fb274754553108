"""A plan's week as a calendar to subscribe to: a repeating event for each session and distinct set of exercises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from footing.content.models import DAYS_OF_WEEK, Content, Day
from footing.drawings import Drawings
from footing.exports.url_registry import EventName
from footing.pages import wording
from footing.pages.views import DaySession, WeekView
from footing.planning.schedule import Week

if TYPE_CHECKING:
    from icalendar import Calendar, Event

EPOCH = date(
    2020, 1, 1
)  # an event's SEQUENCE is the number of days from here to the data's date, so that it only rises
AT_START = timedelta()


@dataclass(frozen=True, slots=True)
class Appointment:
    """The days on which a session has the same exercises."""

    days: tuple[Day, ...]
    session: DaySession


def calendars(
    content: Content, weeks: dict[str, Week], drawings: Drawings, published: Iterable[EventName] = ()
) -> dict[str, bytes]:
    """Path under docs/ to calendar, for each plan whose sessions all have a time of day.

    Every event of `published` that no longer exists is cancelled, so that it goes from the calendars that imported it.
    """
    listed = set(published)
    views = [WeekView(plan, weeks[plan.slug], content, drawings) for plan in content.plans]
    return {f"week/{view.plan.slug}.ics": _calendar(view, listed).to_ical() for view in views if view.has_calendar}


def appointments(view: WeekView) -> Iterator[Appointment]:
    """The appointments in the order of the plan's sessions, then of the days. Each session of the week is in exactly one."""
    for id_ in view.plan.sessions:
        sets: dict[tuple[tuple[str, ...], ...], list[tuple[Day, DaySession]]] = {}
        for day in DAYS_OF_WEEK:
            for session in view.sessions(day):
                if session.id == id_:
                    names = tuple(tuple(row.exercise.slug for row in rows) for rows in (session.due, session.optional))
                    sets.setdefault(names, []).append((day, session))
        for same in sets.values():
            yield Appointment(tuple(day for day, _ in same), same[0][1])


def _calendar(view: WeekView, listed: set[EventName]) -> Calendar:
    from icalendar import Calendar

    plan = view.plan
    calendar = Calendar()
    calendar.add("prodid", f"-//{view.content.site.name}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, plan.name)
    calendar.add("description", plan.summary)
    calendar.add("url", view.address)
    calendar.add("refresh-interval", timedelta(days=7), parameters={"value": "DURATION"})
    names = (*plan.formerly, plan.slug)
    current = {EventName(names[0], each.session.id, each.days[0]): each for each in appointments(view)}
    for name, appointment in current.items():
        calendar.add_component(_event(view, name, appointment))
    for name in sorted(name for name in listed - current.keys() if name.plan in names):
        calendar.add_component(_cancelled(view, name))
    return calendar


def _event(view: WeekView, name: EventName, appointment: Appointment) -> Event:
    from icalendar import Alarm

    content, session = view.content, appointment.session
    summary = f"{view.plan.name}: {content.vocabulary.sessions[session.id].label.lower()}"
    event = _dated(view, name, appointment.days)
    event.add("duration", timedelta(minutes=max(session.minutes, 1)))
    week_start = "SU" if content.site.week_starts == "sunday" else "MO"
    days = [day[:2].upper() for day in appointment.days]
    event.add("rrule", {"freq": "weekly", "wkst": week_start, "byday": days})
    event.add("summary", summary)
    event.add("description", description(view, session))
    event.add("url", view.address)
    event.add("transp", "TRANSPARENT")  # a session of a few minutes doesn't make anyone busy
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", AT_START)
    event.add_component(alarm)
    return event


def description(view: WeekView, session: DaySession) -> str:
    """A session's exercises in plain text, with the rule when to stop and the plan's address."""
    source = view.content.site.source_name
    lines = [
        f"{number}. {wording.plan_line(row.exercise.name, row.dose, source)}"
        for number, row in enumerate(session.due, 1)
    ]
    lines += [f"If you like: {wording.plan_line(row.exercise.name, row.dose, source)}" for row in session.optional]
    if session.due:
        lines.append(f"About {wording.minutes(session.minutes)}.{' † our choice.' if source else ''}")
    return "\n".join([*lines, view.content.site.stop_rule, view.address])


def _cancelled(view: WeekView, name: EventName) -> Event:
    """Cancels a published event that no longer exists, wherever it was imported."""
    event = _dated(view, name, (name.day,))
    event.add("status", "CANCELLED")
    event.add("summary", view.plan.name)
    return event


def _dated(view: WeekView, name: EventName, days: Iterable[Day]) -> Event:
    """An event with its identity, version and start, in floating time: the same hour in every time zone."""
    from icalendar import Event

    site, updated = view.content.site, view.updated
    first = min(_on_or_after(updated, day) for day in days)
    hour, minute = map(int, site.times.get(name.session, "00:00").split(":"))  # a removed session may have no time
    event = Event()
    event.add("uid", f"{name}@{_domain(site.address)}")
    event.add("dtstamp", datetime.combine(updated, time(), UTC))
    event.add("sequence", (updated - EPOCH).days)
    event.add("dtstart", datetime.combine(first, time(hour, minute)))
    return event


def _on_or_after(start: date, day: Day) -> date:
    return start + timedelta((DAYS_OF_WEEK.index(day) - start.weekday()) % 7)


def _domain(address: str) -> str:
    """The site's host and path as one name: two sites on one host need different event ids."""
    parts = urlsplit(address)
    return ".".join([*filter(None, reversed(parts.path.split("/"))), parts.hostname or ""])
