"""Markup in an author's texts: the page shows it as it was written and runs none of it."""

import re
import shutil
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from mkdocs.config import load_config

from tests.support.copies import build, copy_programme
from tests.support.html import Tag, tags

MARKUP = Path(__file__).parent / "markup.yml"
TEXTS: dict[str, Any] = yaml.load(MARKUP.read_text(encoding="utf-8"), yaml.BaseLoader)
OURS = {"a", "details", "div", "h2", "li", "ol", "p", "strong", "summary", "ul"}


def html_of(page: str, project: Path) -> str:
    """The page's own text as MkDocs renders it, with the extensions and settings of mkdocs.yml."""
    config = load_config(str(project / "mkdocs.yml"))
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    return markdown.markdown(body, extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def runs(tag: Tag) -> bool:
    """Whether a browser would run something that an author wrote: all of it contains a call of alert."""
    handlers = [value for name, value in tag.attributes.items() if name.startswith("on") or name in ("href", "src")]
    script = tag.name == "script" and tag.attributes.get("type") != "application/ld+json"  # which is data, and not run
    return any("alert(" in code for code in (*handlers, tag.text if script else ""))


@pytest.fixture(scope="module")
def built(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented programme with this exercise, built."""
    copy = copy_programme(project, tmp_path_factory.mktemp("markup"))
    shutil.copy(MARKUP, copy / "content/exercises")
    result = build(copy, "build", "--no-paper")
    assert result.returncode == 0, result.stdout
    return copy


def test_every_text_of_the_generated_page_reads_as_it_was_written(built: Path, tmp_path: Path) -> None:
    page = (built / "docs/exercises/markup.md").read_text(encoding="utf-8")
    (tmp_path / "page.html").write_text(html_of(page, built), encoding="utf-8")
    shown = tags(tmp_path / "page.html")
    assert {tag.name for tag in shown} <= OURS
    items = [tag.text for tag in shown if tag.name == "li"]
    assert items[: len(TEXTS["steps"])] == TEXTS["steps"]
    assert next(tag.text for tag in shown if tag.name == "p") == TEXTS["summary"]
    for key in ("easier", "harder", "stop_if", "claims", "notes"):
        assert set(TEXTS[key]) <= set(items)
    attributes = {name for tag in shown for name in tag.attributes}
    assert attributes <= {"aria-hidden", "class", "data-search-exclude", "href", "id", "hidden"}


def test_the_site_shows_markup_as_text_and_runs_none_of_it(built: Path) -> None:
    page = tags(built / "site/exercises/markup/index.html")
    assert [tag.text.strip() for tag in page if tag.name == "h1"] == [TEXTS["name"]]
    assert next(tag.text for tag in page if tag.name == "title").startswith(TEXTS["name"])
    titles = [tag.attributes["content"] for tag in page if tag.attributes.get("property") == "og:title"]
    assert titles == [TEXTS["name"]]
    for file in (built / "site").rglob("*.html"):
        assert [tag for tag in tags(file) if runs(tag)] == [], file
