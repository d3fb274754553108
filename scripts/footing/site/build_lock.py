"""One build at a time: a second one waits until the first has published."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK = ".footing/lock"


@contextmanager
def build_lock(root: Path) -> Iterator[None]:
    """Hold the lock of the project at `root`; say so on stderr where another process holds it. The system frees the
    lock of a process that was killed."""
    file = root / LOCK
    file.parent.mkdir(exist_ok=True)
    with file.open("a") as handle:
        if not _acquire(handle, wait=False):
            print("Another build of this project is running; waiting for it to end.", file=sys.stderr, flush=True)
            _acquire(handle, wait=True)
        yield  # closing the file frees the lock


if sys.platform == "win32":
    import msvcrt

    def _acquire(handle: IO[str], *, wait: bool) -> bool:
        handle.seek(0)
        while True:
            try:
                msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False  # else: LK_LOCK gave up after ten seconds
            else:
                return True

else:
    import fcntl

    def _acquire(handle: IO[str], *, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
