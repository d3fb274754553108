"""Problems of the content: collected first, then reported all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One problem. `path` is relative to the project's root; `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class ContentError(Exception):
    """The content cannot be published; `problems` holds every reason, sorted and without repeats."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def whole_file(path: str, message: str) -> Problem:
    """A problem of a file as a whole."""
    return Problem(path, 1, 1, message)


def quoted(text: str) -> str:
    """`text` in quotes for a message; a long one is cut."""
    return f'"{text}"' if len(text) <= 80 else f'"{text[:80]}…"'


def nearest(word: str, known: Iterable[str]) -> str:
    """' Did you mean "x"?' for the nearest known word, or nothing."""
    match = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f' Did you mean "{match[0]}"?' if match else ""


def one_of(words: Iterable[str]) -> str:
    """The known words, for the end of a message; a long list is cut."""
    known = list(words)
    shown = ", ".join(known[:12])
    return f"{shown}, … ({len(known)} in all)" if len(known) > 12 else shown or "(none)"
