"""What the browser gets out of the sources in docs/assets/: for every page one script and one style sheet, and one
more of each for every folder in there, which only the pages that need it load."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import rjsmin

from footing.browser.sources import bundles, read_sources
from footing.diagnostics import ContentError, Problem

JS = "docs/assets/js"
_IMPORT = re.compile(
    r'^import \{\s*[\w$]+(?:\s*,\s*[\w$]+)*\s*,?\s*\} from "(?P<file>\.{1,2}/[\w./-]+)";?[ \t]*$\n?', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import\b(?!\s*[(.])|export\b)[^\n]*", re.MULTILINE)


def scripts(root: Path) -> dict[str, str]:
    """Bundle's name to script: the modules of docs/assets/js as "footing", those of a folder in it under its name.

    What is imported comes first, out of another folder too: it is then in both bundles, so it must only declare.
    Raises ContentError for an import that leads nowhere, and for a form of import or export that is not undone here.
    """
    sources = read_sources(root / JS, "js")
    if problems := [problem for name, text in sources.items() for problem in _faults(name, text, sources)]:
        raise ContentError(problems)
    return {bundle: _script(names, sources) for bundle, names in bundles(sources).items()}


def _script(names: list[str], sources: Mapping[str, str]) -> str:
    whole = "\n".join(_EXPORT.sub("", _IMPORT.sub("", sources[name])) for name in in_order(names, sources))
    return str(rjsmin.jsmin(whole)) + "\n"


def in_order(names: list[str], sources: Mapping[str, str]) -> list[str]:
    """The modules `names` and all they import, each after those it imports; else by name. Of a circle, one comes first."""
    done: dict[str, None] = {}
    begun: set[str] = set()

    def add(name: str) -> None:
        if name not in begun:
            begun.add(name)
            for match in _IMPORT.finditer(sources[name]):
                add(_imported(name, match))
            done[name] = None

    for name in names:
        add(name)
    return list(done)


def _imported(name: str, match: re.Match[str]) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), match["file"]))


def _faults(name: str, text: str, sources: Mapping[str, str]) -> Iterator[Problem]:
    for match in _IMPORT.finditer(text):
        if _imported(name, match) not in sources:
            message = f'imports "{match["file"]}", which is not there, expected one of these files; correct the name'
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
