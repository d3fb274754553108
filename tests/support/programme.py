"""The invented programme of tests/programmes/, read once: its content, its pages and its weeks."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from footing.content.models import Content
from footing.pipeline import BuildResult, Generator
from footing.planning.schedule import Week, schedule

from tests.support.copies import copy_programme

PROJECT = Path(__file__).parents[2]


@cache
def result() -> BuildResult:
    """Everything the content becomes. Nothing is written."""
    with tempfile.TemporaryDirectory() as folder:
        return Generator(copy_programme(PROJECT, Path(folder))).build()


def content() -> Content:
    return result().content


@cache
def weeks() -> dict[str, Week]:
    """Each plan's week, by the plan's slug."""
    return {plan.slug: schedule(plan, content()) for plan in content().plans}
