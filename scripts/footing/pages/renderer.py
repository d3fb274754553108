"""Views to the text of every page: front matter, then Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from footing.content.models import Content
from footing.drawings import Drawings
from footing.pages import wording
from footing.pages.front_matter import (
    FrontMatter,
    exercise_page,
    overview_page,
    plan_page,
    plans_page,
    redirect_page,
)
from footing.pages.markdown import markdown
from footing.pages.views import WeekView, exercise_views
from footing.planning.schedule import Week

TEMPLATES = Path(__file__).parent / "templates"
Files = dict[str, str]


def environment(templates: Path = TEMPLATES) -> Environment:
    """Markdown templates: an unknown name is an error, text is escaped by `| md`, words come from `wording`."""
    loaded = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # Markdown is written: `| md` and `| e` stand where they are needed
        keep_trailing_newline=True,
        auto_reload=False,  # a changed template needs another environment
    )
    loaded.filters["md"] = markdown
    loaded.globals["wording"] = wording
    return loaded


class Renderer:
    """Renders the pages of a content. `exports` is whether there are PDFs and preview images to link to."""

    def __init__(self, drawings: Drawings, templates: Path = TEMPLATES, *, exports: bool = True) -> None:
        self._drawings = drawings
        self._environment = environment(templates)
        self._exports = exports

    def files(self, content: Content, weeks: dict[str, Week], progress: Callable[[int], None]) -> Files:
        """Path under docs/ to text. `progress` is called with the number of finished pages."""
        files = {}
        for number, (path, text) in enumerate(self._pages(content, weeks), 1):
            files[path] = text
            progress(number)
        return files

    def _pages(self, content: Content, weeks: dict[str, Week]) -> Iterator[tuple[str, str]]:
        exercises = list(exercise_views(content, self._drawings))
        for exercise in exercises:
            front = exercise_page(exercise, preview=self._exports)
            yield f"exercises/{exercise.exercise.slug}.md", self._page("exercise", front, view=exercise)
        yield "exercises/index.md", self._page("overview", overview_page(content, exercises), site=content.site)
        plans = [WeekView(plan, weeks[plan.slug], content, self._drawings) for plan in content.plans]
        for plan in plans:
            yield f"week/{plan.plan.slug}.md", self._page("week", plan_page(plan, exports=self._exports), view=plan)
        yield from self._redirects(content)
        by_site = all(plan.chosen_by == "site" for plan in content.plans)
        values = {"views": plans, "chosen_by_site": by_site}
        yield "week/index.md", self._page("weeks", plans_page(content, plans), **values)

    def _redirects(self, content: Content) -> Iterator[tuple[str, str]]:
        for folder, items in (("exercises", content.exercises), ("week", content.plans)):
            for item in items:
                for former in item.formerly:
                    front = redirect_page(item, folder)
                    yield f"{folder}/{former}.md", self._page("redirect", front, name=item.name, slug=item.slug)

    def _page(self, template: str, front: FrontMatter, **values: Any) -> str:
        body = self._environment.get_template(f"{template}.md.j2").render(values)
        return f"{front.text()}\n{body.strip()}\n"
