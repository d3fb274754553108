"""Joins the JavaScript modules of docs/assets/js into the scripts that pages load.

Each file directly in docs/assets/js is an entry and becomes one script: "footing" is on every page, the others are
loaded by the pages or features that need them. A module is evaluated once, whatever loads it, because it is in one
script only: "footing" has the modules that it reaches and those that two or more other scripts share, and exports what
the others import from it. A script whose entry imports another entry builds on that script and imports from it too. So a
module may have state, and may register a custom element without a guard.

The modules of a script share one scope, which keeps the scripts small and needs no JavaScript parser; two equal names
in it are therefore a problem. Only the forms of import and export that a line-based reading can undo are accepted.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import rjsmin

from footing.browser.sources import EVERYWHERE, read_sources
from footing.diagnostics import ContentError, Problem

JS = "docs/assets/js"
_NAMES = r"\{\s*(?P<names>[\w$]+(?:\s*,\s*[\w$]+)*)\s*,?\s*\}"
_IMPORT = re.compile(rf'^import (?:{_NAMES} from )?"(?P<file>\.{{1,2}}/[\w./-]+)";?[ \t]*$\n?', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import\b(?!\s*[(.])|export\b)[^\n]*", re.MULTILINE)
_DECLARED = re.compile(
    r"^(?:export )?(?:(?:async )?(?:function\*?|class) (?P<name>[\w$]+)|(?:const|let|var) (?P<names>[^=;\n]+))",
    re.MULTILINE,
)
_BOUND = re.compile(r"(?:[\w$]+\s*:\s*)?([\w$]+)")


@dataclass(frozen=True, slots=True)
class Import:
    """An import of a module, by its path in docs/assets/js; without names for its effects alone."""

    module: str
    names: tuple[str, ...]


def scripts(root: Path) -> dict[str, str]:
    """Name to text of each script. Raises ContentError for modules that cannot be joined."""
    sources = read_sources(root / JS, "js")
    if problems := [problem for name, text in sources.items() for problem in _unreadable(name, text, sources)]:
        raise ContentError(problems)
    imports = {name: list(_imports(name, text)) for name, text in sources.items()}
    modules = assign(imports)
    if problems := [*_unreachable(modules, sources), *_conflicts(modules, imports, sources)]:
        raise ContentError(problems)
    return {script: _script(script, modules, imports, sources) for script in modules}


def assign(imports: Mapping[str, Iterable[Import]]) -> dict[str, list[str]]:
    """Script to its modules, each module after those it imports; of two that import each other, either comes first."""
    needs = {name: [each.module for each in found] for name, found in imports.items()}
    reach = {_script_of(name): reachable([name], needs) for name in needs if "/" not in name}
    lazy = {
        script: [name for name in found if not any(name in reach[other] for other in _bases(script, found))]
        for script, found in reach.items()
        if script != EVERYWHERE
    }
    everywhere = reach.get(EVERYWHERE, [])
    users = Counter(name for found in lazy.values() for name in found)
    shared = [name for found in lazy.values() for name in found if users[name] > 1]
    everywhere += [name for name in dict.fromkeys(shared) if name not in everywhere]
    own = {script: [name for name in found if name not in everywhere] for script, found in lazy.items()}
    return {EVERYWHERE: everywhere, **own}


def _bases(script: str, modules: Iterable[str]) -> list[str]:
    """The other scripts whose entry is among the modules that a script reaches: it builds on them."""
    return [_script_of(name) for name in modules if "/" not in name and _script_of(name) not in (script, EVERYWHERE)]


def reachable(names: Iterable[str], needs: Mapping[str, Iterable[str]]) -> list[str]:
    """The modules `names` and all that they import, directly or not, each after those it imports."""
    done: dict[str, None] = {}
    begun: set[str] = set()

    def add(name: str) -> None:
        if name not in begun:
            begun.add(name)
            for needed in needs[name]:
                add(needed)
            done[name] = None

    for name in names:
        add(name)
    return list(done)


def _script(
    script: str,
    modules: Mapping[str, list[str]],
    imports: Mapping[str, list[Import]],
    sources: Mapping[str, str],
) -> str:
    text = "\n".join(_EXPORT.sub("", _IMPORT.sub("", sources[name])) for name in modules[script])
    for other, names in _from_others(script, modules, imports).items():
        clause = "{" + ",".join(names) + "} from " if names else ""
        text = f'import {clause}"./{other}.js"\n{text}'
    wanted = {name for other in modules for name in _from_others(other, modules, imports).get(script, [])}
    if wanted:
        text += f"\nexport {{{','.join(sorted(wanted))}}}"
    return str(rjsmin.jsmin(text)) + "\n"


def _from_others(
    script: str, modules: Mapping[str, list[str]], imports: Mapping[str, list[Import]]
) -> dict[str, list[str]]:
    """The other scripts that a script imports, with the names it imports from them."""
    owner = {name: other for other, names in modules.items() for name in names}
    found: dict[str, set[str]] = {}
    for module in modules[script]:
        for each in imports[module]:
            if owner[each.module] != script:
                found.setdefault(owner[each.module], set()).update(each.names)
    return {other: sorted(names) for other, names in sorted(found.items())}


def _script_of(entry: str) -> str:
    return entry.removesuffix(".js")


def _imports(name: str, text: str) -> Iterator[Import]:
    for match in _IMPORT.finditer(text):
        yield Import(_imported(name, match), tuple(re.findall(r"[\w$]+", match["names"] or "")))


def _imported(name: str, match: re.Match[str]) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), match["file"]))


def _declared(text: str) -> Iterator[tuple[str, int]]:
    """The names declared at the top of a module, with their offsets. What is nested is indented."""
    for match in _DECLARED.finditer(text):
        if match["name"]:
            yield match["name"], match.start()
        else:
            for bound in _BOUND.finditer(match["names"]):
                yield bound[1], match.start()


def _unreadable(name: str, text: str, sources: Mapping[str, str]) -> Iterator[Problem]:
    for match in _IMPORT.finditer(text):
        imported = _imported(name, match)
        if imported not in sources:
            message = f'imports "{match["file"]}", which does not exist, expected a module of {JS}; correct the path'
            yield _at(name, text, match.start(), message)
            continue
        exported = {
            name for name, start in _declared(sources[imported]) if sources[imported].startswith("export ", start)
        }
        for missing in sorted(set(re.findall(r"[\w$]+", match["names"] or "")) - exported):
            message = f'imports {missing}, which "{match["file"]}" does not export; correct the name'
            yield _at(name, text, match.start(), message)
    for match in _OTHER.finditer(text):
        if not _IMPORT.match(text, match.start()) and not _EXPORT.match(text, match.start()):
            message = (
                f'"{match[0]}" cannot be bundled, expected import {{ name }} from "./file.js", import "./file.js", '
                "or export before a function, const, let or class"
            )
            yield _at(name, text, match.start(), message)


def _unreachable(modules: Mapping[str, list[str]], sources: Mapping[str, str]) -> Iterator[Problem]:
    bundled = {module for found in modules.values() for module in found}
    for name in sources:
        if name not in bundled:
            message = (
                f"is in no script, expected an import in {JS}/{EVERYWHERE}.js or another entry; import or delete it"
            )
            yield Problem(f"{JS}/{name}", 1, 1, message)


def _conflicts(
    modules: Mapping[str, list[str]], imports: Mapping[str, list[Import]], sources: Mapping[str, str]
) -> Iterator[Problem]:
    """Names declared twice in the one scope of a script, what it imports included."""
    for script, own in modules.items():
        first: dict[str, str] = {}
        for other, wanted in _from_others(script, modules, imports).items():
            for module in modules[other]:
                first |= {name: module for name, _ in _declared(sources[module]) if name in wanted}
        for module in own:
            for name, start in _declared(sources[module]):
                declared = first.setdefault(name, module)
                if declared != module:
                    message = f"declares {name}, as {JS}/{declared} does in the same script ({script}.js); rename one"
                    yield _at(module, sources[module], start, message)


def _at(name: str, text: str, start: int, message: str) -> Problem:
    return Problem(f"{JS}/{name}", text.count("\n", 0, start) + 1, 1, message)
