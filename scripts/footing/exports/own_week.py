"""What the page "A week of your own" needs beside the pages' data: templates/patterns.json.j2 prints it."""

from __future__ import annotations

from typing import Any

from footing.content.models import Content
from footing.planning.dose import dose_of
from footing.planning.schedule import PLACES
from footing.planning.schedule_tables import day_tables, most_sessions, session_tables

LONG = 600  # seconds: where no plan sets a limit, a session above ten minutes is worth a word


def own_week(content: Content) -> dict[str, Any]:
    """The values of the template."""
    positions = content.vocabulary.positions
    return {
        "site": content.site,
        "vocabulary": content.vocabulary,
        "exercises": [
            (exercise, dose_of(exercise, content.site), positions[exercise.start_position].place)
            for exercise in content.exercises
        ],
        "formerly": [(old, exercise.slug) for exercise in content.exercises for old in exercise.formerly],
        "start_sessions": _start_sessions(content),
        "most_sessions": most_sessions(content),
        "limit": max((plan.limit.max for plan in content.plans), default=LONG),
        "places": PLACES,
        "days": day_tables(content),
        "sessions": session_tables(content),
    }


def _start_sessions(content: Content) -> list[str]:
    """The sessions of an empty week: those of the plan that has most of them, else the first of the vocabulary."""
    offered = [list(plan.sessions) for plan in content.plans] or [list(content.vocabulary.sessions)]
    return max(offered, key=len)[: most_sessions(content)]
