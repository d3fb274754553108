"""PDFs and preview images: each plan's chart and hand-out, and the image that a link to a page shows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from footing.content.models import Content
from footing.diagnostics import ContentError, whole_file
from footing.drawings import Drawings
from footing.exports import sheets
from footing.exports.typst import ExportError, Typesetter, TypesettingError
from footing.files import sealed, unsealed
from footing.json_model import JsonModel, compact_json
from footing.pages.views import PREVIEWS, WeekView, exercise_views
from footing.planning.schedule import Week

PAPER_SIZES = {"a4": "a4", "letter": "us-letter"}  # in addresses: in Typst
LOGO = "docs/assets/img/favicon.svg"
BATCH = 24  # images typeset together: larger batches gain nothing and could leave a processor idle


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to typeset: its path under docs/, its template, and the template's data as JSON."""

    path: str
    template: str
    data: str
    paper: str
    key: str  # the name of the result in the cache: a hash of everything it depends on

    @property
    def kind(self) -> str:
        return self.path.rpartition(".")[2]


class Exports:
    """Typesets changed PDFs and preview images on every processor; the rest come from the cache in `folder`."""

    def __init__(self, folder: Path, drawings: Drawings, logo: str = "", typesetter: Typesetter | None = None) -> None:
        self._folder = folder
        self._drawings = drawings
        self._logo = logo
        self._typesetter = typesetter or Typesetter()
        self._cache: dict[str, bytes] = {}  # by cache key; only what the last build needed
        self._last: dict[str, bytes] = {}  # by path
        self._unsaved: set[str] = set()

    def files(
        self, content: Content, weeks: dict[str, Week], progress: Callable[[int], None] = lambda done: None
    ) -> dict[str, bytes]:
        """Path under docs/ to bytes. Raises ExportError. `progress` is called with the number of files typeset so far."""
        needed = self._load(content, weeks)
        cache = self._cache
        for batch in self._typeset([sheet for sheet in needed if sheet.key not in cache]):
            cache |= batch
            self._unsaved |= batch.keys()
            progress(len(self._unsaved))
        self._cache = cache  # while serving, `cached_files` may have replaced it meanwhile
        self._last = {sheet.path: cache[sheet.key] for sheet in needed}
        return self._last

    def cached_files(self, content: Content, weeks: dict[str, Week]) -> dict[str, bytes]:
        """The same without typesetting: a changed file is as it was last, a new one is left out."""
        found = {sheet.path: self._cache.get(sheet.key) for sheet in self._load(content, weeks)}
        return {path: data for path, new in found.items() if (data := new or self._last.get(path))}

    def save(self, write: Callable[[str, bytes], None]) -> None:
        """Save new files to the folder with `write(name, bytes)`, and delete those that the last build didn't need."""
        for key in sorted(self._unsaved & self._cache.keys()):
            write(key, sealed(key, self._cache[key]))
        self._unsaved.clear()
        for file in self._folder.glob("*.*"):
            if file.name not in self._cache:
                file.unlink()

    def _load(self, content: Content, weeks: dict[str, Week]) -> list[Sheet]:
        """The sheets of the content. Afterwards the cache holds their results, as far as there are any, and no others."""
        needed = list(self._sheets(content, weeks))
        found = {
            sheet.key: self._cache.get(sheet.key) or unsealed(sheet.key, self._folder / sheet.key) for sheet in needed
        }
        self._cache = {key: data for key, data in found.items() if data is not None}
        return needed

    def _typeset(self, changed: Sequence[Sheet]) -> Iterator[dict[str, bytes]]:
        """The results by cache key, as they are finished: one PDF or one batch of images at a time."""
        changed = list({sheet.key: sheet for sheet in changed}.values())  # equal ones are typeset once
        if not changed:
            return
        images = [sheet for sheet in changed if sheet.kind == "png"]
        batches = [[sheet] for sheet in changed if sheet.kind == "pdf"]
        batches += [images[start : start + BATCH] for start in range(0, len(images), BATCH)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # Typst releases Python's lock
            yield from pool.map(self._typeset_batch, batches)

    def _typeset_batch(self, batch: list[Sheet]) -> dict[str, bytes]:
        first = batch[0]
        try:
            if first.kind == "pdf":
                return {first.key: self._typesetter.pdf(first.template, first.data, first.paper)}
            images = self._typesetter.images(first.template, [sheet.data for sheet in batch])
        except TypesettingError as error:
            raise ExportError(f"docs/{first.path}: {error}; correct it, or build with --no-paper") from error
        return {sheet.key: image for sheet, image in zip(batch, images, strict=True)}

    def _sheets(self, content: Content, weeks: dict[str, Week]) -> Iterator[Sheet]:
        views = list(exercise_views(content, self._drawings))
        yield self._preview("site", sheets.site_preview(content.site, views, self._logo))
        for view in views:
            yield self._preview(view.exercise.slug, sheets.exercise_preview(view, self._logo))
        by_slug = {view.exercise.slug: view for view in views}
        for plan in content.plans:
            week = WeekView(plan, weeks[plan.slug], content, self._drawings)
            yield self._preview(f"week-{plan.slug}", sheets.plan_preview(week, self._logo))
            yield from self._in_each_size("chart", f"week/{plan.slug}", sheets.chart(week))
            yield from self._in_each_size("handout", f"week/{plan.slug}-handout", sheets.handout(week, by_slug))

    def _preview(self, name: str, data: sheets.Preview) -> Sheet:
        return self._sheet(f"{PREVIEWS}/{name}.png", "preview", compact_json(data.as_json()))

    def _in_each_size(self, template: str, path: str, data: JsonModel) -> Iterator[Sheet]:
        text = compact_json(data.as_json())
        for name, paper in PAPER_SIZES.items():
            yield self._sheet(f"{path}-{name}.pdf", template, text, paper)

    def _sheet(self, path: str, template: str, data: str, paper: str = "") -> Sheet:
        digest = sha256("\0".join((self._typesetter.cache_key, template, paper, data)).encode()).hexdigest()
        return Sheet(path, template, data, paper, f"{digest[:32]}.{path.rpartition('.')[2]}")


def export_paths(content: Content) -> set[str]:
    """The paths under docs/ of all PDFs, preview images and calendars."""
    previews = ["site", *(e.slug for e in content.exercises), *(f"week-{plan.slug}" for plan in content.plans)]
    slugs = [slug for plan in content.plans for slug in (plan.slug, *plan.formerly)]
    kinds = [f"-{kind}{paper}.pdf" for kind in ("", "handout-") for paper in PAPER_SIZES]
    return {f"{PREVIEWS}/{name}.png" for name in previews} | {
        f"week/{slug}{end}" for slug in slugs for end in (*kinds, ".ics")
    }


def read_logo(root: Path) -> str:
    """The site's logo as SVG; empty where it has none. Raises ContentError where it is not text."""
    file = root / LOGO
    try:
        return file.read_text("utf-8") if file.is_file() else ""
    except UnicodeDecodeError as error:
        raise ContentError([whole_file(LOGO, "is not text in UTF-8, expected an SVG drawing; replace it")]) from error
