"""The list of addresses: what belongs on it, and that it only grows, as the list of links does."""

import subprocess
from pathlib import Path

import pytest
from footing.exports.url_registry import PUBLISHED, EventName, addresses, grown, published, published_events
from hypothesis import given
from hypothesis import strategies as st

address = st.text("abc/-.", min_size=1, max_size=9)


def git(root: Path, *arguments: str) -> str:
    """What git says; nothing where there is no git, or no repository."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def lost(root: Path, name: str) -> list[str]:
    """The lines that a commit brought and that the file no longer has. Deleted in a commit, it begins anew."""
    log = git(
        root, "log", "-p", "--format=", "--full-history", "--no-renames", "--no-color", "--no-ext-diff", "--", name
    )
    since = log.partition("\ndeleted file mode ")[0]
    brought = [line[1:] for line in since.split("\n") if line.startswith("+") and not line.startswith("+++ ")]
    return sorted({*published("\n".join(brought))} - {*published((root / name).read_text(encoding="utf-8"))})


@pytest.mark.parametrize("name", [PUBLISHED, "tests/browser/links.txt"])
def test_no_line_that_was_ever_committed_is_gone(project: Path, name: str) -> None:
    assert lost(project, name) == []


def test_a_line_that_is_gone_is_told(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"

    def lost_when(text: str | None) -> list[str]:
        """What is lost once the file holds `text`, which is then committed; None deletes it."""
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
    assert lost_when("# said\na/\nb/\n") == []  # nothing committed
    assert lost_when("# said anew\na/\nb/\nc/\n") == []
    assert lost_when("a/\nb/\nd/\n") == ["c/"]
    assert lost_when("a/\nd/\n") == ["b/", "c/"]
    assert lost_when(None) == []
    assert lost_when("x/\n") == []
    assert lost_when("y/\n") == ["x/"]


def test_pages_and_data_are_worth_a_link_and_what_belongs_to_a_page_is_not() -> None:
    files = ["index.md", "about.md", "exercises/index.md", "exercises/a.md", "week/b.json", "week/b-a4.pdf"]
    assert list(addresses([*files, "assets/made/footing.js", "assets/made/previews/a.png", "assets/x.json"])) == [
        *("", "about/", "exercises/", "exercises/a/", "week/b.json", "week/b-a4.pdf")
    ]


def test_an_event_stands_behind_its_calendar() -> None:
    text = "# week/a.ics#b.mon\r\nweek/a.ics\r\nweek/a.ics#in-the-night.sun\r\nweek/a.ics#Night.sun\r\n"
    found, problems = published_events(text)
    assert found == [EventName("a", "in-the-night", "sun")]
    assert [(problem.line, problem.column) for problem in problems] == [(4, 1)]


@given(st.lists(address), st.lists(address))
def test_no_address_is_ever_taken_away(before: list[str], made: list[str]) -> None:
    text = grown(grown("", before), made)
    assert published(text) == sorted({*before, *made})
    assert grown(text, []) == text
