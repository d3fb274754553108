"""The bench measures what it says: its made-up sites are real ones, and a missed target fails it."""

from pathlib import Path

import pytest

from tests.bench.__main__ import TARGETS, Measured, judged, measure
from tests.bench.made_up import edit, multiply
from tests.tools.copies import build, copy_sources


def measured(ours: float, page_bytes: float = 10_000) -> Measured:
    names = {name for target in TARGETS for name in (target.measure, target.to)}
    theirs = {"bare", "bare, all pages", "mkdocs", "paper", "with paper"}
    return Measured({name: 1 if name in theirs else ours for name in names}, {}, page_bytes)


def test_made_up_exercises_are_good_content(project: Path, tmp_path: Path) -> None:
    copy = copy_sources(project, tmp_path)
    multiply(copy, 30)
    edit(copy / "content/exercises/foot-massage-002.yml")
    for _ in range(2):
        edit(copy / "content/exercises/foot-massage.yml", on_paper=True)
    result = build(copy, "check")
    assert result.returncode == 0, result.stdout
    assert "30 exercises" in result.stdout


def test_a_target_is_kept_up_to_its_very_figure() -> None:
    kept = judged({9: measured(0.1), 900: measured(0.1, page_bytes=11_000)})
    assert not [row for row in kept if row.missed]


def test_every_target_can_be_missed() -> None:
    missed = [row.what for row in judged({9: measured(2), 900: measured(2, page_bytes=11_100)}) if row.missed]
    assert set(missed) >= {target.what for target in TARGETS if target.most}
    assert any(what.startswith("bytes") for what in missed)


@pytest.mark.slow
def test_a_small_site_is_measured_to_the_end(tmp_path: Path) -> None:
    found = measure(12, 1, tmp_path)
    assert {target.measure for target in TARGETS} | {target.to for target in TARGETS} <= found.seconds.keys()
    assert all(seconds > 0 for seconds in found.seconds.values())
    assert all(megabytes > 10 for megabytes in found.megabytes.values())
