"""The sources in docs/assets/ and the bundle that each belongs to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path

EVERYWHERE = "footing"
ON_EVERY_PAGE = frozenset({"", "core", "site", "timer"})


def read_sources(folder: Path, suffix: str) -> dict[str, str]:
    """Path from the folder to text, of the folder itself and of the folders in it."""
    files = sorted([*folder.glob(f"*.{suffix}"), *folder.glob(f"*/*.{suffix}")])
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def bundles(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """Bundle's name to the paths of its sources: a folder is a bundle, except those that belong to every page."""
    found: dict[str, list[str]] = {EVERYWHERE: []}
    for name in sources:
        folder = posixpath.dirname(name)
        found.setdefault(folder if folder not in ON_EVERY_PAGE else EVERYWHERE, []).append(name)
    return found
