"""One file's YAML as a tree of text that knows its line and column. Nothing is given a type yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from footing.diagnostics import Problem, quoted, whole_file

Plain = str | list["Plain"] | dict[str, "Plain"]
KeyPath = tuple[str | int, ...]

MAX_DEPTH = 20  # content needs five; without a bound, a file of brackets would overflow the stack
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text; the C one is 8 times faster

# Characters that HTML cannot contain, or that break a line invisibly in most editors.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

WORD = re.compile(r"\w")
APOSTROPHE = re.compile(r"(?<=\w)' *\Z")  # after a space it would begin a quotation: an earlier one has no end


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: its data as plain text values, and the position of each.

    `values` and `keys` map a path such as ("dosage", "reps") to (line, column), counted from 1.
    """

    path: str
    slug: str
    data: dict[str, Plain]
    values: dict[KeyPath, tuple[int, int]]
    keys: dict[KeyPath, tuple[int, int]]

    def text_at(self, where: KeyPath) -> str:
        """The text at `where`."""
        return str(self.value_at(where))

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Every text of the file with its path, in the file's order; without keys and empty values."""
        for where in self.values:
            found = self.value_at(where)
            if isinstance(found, str) and found:
                yield where, found

    def value_at(self, where: KeyPath) -> Plain:
        """The value at `where`."""
        value: Any = self.data
        for part in where:
            value = value[part]
        found: Plain = value
        return found

    def at(self, where: KeyPath, message: str) -> Problem:
        """A problem at the value under `where`, or at the nearest mapping or list around it that exists."""
        while where not in self.values:
            where = where[:-1]
        return Problem(self.path, *self.values[where], message)

    def at_key(self, where: KeyPath, message: str) -> Problem:
        """A problem at the key of `where`."""
        return Problem(self.path, *self.keys.get(where, (1, 1)), message)


def read_document(name: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The document in `text`; None with its problems if it is not one."""
    tree = _Tree(name, yaml.parse(text, Loader=Loader))
    try:
        tree.read()
    except yaml.YAMLError as error:
        return None, [*tree.problems, yaml_problem(name, text, error)]
    if tree.problems or tree.data is None:
        return None, tree.problems
    return Document(name, Path(name).stem, tree.data, tree.values, tree.keys), []


def yaml_problem(name: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem at the position where `text` stops being YAML."""
    mark = getattr(error, "problem_mark", None)
    if (getattr(error, "context", None) or "").startswith("while scanning"):
        mark = getattr(error, "context_mark", None)  # the start of an unclosed quotation or key
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = min(line, text.count("\n") + 1)
    if mark and (ended := APOSTROPHE.search(text, 0, mark.index)) and WORD.match(text, mark.index):
        return Problem(
            name, line, column - len(ended[0]), "is not readable as YAML: the quotation ends at this apostrophe, but "
            "its line goes on, expected its end; double the apostrophe (''), or put the text in \"double quotes\""
        )  # fmt: skip
    why = getattr(error, "problem", None) or str(error)
    return Problem(
        name, line, column, f"is not readable as YAML: {why}; expected key: value, or - item; put a text that holds "
        'a colon or begins with a sign in "quotes", and look at the indentation here and on the line above'
    )  # fmt: skip


class _TooDeepError(Exception):
    """The document is nested deeper than any content file needs."""


class _Tree:
    """Reads one file's events once into plain values and their positions, and reports what content may not contain."""

    def __init__(self, name: str, events: Iterator[Event]) -> None:
        self.name = name
        self.data: dict[str, Plain] | None = None
        self.values: dict[KeyPath, tuple[int, int]] = {}
        self.keys: dict[KeyPath, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self._events = events

    def read(self) -> None:
        """Fill `data`, `values`, `keys` and `problems`. Raises YAMLError."""
        root: Event | None = None
        value: Plain = ""
        try:
            for event in self._events:
                if root and isinstance(event, DocumentStartEvent):
                    self._problem(event, "a second document begins here, expected one in a file; remove it")
                    return
                if isinstance(event, NodeEvent):
                    root, value = event, self._value(event, ())
        except _TooDeepError:
            return
        if isinstance(value, dict):
            self.data = value
        elif root and value:
            self._problem(root, f"holds {_kind(root)}, expected keys and values; write each as key: value")
        elif not self.problems:
            message = "is empty, expected keys and values; write them or remove the file"
            self.problems.append(whole_file(self.name, message))

    def _value(self, event: Event, where: KeyPath) -> Plain:
        self._refuse_features(event)
        self.values[where] = _position(event)
        if len(where) > MAX_DEPTH:
            self._problem(event, f"is nested more than {MAX_DEPTH} levels deep, expected a few; write it flat")
            raise _TooDeepError
        if isinstance(event, MappingStartEvent):
            return self._mapping(where)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(where)
        return self._text(event)

    def _text(self, event: Event) -> str:
        text = event.value if isinstance(event, ScalarEvent) else ""
        if escaped := UNPRINTABLE.search(text):
            self._problem(
                event, f"the escape for U+{ord(escaped[0]):04X} cannot be published, expected text; delete it"
            )
        return " ".join(text.split())  # a text is one line wherever it is shown

    def _sequence(self, where: KeyPath) -> list[Plain]:
        found: list[Plain] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            found.append(self._value(event, (*where, len(found))))
        return found

    def _mapping(self, where: KeyPath) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, where)
            path = (*where, key or "")
            if key in found:
                first = self.keys[path][0]
                self._problem(
                    event, f"the key {quoted(key)} is repeated (first on line {first}), expected once; keep one"
                )
            else:
                self.keys[path] = _position(event)
            value = self._value(next(self._events), path)
            if key is not None:
                found.setdefault(key, value)
        return found

    def _key(self, event: Event, where: KeyPath) -> str | None:
        """The key's text; None for a key that is not text."""
        if isinstance(event, ScalarEvent):
            self._refuse_features(event)
            return self._text(event)
        self._value(event, (*where, ""))
        if not isinstance(event, AliasEvent):
            self._problem(event, f"found {_kind(event)} as a key, expected a word; write one")
        return None

    def _refuse_features(self, event: Event) -> None:
        """Report anchors, aliases and tags: an author who writes one most likely meant text."""
        if isinstance(event, AliasEvent):
            self._problem(
                event, f'the alias "*{event.anchor}" is not used here, expected a value; write it out, or quote it'
            )
        elif anchor := getattr(event, "anchor", None):
            self._problem(
                event, f'the anchor "&{anchor}" is not used here, expected a value; remove it, or quote the text'
            )
        if tag := getattr(event, "tag", None):
            short = tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(event, f'the tag "{short}" is not used here, expected a value; remove it, or quote the text')

    def _problem(self, event: Event, message: str) -> None:
        self.problems.append(Problem(self.name, *_position(event), message))


def _kind(event: Event) -> str:
    if isinstance(event, MappingStartEvent):
        return "keys and values"
    return "a list" if isinstance(event, SequenceStartEvent) else "a text"


def _position(event: Event) -> tuple[int, int]:
    assert event.start_mark is not None
    return event.start_mark.line + 1, event.start_mark.column + 1
