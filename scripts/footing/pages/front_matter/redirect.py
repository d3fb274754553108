"""The front matter of an exercise's or a plan's former address (overrides/redirect.html)."""

from __future__ import annotations

from footing.content.models import Exercise, Plan
from footing.json_model import JsonModel
from footing.pages.front_matter.model import FrontMatter


class SearchSettings(JsonModel):
    exclude: bool


class Redirect(FrontMatter):
    to: str
    search: SearchSettings = SearchSettings(exclude=True)


def redirect_page(item: Exercise | Plan, folder: str) -> Redirect:
    return Redirect(template="redirect.html", title=item.name, description=item.summary, to=f"{folder}/{item.slug}/")
