"""The project's own content, read once: for tests of what it says."""

from functools import cache
from pathlib import Path

from footing.content.models import Content
from footing.pipeline import BuildResult, Generator
from footing.planning.schedule import Week, schedule

from tests.content.addresses import EXERCISES, PLANS

PROJECT = Path(__file__).parents[2]
GENERATED = (
    *("exercises/index.md", *(f"exercises/{slug}.md" for slug in EXERCISES)),
    *("week/index.md", *(f"week/{plan}.md" for plan in PLANS)),
)


@cache
def made() -> BuildResult:
    """Everything the content becomes. Nothing is written."""
    return Generator(PROJECT).build()


def content() -> Content:
    return made().content


@cache
def weeks() -> dict[str, Week]:
    return {plan.slug: schedule(plan, content()) for plan in content().plans}
