"""The words that readers see are plain: short sentences, no stilted English, one name for the article."""

import re
from pathlib import Path

import pytest

from tests.content import real
from tests.content.test_facts import SLUGS, exercise, grade

PAGES = ["index", "safety", "evidence", "about", "on-this-device"]
STILTED = r"—|\b(whoever|anew|afresh|of one’s own|that is due|vouch|seldom|utilise)\b"


def ended(texts: list[str]) -> list[str]:
    """The texts as sentences."""
    return [text if re.search(r"[.!?]$", text) else f"{text}." for text in texts]


@pytest.mark.parametrize("slug", SLUGS)
def test_instructions_read_at_grade_6(slug: str) -> None:
    found = exercise(slug)
    assert grade([step.text for step in found.steps]) <= 6
    advice = [caution.advice for caution in found.caution]
    assert grade(ended([found.before or "", *found.easier, *found.harder, *found.stop_if, *advice])) <= 6


def test_the_safety_page_reads_at_grade_6(project: Path) -> None:
    text = (project / "docs/safety.md").read_text(encoding="utf-8").split("\n---\n")[1]
    text = re.sub(r"<[^>]+>|\{[^}]*\}|\]\([^)]*\)", " ", text)
    blocks = re.split(r"\n\s*\n|\n(?=- )", text)
    spoken = [" ".join(block.strip(" -*\n").split()) for block in blocks if not block.lstrip().startswith("#")]
    assert grade(ended([block for block in spoken if block])) <= 6


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_stilted_words(project: Path, name: str) -> None:
    text = (project / f"docs/{name}.md").read_text(encoding="utf-8")
    assert not re.findall(STILTED, text, re.IGNORECASE)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_exercise_has_no_stilted_words(slug: str) -> None:
    assert not re.findall(STILTED, exercise(slug).model_dump_json(exclude={"figure"}), re.IGNORECASE)


def test_the_article_is_named_in_full_on_one_page(project: Path) -> None:
    source = real.content().site.source
    assert source
    texts = {name: " ".join((project / f"docs/{name}.md").read_text(encoding="utf-8").split()) for name in PAGES}
    assert [name for name, text in texts.items() if source.title in text] == ["about"]
    assert "](about.md#article)" in texts["evidence"]
