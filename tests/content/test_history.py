"""The lists of published addresses and of sent links only grow: no line that was ever committed is missing."""

import subprocess
from pathlib import Path

import pytest
from footing.exports.url_registry import PUBLISHED, published


def git(root: Path, *arguments: str) -> str:
    """The output of git; empty without git or without a repository."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def lost(root: Path, name: str) -> list[str]:
    """The lines that a commit added and the file no longer has. A commit that deletes the file starts over."""
    log = git(
        root, "log", "-p", "--format=", "--full-history", "--no-renames", "--no-color", "--no-ext-diff", "--", name
    )
    since = log.partition("\ndeleted file mode ")[0]
    added = [line[1:] for line in since.split("\n") if line.startswith("+") and not line.startswith("+++ ")]
    return sorted({*published("\n".join(added))} - {*published((root / name).read_text(encoding="utf-8"))})


@pytest.mark.parametrize("name", [PUBLISHED, "tests/content/links.txt"])
def test_no_line_that_was_ever_committed_is_missing(project: Path, name: str) -> None:
    assert lost(project, name) == []


def test_a_removed_line_is_found_in_the_history(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"

    def lost_when(text: str | None) -> list[str]:
        """What is lost when the file holds `text`, which is then committed; None deletes the file."""
        found = []
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
            found = lost(tmp_path, file.name)
        git(tmp_path, "add", "--all")
        git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-m", "a", "--no-gpg-sign")
        return found

    assert lost_when("a/\n") == []  # no repository
    git(tmp_path, "init")
    assert lost_when("# a comment\na/\nb/\n") == []  # nothing committed
    assert lost_when("# changed\na/\nb/\nc/\n") == []
    assert lost_when("a/\nb/\nd/\n") == ["c/"]
    assert lost_when("a/\nd/\n") == ["b/", "c/"]
    assert lost_when(None) == []
    assert lost_when("x/\n") == []
    assert lost_when("y/\n") == ["x/"]
