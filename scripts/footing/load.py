"""Read content/ as trees of text that know their line and column. Nothing is given a type yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from footing.problems import Problem, whole_file

Plain = str | list["Plain"] | dict[str, "Plain"]
Path_ = tuple[str | int, ...]

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = "index"
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text; the C one is 8 times faster


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: its data as plain text values, and where each of them stands.

    `values` and `keys` map a path such as ("dosage", "reps") to (line, column), counted from 1.
    """

    path: str
    slug: str
    data: dict[str, Plain]
    values: dict[Path_, tuple[int, int]]
    keys: dict[Path_, tuple[int, int]]

    def at(self, where: Path_, message: str) -> Problem:
        """A problem at the value under `where`, or at the nearest thing around it that exists."""
        while where not in self.values:
            where = where[:-1]
        return Problem(self.path, *self.values[where], message)

    def at_key(self, where: Path_, message: str) -> Problem:
        """A problem at the key of `where`."""
        return Problem(self.path, *self.keys.get(where, (1, 1)), message)


Stamp = tuple[int, int]
Known = dict[str, tuple[Stamp, Document]]  # documents by name, as they were when the file had this size and time


def load_folder(root: Path, folder: str, known: Known) -> tuple[list[Document], list[Problem]]:
    """Every `<slug>.yml` in `folder`, by name, and what is wrong with the rest. `known` is looked up and filled."""
    documents: list[Document] = []
    problems: list[Problem] = []
    base = root / folder
    if not base.is_dir():
        return [], [whole_file(folder, "is missing, expected a folder of .yml files; create it")]
    for entry in sorted(base.iterdir()):
        name = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue  # an editor's swap file, .DS_Store: not the author's doing
        if fault := _name_fault(entry):
            problems.append(whole_file(name, fault))
            continue
        document, found = load_file(root, name, known)
        problems += found
        if document:
            documents.append(document)
    return documents, problems


def _name_fault(entry: Path) -> str | None:
    if entry.suffix != ".yml":
        return f'"{entry.name}" is not a .yml file, and only those belong here; rename it or move it out'
    if not SLUG.fullmatch(entry.stem):
        return (
            f'"{entry.stem}" cannot be an address; expected lower-case letters, figures and single dashes; '
            f"rename the file, for example to {_as_slug(entry.stem)}.yml"
        )
    if entry.stem == RESERVED:
        return '"index" is reserved for the overview page; give the file another name'
    return None


def _as_slug(text: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return slug if slug and slug != RESERVED else "my-exercise"


def load_file(root: Path, name: str, known: Known) -> tuple[Document | None, list[Problem]]:
    """The document at `name` (relative to `root`), or what keeps it from being one. `known` is looked up and filled."""
    stamp = _stamp(root / name)
    if stamp and name in known and known[name][0] == stamp:
        return known[name][1], []
    document, problems = _document(root, name)
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


def _document(root: Path, name: str) -> tuple[Document | None, list[Problem]]:
    text, fault = _read(root, name)
    if fault:
        return None, [fault]
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_broken(name, text, error)]
    if node is None:
        return None, [whole_file(name, "is empty, expected keys and values; write them or remove the file")]
    if not isinstance(node, MappingNode):
        return None, [whole_file(name, f"holds {_kind(node)}, expected keys and values (key: value)")]
    tree = _Tree(name, text)
    data = tree.mapping(node, ())
    document = Document(name, Path(name).stem, data, tree.values, tree.keys)
    return (None, tree.problems) if tree.problems else (document, [])


def _read(root: Path, name: str) -> tuple[str, Problem | None]:
    file = root / name
    if not file.resolve().is_relative_to(root.resolve()):
        return "", whole_file(name, "is a symbolic link that leads out of the project; put the file itself here")
    if file.is_dir():
        return "", whole_file(name, "is a directory, expected a file; move it away")
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return "", whole_file(name, "is missing, expected a file; create it")
    except OSError as error:
        return "", whole_file(name, f"cannot be read ({error.strerror}); check its permissions")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = len(raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        byte = raw[error.start]
        return "", Problem(name, line, column, f"byte 0x{byte:02x} is not UTF-8; save the file with the encoding UTF-8")
    return text, _bad_character(name, text)


# A tab in the indentation, and whatever YAML or a web page cannot carry.
_BAD = re.compile(r"^ *\t|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]", re.MULTILINE)


def _bad_character(name: str, text: str) -> Problem | None:
    match = _BAD.search(text)
    if match is None:
        return None
    at = match.end() - 1
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    if text[at] == "\t":
        return Problem(name, line, column, "a tab at the start of a line, expected spaces; replace it with two spaces")
    return Problem(name, line, column, f"the control character U+{ord(text[at]):04X} cannot be published; delete it")


def _broken(name: str, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = min(line, text.count("\n") + 1)
    why = getattr(error, "problem", None) or str(error)
    return Problem(
        name, line, column, f"is not readable as YAML: {why}; expected key: value, or - item; "
        "look at quotes, colons and indentation here and on the line above"
    )  # fmt: skip


def _kind(node: Node) -> str:
    return {"scalar": "a text", "sequence": "a list", "mapping": "keys and values"}[node.id]


class _Tree:
    """Walks one file's nodes once, keeping plain values, their places, and what a content file may not hold."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.values: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        for line, column, what in _anchors_and_tags(text):
            self.problems.append(
                Problem(name, line, column, f"{what} is a YAML feature not used here; write the value out, or quote it")
            )

    def plain(self, node: Node, where: Path_) -> Plain:
        self.values[where] = _place(node)
        if isinstance(node, MappingNode):
            return self.mapping(node, where)
        if isinstance(node, SequenceNode):
            return [self.plain(item, (*where, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        return " ".join(str(node.value).split())  # a text is one line wherever it is shown

    def mapping(self, node: MappingNode, where: Path_) -> dict[str, Plain]:
        self.values[where] = _place(node)
        found: dict[str, Plain] = {}
        for key, value in node.value:
            line, column = _place(key)
            if not isinstance(key, ScalarNode):
                self.problems.append(Problem(self.name, line, column, f"{_kind(key)} as a key, expected a word"))
                continue
            path = (*where, key.value)
            if key.value in found:
                first = self.keys[path][0]
                message = f'the key "{key.value}" stands twice (first on line {first}); keep one of them'
                self.problems.append(Problem(self.name, line, column, message))
                continue
            self.keys[path] = (line, column)
            found[key.value] = self.plain(value, path)
        return found


def _place(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _anchors_and_tags(text: str) -> Iterator[tuple[int, int, str]]:
    """Where &anchors, *aliases, !tags and second documents stand. The composed tree no longer shows them all."""
    if not re.search(r"[&*!]|^(?:---|\.\.\.|%)", text, re.MULTILINE):
        return  # the common case, without a second parse
    documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                yield line, column, "a second document (---)"
        if isinstance(event, yaml.AliasEvent):
            yield line, column, f'the alias "*{event.anchor}"'
        elif getattr(event, "anchor", None):
            yield line, column, f'the anchor "&{event.anchor}"'
        if getattr(event, "tag", None):
            yield line, column, f'the tag "{event.tag}"'
