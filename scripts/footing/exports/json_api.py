"""The JSON files that other programs read: their shape is a promise."""

from __future__ import annotations

import json
from typing import Any

from footing.content.amounts import Amount
from footing.content.models import DAYS_OF_WEEK, Assumed, Content, Dosage, Exercise, Plan, PlanEntry
from footing.planning.dose import dose_of
from footing.planning.schedule import Week


def exercises_json(content: Content) -> str:
    """/exercises.json: every exercise in the site's order."""
    return _text([_exercise(exercise) for exercise in content.exercises])


def _exercise(exercise: Exercise) -> dict[str, Any]:
    assumed = exercise.assumed
    pauses = {f"{key}_s": _amount(getattr(assumed, key)) for key in ("rest", "ready", "switch")}
    return {
        "slug": exercise.slug,
        "name": exercise.name,
        "url": f"exercises/{exercise.slug}/",
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
    """/week/<plan>.json: every slot, the minutes of due work of every session, and all it takes to play one."""
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
        }
    )


def _as_done(entry: PlanEntry, content: Content) -> dict[str, Any]:
    """An exercise with the dose that the plan does: plain numbers, pauses of no use left at 0."""
    exercise = content.by_slug[entry.use]
    dose = dose_of(exercise, content.site, entry.dosage)
    return {
        "name": exercise.name,
        "url": f"exercises/{exercise.slug}/",
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


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
