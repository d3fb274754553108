"""The sources in docs/assets/ of what the browser loads."""

from __future__ import annotations

from pathlib import Path

EVERYWHERE = "footing"


def read_sources(folder: Path, suffix: str) -> dict[str, str]:
    """Path from the folder to text, of the folder itself and of the folders in it."""
    files = sorted([*folder.glob(f"*.{suffix}"), *folder.glob(f"*/*.{suffix}")])
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}
