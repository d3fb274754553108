"""The files of content/: which are read, which are refused, and that a file unchanged is not read again."""

import os
from pathlib import Path

import pytest
from footing.content.reader import DocumentCache, load_file, load_folder

FOLDER = "content/exercises"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one exercise."""
    (tmp_path / "project" / FOLDER).mkdir(parents=True)
    (tmp_path / "project" / FOLDER / "a.yml").write_text("name: A\n")
    return tmp_path / "project"


def reported(root: Path) -> list[str]:
    return [str(problem).removeprefix(FOLDER) for problem in load_folder(root, FOLDER, {})[1]]


def write(root: Path, name: str, data: bytes = b"name: B\n") -> None:
    (root / FOLDER / name).write_bytes(data)


def test_every_file_is_read_by_name(root: Path) -> None:
    write(root, "c-2.yml")
    write(root, "b.yml")
    documents, problems = load_folder(root, FOLDER, {})
    assert [document.slug for document in documents] == ["a", "b", "c-2"]
    assert problems == []


@pytest.mark.parametrize("name", [".DS_Store", ".a.yml.swp", ".#b.yml"])
def test_files_of_editors_and_systems_are_ignored(root: Path, name: str) -> None:
    write(root, name, b"\xff\x00")
    assert reported(root) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Foot_Massage.yml", "rename the file, for example to foot-massage.yml"),
        ("foot massage.yml", "rename the file, for example to foot-massage.yml"),
        ("Übung.yml", "rename the file, for example to ubung.yml"),
        ("foot--massage.yml", "rename the file, for example to foot-massage.yml"),
        ("-foot.yml", "rename the file, for example to foot.yml"),
        ("foot.massage.yml", "rename the file, for example to foot-massage.yml"),
        ("足.yml", "rename the file, for example to my-exercise.yml"),
        ("Index.yml", "rename the file, for example to my-exercise.yml"),
    ],
)
def test_a_name_that_is_no_address(root: Path, name: str, said: str) -> None:
    write(root, name)
    stem = name.removesuffix(".yml")
    expected = "expected lower-case letters, digits and single dashes"
    assert reported(root) == [f'/{name}:1:1: "{stem}" cannot be an address, {expected}; {said}']


def test_index_is_taken(root: Path) -> None:
    write(root, "index.yml")
    assert reported(root) == [
        '/index.yml:1:1: "index" is the address of the overview, expected another name; rename the file'
    ]


@pytest.mark.parametrize("name", ["notes.txt", "b.yaml", "b.YML", "b", "b.yml~"])
def test_other_files_do_not_belong_here(root: Path, name: str) -> None:
    write(root, name)
    assert reported(root) == [
        f'/{name}:1:1: "{name}" is not a .yml file, and only those belong here; rename it or move it out'
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"name: caf\xe9\n", "1:10: the byte 0xe9 is not UTF-8"),
        ("a: é\nb: ".encode() + b"\xe9", "2:4: the byte 0xe9 is not UTF-8"),
        (b"\xff\xfen\x00", "1:1: the byte 0xff is not UTF-8"),
        (b"a: \xed\xa0\x80", "1:4: the byte 0xed is not UTF-8"),
        (b"n\x00a\x00", "1:2: the character U+0000 cannot be published"),
        (b"a: b\nc: d\x07\n", "2:5: the character U+0007 cannot be published"),
        ("é: b\u2028\n".encode(), "1:5: the character U+2028 cannot be published"),
        ("a: b\u0085\n".encode(), "1:5: the character U+0085 cannot be published"),
        (b"a:\n\tb: c\n", "2:1: a tab at the start of a line"),
        (b"a:\n  - b\n  \t- c\n", "3:3: a tab at the start of a line"),
        (b"\r\n\ta: b", "2:1: a tab at the start of a line"),
        (b"\ta: b\x07", "1:1: a tab at the start of a line"),
        (b"a: \x07\n\tb", "1:4: the character U+0007 cannot be published"),
    ],
)
def test_bytes_that_are_no_text(root: Path, data: bytes, said: str) -> None:
    write(root, "b.yml", data)
    [problem] = reported(root)
    assert problem.startswith(f"/b.yml:{said}, expected ")


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfname: B\n", b"name: B\r\n", b"name:\tB\n", b"name: B", "name: B 😀\n".encode()]
)
def test_marks_line_ends_and_tabs_between_words_do_no_harm(root: Path, data: bytes) -> None:
    write(root, "b.yml", data)
    documents, problems = load_folder(root, FOLDER, {})
    assert problems == []
    assert str(documents[1].data["name"]).startswith("B")


# What is no file of the project

LEADS_OUT = "1:1: is a symbolic link out of the project, expected a file or folder of its own; put a copy here instead"


def test_a_folder_and_a_pipe_are_no_files(root: Path) -> None:
    (root / FOLDER / "b.yml").mkdir()
    os.mkfifo(root / FOLDER / "c.yml")
    assert reported(root) == [
        "/b.yml:1:1: is a directory, expected a file; move it elsewhere",
        "/c.yml:1:1: is a device or a pipe, expected a file; move it elsewhere",
    ]


def test_a_link_out_of_the_project_is_not_followed(root: Path) -> None:
    outside = root.parent / "outside.yml"
    outside.write_text("name: secret\n")
    (root / FOLDER / "b.yml").symlink_to(outside)
    (root / FOLDER / "c.yml").symlink_to("../../../outside.yml")
    assert reported(root) == [f"/b.yml:{LEADS_OUT}", f"/c.yml:{LEADS_OUT}"]


def test_a_folder_whose_name_only_begins_like_the_projects_is_outside(root: Path) -> None:
    beside = root.with_name(root.name + "-2")
    beside.mkdir()
    (beside / "b.yml").write_text("name: B\n")
    (root / FOLDER / "b.yml").symlink_to(beside / "b.yml")
    assert reported(root) == [f"/b.yml:{LEADS_OUT}"]


def test_a_link_within_the_project_is_a_file_like_others(root: Path) -> None:
    (root / "shared.yml").write_text("name: B\n")
    (root / FOLDER / "b.yml").symlink_to("../../shared.yml")
    known: DocumentCache = {}
    documents, problems = load_folder(root, FOLDER, known)
    assert [document.data["name"] for document in documents] == ["A", "B"]
    assert problems == []
    (root / "shared.yml").write_text("name: C\n")  # as long as before; a link is not remembered
    assert [document.data["name"] for document in load_folder(root, FOLDER, known)[0]] == ["A", "C"]


def test_a_project_that_is_reached_through_a_link_is_inside(root: Path) -> None:
    way = root.with_name("way")
    way.symlink_to(root)
    assert reported(way) == []


def test_links_to_nothing_and_in_a_circle(root: Path) -> None:
    (root / FOLDER / "b.yml").symlink_to("none.yml")
    (root / FOLDER / "c.yml").symlink_to("c.yml")
    assert reported(root) == [
        "/b.yml:1:1: is a symbolic link that leads nowhere, expected a file or folder; put one here instead",
        "/c.yml:1:1: cannot be found (Too many levels of symbolic links), "
        "expected a file or folder; put one here instead",
    ]


def test_the_folder_itself(root: Path) -> None:
    for name, said in (
        ("none", "is missing, expected it here; create it"),
        ("file", "is a file, expected a folder of .yml files; move it elsewhere"),
    ):
        (root / "file").write_text("")
        assert [str(problem) for problem in load_folder(root, name, {})[1]] == [f"{name}:1:1: {said}"]
    (root / "out").symlink_to(root.parent)
    assert [str(problem) for problem in load_folder(root, "out", {})[1]] == [f"out:{LEADS_OUT}"]


def test_a_file_that_is_not_there(root: Path) -> None:
    assert [str(problem) for problem in load_file(root, "content/site.yml", {})[1]] == [
        "content/site.yml:1:1: is missing, expected it here; create it"
    ]


# Reading once


def test_an_unchanged_file_is_not_read_again_and_a_changed_one_is(root: Path) -> None:
    known: DocumentCache = {}
    first, _ = load_folder(root, FOLDER, known)
    again, _ = load_folder(root, FOLDER, known)
    assert first[0] is again[0]
    os.utime(root / FOLDER / "a.yml", ns=(1, 1))
    assert load_folder(root, FOLDER, known)[0][0] is not first[0]
    write(root, "a.yml", b"name: longer\n")
    assert load_folder(root, FOLDER, known)[0][0].data == {"name": "longer"}


def test_the_problems_of_an_invalid_file_are_reported_each_time(root: Path) -> None:
    write(root, "a.yml", b"a: 1\na: 2\n")
    known: DocumentCache = {}
    assert load_folder(root, FOLDER, known)[1] == load_folder(root, FOLDER, known)[1] != []
