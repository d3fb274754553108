"""The generated files on disk: only changed files are written, other files are kept, and an interrupted build recovers."""

import json
import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from footing.diagnostics import ContentError
from footing.files import file_hash, write_atomically
from footing.site.generated_files import GeneratedFiles, Written
from footing.site.manifest import MANIFEST, owned

FILES = {
    "exercises/a.md": "A\n",
    "exercises/b.md": "B\n",
    "week/full.json": "{}\n",
    "assets/made/x.js": "1;\n",
    "exercises.json": "[]\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a page by hand, and nothing generated yet."""
    project = tmp_path / "project"
    (project / "docs/assets/js").mkdir(parents=True)
    (project / "docs/index.md").write_text("by hand\n")
    (project / "docs/assets/js/x.js").write_text("1;\n")
    return project


def build(root: Path, files: dict[str, str] = FILES) -> Written:
    return GeneratedFiles(root).write(files)


def refused(root: Path, files: dict[str, str] = FILES) -> list[str]:
    """What a build tells, which must then have changed nothing; and the check before it tells the same."""
    before = snapshot(root)
    with pytest.raises(ContentError) as caught:
        build(root, files)
    assert snapshot(root) == before
    assert tuple(GeneratedFiles(root).unexpected(files)) == caught.value.problems
    return [str(problem) for problem in caught.value.problems]


def snapshot(root: Path) -> dict[str, tuple[int, bytes | str]]:
    """Every file and link below, with its time and what it holds."""
    found: dict[str, tuple[int, bytes | str]] = {}
    for path in root.rglob("*"):
        what = str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else "folder"
        found[path.relative_to(root).as_posix()] = (path.lstat().st_mtime_ns if what != "folder" else 0, what)
    return found


def generated(root: Path) -> dict[str, str]:
    docs = root / "docs"
    files = [path for path in docs.rglob("*") if path.is_file()]
    names = {path.relative_to(docs).as_posix(): path.read_text() for path in files}
    return {name: text for name, text in names.items() if owned([f"docs/{name}"])}


NOT_OURS = (
    "is in a folder of generated files, but was not generated, expected no other"
    " file here; move it elsewhere or delete it"
)
BY_HAND = (
    "is a generated file that was edited by hand, expected no edits here; change content/ instead, and delete this file"
)
NO_FILE = "is in a folder of generated files, expected a generated file or nothing; move it elsewhere"


# Writing


def test_bytes_are_written_as_they_are_and_recognised_later(root: Path) -> None:
    files: dict[str, str | bytes] = {
        "week/full-a4.pdf": b"%PDF-\xff\x00",
        "assets/made/previews/a.png": b"\x89PNG",
        "exercises/a.md": "A\n",
    }
    assert GeneratedFiles(root).write(files) == Written(3, 0, 0)
    assert (root / "docs/week/full-a4.pdf").read_bytes() == b"%PDF-\xff\x00"
    assert GeneratedFiles(root).write(files) == Written(0, 3, 0)
    assert GeneratedFiles(root).write(files | {"week/full-a4.pdf": b"%PDF-\xfe"}) == Written(1, 2, 0)
    (root / "docs/week/full-a4.pdf").write_bytes(b"\xff by hand")
    with pytest.raises(ContentError, match="edited by hand"):
        GeneratedFiles(root).write(files)
    (root / "docs/week/full-a4.pdf").unlink()
    assert GeneratedFiles(root).write({"exercises/a.md": "A\n"}) == Written(0, 1, 2)
    assert not (root / "docs/week").exists()


def test_an_unlisted_file_with_the_generated_bytes_is_adopted(root: Path) -> None:
    (root / "docs/week").mkdir()
    (root / "docs/week/full-a4.pdf").write_bytes(b"%PDF-\xff")
    with pytest.raises(ContentError, match="was not generated"):
        GeneratedFiles(root).write({"week/full-a4.pdf": b"%PDF-\xfe"})
    assert GeneratedFiles(root).write({"week/full-a4.pdf": b"%PDF-\xff"}) == Written(0, 1, 0)


def test_all_is_written_then_nothing_then_what_changed_then_what_is_gone_is_removed(root: Path) -> None:
    assert build(root) == Written(5, 0, 0)
    before = snapshot(root)
    assert build(root) == Written(0, 5, 0)
    assert snapshot(root) == before
    changed = FILES | {"exercises/a.md": "A, longer\n"}
    assert build(root, changed) == Written(1, 4, 0)
    assert snapshot(root)["docs/exercises/b.md"] == before["docs/exercises/b.md"]
    assert build(root, {"exercises/a.md": "A, longer\n"}) == Written(0, 1, 4)
    assert generated(root) == {"exercises/a.md": "A, longer\n"}
    assert (root / "docs/index.md").read_text() == "by hand\n"


def test_folders_left_empty_go_with_their_last_file(root: Path) -> None:
    build(root, FILES | {"week/deep/er/x.json": "{}"})
    build(root, {"exercises/a.md": "A\n"})
    assert not (root / "docs/week").exists()
    assert not (root / "docs/assets/made").exists()
    assert (root / "docs/assets/js/x.js").exists()


def test_a_page_deleted_by_hand_is_written_again(root: Path) -> None:
    build(root)
    (root / "docs/exercises/a.md").unlink()
    assert build(root) == Written(1, 4, 0)
    assert generated(root) == FILES


def test_no_half_written_file_is_left_behind(root: Path) -> None:
    build(root)
    assert [path.name for path in (root / ".footing").iterdir()] == ["manifest.json"]
    write_atomically(root, "new/folder/x.txt", "é\n")
    assert (root / "new/folder/x.txt").read_bytes() == "é\n".encode()


# Unexpected files


def test_an_unexpected_file_is_reported_and_kept(root: Path) -> None:
    build(root)
    for name in ("exercises/mine.md", "week/notes.txt", "assets/made/.hidden", "exercises/deep/x.md"):
        (root / "docs" / name).parent.mkdir(exist_ok=True)
        (root / "docs" / name).write_text("mine\n")
    assert refused(root) == [
        f"docs/assets/made/.hidden:1:1: {NOT_OURS}",
        f"docs/exercises/deep/x.md:1:1: {NOT_OURS}",
        f"docs/exercises/mine.md:1:1: {NOT_OURS}",
        f"docs/week/notes.txt:1:1: {NOT_OURS}",
    ]


def test_an_unexpected_file_is_reported_before_the_first_build_too(root: Path) -> None:
    (root / "docs/exercises.json").write_text("mine\n")
    assert refused(root) == [f"docs/exercises.json:1:1: {NOT_OURS}"]


def test_an_identical_file_is_adopted_as_generated(root: Path) -> None:
    (root / "docs/exercises").mkdir()
    (root / "docs/exercises/a.md").write_text("A\n")
    assert build(root) == Written(4, 1, 0)
    assert build(root, {}) == Written(0, 0, 5)
    assert generated(root) == {}


def test_a_page_edited_by_hand_is_reported_whether_it_would_be_kept_or_removed(root: Path) -> None:
    build(root)
    (root / "docs/exercises/a.md").write_text("changed\n")
    assert refused(root) == [f"docs/exercises/a.md:1:1: {BY_HAND}"]
    assert refused(root, {}) == [f"docs/exercises/a.md:1:1: {BY_HAND}"]
    assert build(root, FILES | {"exercises/a.md": "changed\n"}).written == 0  # the very bytes: nobody loses anything


def test_a_page_with_a_new_time_but_the_same_content_is_unchanged(root: Path) -> None:
    build(root)
    os.utime(root / "docs/exercises/a.md", ns=(1, 1))
    assert build(root) == Written(0, 5, 0)


@pytest.mark.parametrize("name", ["exercises/a.md", "exercises.json", "week/full.json"])
def test_a_folder_at_the_path_of_a_file_is_reported(root: Path, name: str) -> None:
    (root / "docs" / name).mkdir(parents=True)
    assert refused(root) == [f"docs/{name}:1:1: {NO_FILE}"]


@pytest.mark.parametrize("name", ["exercises/a.md", "exercises/else.md", "exercises.json"])
def test_a_symbolic_link_in_a_generated_folder_is_reported(root: Path, name: str) -> None:
    (root / "docs/exercises").mkdir()
    (root / "docs" / name).symlink_to(root / "docs/index.md")
    assert refused(root) == [f"docs/{name}:1:1: {NO_FILE}"]


def test_a_symbolic_link_to_a_folder_is_reported_and_not_followed(root: Path) -> None:
    build(root)
    (root / "docs/exercises/way").symlink_to(root / "docs/assets/js")
    assert refused(root) == [f"docs/exercises/way:1:1: {NO_FILE}"]


@pytest.mark.parametrize("place", ["docs/exercises", "docs/assets/made", "docs/week"])
@pytest.mark.parametrize("leads", ["elsewhere", "../outside", "nowhere"])
def test_a_generated_folder_that_is_a_symbolic_link_is_reported(root: Path, place: str, leads: str) -> None:
    (root / "elsewhere").mkdir()
    (root.parent / "outside").mkdir()
    (root / place).symlink_to(root / leads)
    assert refused(root) == [f"{place}:1:1: is a symbolic link, expected a folder of the project; remove it"]
    assert not any((root.parent / "outside").iterdir())


def test_docs_as_a_symbolic_link_is_reported(root: Path) -> None:
    (root / "docs").rename(root.parent / "docs")
    (root / "docs").symlink_to(root.parent / "docs")
    assert refused(root) == ["docs:1:1: is a symbolic link, expected a folder of the project; remove it"]


def test_a_file_at_the_path_of_a_generated_folder_is_reported(root: Path) -> None:
    (root / "docs/week").write_text("mine\n")
    assert refused(root) == ["docs/week:1:1: is a file, expected a folder; move it elsewhere"]


# The manifest


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "{",
        "[]",
        "null",
        "3",
        '{"docs/exercises/a.md": 3}',
        '{"docs/exercises/a.md": {"sha256": 3, "stamp": 4}}',
        "\x00",
    ],
)
def test_an_unreadable_manifest_is_rebuilt_from_identical_files(root: Path, manifest: str) -> None:
    build(root)
    (root / MANIFEST).write_text(manifest)
    assert build(root) == Written(0, 5, 0)
    assert build(root, FILES | {"exercises/a.md": "new\n"}) == Written(1, 4, 0)


def test_without_a_manifest_a_page_of_older_content_is_unexpected(root: Path) -> None:
    build(root)
    (root / MANIFEST).unlink()
    assert refused(root, FILES | {"exercises/a.md": "new\n"}) == [f"docs/exercises/a.md:1:1: {NOT_OURS}"]


@pytest.mark.parametrize(
    "path", ["docs/index.md", "docs/exercises/../index.md", "../outside.txt", "/etc/hostname", "docs/assets/js/x.js"]
)
def test_a_manifest_entry_outside_the_generated_folders_is_ignored(root: Path, path: str) -> None:
    (root.parent / "outside.txt").write_text("mine\n")
    build(root)
    kept = json.loads((root / MANIFEST).read_text())
    target = root / path
    value = {"sha256": [file_hash(target)], "stamp": [target.stat().st_size, target.stat().st_mtime_ns]}
    (root / MANIFEST).write_text(json.dumps(kept | {path: value}))
    assert build(root) == Written(0, 5, 0)
    assert target.exists()
    assert path not in json.loads((root / MANIFEST).read_text())


def test_a_file_that_is_no_longer_generated_is_removed_from_the_manifest(root: Path) -> None:
    build(root)
    build_files = dict(FILES)
    (root / "docs/exercises/b.md").unlink()
    del build_files["exercises/b.md"]
    assert build(root, build_files).removed == 1
    assert "docs/exercises/b.md" not in json.loads((root / MANIFEST).read_text())


def test_only_paths_inside_the_generated_folders_are_owned() -> None:
    ours = ["docs/exercises/a.md", "docs/week/x/y.md", "docs/assets/made/footing.js", "docs/exercises.json"]
    others = [
        "docs/index.md",
        "docs/exercises",
        "docs/exercises-2/a.md",
        "docs/assets/js/x.js",
        "docs/week/../x.md",
        "docs/x/exercises.json",
    ]
    assert owned([*ours, *others]) == ours


# Interrupted builds


class PowerCutError(Exception):
    """The process ended in the middle of a build."""


def build_until(root: Path, files: dict[str, str], at: int, *, after: bool) -> None:
    """Build, but end at the change on disk number `at`: before it happens or straight `after` it."""
    steps = count()

    def ending(change: Any) -> Any:
        def changed(*arguments: Any, **options: Any) -> Any:
            last = next(steps) == at
            if last and not after:
                raise PowerCutError
            result = change(*arguments, **options)
            if last:
                raise PowerCutError
            return result

        return changed

    with pytest.MonkeyPatch.context() as patch, suppress(PowerCutError):
        for operation in ("write_bytes", "replace", "unlink"):
            patch.setattr(Path, operation, ending(getattr(Path, operation)))
        build(root, files)


NEXT = {"exercises/a.md": "A2\n", "exercises/c.md": "C\n", "week/full.json": "{}\n", "exercises.json": "[1]\n"}
THIRD = {"exercises/a.md": "A3\n", "exercises/b.md": "B3\n", "exercises/c.md": "C3\n"}
STEPS = 12  # two for the manifest, six for three pages, two removals, two for the manifest


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("at", range(STEPS))
def test_the_build_after_an_interrupted_one_is_complete(root: Path, at: int, after: bool) -> None:
    build(root)
    build_until(root, NEXT, at, after=after)
    build(root, NEXT)
    assert generated(root) == NEXT
    assert build(root, NEXT).written == 0


@pytest.mark.parametrize("again", range(0, STEPS, 3))
@pytest.mark.parametrize("at", range(0, STEPS, 3))
def test_the_build_after_two_interrupted_ones_is_complete(root: Path, at: int, again: int) -> None:
    build(root)
    build_until(root, NEXT, at, after=False)
    build_until(root, THIRD, again, after=True)
    build(root, FILES)
    assert generated(root) == FILES


def test_a_file_that_is_written_later_is_not_unexpected_before(tmp_path: Path) -> None:
    file = tmp_path / "docs/week/a.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"%PDF-")
    output = GeneratedFiles(tmp_path)
    assert [problem.path for problem in output.unexpected({})] == ["docs/week/a.pdf"]
    assert output.unexpected({}, {"week/a.pdf"}) == []
    assert output.write({"week/b.md": "b"}, {"week/a.pdf"}) == Written(1, 0, 0)
    assert file.read_bytes() == b"%PDF-"
    with pytest.raises(ContentError):
        output.write({"week/a.pdf": b"another"}, {"week/a.pdf"})
    assert output.write({"week/a.pdf": b"%PDF-", "week/b.md": "b"}) == Written(0, 2, 0)
