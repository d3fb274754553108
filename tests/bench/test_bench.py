"""The bench measures what it says: its made-up sites are real ones, and a missed target fails it."""

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
from tests.support.copies import build, copy_sources

KEPT = dict.fromkeys(DRAWN_AGAIN, 0)


def measured(target: Target, ratio: float, page_bytes: float = 10_000, clock: float = 1) -> Measured:
    """Measures of which `target` has this ratio, and what is not in it is the same."""
    names = {name for each in TARGETS for name in (each.measure, each.to)} | set(MEMORY)
    seconds = {name: Seconds(1, 1) for name in names} | {target.measure: Seconds(ratio, clock)}
    return Measured(seconds, dict.fromkeys(names, 100), page_bytes, KEPT)


def missed(target: Target, ratio: float) -> list[Row]:
    size = max(target.sizes)
    return [row for row in judged({size: measured(target, ratio)}) if row.missed and row.what == target.what]


def test_made_up_exercises_are_good_content(project: Path, tmp_path: Path) -> None:
    copy = copy_sources(project, tmp_path)
    multiply(copy, 30)
    edit(copy / EXERCISES / "foot-massage-002.yml")
    for _ in range(2):
        edit_on_paper(copy / EXERCISES / "foot-massage.yml")
    result = build(copy, "check")
    assert result.returncode == 0, result.stdout
    assert "30 exercises" in result.stdout


def test_without_figures_nothing_is_drawn(project: Path, tmp_path: Path) -> None:
    copy = copy_sources(project, tmp_path)
    without_figures(copy)
    result = build(copy, "build", "--pages")
    assert result.returncode == 0, result.stdout
    assert not (copy / ".footing/drawings").exists()
    assert not re.findall("<svg|<!-- picture", "".join(page.read_text() for page in copy.glob("docs/exercises/*.md")))


@pytest.mark.slow
def test_made_up_figures_can_all_differ(project: Path, tmp_path: Path) -> None:
    copy = copy_sources(project, tmp_path)
    multiply(copy, 27)
    all_different(copy)
    edit_figure(copy / EXERCISES / "foot-massage-002.yml")
    result = build(copy, "build", "--pages")
    assert result.returncode == 0, result.stdout
    assert len({drawing.read_bytes() for drawing in (copy / ".footing/drawings").iterdir()}) == 27


@pytest.mark.parametrize("target", [target for target in TARGETS if target.most], ids=lambda target: target.what)
def test_a_target_is_kept_up_to_its_very_figure_and_missed_beyond(target: Target) -> None:
    assert target.most
    assert not missed(target, target.most)
    assert missed(target, target.most * 1.01)


def test_a_page_may_hardly_grow_with_the_site() -> None:
    for large, grown in ((11_000, False), (11_100, True)):
        rows = judged({9: measured(TARGETS[0], 0.1), 900: measured(TARGETS[0], 0.1, page_bytes=large)})
        assert [row.missed for row in rows if row.what == FLAT] == [grown]


@pytest.mark.parametrize("what", DRAWN_AGAIN)
def test_a_figure_drawn_again_for_nothing_is_a_miss(what: str) -> None:
    most = DRAWN_AGAIN[what]
    for again, wrong in ((most, False), (most + 1, True)):
        found = replace(measured(TARGETS[0], 0.1), drawn_again=KEPT | {what: again})
        assert [row.missed for row in judged({9: found}) if row.what.endswith(what)] == [wrong]


def test_the_processors_seconds_judge_and_the_clocks_are_told() -> None:
    found = {9: measured(TARGETS[0], 0.1, clock=60)}
    first = judged(found)[0]
    assert not first.missed
    assert first.clock == 60
    assert "60.000" in table([first], found)


@pytest.mark.slow
def test_a_small_site_is_measured_to_the_end(tmp_path: Path) -> None:
    found = measure(12, 1, tmp_path)
    assert {target.measure for target in TARGETS} | {target.to for target in TARGETS} <= found.seconds.keys()
    assert all(seconds.cpu > 0 and seconds.clock > 0 for seconds in found.seconds.values())
    assert all(megabytes > 10 for megabytes in found.megabytes.values())
    assert found.drawn_again == {"a sentence": 0, "a figure": 1}
