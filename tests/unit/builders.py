"""Small made-up content for the tests: an exercise, a plan, a vocabulary, each as little as it can be."""

from typing import Any

from footing.content.models import Content, Exercise, Plan, Site, Vocabulary
from footing.content.yaml_document import Document, Plain, read_document

EXERCISE: dict[str, Plain] = {
    "name": "Towel scrunch",
    "summary": "Scrunch a towel towards you with your toes.",
    "source": {"heading": "Towel scrunch"},
    "positions": ["sitting"],
    "areas": ["toes"],
    "steps": ["Lay the towel flat.", "Scrunch it."],
    "dosage": {"hold": "10 s", "per_day": "1", "days_per_week": "7"},
    "updated": "2026-11-22",
}
PLAN: dict[str, Plain] = {
    "name": "A week",
    "summary": "One week.",
    "for": "Whoever likes.",
    "chosen_by": "site",
    "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    "sessions": ["morning", "midday", "evening"],
    "limit": "10 min",
    "exercises": ["towel-scrunch"],
    "updated": "2026-11-22",
}
_TERM: dict[str, Plain] = {"label": "A thing", "plain": "a thing"}
VOCABULARY: dict[str, Plain] = {
    "positions": {
        "sitting": _TERM | {"place": "chair"},
        "standing": _TERM | {"place": "standing"},
        "lying": _TERM | {"place": "floor"},
    },
    "equipment": {"towel": _TERM, "scarf": _TERM},
    "furniture": {"chair": _TERM},
    "areas": {"toes": _TERM, "sole": _TERM},
    "tissues": {"toe-flexors": _TERM},
    "days": {day: {"label": day.title(), "short": day} for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
    "sessions": {name: {"label": name.title()} for name in ("morning", "midday", "evening")},
}
SITE: dict[str, Plain] = {
    "name": "A site",
    "address": "https://example.org/",
    "summary": "A site of exercises.",
    "source": {"title": "An article", "called": "article"},
    "order": ["towel-scrunch"],
    "plans": ["a-week"],
    "report": "mailto:me@example.org",
    "assumed": {"ready": "10 s", "rest": "5 s", "switch": "10 s"},
    "moves": {"between": "10 s", "floor": "30 s"},
    "stop_rule": "Stop if it hurts.",
}


def exercise(slug: str = "towel-scrunch", **changes: Any) -> Exercise:
    return Exercise.model_validate({**EXERCISE, **changes, "slug": slug})


def plan(slug: str = "a-week", **changes: Any) -> Plan:
    return Plan.model_validate({**PLAN, **changes, "slug": slug})


def site(**changes: Any) -> Site:
    return Site.model_validate({**SITE, **changes, "slug": "site"})


def vocabulary(**changes: Any) -> Vocabulary:
    return Vocabulary.model_validate({**VOCABULARY, **changes, "slug": "vocabulary"})


def content(*exercises: Exercise, plans: tuple[Plan, ...] = ()) -> Content:
    return Content(site=site(), vocabulary=vocabulary(), exercises=exercises or (exercise(),), plans=plans)


def document(text: str, name: str = "content/exercises/towel-scrunch.yml") -> Document:
    """The document in `text`, which is without fault."""
    read, problems = read_document(name, text)
    assert read, problems
    return read
