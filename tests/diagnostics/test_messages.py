"""Bad content: each golden case is told in exactly its words, with its line and column, and nothing is changed."""

import re
import shutil
from pathlib import Path

import pytest
from footing.diagnostics import ContentError
from footing.pipeline import Generator

from tests.diagnostics.case import CASES, SOUND, expected, snapshot, spoil

ALL = sorted(CASES.glob("*.txt"))
MESSAGE = re.compile(r"[^:]+:[1-9]\d*:[1-9]\d*: .+; .+")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A small project without a fault, apart from the real content: editing that moves no line here."""
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


def test_the_sound_project_has_no_fault(sound: Path) -> None:
    assert Generator(sound).make().warnings == ()


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.stem)
def test_told_exactly(sound: Path, case: Path) -> None:
    spoil(sound, case)
    before = snapshot(sound)
    with pytest.raises(ContentError) as told:
        Generator(sound).make()
    assert [str(problem) for problem in told.value.problems] == expected(case)
    assert snapshot(sound) == before


def test_each_line_says_where_what_and_the_remedy() -> None:
    assert [line for case in ALL for line in expected(case) if not MESSAGE.fullmatch(line)] == []
