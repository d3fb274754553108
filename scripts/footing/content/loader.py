"""All content files as models, each with the document it was read from. Unchanged files are not read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from footing.content.models import Exercise, Plan, Site, Vocabulary
from footing.content.reader import DocumentCache, load_file, load_folder
from footing.content.schema import parse
from footing.content.yaml_document import Document
from footing.diagnostics import Problem

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Sources:
    """The valid files as models, and the problems of the others."""

    site: tuple[Document, Site] | None = None
    vocabulary: tuple[Document, Vocabulary] | None = None
    exercises: list[tuple[Document, Exercise]] = field(default_factory=list)
    plans: list[tuple[Document, Plan]] = field(default_factory=list)
    invalid_exercises: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Loader:
    """Reads the content of the project at `root`. One loader caches what it read, for builds while serving."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._documents: DocumentCache = {}
        self._models: dict[str, tuple[Document, BaseModel]] = {}

    def load(self, progress: Callable[[int], None]) -> Sources:
        """`progress` is called with the number of exercises read so far."""
        sources = Sources()
        exercises, problems = load_folder(self._root, "content/exercises", self._documents)
        plans, plan_problems = load_folder(self._root, "content/plans", self._documents)
        sources.problems += problems + plan_problems
        for document in exercises:
            if exercise := self._model(document, Exercise, sources.problems):
                sources.exercises.append((document, exercise))
            else:
                sources.invalid_exercises.append(document)
            progress(len(sources.exercises))
        for document in plans:
            if plan := self._model(document, Plan, sources.problems):
                sources.plans.append((document, plan))
        sources.site = self._file("content/site.yml", Site, sources.problems)
        sources.vocabulary = self._file("content/vocabulary.yml", Vocabulary, sources.problems)
        return sources

    def _file(self, name: str, model: type[M], problems: list[Problem]) -> tuple[Document, M] | None:
        document, found = load_file(self._root, name, self._documents)
        problems += found
        value = self._model(document, model, problems) if document else None
        return (document, value) if document and value else None

    def _model(self, document: Document, model: type[M], problems: list[Problem]) -> M | None:
        """The document as a model; None if it is not valid, with its problems added to `problems`."""
        cached_document, cached = self._models.get(document.path, (None, None))
        if cached_document is document and isinstance(cached, model):
            return cached
        value, found = parse(document, model)
        problems += found
        if value is not None:
            self._models[document.path] = (document, value)
        return value
