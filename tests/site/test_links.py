"""No link and no anchor of the site is broken, looked up under its path as on a publishing host."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.support.html import address, pages
from tests.support.server import BASE

LYCHEE = Path(sys.executable).with_name("lychee")
SITEMAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def look_up(site: Path, site_url: str, tmp_path: Path) -> dict[str, Any]:
    """What lychee reports. The site's own full addresses are looked up in its folder too."""
    root = tmp_path / "www"
    root.mkdir()
    (root / BASE.strip("/")).symlink_to(site)
    run = subprocess.run(
        [
            *(str(LYCHEE), "--offline", "--no-progress", "--include-fragments", "--format=json"),
            *("--index-files=index.html", f"--root-dir={root}", f"--remap={site_url} file://{root}{BASE}"),
            f"{root}{BASE}**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout, run.stderr
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def test_no_link_is_broken(site_dir: Path, site_url: str, tmp_path: Path) -> None:
    report = look_up(site_dir, site_url, tmp_path)
    assert report["error_map"] == {}
    assert report["successful"] > 10 * len(pages(site_dir))


def test_a_broken_link_and_a_broken_anchor_are_found(site_url: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(
        "".join(f'<a href="{to}">x</a>' for to in ("gone/", "#gone", f"{site_url}gone/", f"{BASE}gone/")),
        encoding="utf-8",
    )
    report = look_up(site, site_url, tmp_path)
    assert sum(map(len, report["error_map"].values())) == 4


def test_the_sitemap_lists_every_page(site_dir: Path, site_url: str) -> None:
    listed = ElementTree.parse(site_dir / "sitemap.xml").findall("map:url/map:loc", SITEMAP)
    assert sorted(str(place.text) for place in listed) == sorted(
        site_url + address(site_dir, page) for page in pages(site_dir)
    )
