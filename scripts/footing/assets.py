"""One script and one style sheet out of the sources in docs/assets/, one file a component."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import rcssmin
import rjsmin

from footing.problems import ContentError, Problem

JS, CSS = "docs/assets/js", "docs/assets/css"
_IMPORT = re.compile(r'^import \{ *[\w$]+(?: *, *[\w$]+)* *,? *\} from "\./(?P<file>[\w.-]+)";[ \t]*$\n?', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import\b(?!\s*[(.])|export\b)[^\n]*", re.MULTILINE)


def script(root: Path) -> str:
    """Every module of docs/assets/js in one, what is imported first.

    Raises ContentError for an import that leads nowhere, and for a form of import or export that is not undone here.
    """
    sources = _sources(root / JS, "*.js")
    if problems := [problem for name, text in sources.items() for problem in _faults(name, text, sources)]:
        raise ContentError(problems)
    whole = "\n".join(_EXPORT.sub("", _IMPORT.sub("", sources[name])) for name in in_order(sources))
    return str(rjsmin.jsmin(whole)) + "\n"


def style(root: Path, figures: str = "") -> str:
    """Every sheet of docs/assets/css in one, by name, after the rules of the `figures`."""
    return str(rcssmin.cssmin("\n".join([figures, *_sources(root / CSS, "*.css").values()]))) + "\n"


def _sources(folder: Path, pattern: str) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in sorted(folder.glob(pattern))}


def in_order(sources: Mapping[str, str]) -> list[str]:
    """The names of the modules, each after those it imports; else by name. Of a circle, one comes first."""
    done: dict[str, None] = {}
    begun: set[str] = set()

    def add(name: str) -> None:
        if name not in begun:
            begun.add(name)
            for match in _IMPORT.finditer(sources[name]):
                add(match["file"])
            done[name] = None

    for name in sources:
        add(name)
    return list(done)


def _faults(name: str, text: str, sources: Mapping[str, str]) -> Iterator[Problem]:
    for match in _IMPORT.finditer(text):
        if match["file"] not in sources:
            message = f'imports "./{match["file"]}", which is not there, expected one of these files; correct the name'
            yield _at(name, text, match.start(), message)
    for match in _OTHER.finditer(text):
        if not _IMPORT.match(text, match.start()) and not _EXPORT.match(text, match.start()):
            message = (
                f'"{match[0]}" cannot be put into one script, expected import {{ name }} from "./file.js"; '
                "on one line, or export before a function, const, let or class; write it so"
            )
            yield _at(name, text, match.start(), message)


def _at(name: str, text: str, start: int, message: str) -> Problem:
    return Problem(f"{JS}/{name}", text.count("\n", 0, start) + 1, 1, message)
