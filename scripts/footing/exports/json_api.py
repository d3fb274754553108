"""The JSON files that other programs read. Keys are never renamed or removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from footing.content.amounts import Amount
from footing.content.models import DAYS_OF_WEEK, Assumed, Content, Dosage, Exercise, Plan, PlanEntry
from footing.json_model import compact_json
from footing.pages import wording
from footing.pages.views import exercise_url
from footing.planning.dose import DoseValue, dose_of
from footing.planning.schedule import Week
from footing.planning.schedule_tables import day_tables, most_sessions, session_tables
from footing.planning.tasks import PLACES

LONG_SESSION = 600  # seconds: the limit of a session where no plan sets one


def json_files(content: Content, weeks: dict[str, Week]) -> dict[str, str]:
    """Path under docs/ to text, for all of them."""
    return {
        "exercises.json": exercises_json(content),
        **{f"week/{plan.slug}.json": week_json(plan, weeks[plan.slug], content) for plan in content.plans},
        "week/patterns.json": patterns_json(content),
    }


def exercises_json(content: Content) -> str:
    """/exercises.json: every exercise in the site's order."""
    return _text([_exercise(exercise) for exercise in content.exercises])


def _exercise(exercise: Exercise) -> dict[str, Any]:
    assumed = exercise.assumed
    pauses = {f"{key}_s": _amount(getattr(assumed, key)) for key in ("rest", "ready", "switch")}
    return {
        "slug": exercise.slug,
        "name": exercise.name,
        "url": exercise_url(exercise.slug),
        "summary": exercise.summary,
        "positions": list(exercise.positions),
        "areas": list(exercise.areas),
        "equipment": [need.item for need in exercise.equipment],
        "steps": [step.text for step in exercise.steps],
        "dosage": _doses(exercise.dosage),
        "assumed": _doses(assumed) | {"positions": list(assumed.positions)} | pauses,
    }


def _doses(given: Dosage | Assumed) -> dict[str, Any]:
    return {
        "hold_s": _amount(given.hold),
        "move_s": _amount(given.move.for_ if given.move else None),
        "reps": _amount(given.reps),
        "per_day": _amount(given.per_day),
        "days_per_week": _amount(given.days_per_week),
        "sides": given.sides,
    }


def _amount(amount: Amount | None) -> dict[str, Any] | None:
    return dict(amount.as_json()) if amount else None


def week_json(plan: Plan, week: Week, content: Content) -> str:
    """/week/<plan>.json: the plan's slots, each session's minutes of due work, and the exercises in numbers."""
    slots = [{"day": s.day, "session": s.session, "exercise": s.exercise, "optional": s.optional} for s in week.slots]
    minutes = {
        day: {session: round(week.seconds.get((day, session), 0) / 60, 1) for session in plan.sessions}
        for day in DAYS_OF_WEEK
    }
    labels = content.vocabulary.sessions
    moves = content.site.moves
    return _text(
        {
            "slots": slots,
            "minutes": minutes,
            "name": plan.name,
            "sessions": [{"id": session, "label": labels[session].label} for session in plan.sessions],
            "moves": {"between": moves.between.lower, "floor": moves.floor.lower},
            "exercises": {entry.use: _as_done(entry, content) for entry in plan.exercises},
            "missed": plan.missed,
        }
    )


def _as_done(entry: PlanEntry, content: Content) -> dict[str, Any]:
    """An exercise with its dose in the plan, in plain numbers; pauses that never occur are 0."""
    exercise = content.by_slug[entry.use]
    dose = dose_of(exercise, content.site, entry.dosage)
    return {
        "name": exercise.name,
        "url": exercise_url(exercise.slug),
        "place": content.vocabulary.positions[exercise.start_position].place,
        "verb": dose.verb,
        "seconds": dose.length.start,
        "about": dose.length.shown.about,
        "reps": dose.times,
        "sides": "left right" if dose.each_side else None,
        "limb": dose.limb,
        "rest": dose.rest if dose.times > 1 else 0,
        "ready": dose.ready,
        "switch": dose.switch if dose.each_side else 0,
    }


def patterns_json(content: Content) -> str:
    """/week/patterns.json: what the week builder needs: every exercise's dose, in numbers and in words, and the schedule."""
    site = content.site
    names = content.vocabulary.sessions.items()
    return _text(
        {
            "exercises": {exercise.slug: _builder_exercise(exercise, content) for exercise in content.exercises},
            "formerly": {old: exercise.slug for exercise in content.exercises for old in exercise.formerly},
            "session_names": {session: name.label for session, name in names},
            "start": {
                "sessions": _start_sessions(content),
                "most_sessions": most_sessions(content),
                "limit": max((plan.limit.max for plan in content.plans), default=LONG_SESSION),
            },
            "moves": {"between": site.moves.between.lower, "floor": site.moves.floor.lower},
            "places": PLACES,
            "days": day_tables(content),
            "sessions": session_tables(content),
        }
    )


def _start_sessions(content: Content) -> list[str]:
    """The sessions of an empty week: those of the plan that has most of them, else the first of the vocabulary."""
    offered = [list(plan.sessions) for plan in content.plans] or [list(content.vocabulary.sessions)]
    return max(offered, key=len)[: most_sessions(content)]


def _builder_exercise(exercise: Exercise, content: Content) -> dict[str, Any]:
    dose = dose_of(exercise, content.site)
    sides = {"said": wording.sides(dose.sides), "ours": dose.sides_site_choice} if dose.sides else None
    return {
        "name": exercise.name,
        "url": exercise_url(exercise.slug),
        "place": content.vocabulary.positions[exercise.start_position].place,
        "verb": dose.verb,
        "says": wording.verb(dose).capitalize(),
        "about": dose.length.shown.about,
        "limb": dose.limb,
        "sides": sides,
        "seconds": _value(dose.length, wording.short_time, wording.short_time, begin=wording.seconds),
        "reps": _value(dose.reps, wording.times, wording.amount_range, begin=wording.counted),
        "per_day": _value(dose.per_day, wording.per_day, wording.amount_range),
        "days": _value(dose.days_per_week, wording.per_week, wording.amount_range),
        "ready": dose.ready,
        "rest": dose.rest,
        "switch": dose.switch,
        "from_source": exercise.source is not None,
        "before": exercise.before,
        "cautions": [caution.who for caution in exercise.caution],
    }


Words = Callable[[Amount], str]


def _value(
    value: DoseValue | None, words: Words, replaced: Words, begin: Callable[[int], str] | None = None
) -> dict[str, Any] | None:
    """A dose value for the week builder: `was` is how it is worded beside a value that replaces it."""
    if value is None:
        return None
    found = {
        "start": value.start,
        "most": value.most,
        "said": words(value.shown),
        "was": replaced(value.shown),
        "stated": value.stated is not None and not value.unsourced,
        "ours": value.site_choice,
    }
    return found | ({"begin": begin(value.start)} if begin and value.starts_within else {})


def _text(value: object) -> str:
    return f"{compact_json(value)}\n"
