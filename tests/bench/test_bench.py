"""The bench: its generated content is valid, and a missed target fails it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.__main__ import measure
from tests.bench.made_up import EXERCISES, all_different, edit, edit_figure, edit_on_paper, multiply, without_figures
from tests.bench.verdict import (
    DRAWN_AGAIN,
    FLAT,
    MEMORY,
    TARGETS,
    Measured,
    Row,
    Seconds,
    Target,
    judged,
    table,
)
from tests.support.copies import build, copy_programme

KEPT = dict.fromkeys(DRAWN_AGAIN, 0)


def measured(target: Target, ratio: float, page_bytes: float = 10_000, clock: float = 1) -> Measured:
    """Measures of which `target` has this ratio, and what is not in it is the same."""
    names = {name for each in TARGETS for name in (each.measure, each.to)} | set(MEMORY)
    seconds = {name: Seconds(1, 1) for name in names} | {target.measure: Seconds(ratio, clock)}
    return Measured(seconds, dict.fromkeys(names, 100), page_bytes, KEPT)


def missed(target: Target, ratio: float) -> list[Row]:
    size = max(target.sizes)
    return [row for row in judged({size: measured(target, ratio)}) if row.missed and row.what == target.what]


def test_made_up_exercises_are_valid_content(project: Path, tmp_path: Path) -> None:
    copy = copy_programme(project, tmp_path)
    multiply(copy, 30)
    edit(copy / EXERCISES / "cork-roll-002.yml")
    for _ in range(2):
        edit_on_paper(copy / EXERCISES / "cork-roll.yml")
    result = build(copy, "check")
    assert result.returncode == 0, result.stdout
    assert "30 exercises" in result.stdout


def test_without_figures_nothing_is_drawn(project: Path, tmp_path: Path) -> None:
    copy = copy_programme(project, tmp_path)
    without_figures(copy)
    result = build(copy, "build", "--pages")
    assert result.returncode == 0, result.stdout
    assert not (copy / ".footing/drawings").exists()
    assert not re.findall("<svg|<!-- picture", "".join(page.read_text() for page in copy.glob("docs/exercises/*.md")))


@pytest.mark.slow
def test_made_up_figures_can_all_differ(project: Path, tmp_path: Path) -> None:
    copy = copy_programme(project, tmp_path)
    multiply(copy, 27)
    all_different(copy)
    edit_figure(copy / EXERCISES / "cork-roll-002.yml")
    result = build(copy, "build", "--pages")
    assert result.returncode == 0, result.stdout
    drawings = {drawing.read_bytes() for drawing in (copy / ".footing/drawings").iterdir()}
    assert len(drawings) == sum("\nfigure:\n" in file.read_text() for file in (copy / EXERCISES).glob("*.yml"))


@pytest.mark.parametrize("target", [target for target in TARGETS if target.most], ids=lambda target: target.what)
def test_a_target_is_missed_only_above_its_limit(target: Target) -> None:
    assert target.most
    assert not missed(target, target.most)
    assert missed(target, target.most * 1.01)


def test_a_page_of_a_large_site_may_be_a_tenth_larger() -> None:
    for large, grown in ((11_000, False), (11_100, True)):
        rows = judged({10: measured(TARGETS[0], 0.1), 900: measured(TARGETS[0], 0.1, page_bytes=large)})
        assert [row.missed for row in rows if row.what == FLAT] == [grown]


@pytest.mark.parametrize("what", DRAWN_AGAIN)
def test_drawing_more_figures_than_were_edited_is_a_miss(what: str) -> None:
    most = DRAWN_AGAIN[what]
    for again, wrong in ((most, False), (most + 1, True)):
        found = replace(measured(TARGETS[0], 0.1), drawn_again=KEPT | {what: again})
        assert [row.missed for row in judged({10: found}) if row.what.endswith(what)] == [wrong]


def test_cpu_seconds_are_judged_and_the_clock_is_printed() -> None:
    found = {10: measured(TARGETS[0], 0.1, clock=60)}
    first = judged(found)[0]
    assert not first.missed
    assert first.clock == 60
    assert "60.000" in table([first], found)


@pytest.mark.slow
def test_a_small_site_gets_every_measure(tmp_path: Path) -> None:
    found = measure(12, 1, tmp_path)
    assert {target.measure for target in TARGETS} | {target.to for target in TARGETS} <= found.seconds.keys()
    assert all(seconds.cpu > 0 and seconds.clock > 0 for seconds in found.seconds.values())
    assert all(megabytes > 10 for megabytes in found.megabytes.values())
    assert found.drawn_again == {"a sentence": 0, "a figure": 1}
