"""The manifest: which files the generator has written, so that it never overwrites or deletes any other file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from footing.files import Stamp, file_hash, stamp, write_atomically

MANIFEST = ".footing/manifest.json"
OWNED_FOLDERS = ("docs/exercises", "docs/week", "docs/assets/made")
OWNED_FILES = ("docs/exercises.json",)


def owned(paths: Iterable[str]) -> list[str]:
    """Those of `paths` (relative to the project's root) that only the generator may write."""
    folders = tuple(f"{folder}/" for folder in OWNED_FOLDERS)
    return [
        path
        for path in paths
        if path in OWNED_FILES or (path.startswith(folders) and ".." not in PurePosixPath(path).parts)
    ]


class Manifest:
    """The hashes of the bytes that each generated file may hold.

    A file has two hashes while it is being written (its old and its new content), so that the next build still
    recognises it as generated if this one is interrupted.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._hashes: dict[str, list[str]] = {}
        self._stamps: dict[str, Stamp] = {}
        self._saved = ""
        # A missing or unreadable manifest counts as empty: each file is then recognised by its content alone.
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            self._load((root / MANIFEST).read_text("utf-8"))

    def _load(self, text: str) -> None:
        entries = json.loads(text)
        paths = owned(entries)  # an entry for any other path was not written by us, and its file must not be removed
        hashes = {path: [str(value) for value in entries[path]["sha256"]] for path in paths}
        stamps = {path: tuple(entries[path]["stamp"]) for path in paths if entries[path]["stamp"]}
        self._hashes, self._stamps, self._saved = hashes, stamps, text

    def __contains__(self, path: str) -> bool:
        return path in self._hashes

    def paths(self) -> list[str]:
        return list(self._hashes)

    def is_unchanged(self, path: str) -> bool:
        """Whether the listed file `path` still holds bytes that the generator wrote."""
        file = self._root / path
        return self._stamps.get(path) == stamp(file) or file_hash(file) in self._hashes[path]

    def holds(self, path: str, value: str) -> bool:
        """Whether the file `path` exists and its content has the hash `value`; reads it only if it was touched."""
        file = self._root / path
        if not file.is_file():
            return False
        if self._hashes.get(path) == [value] and self._stamps.get(path) == stamp(file):
            return True
        return file_hash(file) == value

    def begin_write(self, path: str, value: str) -> None:
        """Accept both the present content of `path` and the content with the hash `value`."""
        file = self._root / path
        self._hashes[path] = [*([file_hash(file)] if file.exists() else []), value]
        self._stamps.pop(path, None)

    def end_write(self, path: str, value: str) -> None:
        self._hashes[path] = [value]
        if current := stamp(self._root / path):
            self._stamps[path] = current

    def remove(self, path: str) -> None:
        self._hashes.pop(path, None)
        self._stamps.pop(path, None)

    def save(self) -> None:
        entries = {
            path: {"sha256": self._hashes[path], "stamp": self._stamps.get(path)} for path in sorted(self._hashes)
        }
        text = json.dumps(entries, indent=0) + "\n"
        if text != self._saved:
            write_atomically(self._root, MANIFEST, text)
            self._saved = text
