"""The old address of a renamed exercise or plan leads to the new one, with and without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.watched_pages import OpenPage


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_an_old_address_leads_to_the_new_one(open_page: OpenPage, script: bool) -> None:
    page = open_page(java_script_enabled=script)
    page.goto("exercises/barrel-roll/?from=chat#steps")
    tail = r"\?from=chat#steps" if script else ""
    expect(page).to_have_url(re.compile(rf"/exercises/cork-roll/{tail}$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Cork roll")
    page.goto("week/cadets-week/")
    expect(page).to_have_url(re.compile(r"/week/short-start/$"))


def test_files_of_an_old_name_equal_the_new_ones_and_are_in_no_index(site_dir: Path, site_url: str) -> None:
    week = site_dir / "week"
    for kind in (".json", ".ics", "-a4.pdf", "-handout-letter.pdf"):
        assert (week / f"cadets-week{kind}").read_bytes() == (week / f"short-start{kind}").read_bytes()
    for name in ("sitemap.xml", "search/search_index.json"):
        text = (site_dir / name).read_text("utf-8")
        assert "cork-roll" in text
        assert "barrel-roll" not in text
        assert "cadets-week" not in text
    old = (site_dir / "exercises/barrel-roll/index.html").read_text("utf-8")
    assert f'rel="canonical" href="{site_url}exercises/cork-roll/"' in old
