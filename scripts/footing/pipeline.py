"""From content/ to every generated file, in memory: read → check → plan → render → export.

Nothing is written here but the caches; `site.generated_files` writes the result.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from time import perf_counter

from footing.browser.bundle import scripts
from footing.browser.styles import styles
from footing.content.consistency import check_content
from footing.content.loader import Loader, Sources
from footing.content.models import Content
from footing.content.reader import read_text
from footing.content.site_url import address_problems
from footing.content.warnings import content_warnings
from footing.diagnostics import ContentError, Problem
from footing.drawings import Drawings, figure_problems, figure_styles
from footing.exports.calendar import calendars
from footing.exports.former_addresses import former_addresses
from footing.exports.json_api import json_files
from footing.exports.ledger import output_problems
from footing.exports.pdf import Exports, export_paths, read_logo
from footing.exports.url_registry import PUBLISHED, EventName, published_events
from footing.files import write_atomically
from footing.pages.renderer import Files, Renderer
from footing.planning.schedule import Week, schedule_plans

DRAWING_CACHE, EXPORT_CACHE = ".footing/drawings", ".footing/exports"
Progress = Callable[[str, int], None]  # called with a stage's name and how many items of it are finished


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The generated files, the content and its weeks, the warnings, and the seconds that each stage took."""

    content: Content
    weeks: dict[str, Week]
    files: Files
    warnings: tuple[Problem, ...]
    stages: dict[str, float]
    published: tuple[EventName, ...] = ()  # calendar events that readers may have imported
    exports: dict[str, bytes] = field(default_factory=dict)  # PDFs, previews, calendars; empty before `add_exports`

    @property
    def export_paths(self) -> set[str]:
        """The paths of all exports, whether they are in `exports` yet or not."""
        return export_paths(self.content)

    @property
    def all_files(self) -> dict[str, str | bytes]:
        return {**self.files, **self.exports}

    @property
    def updated(self) -> date:
        """The date of the content's last change."""
        content = self.content
        return max([*(each.updated for each in content.exercises), *(each.updated for each in content.plans)])


class Stopwatch:
    """Measures the seconds of each stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._start = perf_counter()

    def end(self, stage: str) -> None:
        now = perf_counter()
        self.stages[stage], self._start = now - self._start, now


class Generator:
    """The pipeline over the project at `root`. One generator caches what it read and rendered, for use while serving.

    `address` replaces the site's address of content/site.yml. With `exports=False` no page links to PDFs or previews,
    and `add_exports` must not be called.
    """

    def __init__(self, root: Path, address: str | None = None, *, exports: bool = True) -> None:
        self._root = root
        self._address = address
        self._loader = Loader(root)
        self._drawings = Drawings(root / DRAWING_CACHE)
        self._renderer = Renderer(self._drawings, exports=exports)
        self.exports = Exports(root / EXPORT_CACHE, self._drawings, read_logo(root))

    def build(self, progress: Progress = lambda stage, done: None) -> BuildResult:
        """Read, check, plan and render. Raises ContentError with every problem found."""
        watch = Stopwatch()
        sources = self._loader.load(lambda done: progress("exercises", done))
        published, problems = _published_events(self._root)
        problems += sources.problems
        watch.end("read")
        problems += self._draw(sources, progress)
        watch.end("figures")
        content = self._check(sources, problems)
        weeks, problems = schedule_plans(content, sources.plans)
        if problems:
            raise ContentError(problems)
        watch.end("plan")
        if self._address:
            content = content.at(self._address)
        files = self._renderer.files(content, weeks, lambda done: progress("pages", done))
        files |= json_files(content, weeks)
        files |= former_addresses(files, content)
        watch.end("pages")
        files |= _assets(self._root)
        watch.end("assets")
        warnings = tuple(sorted(content_warnings(sources)))
        return BuildResult(content, weeks, files, warnings, watch.stages, tuple(published))

    def add_exports(self, result: BuildResult, progress: Progress = lambda stage, done: None) -> BuildResult:
        """The result with its PDFs, previews and calendars; unchanged ones come from the cache. Raises ExportError."""
        watch = Stopwatch()
        exports = self.exports.files(result.content, result.weeks, lambda done: progress("exports", done))
        result = self._with_exports(result, exports)
        watch.end("exports")
        return replace(result, stages=result.stages | watch.stages)

    def add_cached_exports(self, result: BuildResult) -> BuildResult:
        """The result with the exports that exist already; a changed one is out of date until `add_exports`."""
        return self._with_exports(result, self.exports.cached_files(result.content, result.weeks))

    def save_drawings(self) -> None:
        """Write new drawings to the cache on disk, for the next process."""
        self._drawings.save(lambda name, data: write_atomically(self._root, f"{DRAWING_CACHE}/{name}", data))

    def save_exports(self) -> None:
        """Write new exports to the cache on disk, for the next process."""
        self.exports.save(lambda name, data: write_atomically(self._root, f"{EXPORT_CACHE}/{name}", data))

    def _draw(self, sources: Sources, progress: Progress) -> list[Problem]:
        problems: list[Problem] = []
        for number, (document, exercise) in enumerate(sources.exercises, 1):
            problems += figure_problems(document, exercise, self._drawings)
            progress("figures", number)
        return problems

    def _check(self, sources: Sources, problems: list[Problem]) -> Content:
        """The content, if its files are consistent. Raises ContentError with `problems` and those found here."""
        if not sources.site or not sources.vocabulary:
            raise ContentError(problems)
        unread = {problem.path for problem in problems}
        content, found = check_content(sources, unread)
        problems = [*problems, *found, *address_problems(self._root, *sources.site)]
        problems = problems or output_problems(sources)
        if problems or content is None:
            raise ContentError(problems)
        return content

    def _with_exports(self, result: BuildResult, exports: dict[str, bytes]) -> BuildResult:
        appointments = calendars(result.content, result.weeks, self._drawings, result.published)
        exports = exports | appointments
        return replace(result, exports=exports | former_addresses(exports, result.content))


def _published_events(root: Path) -> tuple[list[EventName], list[Problem]]:
    """The calendar events listed in content/published.txt; a new site has no such file."""
    if not os.path.lexists(root / PUBLISHED):
        return [], []
    text, problem = read_text(root, PUBLISHED)
    return ([], [problem]) if problem else published_events(text)


def _assets(root: Path) -> Files:
    files = {f"assets/made/{bundle}.js": text for bundle, text in scripts(root).items()}
    return files | {f"assets/made/{bundle}.css": text for bundle, text in styles(root, figure_styles()).items()}
