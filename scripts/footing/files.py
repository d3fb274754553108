"""Files on disk: atomic writes, hashes, and stamps that show whether a file was touched."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

Stamp = tuple[int, int]  # size in bytes and modification time in ns; while both stay the same, so does the content


def write_atomically(root: Path, path: str, content: str | bytes) -> None:
    """Write `content` to `path` under `root` in one step: a reader sees the old file or the new one."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    # Outside docs/, where MkDocs would read it as a page. The process id keeps two simultaneous builds apart.
    temporary = root / ".footing" / f"writing-{os.getpid()}"
    temporary.parent.mkdir(exist_ok=True)
    temporary.write_bytes(as_bytes(content))
    temporary.replace(target)


def as_bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def content_hash(content: str | bytes) -> str:
    return sha256(as_bytes(content)).hexdigest()


def file_hash(file: Path) -> str:
    return content_hash(file.read_bytes())


def stamp(file: Path) -> Stamp | None:
    """The stamp of a regular file; None for anything else (missing, folder, symbolic link)."""
    try:
        status = file.lstat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if S_ISREG(status.st_mode) else None


def sealed(key: str, content: str | bytes) -> bytes:
    """A cache entry: `content` below a line with the hash of it and of `key`, which says what it was made from."""
    return f"{_seal(key, as_bytes(content))}\n".encode() + as_bytes(content)


def unsealed(key: str, file: Path) -> bytes | None:
    """The content of the cache entry `file`; None if it is missing, damaged, or made from something else."""
    try:
        seal, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if seal == _seal(key, content).encode() else None


def _seal(key: str, content: bytes) -> str:
    return content_hash(key.encode() + b"\0" + content)
