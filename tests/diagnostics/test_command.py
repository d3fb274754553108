"""The command line with good and bad content: its exit code, its exact words, and what it leaves as it was."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.diagnostics.case import CASES, SOUND, expected, snapshot, spoil

PAGES = ("build", "--pages")


@pytest.fixture(scope="module")
def generated(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound project with the real generator and assets, and the pages made of it."""
    whole = Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("generated") / "project"))
    shutil.copytree(project / "scripts", whole / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for kind in ("css", "js"):
        shutil.copytree(project / "docs/assets" / kind, whole / "docs/assets" / kind)
    code, output, errors = run(whole, *PAGES)
    assert (code, errors) == (0, "")
    assert " 0 unchanged, 0 removed" in output
    return whole


@pytest.fixture
def sound(generated: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(generated, tmp_path / "project"))


def run(project: Path, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "scripts/build.py", *arguments]
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=project, env=quiet, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def report(lines: list[str]) -> str:
    count = "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    return "\n".join([*lines, f"{count}; nothing was changed.", ""])


def test_a_second_build_of_the_same_content_writes_nothing(sound: Path) -> None:
    before = snapshot(sound)
    assert run(sound, "check") == (0, "3 exercises, 1 plan: no problems, 0 warnings\n", "")
    code, output, errors = run(sound, *PAGES)
    assert (code, errors) == (0, "")
    assert "files: 0 written" in output
    assert snapshot(sound) == before


def test_a_check_writes_nothing(sound: Path) -> None:
    shutil.rmtree(sound / ".footing")
    shutil.rmtree(sound / "docs/exercises")
    before = snapshot(sound)
    assert run(sound, "check")[0] == 0
    assert snapshot(sound) == before


@pytest.mark.parametrize("command", [("check",), PAGES, ("build",), ()], ids=" ".join)
def test_bad_content_changes_nothing(sound: Path, command: tuple[str, ...]) -> None:
    spoil(sound, CASES / "many-problems.txt")
    before = snapshot(sound)
    assert run(sound, *command) == (1, "", report(expected(CASES / "many-problems.txt")))
    assert snapshot(sound) == before


UNEXPECTED = {
    "docs/exercises/mine.md": (
        "is in a folder of generated files, but was not generated, expected no other file here; "
        "move it elsewhere or delete it"
    ),
    "docs/week/index.md": (
        "is a generated file that was edited by hand, expected no edits here; "
        "change content/ instead, and delete this file"
    ),
}


@pytest.mark.parametrize("path", UNEXPECTED)
def test_a_file_that_was_not_generated_is_reported_and_kept(sound: Path, path: str) -> None:
    (sound / path).write_text("By hand.\n", encoding="utf-8")
    plan = sound / "content/plans/first-week.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("First week", "A first week"), encoding="utf-8")
    before = snapshot(sound)
    for command in (("check",), PAGES):
        assert run(sound, *command) == (1, "", report([f"{path}:1:1: {UNEXPECTED[path]}"]))
        assert snapshot(sound) == before


@pytest.mark.parametrize("arguments", [("bild",), ("build", "--page-s"), ("check", "content")], ids=" ".join)
def test_a_wrong_command_has_another_exit_code_than_bad_content(sound: Path, arguments: tuple[str, ...]) -> None:
    before = snapshot(sound)
    code, output, errors = run(sound, *arguments)
    assert (code, output) == (2, "")
    assert errors.startswith("usage: build.py ")
    assert snapshot(sound) == before


# --- What a machine can do ---


def one_sentence(errors: str) -> str:
    [line] = errors.splitlines()
    assert line.endswith("; correct that and build again, no file is half-written")
    return line.partition(";")[0]


def test_a_file_where_a_folder_belongs_is_one_sentence(sound: Path) -> None:
    shutil.rmtree(sound / ".footing")
    (sound / ".footing").write_text("", encoding="utf-8")
    code, output, errors = run(sound, *PAGES)
    assert (code, output, one_sentence(errors)) == (1, "", ".footing: file exists")


def test_a_folder_named_as_a_style_sheet_is_one_sentence(sound: Path) -> None:
    sheet = sound / "docs/assets/css/tokens.css"
    sheet.unlink()
    sheet.mkdir()
    before = snapshot(sound)
    code, output, errors = run(sound, *PAGES)
    assert (code, output, one_sentence(errors)) == (1, "", "docs/assets/css/tokens.css: is a directory")
    assert snapshot(sound) == before


def test_a_logo_that_is_no_text_is_reported(sound: Path) -> None:
    logo = sound / "docs/assets/img/favicon.svg"
    logo.parent.mkdir(parents=True)
    logo.write_bytes(b"\x89PNG\xff")
    message = "docs/assets/img/favicon.svg:1:1: is not text in UTF-8, expected an SVG drawing; replace it"
    assert run(sound, *PAGES) == (1, "", report([message]))


def test_a_terminal_that_knows_only_ascii_is_written_to(sound: Path) -> None:
    command = [sys.executable, "scripts/build.py", *PAGES]
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=sound, env=ascii_only, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "pages" in done.stdout


def test_a_closed_output_is_no_traceback(sound: Path) -> None:
    command = f"{sys.executable} scripts/build.py check | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=sound, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode in (0, 1)  # 0 where all was written before the reader went


def test_a_port_in_use_is_one_sentence(sound: Path) -> None:
    with socket.socket() as used:
        used.bind(("127.0.0.1", 0))
        used.listen()
        port = used.getsockname()[1]
        code, output, errors = run(sound, "serve", "--port", str(port))
    assert (code, output) == (1, "")
    assert errors == (
        f"http://127.0.0.1:{port}/: address already in use; end what uses it, or choose another port with --port\n"
    )
