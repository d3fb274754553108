"""`serve` as an author uses it: an edit is built once and shown; for a broken one, the last good site stays."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.support.copies import copy_programme

GIVE_UP = 60.0  # seconds; an edit shows in about two on an idle machine, in many more on a busy one
QUIET = 2.0  # a loop would build again within this time


@dataclass
class Serving:
    """A running `serve` of the copy at `root`."""

    root: Path
    url: str
    process: subprocess.Popen[bytes]

    def log(self) -> str:
        return (self.root / "serve.log").read_text(encoding="utf-8")

    def builds(self) -> int:
        return self.log().count("built in")

    def page(self, address: str) -> str:
        """The page at `address`, without the count that live reload adds; empty if there is none."""
        try:
            with urlopen(self.url + address, timeout=GIVE_UP) as answer:
                return re.sub(r"/livereload\?\d+", "", answer.read().decode())
        except OSError:
            return ""

    def wait(self, done: Callable[[], bool], what: str) -> None:
        end = monotonic() + GIVE_UP
        while not done():
            if self.process.poll() is not None or monotonic() > end:
                pytest.fail(
                    f"{what} did not appear within {GIVE_UP} s; the output of serve:\n{self.log()}", pytrace=False
                )
            sleep(0.1)

    def shows(self, address: str, text: str) -> None:
        self.wait(lambda: text in self.page(address), f"{text!r} at /{address}")

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        before = file.read_text(encoding="utf-8")
        assert old in before
        file.write_text(before.replace(old, new, 1), encoding="utf-8")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def start(root: Path, *, paper: bool = False) -> Serving:
    """Without `paper`, pages are complete at once; with it, their link previews are added when they are drawn."""
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if key != "SITE_URL"}
    with (root / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "scripts/build.py", "serve", "--port", str(port), *([] if paper else ["--no-paper"])],
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    return Serving(root, f"http://127.0.0.1:{port}/", process)


def stop(serving: Serving) -> None:
    serving.process.terminate()
    try:
        serving.process.wait(10)
    except subprocess.TimeoutExpired:
        serving.process.kill()
        serving.process.wait()


@pytest.fixture(scope="module")
def serving(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for the tests of this file; their edits do not overlap."""
    found = start(copy_programme(project, tmp_path_factory.mktemp("serving")))
    try:
        found.wait(lambda: "Serving on" in found.log(), "the address")
        yield found
    finally:
        stop(found)


EDITS = {
    "content": (
        "content/exercises/cork-roll.yml",
        ("Put a cork ball", "Lay a cork ball"),
        ("exercises/cork-roll/", "Lay a cork ball"),
    ),
    "docs": ("docs/about.md", ("\n\n", "\n\nEdited by hand.\n\n"), ("about/", "Edited by hand.")),
    "overrides": (
        "overrides/pages/exercise.html",
        ("Report a mistake on this page", "Report an error"),
        ("exercises/cork-roll/", "Report an error"),
    ),
    "template": (
        "scripts/footing/pages/templates/exercise.md.j2",
        ("You should feel", "You will feel"),
        ("exercises/cork-roll/", "You will feel"),
    ),
    "style": (
        "docs/assets/css/tokens.css",
        (":root", ".gf-edited{color:red}\n:root"),
        ("assets/made/footing.css", ".gf-edited{color:red}"),
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_is_shown_after_one_build(serving: Serving, what: str) -> None:
    path, (old, new), (address, text) = EDITS[what]
    assert text not in serving.page(address)
    builds = serving.builds()
    serving.edit(path, old, new)
    serving.shows(address, text)
    sleep(QUIET)
    assert serving.builds() == builds + 1, serving.log()


def test_a_preview_removes_an_earlier_service_worker(serving: Serving) -> None:
    assert "offline-copy" not in serving.page("about/")
    assert "unregister()" in serving.page("sw.js")


BROKEN = {
    "content": (
        "content/exercises/cork-roll.yml",
        ("sides: each foot", "sides: every foot"),
        r'cork-roll\.yml:\d+:10: dosage\.sides: "every foot" is not a side',
    ),
    "figure": (
        "content/exercises/cork-roll.yml",
        ("base: sitting-on-chair", "base: sitting-on-chare"),
        r"cork-roll\.yml:\d+:13: figure\.poses\.toes\.base: .*“sitting-on-chair”",
    ),
    "override": ("overrides/pages/exercise.html", ("{% block content %}", "{% blok content %}"), "blok"),
    "template": ("scripts/footing/pages/templates/exercise.md.j2", ("e.feel |", "e.feal |"), r"exercise\.md\.j2:\d+: "),
    "half a template": (
        "scripts/footing/pages/templates/exercise.md.j2",
        ("{% endfor %}", "{% endfor"),
        r"exercise\.md\.j2:\d+: ",
    ),
    "docs": ("docs/about.md", ("\n\n", "\n\n[Nowhere](nowhere.md)\n\n"), r"nowhere\.md"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_edit_is_reported_and_the_last_good_site_stays(serving: Serving, what: str) -> None:
    path, (old, new), message = BROKEN[what]
    address = "about/" if what == "docs" else "exercises/cork-roll/"
    good, builds, logged = serving.page(address), serving.builds(), len(serving.log())
    assert good
    serving.edit(path, old, new)
    try:
        serving.wait(lambda: re.search(message, serving.log()[logged:]) is not None, message)
        assert serving.page(address) == good
        assert serving.builds() == builds
    finally:
        serving.edit(path, new, old)
    serving.wait(lambda: serving.builds() > builds, "the build of the corrected file")
    assert serving.page(address) == good


def exported(serving: Serving, address: str) -> bytes:
    try:
        with urlopen(serving.url + address, timeout=GIVE_UP) as answer:
            return bytes(answer.read())
    except OSError:
        return b""


def test_exports_follow_the_pages(project: Path, tmp_path: Path) -> None:
    serving = start(copy_programme(project, tmp_path), paper=True)
    address = "week/long-week-handout-a4.pdf"
    try:
        serving.wait(lambda: exported(serving, address).startswith(b"%PDF-"), "the first exports")
        before, chart = exported(serving, address), exported(serving, "week/long-week-a4.pdf")
        serving.edit("content/exercises/sky-circles.yml", "Change legs.", "Change your legs.")
        serving.wait(lambda: exported(serving, address) not in (b"", before), "the changed handout")
        assert exported(serving, "week/long-week-a4.pdf") == chart
    finally:
        stop(serving)


def test_a_missing_page_gets_the_sites_own_404_page(serving: Serving) -> None:
    with pytest.raises(HTTPError) as caught:
        urlopen(serving.url + "exercises/cork-rol/", timeout=GIVE_UP)
    assert caught.value.code == 404
    assert "Cork roll" in caught.value.read().decode()


def test_broken_content_at_the_start_is_reported_and_correcting_it_serves(project: Path, tmp_path: Path) -> None:
    copy = copy_programme(project, tmp_path)
    site = copy / "content" / "site.yml"
    valid = site.read_text(encoding="utf-8")
    site.write_text(valid.replace("summary:", "sumary:"), encoding="utf-8")
    found = start(copy)
    try:
        found.wait(lambda: "Serving on" in found.log(), "the address")
        assert 'content/site.yml:4:1: the key "sumary"' in found.log()
        assert found.builds() == 0
        site.write_text(valid, encoding="utf-8")
        found.shows("", "Harbour Steps")
        found.wait(lambda: found.builds() == 1, "the report of the build")
    finally:
        stop(found)
