"""Bad content: each golden case gives exactly its messages, and changes nothing on disk."""

import re
import shutil
from pathlib import Path

import pytest
from footing.diagnostics import ContentError
from footing.pipeline import Generator

from tests.diagnostics.case import CASES, SOUND, expected, snapshot, spoil
from tests.support.copies import copy_assets

ALL = sorted(CASES.glob("*.txt"))
MESSAGE = re.compile(r"[^:]+:[1-9]\d*:[1-9]\d*: .+; .+")


@pytest.fixture
def sound(project: Path, tmp_path: Path) -> Path:
    """A small project without problems, whose lines do not move when the real content is edited."""
    copy = Path(shutil.copytree(SOUND, tmp_path / "project"))
    copy_assets(project, copy)
    return copy


def test_the_sound_project_has_no_problem(sound: Path) -> None:
    assert Generator(sound).build().warnings == ()


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.stem)
def test_bad_content_gives_exactly_these_messages(sound: Path, case: Path) -> None:
    spoil(sound, case)
    before = snapshot(sound)
    with pytest.raises(ContentError) as caught:
        Generator(sound).build()
    assert [str(problem) for problem in caught.value.problems] == expected(case)
    assert snapshot(sound) == before


def test_each_message_has_a_position_and_a_remedy() -> None:
    assert [line for case in ALL for line in expected(case) if not MESSAGE.fullmatch(line)] == []
