"""Builds without papers, and papers that cannot be made: no link breaks, and nothing is left half done."""

from pathlib import Path

import pytest

from tests.support.copies import build, copy_programme

PAPERS = ("docs/week/*.pdf", "docs/assets/made/previews/*.png", "site/week/*.pdf", "site/assets/made/previews/*.png")


@pytest.mark.slow
def test_a_build_without_exports_removes_them_and_every_link_to_them(project: Path, tmp_path: Path) -> None:
    copy = copy_programme(project, tmp_path)
    assert build(copy, "build").returncode == 0
    assert all(list(copy.glob(place)) for place in PAPERS)
    result = build(copy, "build", "--no-paper")
    assert result.returncode == 0, result.stdout
    assert " paper " not in result.stdout
    assert not any(list(copy.glob(place)) for place in PAPERS)
    assert not [page for page in (copy / "site").rglob("*.html") if ".pdf" in page.read_text(encoding="utf-8")]
    again = build(copy, "build", "--pages")
    assert again.returncode == 0
    assert len(list(copy.glob(PAPERS[0]))) == 24


@pytest.mark.slow
def test_a_name_that_the_font_lacks_stops_the_build_and_changes_nothing(project: Path, tmp_path: Path) -> None:
    copy = copy_programme(project, tmp_path)
    assert build(copy, "--pages").returncode == 0
    before = {path: path.read_bytes() for path in (copy / "docs").rglob("*") if path.is_file()}
    plan = copy / "content/plans/long-week.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("name: The long week", "name: The 足 week", 1), encoding="utf-8")
    result = build(copy, "--pages")
    assert result.returncode == 1
    told = 'docs/week/long-week-a4.pdf: chart.typ: PDF/UA-1 error: the text `"足"` could not be displayed'
    assert told in result.stdout
    assert "or build with --no-paper\nNothing was changed." in result.stdout
    assert "Traceback" not in result.stdout
    assert {path: path.read_bytes() for path in (copy / "docs").rglob("*") if path.is_file()} == before
    assert build(copy, "--pages", "--no-paper").returncode == 0
