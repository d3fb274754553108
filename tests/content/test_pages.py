"""The project's own pages are valid HTML, and none of their links is broken."""

from __future__ import annotations

from pathlib import Path

from tests.support.html import pages
from tests.support.validators import broken_links, html_errors


def test_no_page_has_an_html_error(project: Path, real_site_dir: Path) -> None:
    errors = html_errors(project, real_site_dir)
    assert not errors, "\n".join(errors)


def test_no_link_is_broken(real_site_dir: Path, real_site_url: str, tmp_path: Path) -> None:
    checked, broken = broken_links(real_site_dir, real_site_url, tmp_path)
    assert not broken, "\n".join(broken)
    assert checked > 10 * len(pages(real_site_dir))
