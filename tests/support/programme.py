"""The invented programme of tests/programmes/, read once: its content, its pages and its weeks."""

from __future__ import annotations

from functools import cache

from footing.content.models import Content
from footing.pipeline import Generator, Made
from footing.planning.schedule import Week, schedule

from tests.support.copies import PROGRAMME


@cache
def result() -> Made:
    """Everything the content becomes. Nothing is written."""
    return Generator(PROGRAMME).make()


def content() -> Content:
    return result().content


@cache
def weeks() -> dict[str, Week]:
    """Each plan's week, by the plan's slug."""
    return {plan.slug: schedule(plan, content()) for plan in content().plans}
