"""The generated files on disk: only what changed is written, and nothing that isn't ours is touched."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from footing.diagnostics import ContentError, Problem, whole_file

DOCS = "docs"
OWNED_FOLDERS = ("docs/exercises", "docs/week", "docs/assets/made")
OWNED_FILES = ("docs/exercises.json",)
MANIFEST = ".footing/manifest.json"

Stamp = tuple[int, int]  # size in bytes, time of change in ns: while both stay, so do the bytes


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


class Output:
    """The generated files of the project at `root`, against what the generator remembers of them.

    The manifest keeps for each path the hashes of the bytes it may hold: two while a write is under way, so that a
    build that was cut off knows its own files again.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._hashes: dict[str, list[str]] = {}
        self._stamps: dict[str, Stamp] = {}
        self._saved = ""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            # Never built, or not ours: then every file has to prove itself by its bytes.
            saved = (root / MANIFEST).read_text("utf-8")
            kept = json.loads(saved)
            ours = owned(kept)  # a path elsewhere was never written: it must not be removed either
            self._hashes = {path: [str(value) for value in kept[path]["sha256"]] for path in ours}
            self._stamps = {path: tuple(kept[path]["stamp"]) for path in ours if kept[path]["stamp"]}
            self._saved = saved

    def strangers(self, files: Mapping[str, str | bytes], later: Collection[str] = ()) -> list[Problem]:
        """What stands in a generated place and was not written by the generator, for the files about to be written.

        What is to be written `later` cannot be told from a stranger yet.
        """
        planned = {f"{DOCS}/{path}": _hash(text) for path, text in files.items()}
        return sorted(self._strangers(planned, later))

    def _strangers(self, planned: Mapping[str, str], later: Collection[str]) -> Iterator[Problem]:
        if blocked := sorted(set(self._blocked())):
            yield from blocked
            return
        waiting = {f"{DOCS}/{path}" for path in later} - planned.keys()
        for path in self._existing(planned):
            file = self._root / path
            if path in waiting and path not in self._hashes:
                continue
            if file.is_symlink() or not file.is_file():
                message = "stands in a generated place, expected a file of the generator or nothing; move it away"
                yield whole_file(path, message)
            elif path not in self._hashes:
                if planned.get(path) != _hash_of(file):
                    message = "was not written by the generator, whose place this is; move it elsewhere, or delete it"
                    yield whole_file(path, message)
            elif not self._untouched(path) and planned.get(path) != _hash_of(file):
                message = "was changed by hand since it was generated; change content/ instead, and delete this file"
                yield whole_file(path, message)

    def _blocked(self) -> Iterator[Problem]:
        """Where the way to a generated place leads elsewhere: nothing may be written there."""
        for name in OWNED_FOLDERS:
            for part in (*reversed(PurePosixPath(name).parents[:-1]), PurePosixPath(name)):
                place = self._root / part
                if place.is_symlink():
                    yield whole_file(str(part), "is a symbolic link, expected a folder of the project; remove it")
                    break
                if place.exists() and not place.is_dir():
                    yield whole_file(str(part), "is a file, expected a folder; move it away")
                    break

    def _existing(self, planned: Mapping[str, str]) -> Iterator[str]:
        """Every path in the generated places that is not a folder on the way to another."""
        for name in OWNED_FILES:
            if os.path.lexists(self._root / name):
                yield name
        for folder in OWNED_FOLDERS:
            for top, folders, names in os.walk(self._root / folder):
                at = Path(top).relative_to(self._root).as_posix()
                yield from (f"{at}/{name}" for name in names)
                yield from (
                    f"{at}/{name}" for name in folders if (Path(top) / name).is_symlink() or f"{at}/{name}" in planned
                )

    def _untouched(self, path: str) -> bool:
        """Whether the file still holds bytes that the generator wrote."""
        stamp = _stamp(self._root / path)
        return self._stamps.get(path) == stamp or _hash_of(self._root / path) in self._hashes[path]

    def write(self, files: Mapping[str, str | bytes], later: Collection[str] = ()) -> Written:
        """Make the generated places hold exactly `files` (path under docs/ to text or bytes).

        Raises ContentError for strangers, before anything is written.
        """
        planned = {f"{DOCS}/{path}": text for path, text in files.items()}
        hashes = {path: _hash(text) for path, text in planned.items()}
        if strangers := sorted(self._strangers(hashes, later)):
            raise ContentError(strangers)
        changed = [path for path in planned if not self._holds(path, hashes[path])]
        gone = [path for path in self._hashes if path not in planned]
        for path in changed:
            file = self._root / path
            self._hashes[path] = [*([_hash_of(file)] if file.exists() else []), hashes[path]]
            self._stamps.pop(path, None)
        self._save()
        for path in changed:
            write_atomically(self._root, path, planned[path])
        for path in gone:
            self._remove(path)
        for path, value in hashes.items():
            self._hashes[path] = [value]
            self._stamps[path] = _stamp(self._root / path)
        self._save()
        return Written(len(changed), len(planned) - len(changed), len(gone))

    def _holds(self, path: str, value: str) -> bool:
        file = self._root / path
        if not file.is_file():
            return False
        if self._hashes.get(path) == [value] and self._stamps.get(path) == _stamp(file):
            return True
        return _hash_of(file) == value

    def _remove(self, path: str) -> None:
        """Take away a file that is no longer generated, and the folders that this leaves empty."""
        (self._root / path).unlink(missing_ok=True)
        del self._hashes[path]
        self._stamps.pop(path, None)
        folder = PurePosixPath(path).parent
        while str(folder).startswith(OWNED_FOLDERS):
            try:
                (self._root / folder).rmdir()
            except OSError:
                return  # something is still in it
            folder = folder.parent

    def _save(self) -> None:
        entries = {
            path: {"sha256": self._hashes[path], "stamp": self._stamps.get(path)} for path in sorted(self._hashes)
        }
        text = json.dumps(entries, indent=0) + "\n"
        if text != self._saved:
            write_atomically(self._root, MANIFEST, text)
            self._saved = text


def write_atomically(root: Path, path: str, content: str | bytes) -> None:
    """Put `content` at `path` under `root` in one step: a reader sees the old file or the new one."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    # Outside docs/, where a watcher would take it for a page; a name of its own, since two builds may meet.
    waiting = root / ".footing" / f"writing-{os.getpid()}"
    waiting.parent.mkdir(exist_ok=True)
    waiting.write_bytes(_bytes(content))
    waiting.replace(target)


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _hash(content: str | bytes) -> str:
    return sha256(_bytes(content)).hexdigest()


def _hash_of(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _stamp(file: Path) -> Stamp:
    status = file.stat()
    return status.st_size, status.st_mtime_ns


def owned(paths: Iterable[str]) -> list[str]:
    """Those of `paths` (from the project's root) that the generator writes."""
    folders = tuple(f"{folder}/" for folder in OWNED_FOLDERS)
    return [
        path
        for path in paths
        if path in OWNED_FILES or (path.startswith(folders) and ".." not in PurePosixPath(path).parts)
    ]
