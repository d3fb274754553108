"""Warnings about content that can be published but is probably a mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from footing.content.loader import Sources
from footing.content.models import Exercise
from footing.content.yaml_document import Document
from footing.diagnostics import Problem, one_of, quoted


def content_warnings(sources: Sources) -> Iterator[Problem]:
    """What can be published, but is probably a mistake."""
    if not sources.site:
        return
    document, settings = sources.site
    exercises, plans = sources.exercises, sources.plans
    if settings.address.removesuffix("/").endswith(".example"):
        yield document.at(
            ("address",), "address: is still the example address; write the site's address here and in mkdocs.yml"
        )
    for key, listed, items in (("order", settings.order, exercises), ("plans", settings.plans, plans)):
        for other, model in items:
            if model.slug not in listed:
                yield document.at((key,), f'{key}: does not list {other.path}, which comes last; add "{model.slug}"')
    yield from _repeated_names(exercises)
    for other, plan in plans:
        if missing := [word for word in plan.sessions if settings.times and word not in settings.times]:
            message = f"no time of day for {one_of(missing)}, so {other.path} has no calendar; add it"
            yield document.at(("times",), f"times: {message}")
    for other, exercise in exercises:
        for key in ("hold", "reps"):
            stated, chosen = getattr(exercise.dosage, key), getattr(exercise.assumed, key)
            if stated and stated.up_to and not chosen:
                message = (
                    f'dosage.{key}: "up to" gives no number to start from, so the timer starts at 1; add assumed.{key}'
                )
                yield other.at(("dosage", key), message)


def _repeated_names(exercises: Sequence[tuple[Document, Exercise]]) -> Iterator[Problem]:
    counts = Counter(exercise.name.casefold() for _, exercise in exercises)
    for document, exercise in exercises:
        if counts[exercise.name.casefold()] > 1:
            message = "is the name of another exercise too; readers could not tell them apart; change one"
            yield document.at(("name",), f"name: {quoted(exercise.name)} {message}")
