"""What is made for paper and for chats: each plan's chart and hand-out as PDF, and the picture that a link shows."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from footing.content.models import Content, Exercise, Site
from footing.drawings import Pictures
from footing.exports.typst import PaperError, Typesetter, TypesettingError
from footing.pages.renderer import environment
from footing.pages.views import PREVIEWS, ExerciseView, WeekView, exercise_views
from footing.planning.schedule import Week

PAPERS = {"a4": "a4", "letter": "us-letter"}  # as our addresses call it, as Typst does
MARK = "docs/assets/img/favicon.svg"
BATCH = 24  # pictures set together: more gains nothing, and fewer batches would leave a processor idle
_WHOLE = {"pdf": (b"%PDF-", b"%%EOF"), "png": (b"\x89PNG", b"IEND\xaeB`\x82")}  # how a whole file begins and ends


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to make: its path under docs/, the template that sets it, and the template's data as JSON."""

    path: str
    template: str
    data: str
    paper: str
    name: str  # of what it becomes, where that is kept: changes with all it is made of

    @property
    def kind(self) -> str:
        return self.path.rpartition(".")[2]


class Papers:
    """Makes what has changed, in batches and on every processor; the rest it remembers, in `folder` too."""

    def __init__(self, folder: Path, pictures: Pictures, mark: str = "", typesetter: Typesetter | None = None) -> None:
        self._folder = folder
        self._pictures = pictures
        self._mark = mark
        self._typesetter = typesetter or Typesetter()
        self.words = environment()
        self._previews: dict[str, tuple[Exercise, Site, Sheet]] = {}
        self._made: dict[str, bytes] = {}  # by name in the folder; only what the last build needed
        self._last: dict[str, bytes] = {}  # by path
        self._new: set[str] = set()

    def files(
        self, content: Content, weeks: dict[str, Week], told: Callable[[int], None] = lambda done: None
    ) -> dict[str, bytes]:
        """Path under docs/ to bytes. Raises PaperError. `told` hears the number of files that were made anew."""
        sheets = self._known(content, weeks)
        made = self._made
        for batch in self._set([sheet for sheet in sheets if sheet.name not in made]):
            made |= batch
            self._new |= batch.keys()
            told(len(self._new))
        self._made = made  # while serving, `at_hand` may have been asked meanwhile
        self._last = {sheet.path: made[sheet.name] for sheet in sheets}
        return self._last

    def at_hand(self, content: Content, weeks: dict[str, Week]) -> dict[str, bytes]:
        """The same without making anything: what is not made yet is as it was last, or left out."""
        found = {sheet.path: self._made.get(sheet.name) for sheet in self._known(content, weeks)}
        return {path: made for path, new in found.items() if (made := new or self._last.get(path))}

    def _known(self, content: Content, weeks: dict[str, Week]) -> list[Sheet]:
        """The sheets of the content; those that were made before are remembered, and no others."""
        sheets = list(self._sheets(content, weeks))
        known = {sheet.name: self._made.get(sheet.name) or self._kept(sheet.name) for sheet in sheets}
        self._made = {name: made for name, made in known.items() if made is not None}
        return sheets

    def keep(self, write: Callable[[str, bytes], None]) -> None:
        """Put what is new into the folder with `write(name, bytes)`, and take away what the last build had no use for."""
        for name in sorted(self._new & self._made.keys()):
            write(name, self._made[name])
        self._new.clear()
        for file in self._folder.glob("*.*"):
            if file.name not in self._made:
                file.unlink()

    def _sheet(self, path: str, template: str, data: str, paper: str = "") -> Sheet:
        whole = sha256("\0".join((self._typesetter.mark, template, paper, data)).encode()).hexdigest()
        return Sheet(path, template, data, paper, f"{whole[:32]}.{path.rpartition('.')[2]}")

    def _kept(self, name: str) -> bytes | None:
        try:
            kept = (self._folder / name).read_bytes()
        except OSError:
            return None
        first, last = _WHOLE[name.rpartition(".")[2]]
        return kept if kept.startswith(first) and kept.rstrip().endswith(last) else None

    def _set(self, sheets: Sequence[Sheet]) -> Iterator[dict[str, bytes]]:
        """By name what the sheets became, as they are done: one PDF, or a batch of pictures, at a time."""
        sheets = list({sheet.name: sheet for sheet in sheets}.values())  # equal ones are one
        if not sheets:
            return
        pictures = [sheet for sheet in sheets if sheet.kind == "png"]
        batches = [[sheet] for sheet in sheets if sheet.kind == "pdf"]
        batches += [pictures[start : start + BATCH] for start in range(0, len(pictures), BATCH)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # Typst sets without holding Python's lock
            yield from pool.map(self._batch, batches)

    def _batch(self, sheets: list[Sheet]) -> dict[str, bytes]:
        first = sheets[0]
        try:
            if first.kind == "pdf":
                return {first.name: self._typesetter.pdf(first.template, first.data, first.paper)}
            made = self._typesetter.pictures(first.template, [sheet.data for sheet in sheets])
        except TypesettingError as error:
            raise PaperError(f"docs/{first.path}: {error}; mend it, or build with --no-paper") from error
        return {sheet.name: picture for sheet, picture in zip(sheets, made, strict=True)}

    def _sheets(self, content: Content, weeks: dict[str, Week]) -> Iterator[Sheet]:
        views = list(exercise_views(content, self._pictures))
        common: dict[str, Any] = {"site": content.site, "vocabulary": content.vocabulary, "mark": self._mark}
        yield self._preview("site", "site", common | {"views": views})
        for view in views:
            yield self._of_exercise(view, common)
        source = content.site.source.called if content.site.source else ""
        at_site = content.site.address.__add__
        by_slug = {view.exercise.slug: view for view in views}
        for plan in content.plans:
            week = WeekView(plan, weeks[plan.slug], content, self._pictures)
            values = common | {"view": week, "views": by_slug, "source": source, "address": at_site, "qr": qr_code}
            yield self._preview(f"week-{plan.slug}", "plan", values)
            for template, kind in (("chart", ""), ("handout", "handout-")):
                data = self._data(template, values)
                for name, paper in PAPERS.items():
                    yield self._sheet(f"week/{plan.slug}-{kind}{name}.pdf", template, data, paper)

    def _of_exercise(self, view: ExerciseView, common: dict[str, Any]) -> Sheet:
        """The exercise's picture; of the very same objects it is the same: there may be hundreds while serving."""
        exercise, site = view.exercise, view.content.site
        kept = self._previews.get(exercise.slug)
        if kept is None or kept[0] is not exercise or kept[1] is not site:
            kept = exercise, site, self._preview(exercise.slug, "exercise", common | {"view": view})
            self._previews[exercise.slug] = kept
        return kept[2]

    def _preview(self, name: str, kind: str, values: dict[str, Any]) -> Sheet:
        return self._sheet(f"{PREVIEWS}/{name}.png", "preview", self._data(f"preview-{kind}", values))

    def _data(self, template: str, values: dict[str, Any]) -> str:
        text = self.words.get_template(f"paper/{template}.json.j2").render(values)
        return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


def names(content: Content) -> set[str]:
    """The paths under docs/ of all that would be made, told without making it."""
    previews = ["site", *(e.slug for e in content.exercises), *(f"week-{plan.slug}" for plan in content.plans)]
    slugs = [slug for plan in content.plans for slug in (plan.slug, *plan.formerly)]
    kinds = [f"-{kind}{paper}.pdf" for kind in ("", "handout-") for paper in PAPERS]
    return {f"{PREVIEWS}/{name}.png" for name in previews} | {
        f"week/{slug}{end}" for slug in slugs for end in (*kinds, ".ics")
    }


def mark_of(root: Path) -> str:
    """The site's mark as SVG; empty where it has none."""
    file = root / MARK
    return file.read_text("utf-8") if file.is_file() else ""


@cache
def qr_code(address: str) -> str:
    """The address as a QR code in SVG, with its quiet zone; a fifth of it or so may be spoilt (level M or better)."""
    import segno

    drawn = BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True)
    return drawn.getvalue().decode()
