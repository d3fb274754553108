"""Views to the text of every page: front matter, then Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from footing.content.models import Content
from footing.drawings import Pictures
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
from footing.pages.views import ExerciseView, WeekView, exercise_views
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
    """Renders the pages of a content. An exercise's page is cached until something that it shows changes."""

    def __init__(self, pictures: Pictures, templates: Path = TEMPLATES, *, paper: bool = True) -> None:
        self._pictures = pictures
        self._environment = environment(templates)
        self._paper = paper  # whether there are PDFs and preview images for the pages to link to
        self._cache: dict[str, tuple[tuple[Any, ...], str]] = {}

    def files(self, content: Content, weeks: dict[str, Week], progress: Callable[[int], None]) -> Files:
        """Path under docs/ to text. `progress` is called with the number of finished pages."""
        files = {}
        for number, (path, text) in enumerate(self._pages(content, weeks), 1):
            files[path] = text
            progress(number)
        return files

    def _pages(self, content: Content, weeks: dict[str, Week]) -> Iterator[tuple[str, str]]:
        site = content.site
        views = list(exercise_views(content, self._pictures))
        for view in views:
            yield f"exercises/{view.exercise.slug}.md", self._exercise(view)
        yield "exercises/index.md", self._page("overview", overview_page(content, views), site=site)
        plans = [WeekView(plan, weeks[plan.slug], content, self._pictures) for plan in content.plans]
        for plan in plans:
            yield f"week/{plan.plan.slug}.md", self._page("week", plan_page(plan, paper=self._paper), view=plan)
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

    def _exercise(self, view: ExerciseView) -> str:
        """The exercise's page, from the cache if all that it shows is the same."""
        content, exercise = view.content, view.exercise
        neighbours = tuple((near.slug, near.name) if near else None for near in (view.previous, view.next))
        plans = tuple((plan.slug, plan.name, dose) for plan, dose in view.in_plans)
        key = (exercise, content.site, content.vocabulary, neighbours, plans)
        cached = self._cache.get(exercise.slug)
        # Comparing by identity first spares the comparison of whole models.
        if cached and all(old is new or old == new for old, new in zip(cached[0], key, strict=True)):
            return cached[1]
        text = self._page("exercise", exercise_page(view, preview=self._paper), view=view)
        self._cache[exercise.slug] = key, text
        return text

    def _page(self, template: str, front: FrontMatter, **values: Any) -> str:
        body = self._environment.get_template(f"{template}.md.j2").render(values)
        return f"{front.text()}\n{body.strip()}\n"
