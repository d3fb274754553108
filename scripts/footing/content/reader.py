"""The files of content/: their names, their encoding and their text."""

from __future__ import annotations

import os
import re
from pathlib import Path
from unicodedata import normalize

from footing.content.yaml_document import UNPRINTABLE, Document, read_document
from footing.diagnostics import Problem, quoted, whole_file
from footing.files import Stamp, stamp

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = "index"
RESERVED_PLAN = "content/plans/patterns.yml"  # would overwrite week/patterns.json, the data of the week builder

DocumentCache = dict[str, tuple[Stamp, Document]]  # by name, with the stamp of the file that was read


def load_folder(root: Path, folder: str, cache: DocumentCache) -> tuple[list[Document], list[Problem]]:
    """The documents of `folder` (its `<slug>.yml` files, sorted by name), and the problems of the other files."""
    base = root / folder
    if problem := _link_problem(root, folder):
        return [], [whole_file(folder, problem)]
    if not base.is_dir():
        return [], [whole_file(folder, "is a file, expected a folder of .yml files; move it elsewhere")]
    documents: list[Document] = []
    problems: list[Problem] = []
    for entry in sorted(base.iterdir()):
        name = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue  # not written by the author: an editor's swap file, .DS_Store
        if problem := _name_problem(entry) or (_PATTERNS_RESERVED if name == RESERVED_PLAN else None):
            problems.append(whole_file(name, problem))
            continue
        document, found = load_file(root, name, cache)
        problems += found
        if document:
            documents.append(document)
    return documents, problems


def _name_problem(entry: Path) -> str | None:
    if entry.suffix != ".yml":
        return f"{quoted(entry.name)} is not a .yml file, and only those belong here; rename it or move it out"
    if not SLUG.fullmatch(entry.stem):
        return (
            f"{quoted(entry.stem)} cannot be an address, expected lower-case letters, digits and single dashes; "
            f"rename the file, for example to {_as_slug(entry.stem)}.yml"
        )
    if entry.stem == RESERVED:
        return '"index" is the address of the overview, expected another name; rename the file'
    return None


_PATTERNS_RESERVED = '"patterns" is the address of the data of all weeks, expected another name; rename the file'


def _as_slug(text: str) -> str:
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode()  # ü becomes u
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return slug if slug and slug != RESERVED else "my-exercise"


def load_file(root: Path, name: str, cache: DocumentCache) -> tuple[Document | None, list[Problem]]:
    """The document at `name` (relative to `root`), or its problems. An unchanged file comes from `cache`."""
    current = stamp(root / name)
    if current and name in cache and cache[name][0] == current:
        return cache[name][1], []
    text, problem = read_text(root, name)
    if problem:
        return None, [problem]
    document, problems = read_document(name, text)
    if document and current:
        cache[name] = (current, document)
    return document, problems


def _link_problem(root: Path, name: str) -> str | None:
    """Why `name` is not a file or folder inside the project; None if it is."""
    try:
        real = os.path.realpath(root / name, strict=True)
    except FileNotFoundError:
        if (root / name).is_symlink():
            return "is a symbolic link that leads nowhere, expected a file or folder; put one here instead"
        return "is missing, expected it here; create it"
    except OSError as error:
        return f"cannot be found ({error.strerror}), expected a file or folder; put one here instead"
    if not real.startswith(os.path.realpath(root) + os.sep):
        return "is a symbolic link out of the project, expected a file or folder of its own; put a copy here instead"
    return None


def read_text(root: Path, name: str) -> tuple[str, Problem | None]:
    """The text of the file at `name`, or the problem that prevents reading it."""
    file = root / name
    if problem := _link_problem(root, name):
        return "", whole_file(name, problem)
    if file.is_dir():
        return "", whole_file(name, "is a directory, expected a file; move it elsewhere")
    if not file.is_file():
        return "", whole_file(name, "is a device or a pipe, expected a file; move it elsewhere")
    try:
        raw = file.read_bytes()
    except OSError as error:
        return "", whole_file(name, f"cannot be read ({error.strerror}), expected a file; check its permissions")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", _not_utf8(name, raw, error)
    return text, _invalid_character(name, text)


def _not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start].decode("utf-8-sig")
    message = (
        f"the byte 0x{raw[error.start]:02x} is not UTF-8, expected text in UTF-8; save the file with that encoding"
    )
    return Problem(name, *_position(before, len(before)), message)


_TAB = re.compile(r"^ *\t", re.MULTILINE)


def _invalid_character(name: str, text: str) -> Problem | None:
    """A tab in the indentation, or the first character that YAML or HTML cannot contain."""
    tab, other = _TAB.search(text), UNPRINTABLE.search(text)
    if tab and not (other and other.start() < tab.end()):
        message = "a tab at the start of a line, expected spaces; replace it with two spaces"
        return Problem(name, *_position(text, tab.end() - 1), message)
    if other:
        found = f"the character U+{ord(other[0]):04X} cannot be published"
        message = f"{found}, expected text in UTF-8; delete it, or save the file with that encoding"
        return Problem(name, *_position(text, other.start()), message)
    return None


def _position(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `at`."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
