"""The built site to the finished one: what can only be written once every other file is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from footing.browser.service_worker import WORKER, retired_worker, worker


def finish(site: Path, offline: bool) -> None:
    """Write the service worker into the folder `site`: one that keeps all of it, or one that cleans up after such."""
    text = worker(_files(site)) if offline else retired_worker()
    (site / WORKER).write_bytes(text.encode())


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        if file.is_file():
            yield file.relative_to(site).as_posix(), file.read_bytes()
