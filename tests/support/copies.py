"""Copies of the project to build elsewhere, so that a test never touches the tree one works in."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCES = {"content", "docs", "overrides", "scripts", "mkdocs.yml"}


def copy_sources(project: Path, into: Path) -> Path:
    """What git tracks, or would, of the site's sources: all that is written by hand."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    for name in filter(None, listed):
        source, target = project / name, into / name
        if Path(name).parts[0] in SOURCES and source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    return into


def build(copy: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command line in `copy` as a person would; what both streams said is in `stdout`."""
    return subprocess.run(
        [sys.executable, "scripts/build.py", *(arguments or ("build",))],
        cwd=copy,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
