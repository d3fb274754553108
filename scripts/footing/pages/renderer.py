"""Views to the text of every generated file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from footing.content.models import Content
from footing.drawings import Pictures
from footing.exports.json_api import exercises_json, week_json
from footing.exports.own_week import own_week
from footing.pages.markdown import markdown
from footing.pages.views import ExerciseView, WeekView, exercise_views
from footing.planning.schedule import Week

TEMPLATES = Path(__file__).parent / "templates"
Files = dict[str, str]
# What environment() asks for is compiled into a template: read at the start, for this file may change while serving.
_MARK = sha256(Path(__file__).read_bytes()).hexdigest()[:8]


def environment(templates: Path = TEMPLATES) -> Environment:
    """Templates that fail on an unknown name, print text as it is, and know `| md` for a Markdown page."""
    loaded = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # Markdown and JSON are written: `| md`, `| tojson` and `| e` stand where they are needed
        keep_trailing_newline=True,
        auto_reload=False,  # a changed template asks for another environment
        bytecode_cache=_compiled(),
    )
    loaded.filters["md"] = markdown
    loaded.filters["tojson"] = _json  # Jinja's own makes JSON safe within HTML, which takes long for a drawing
    return loaded


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _compiled() -> FileSystemBytecodeCache | None:
    """Where compiled templates are kept: beside the compiled modules, and for the same reason."""
    folder = Path(cache_from_source(__file__)).parent
    if not os.access(folder, os.W_OK):
        return None
    return FileSystemBytecodeCache(str(folder), f"templates-{_MARK}-%s.cache")


class Renderer:
    """Renders the pages of a content; what hasn't changed since the last time is not rendered again."""

    def __init__(self, pictures: Pictures, templates: Path = TEMPLATES, *, paper: bool = True) -> None:
        self._pictures = pictures
        self._environment = environment(templates)
        self._environment.globals["paper"] = paper  # whether PDFs and pictures for links stand beside the pages
        self._kept: dict[str, tuple[tuple[Any, ...], str]] = {}

    def files(self, content: Content, weeks: dict[str, Week], told: Callable[[int], None]) -> Files:
        """Path under docs/ to text. `told` hears the number of pages done."""
        files = {"exercises.json": exercises_json(content)}
        views = list(exercise_views(content, self._pictures))
        for done, (path, text) in enumerate(self._pages(content, views, weeks), 1):
            files[path] = text
            told(done)
        for plan in content.plans:
            files[f"week/{plan.slug}.json"] = week_json(plan, weeks[plan.slug], content)
        files["week/patterns.json"] = self._patterns(content)
        return files

    def _patterns(self, content: Content) -> str:
        """The template's JSON on one line."""
        text = self._environment.get_template("patterns.json.j2").render(own_week(content))
        return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) + "\n"

    def _pages(self, content: Content, views: list[ExerciseView], weeks: dict[str, Week]) -> Iterator[tuple[str, str]]:
        common = {"site": content.site, "vocabulary": content.vocabulary}
        shared = (content.site, content.vocabulary, len(content.exercises))
        for view in views:
            slug, neighbours = view.exercise.slug, (view.previous, view.next)
            names = tuple((near.slug, near.name) if near else None for near in neighbours)
            plans = tuple((plan.slug, plan.name, dose) for plan, dose in view.in_plans)
            key = (view.exercise, *shared, names, plans)
            yield f"exercises/{slug}.md", self._kept_page(f"exercise {slug}", key, "exercise", common | {"view": view})
        used = {
            "positions": {word for e in content.exercises for word in e.main_positions},
            "equipment": {need.item for e in content.exercises for need in e.equipment},
            "areas": {word for e in content.exercises for word in e.areas},
        }
        yield "exercises/index.md", self._page("overview", common | {"views": views, "used": used})
        plan_views = [WeekView(plan, weeks[plan.slug], content, self._pictures) for plan in content.plans]
        source = content.site.source.called if content.site.source else ""
        for plan_view in plan_views:
            yield f"week/{plan_view.plan.slug}.md", self._page("week", common | {"view": plan_view, "source": source})
        for kind, items in (("exercises", content.exercises), ("week", content.plans)):
            for item in items:
                for old in item.formerly:
                    moved = {"name": item.name, "summary": item.summary, "file": f"{item.slug}.md"}
                    yield f"{kind}/{old}.md", self._page("redirect", moved | {"to": f"{kind}/{item.slug}/"})
        by_site = all(plan.chosen_by == "site" for plan in content.plans)
        yield "week/index.md", self._page("weeks", common | {"views": plan_views, "chosen_by_site": by_site})

    def _kept_page(self, name: str, key: tuple[Any, ...], template: str, values: dict[str, Any]) -> str:
        """The page as kept, if it was made from the very same objects."""
        kept = self._kept.get(name)
        if kept and len(kept[0]) == len(key) and all(a is b or a == b for a, b in zip(kept[0], key, strict=True)):
            return kept[1]
        text = self._page(template, values)
        self._kept[name] = (key, text)
        return text

    def _page(self, template: str, values: dict[str, Any]) -> str:
        """Front matter as JSON (MkDocs reads YAML 1.1, and JSON means the same in both), then the Markdown."""
        meta = json.loads(self._environment.get_template(f"{template}.json.j2").render(values))
        lines = [f"{key}: {_json(value)}" for key, value in meta.items()]
        body = self._environment.get_template(f"{template}.md.j2").render(values)
        return "\n".join(["---", *lines, "---", "", body.strip(), ""])
