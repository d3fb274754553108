"""What is renamed: its old address leads to the new one, with a script and without, in a site built with such a name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.copies import build, copy_sources
from tests.support.server import SiteServer

pytestmark = pytest.mark.slow  # it builds a site of its own


@pytest.fixture(scope="module")
def moved(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    copy = copy_sources(project, tmp_path_factory.mktemp("moved"))
    for name, old in (("exercises/foot-massage", "ball-roll"), ("plans/full", "nine-a-week")):
        file = copy / "content" / f"{name}.yml"
        file.write_text(f"formerly: [{old}]\n{file.read_text('utf-8')}", encoding="utf-8")
    server = SiteServer(copy / "site")
    built = build(copy, SITE_URL=server.url)
    assert built.returncode == 0, built.stdout
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("script", [True, False])
def test_an_old_address_leads_on(moved: SiteServer, browser: Browser, script: bool) -> None:
    page = browser.new_context(java_script_enabled=script, service_workers="block").new_page()
    page.goto(f"{moved.url}exercises/ball-roll/?from=chat#steps")
    tail = r"\?from=chat#steps" if script else ""
    expect(page).to_have_url(re.compile(rf"/exercises/foot-massage/{tail}$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Foot massage")
    page.goto(f"{moved.url}week/nine-a-week/")
    expect(page).to_have_url(re.compile(r"/week/full/$"))
    page.context.close()


def test_old_names_hold_the_new_data_and_are_in_no_list(moved: SiteServer) -> None:
    week = moved.folder / "week"
    for kind in (".json", ".ics", "-a4.pdf", "-handout-letter.pdf"):
        assert (week / f"nine-a-week{kind}").read_bytes() == (week / f"full{kind}").read_bytes()
    for name in ("sitemap.xml", "search/search_index.json"):
        text = (moved.folder / name).read_text("utf-8")
        assert "foot-massage" in text
        assert "ball-roll" not in text
        assert "nine-a-week" not in text
    canonical = (moved.folder / "exercises/ball-roll/index.html").read_text("utf-8")
    assert f'rel="canonical" href="{moved.url}exercises/foot-massage/"' in canonical
