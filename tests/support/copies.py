"""Copies of the project to build elsewhere, so that no test touches the working tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

PROGRAMME = Path(__file__).parents[1] / "programmes" / "harbour"
SOURCES = {"content", "docs", "overrides", "scripts", "mkdocs.yml"}


def copy_sources(project: Path, into: Path) -> Path:
    """Copies the project's site as it is: its product, its content and its pages, without anything generated."""
    for name in _sources(project):
        _copy(project / name, into / name)
    return into


def copy_programme(project: Path, into: Path, programme: Path = PROGRAMME) -> Path:
    """Copies the project's product with the content, pages and settings of another programme."""
    for name in _sources(project):
        if name == "mkdocs.yml":
            _copy(project / name, into / "mkdocs.project.yml")
        elif not _is_the_programmes(name):
            _copy(project / name, into / name)
    shutil.copytree(programme, into, dirs_exist_ok=True)
    return into


def _sources(project: Path) -> Iterator[str]:
    """The files that git tracks, or would, of which a site is built."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    return (name for name in listed if PurePosixPath(name).parts[:1] and _is_source(project, name))


def _is_source(project: Path, name: str) -> bool:
    return PurePosixPath(name).parts[0] in SOURCES and (project / name).is_file()


def _is_the_programmes(name: str) -> bool:
    """Content, and the pages written by hand at the root of docs/."""
    path = PurePosixPath(name)
    return path.parts[0] == "content" or (path.parent == PurePosixPath("docs") and path.suffix == ".md")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def build(copy: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command line in `copy` as a person would; `stdout` holds the output of both streams."""
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


def copy_assets(project: Path, into: Path) -> None:
    """The project's scripts and style sheets, which every build bundles."""
    for kind in ("css", "js"):
        shutil.copytree(project / "docs/assets" / kind, into / "docs/assets" / kind, dirs_exist_ok=True)
