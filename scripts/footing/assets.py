"""One script and one style sheet out of the sources in docs/assets/, one file a component."""

from __future__ import annotations

import re
from pathlib import Path

import rcssmin
import rjsmin

from footing.problems import ContentError, whole_file

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<file>[\w.-]+)";\n?', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)


def script(folder: Path) -> str:
    """Every module of `folder` in one, what is imported first. Raises ContentError for an import that isn't there."""
    sources = {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.js"))}
    done: list[str] = []

    def add(name: str, asked_by: str) -> None:
        if name not in sources:
            raise ContentError([whole_file(f"docs/assets/js/{asked_by}", f'imports "./{name}", which is not there')])
        if name not in done:
            for match in _IMPORT.finditer(sources[name]):
                if match["file"] != name:
                    add(match["file"], name)
            if name not in done:
                done.append(name)

    for name in sources:
        add(name, name)
    whole = "\n".join(_EXPORT.sub("", _IMPORT.sub("", sources[name])) for name in done)
    return str(rjsmin.jsmin(whole)) + "\n"


def style(folder: Path) -> str:
    """Every sheet of `folder` in one, by name."""
    whole = "\n".join(file.read_text("utf-8") for file in sorted(folder.glob("*.css")))
    return str(rcssmin.cssmin(whole)) + "\n"
