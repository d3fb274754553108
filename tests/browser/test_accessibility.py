"""Every page passes axe's accessibility checks, in light and dark colours, on a phone and on a desktop."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.support.addresses import EXERCISES, PAGES, PLANS
from tests.support.watched_pages import DESKTOP, PHONE, OpenPage


def violations(page: Page) -> str:
    """The report of axe; empty if it finds nothing."""
    results = Axe().run(page)
    return str(results.generate_report()) if results.violations_count else ""


EVERY = [*PAGES, "404.html", "503.html"]

# Pages of one kind share a template: each run checks those with the most on them, the slow tests check all.
ALIKE = {f"exercises/{slug}/" for slug in EXERCISES} | {f"week/{plan}/" for plan in PLANS}
FULLEST = {"exercises/ankle-cross/", "exercises/sponge-squeeze/", "exercises/scarf-lift/", "week/long-week/"}


@pytest.mark.parametrize(
    "address", [pytest.param(each, marks=pytest.mark.slow if each in ALIKE - FULLEST else ()) for each in EVERY]
)
def test_a_page_has_no_violation_and_no_duplicate_id(page: Page, address: str) -> None:
    check(page, address, light=PHONE, dark=DESKTOP)


@pytest.mark.slow
@pytest.mark.parametrize("address", EVERY)
def test_a_page_has_no_violation_in_the_other_colours_at_each_width(page: Page, address: str) -> None:
    """Colours do not depend on the width, nor the layout on the colours, so this rarely finds more."""
    check(page, address, light=DESKTOP, dark=PHONE)


def check(page: Page, address: str, **viewports: ViewportSize) -> None:
    """Checks each colour scheme at the width given for it."""
    for scheme, viewport in viewports.items():
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(address)
        ids: list[str] = page.evaluate("() => [...document.querySelectorAll('[id]')].map(each => each.id)")
        assert sorted(ids) == sorted(set(ids))
        assert not violations(page), scheme


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_has_no_violation(open_page: OpenPage, scheme: str) -> None:
    page = open_page(viewport=PHONE, color_scheme=scheme)
    page.goto("")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("dialog", name="Search").get_by_role("textbox").press_sequentially("calf")
    page.locator(".md-search-result__item").first.wait_for()
    assert not violations(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_running_timer_has_no_violation(open_page: OpenPage, scheme: str) -> None:
    page = open_page(viewport=PHONE, color_scheme=scheme)
    page.clock.install()
    page.goto("exercises/ankle-cross/")
    page.get_by_role("button", name="Start", exact=True).click()
    for seconds in (1, 10, 10):  # get ready, hold, rest
        page.clock.run_for(seconds * 1000)
        assert not violations(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_has_no_violation(open_page: OpenPage, scheme: str) -> None:
    page = open_page(viewport=PHONE, color_scheme=scheme)
    page.goto("")
    page.locator("summary", has_text="Menu").click()
    assert not violations(page)
