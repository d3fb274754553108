"""No link and no anchor of the site is broken, looked up under its path as on a publishing host."""

from pathlib import Path

from tests.support.html import pages
from tests.support.server import BASE
from tests.support.validators import broken_links


def test_no_link_is_broken(site_dir: Path, site_url: str, tmp_path: Path) -> None:
    checked, broken = broken_links(site_dir, site_url, tmp_path)
    assert not broken, "\n".join(broken)
    assert checked > 10 * len(pages(site_dir))


def test_the_checker_reports_broken_links_and_anchors(site_url: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(
        "".join(f'<a href="{to}">x</a>' for to in ("gone/", "#gone", f"{site_url}gone/", f"{BASE}gone/")),
        encoding="utf-8",
    )
    _, broken = broken_links(site, site_url, tmp_path)
    assert len(broken) == 4
