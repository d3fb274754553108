"""Bare Material sites of the same Markdown, to measure this project's build against."""

import re
from pathlib import Path

# The Markdown extensions are the project's own, for the pages are written for them.
SETTINGS = """\
site_name: Bare
site_url: https://good-footing.example/
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, admonition, tables, toc]
"""
SECTIONS = """\
nav: [index.md, exercises/index.md, week/index.md, safety.md, evidence.md, about.md]
not_in_nav: |
  /exercises/*
  /week/*
"""


def make(project: Path, into: Path, *, every_page_in_navigation: bool) -> Path:
    """A site of the project's Markdown as it stands in docs/, without what only our templates understand."""
    for page in (project / "docs").rglob("*.md"):
        target = into / "docs" / page.relative_to(project / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_without_front_matter(page.read_text(encoding="utf-8")), encoding="utf-8")
    settings = SETTINGS if every_page_in_navigation else SETTINGS + SECTIONS
    (into / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return into


def _without_front_matter(page: str) -> str:
    """Only the title is kept: a bare site shows it, but the rest is for templates that it hasn't."""
    front, body = re.match(r"(?s)(?:---\n(.*?\n)---\n)?(.*)", page).groups()  # type: ignore[union-attr]
    title = re.search(r"^title: .+$", front or "", flags=re.MULTILINE)
    return f"---\n{title[0]}\n---\n{body}" if title else body
