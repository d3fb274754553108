"""Every page is valid HTML by the W3C's checker."""

from pathlib import Path

from tests.support.validators import html_errors


def test_no_page_has_an_html_error(project: Path, site_dir: Path) -> None:
    errors = html_errors(project, site_dir)
    assert not errors, "\n".join(errors)


def test_the_checker_reports_an_image_without_alternative_text(project: Path, tmp_path: Path) -> None:
    bad = '<!doctype html><html lang="en"><title>Bad</title><p><img src="a.png"></p>'
    (tmp_path / "index.html").write_text(bad, encoding="utf-8")
    assert "alt" in "".join(html_errors(project, tmp_path))
