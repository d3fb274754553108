"""The generated files in docs/: only changed files are written, and files of other origin are never touched."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from footing.diagnostics import ContentError, Problem, whole_file
from footing.files import content_hash, file_hash, write_atomically
from footing.site.manifest import OWNED_FILES, OWNED_FOLDERS, Manifest

DOCS = "docs"


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, left unchanged, and removed."""

    written: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        return f"{self.written} written, {self.unchanged} unchanged, {self.removed} removed"


class GeneratedFiles:
    """The generated files of the project at `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._manifest = Manifest(root)

    def unexpected(self, files: Mapping[str, str | bytes], pending: Collection[str] = ()) -> list[Problem]:
        """A problem for each file in the generated folders that would be lost if `files` were written.

        `pending` are paths that a later write will fill: an existing file there is accepted for now.
        """
        hashes = {f"{DOCS}/{path}": content_hash(content) for path, content in files.items()}
        return sorted(self._unexpected(hashes, pending))

    def write(self, files: Mapping[str, str | bytes], pending: Collection[str] = ()) -> Written:
        """Make the generated folders hold exactly `files` (path under docs/ to content).

        Raises ContentError for unexpected files, before anything is written.
        """
        contents = {f"{DOCS}/{path}": content for path, content in files.items()}
        hashes = {path: content_hash(content) for path, content in contents.items()}
        if problems := sorted(self._unexpected(hashes, pending)):
            raise ContentError(problems)
        manifest = self._manifest
        changed = [path for path in contents if not manifest.holds(path, hashes[path])]
        obsolete = [path for path in manifest.paths() if path not in contents]
        for path in changed:
            manifest.begin_write(path, hashes[path])
        manifest.save()
        for path in changed:
            write_atomically(self._root, path, contents[path])
        for path in obsolete:
            self._remove(path)
        for path, value in hashes.items():
            manifest.end_write(path, value)
        manifest.save()
        return Written(len(changed), len(contents) - len(changed), len(obsolete))

    def _remove(self, path: str) -> None:
        """Remove a file that is no longer generated, and the folders that are empty without it."""
        (self._root / path).unlink(missing_ok=True)
        self._manifest.remove(path)
        folder = PurePosixPath(path).parent
        while str(folder).startswith(OWNED_FOLDERS):
            try:
                (self._root / folder).rmdir()
            except OSError:
                return  # not empty
            folder = folder.parent

    def _unexpected(self, hashes: Mapping[str, str], pending: Collection[str]) -> Iterator[Problem]:
        if blocked := sorted(set(self._blocked_folders())):
            yield from blocked
            return
        waiting = {f"{DOCS}/{path}" for path in pending} - hashes.keys()
        for path in self._existing(hashes):
            if path in waiting and path not in self._manifest:
                continue
            file = self._root / path
            if file.is_symlink() or not file.is_file():
                message = "is in a folder of generated files, expected a generated file or nothing; move it elsewhere"
                yield whole_file(path, message)
            elif path not in self._manifest:
                if hashes.get(path) != file_hash(file):
                    message = (
                        "is in a folder of generated files, but was not generated, expected no other file here; "
                        "move it elsewhere or delete it"
                    )
                    yield whole_file(path, message)
            elif not self._manifest.is_unchanged(path) and hashes.get(path) != file_hash(file):
                message = (
                    "is a generated file that was edited by hand, expected no edits here; "
                    "change content/ instead, and delete this file"
                )
                yield whole_file(path, message)

    def _blocked_folders(self) -> Iterator[Problem]:
        """Generated folders that are not folders of the project: nothing may be written through a link."""
        for name in OWNED_FOLDERS:
            for part in (*reversed(PurePosixPath(name).parents[:-1]), PurePosixPath(name)):
                folder = self._root / part
                if folder.is_symlink():
                    yield whole_file(str(part), "is a symbolic link, expected a folder of the project; remove it")
                    break
                if folder.exists() and not folder.is_dir():
                    yield whole_file(str(part), "is a file, expected a folder; move it elsewhere")
                    break

    def _existing(self, hashes: Mapping[str, str]) -> Iterator[str]:
        """Every path in the generated folders, apart from ordinary folders that lead to files."""
        for name in OWNED_FILES:
            if os.path.lexists(self._root / name):
                yield name
        for owned_folder in OWNED_FOLDERS:
            for top, folders, names in os.walk(self._root / owned_folder):
                parent = Path(top).relative_to(self._root).as_posix()
                yield from (f"{parent}/{name}" for name in names)
                paths = [f"{parent}/{name}" for name in folders]
                yield from (path for path in paths if path in hashes or (self._root / path).is_symlink())
