"""The whole way from content/ to the text of every generated file. Reads the disk, writes nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from posedraw import style_sheet
from pydantic import BaseModel

from footing.browser.bundle import scripts
from footing.browser.styles import styles
from footing.content.consistency import check, warnings
from footing.content.models import Content, Exercise, Plan, Site, Vocabulary
from footing.content.reader import Known, load_file, load_folder, read_text
from footing.content.schema import parse
from footing.content.site_url import address_problems
from footing.content.yaml_document import Document
from footing.diagnostics import ContentError, Problem
from footing.drawings import Pictures, figure_problems
from footing.exports.calendar import calendars
from footing.exports.json_api import json_files
from footing.exports.pdf import Exports, export_paths, read_logo
from footing.exports.url_registry import PUBLISHED, EventName, published_events
from footing.pages.renderer import Files, Renderer
from footing.planning.schedule import CannotFit, Week, schedule
from footing.site.generated_files import write_atomically

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T", str, bytes)
DRAWINGS, PAPER = ".footing/drawings", ".footing/paper"
Told = Callable[[str, int], None]  # hears a stage's name and how many pieces it has done


@dataclass(frozen=True, slots=True)
class Made:
    """What a content becomes, what is worth a warning, and the seconds that each stage took."""

    content: Content
    weeks: dict[str, Week]
    files: Files
    warnings: tuple[Problem, ...]
    stages: dict[str, float]
    published: tuple[EventName, ...] = ()  # the calendars' events that readers may have
    papers: dict[str, bytes] = field(default_factory=dict)  # PDFs, pictures, calendars; none before they are printed

    @property
    def later(self) -> set[str]:
        """The paths of what is printed, now or later."""
        return export_paths(self.content)

    @property
    def all_files(self) -> dict[str, str | bytes]:
        return {**self.files, **self.papers}


@dataclass(slots=True)
class _Read:
    """The files as models, each with the document it was read from."""

    sites: list[tuple[Document, Site]] = field(default_factory=list)
    vocabularies: list[tuple[Document, Vocabulary]] = field(default_factory=list)
    exercises: list[tuple[Document, Exercise]] = field(default_factory=list)
    plans: list[tuple[Document, Plan]] = field(default_factory=list)
    faulty: list[Document] = field(default_factory=list)  # exercises that are not what they should be
    published: list[EventName] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Generator:
    """The pipeline over one project. It remembers what it read and rendered: while serving, an edit costs one file.

    `address` is where the site will stand, if that is elsewhere than content/site.yml says; without `paper` no page
    speaks of PDFs or pictures for links, and `print` is not for it.
    """

    def __init__(self, root: Path, address: str | None = None, *, paper: bool = True) -> None:
        self._root = root
        self._address = address
        self.pictures = Pictures(root / DRAWINGS)
        self.papers = Exports(root / PAPER, self.pictures, read_logo(root))
        self._renderer = Renderer(self.pictures, paper=paper)
        self._known: Known = {}
        self._models: dict[str, tuple[Document, BaseModel]] = {}

    def make(self, told: Told = lambda stage, done: None) -> Made:
        """Load, validate, schedule, render. Raises ContentError with every problem there is."""
        stages: dict[str, float] = {}
        clock = perf_counter()

        def done(stage: str) -> None:
            nonlocal clock
            stages[stage], clock = perf_counter() - clock, perf_counter()

        read = self._read(told)
        done("read")
        self.pictures.prepare((exercise for _, exercise in read.exercises), lambda drawn: told("figures", drawn))
        for number, (document, exercise) in enumerate(read.exercises, 1):
            read.problems += figure_problems(document, exercise, self.pictures)
            told("figures", number)
        done("figures")
        content, weeks = self._together(read)
        done("plan")
        files = self._renderer.files(content, weeks, lambda pages: told("pages", pages))
        done("pages")
        files |= json_files(content, weeks)
        files |= old_names(files, content)
        files |= {f"assets/made/{bundle}.js": text for bundle, text in scripts(self._root).items()}
        sheets = styles(self._root, style_sheet())
        files |= {f"assets/made/{bundle}.css": text for bundle, text in sheets.items()}
        done("assets")
        found = warnings(read.sites[0], read.exercises, read.plans)
        return Made(content, weeks, files, tuple(sorted(found)), stages, tuple(read.published))

    def print(self, made: Made, told: Told = lambda stage, done: None) -> Made:
        """The same with its PDFs, pictures and calendars; only what changed is made. Raises ExportError."""
        start = perf_counter()
        papers = self.papers.files(made.content, made.weeks, lambda done: told("paper", done))
        made = self._with(made, papers)
        return replace(made, stages=made.stages | {"paper": perf_counter() - start})

    def with_papers_at_hand(self, made: Made) -> Made:
        """The same with what is printed already, as it was last where it has changed."""
        return self._with(made, self.papers.cached_files(made.content, made.weeks))

    def _with(self, made: Made, papers: dict[str, bytes]) -> Made:
        papers = papers | calendars(made.content, made.weeks, self.pictures, made.published)
        return replace(made, papers=papers | old_names(papers, made.content))

    def _read(self, told: Told) -> _Read:
        read = _Read()
        exercises, read.problems = load_folder(self._root, "content/exercises", self._known)
        plans, more = load_folder(self._root, "content/plans", self._known)
        read.problems += more
        for document in exercises:
            if not self._model(document, Exercise, read.exercises, read.problems):
                read.faulty.append(document)
            told("exercises", len(read.exercises))
        for document in plans:
            self._model(document, Plan, read.plans, read.problems)
        self._single("content/site.yml", Site, read.sites, read.problems)
        self._single("content/vocabulary.yml", Vocabulary, read.vocabularies, read.problems)
        if os.path.lexists(self._root / PUBLISHED):  # a site that begins has none
            text, fault = read_text(self._root, PUBLISHED)
            read.published, faults = published_events(text)
            read.problems += [fault] if fault else faults
        return read

    def _single(self, name: str, model: type[M], found: list[tuple[Document, M]], problems: list[Problem]) -> None:
        document, faults = load_file(self._root, name, self._known)
        problems += faults
        if document:
            self._model(document, model, found, problems)

    def _model(
        self, document: Document, model: type[M], found: list[tuple[Document, M]], problems: list[Problem]
    ) -> bool:
        """Whether the document is such a model; it then joins the `found`, else its faults the `problems`."""
        kept = self._models.get(document.path)
        if kept and kept[0] is document and isinstance(kept[1], model):
            found.append((document, kept[1]))
            return True
        value, faults = parse(document, model)
        problems += faults
        if value:
            self._models[document.path] = (document, value)
            found.append((document, value))
        return value is not None

    def _together(self, read: _Read) -> tuple[Content, dict[str, Week]]:
        """The content and its weeks. Raises ContentError with all problems of all stages so far."""
        problems = list(read.problems)
        if not read.sites or not read.vocabularies:
            raise ContentError(problems)
        unread = {problem.path for problem in problems}
        site, (_, vocabulary) = read.sites[0], read.vocabularies[0]
        content, faults = check(site, vocabulary, read.exercises, read.plans, unread, read.faulty)
        problems += faults + address_problems(self._root, *site)
        weeks: dict[str, Week] = {}
        if content and not problems:
            weeks, faults = _weeks(content, read.plans)
            problems += faults
        if problems or content is None:
            raise ContentError(problems)
        return content.at(self._address) if self._address else content, weeks


def old_names(files: Mapping[str, T], content: Content) -> dict[str, T]:
    """A plan's data, calendar and PDFs under its old names too: programs and printed codes know no redirect."""
    return {
        f"week/{old}{path.removeprefix(f'week/{plan.slug}')}": made
        for plan in content.plans
        for old in plan.formerly
        for path, made in files.items()
        if re.fullmatch(rf"week/{plan.slug}(-(handout-)?(a4|letter)\.pdf|\.ics|\.json)", path)
    }


def keep_drawings(root: Path, generator: Generator) -> None:
    """Remember on disk what was drawn, for the next build."""
    generator.pictures.keep(lambda name, text: write_atomically(root, f"{DRAWINGS}/{name}", text))


def keep_papers(root: Path, generator: Generator) -> None:
    """Remember on disk what was printed, for the next build."""
    generator.papers.save(lambda name, made: write_atomically(root, f"{PAPER}/{name}", made))


def _weeks(content: Content, plans: Sequence[tuple[Document, Plan]]) -> tuple[dict[str, Week], list[Problem]]:
    """Each plan's week, and why a plan has none, told where its author can mend it."""
    weeks: dict[str, Week] = {}
    problems: list[Problem] = []
    for document, plan in plans:
        try:
            weeks[plan.slug] = schedule(plan, content)
        except CannotFit as error:
            problems += _reasons(document, error.reasons)
    return weeks, problems


def _reasons(document: Document, reasons: Iterable[tuple[int | None, str]]) -> list[Problem]:
    return [
        document.at(("limit",) if index is None else ("exercises", index), f"cannot fit: {reason}")
        for index, reason in reasons
    ]
