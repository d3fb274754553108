"""Read the files of content/: which ones there are, and their text."""

from __future__ import annotations

import os
import re
from pathlib import Path
from stat import S_ISREG
from unicodedata import normalize

from footing.content.yaml_document import UNPRINTABLE, Document, read_document
from footing.diagnostics import Problem, quoted, whole_file

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = "index"
DATA_PLAN = "content/plans/patterns.yml"  # its week/patterns.json is the one of all weeks

Stamp = tuple[int, int]
Known = dict[str, tuple[Stamp, Document]]  # documents by name, as they were when the file had this size and time


def load_folder(root: Path, folder: str, known: Known) -> tuple[list[Document], list[Problem]]:
    """Every `<slug>.yml` in `folder`, by name, and what is wrong with the rest. `known` is looked up and filled."""
    base = root / folder
    if fault := _link_fault(root, folder):
        return [], [whole_file(folder, fault)]
    if not base.is_dir():
        return [], [whole_file(folder, "is a file, expected a folder of .yml files; move it away")]
    documents: list[Document] = []
    problems: list[Problem] = []
    for entry in sorted(base.iterdir()):
        name = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue  # an editor's swap file, .DS_Store: not the author's doing
        if fault := _name_fault(entry) or (_PATTERNS_TAKEN if name == DATA_PLAN else None):
            problems.append(whole_file(name, fault))
            continue
        document, found = load_file(root, name, known)
        problems += found
        if document:
            documents.append(document)
    return documents, problems


def _name_fault(entry: Path) -> str | None:
    if entry.suffix != ".yml":
        return f"{quoted(entry.name)} is not a .yml file, and only those belong here; rename it or move it out"
    if not SLUG.fullmatch(entry.stem):
        return (
            f"{quoted(entry.stem)} cannot be an address, expected lower-case letters, figures and single dashes; "
            f"rename the file, for example to {_as_slug(entry.stem)}.yml"
        )
    if entry.stem == RESERVED:
        return '"index" is the address of the overview, expected another name; rename the file'
    return None


_PATTERNS_TAKEN = '"patterns" is the address of the data of all weeks, expected another name; rename the file'


def _as_slug(text: str) -> str:
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode()  # ü becomes u
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return slug if slug and slug != RESERVED else "my-exercise"


def load_file(root: Path, name: str, known: Known) -> tuple[Document | None, list[Problem]]:
    """The document at `name` (relative to `root`), or what keeps it from being one. `known` is looked up and filled."""
    stamp = _stamp(root / name)
    if stamp and name in known and known[name][0] == stamp:
        return known[name][1], []
    text, fault = read_text(root, name)
    if fault:
        return None, [fault]
    document, problems = read_document(name, text)
    if document and stamp:
        known[name] = (stamp, document)
    return document, problems


def _stamp(file: Path) -> Stamp | None:
    """Size and time of change of a plain file; while both stay, so does what it says."""
    try:
        status = file.lstat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if S_ISREG(status.st_mode) else None


def _link_fault(root: Path, name: str) -> str | None:
    """What keeps `name` from being a file or folder of the project itself."""
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
    """The text of the file at `name`, or why it has none."""
    file = root / name
    if fault := _link_fault(root, name):
        return "", whole_file(name, fault)
    if file.is_dir():
        return "", whole_file(name, "is a directory, expected a file; move it away")
    if not file.is_file():
        return "", whole_file(name, "is a device or a pipe, expected a file; move it away")
    try:
        raw = file.read_bytes()
    except OSError as error:
        return "", whole_file(name, f"cannot be read ({error.strerror}), expected a file; check its permissions")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", _not_utf8(name, raw, error)
    return text, _bad_character(name, text)


def _not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start].decode("utf-8-sig")
    message = (
        f"the byte 0x{raw[error.start]:02x} is not UTF-8, expected text in UTF-8; save the file with that encoding"
    )
    return Problem(name, *_place(before, len(before)), message)


_TAB = re.compile(r"^ *\t", re.MULTILINE)


def _bad_character(name: str, text: str) -> Problem | None:
    """A tab in the indentation, or the first character that YAML or a web page cannot carry."""
    tab, other = _TAB.search(text), UNPRINTABLE.search(text)
    if tab and not (other and other.start() < tab.end()):
        message = "a tab at the start of a line, expected spaces; replace it with two spaces"
        return Problem(name, *_place(text, tab.end() - 1), message)
    if other:
        found = f"the character U+{ord(other[0]):04X} cannot be published"
        message = f"{found}, expected text in UTF-8; delete it, or save the file with that encoding"
        return Problem(name, *_place(text, other.start()), message)
    return None


def _place(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `at`."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
