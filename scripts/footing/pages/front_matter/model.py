"""What every page's front matter has in common."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from footing.json_model import JsonModel


class FrontMatter(JsonModel):
    """A page's front matter. A key without a value is left out."""

    template: str
    title: str
    description: str
    updated: date | None = None
    tags: list[str] | None = None  # what people search for; the search puts a page first whose tag is the whole query

    def text(self) -> str:
        """The front matter's lines. Each value is JSON, which MkDocs's YAML 1.1 parser reads alike: no "no" is false."""
        values = self.as_json().items()
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values if value is not None]
        return "\n".join(["---", *lines, "---", ""])


class SharedPage(FrontMatter):
    """A page that can be shared: its data for search engines, its text for a message, and its preview image."""

    preview: str | None = None
    preview_alt: str | None = None
    linked: dict[str, Any]
    share_text: str


class Option(JsonModel):
    """An id with its label."""

    id: str
    label: str


class DayLabel(Option):
    """A day with its short label."""

    short: str
