"""Publishing: one build at a time, a whole site or the last one, and the last one back after an interruption."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.copies import build, copy_programme


@pytest.fixture(scope="module")
def copy(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented programme, built without exports."""
    root = copy_programme(project, tmp_path_factory.mktemp("publishing"))
    assert build(root, "build", "--no-paper").returncode == 0
    return root


def start_build(root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "scripts/build.py", "build", "--no-paper"]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_second_build_says_that_it_waits_and_publishes_after_the_first(copy: Path) -> None:
    with (copy / ".footing/lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = start_build(copy)
        assert waiting.stdout
        assert "Another build of this project is running" in waiting.stdout.readline()
        assert waiting.poll() is None
    output, _ = waiting.communicate(timeout=110)
    assert waiting.returncode == 0, output


def test_builds_at_the_same_time_each_publish_the_whole_site(copy: Path) -> None:
    whole = files(copy / "site")
    builds = [start_build(copy) for _ in range(3)]
    outputs = [each.communicate(timeout=110)[0] for each in builds]
    assert [each.returncode for each in builds] == [0, 0, 0], outputs
    assert files(copy / "site") == whole


def test_a_build_stopped_while_publishing_has_its_last_site_restored(copy: Path) -> None:
    before = files(copy / "site")
    (copy / "site").rename(copy / ".footing/site-before")  # where a kill between the two renames leaves it
    content = copy / "content/site.yml"
    good = content.read_text("utf-8")
    content.write_text(f"{good}\nunknown: key\n", encoding="utf-8")  # so that this build publishes nothing itself
    assert build(copy, "build", "--no-paper").returncode == 1
    content.write_text(good, encoding="utf-8")
    assert files(copy / "site") == before


def test_a_site_with_a_missing_file_is_not_published(copy: Path) -> None:
    settings = copy / "mkdocs.yml"
    good, before = settings.read_text("utf-8"), files(copy / "site")
    settings.write_text(f"{good}\nexclude_docs: |\n  assets/css/\n  assets/js/\n  week/*.json\n", encoding="utf-8")
    result = build(copy, "build", "--no-paper")
    settings.write_text(good, encoding="utf-8")
    assert result.returncode == 1
    assert "files are missing, the first is week/" in result.stdout
    assert files(copy / "site") == before


@pytest.mark.parametrize("cache", ["drawings", "exports"])
def test_a_cache_that_was_tampered_with_is_not_served(project: Path, tmp_path: Path, cache: str) -> None:
    root = copy_programme(project, tmp_path)
    assert build(root).returncode == 0
    site = {path: (root / "site" / path).read_bytes() for path in files(root / "site")}
    entries = sorted((root / ".footing" / cache).iterdir())
    assert entries
    for entry in entries:
        data = bytearray(entry.read_bytes())
        data[len(data) // 2] ^= 1
        entry.write_bytes(data)
    os.utime(root / "content/site.yml")
    assert build(root).returncode == 0
    assert {path: (root / "site" / path).read_bytes() for path in files(root / "site")} == site
