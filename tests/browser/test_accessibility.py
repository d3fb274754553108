"""No accessibility fault that a machine can find: every page, light and dark, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.content.addresses import EXERCISES, PAGES, PLANS
from tests.support.watched_pages import DESKTOP, PHONE, OpenPage

SITE = "real"


def violations(page: Page) -> str:
    """What axe finds, told at length; empty where it finds nothing."""
    results = Axe().run(page)
    return str(results.generate_report()) if results.violations_count else ""


EVERY = [*PAGES, "404.html", "503.html"]

# One template makes all pages of a kind: each run looks at the fullest of them, and the slow tests at all.
ALIKE = {f"exercises/{slug}/" for slug in EXERCISES} | {f"week/{plan}/" for plan in PLANS}
FULLEST = {"exercises/foot-stretching/", "exercises/grab-a-pencil/", "exercises/leg-stretch-up/", "week/full/"}


@pytest.mark.parametrize(
    "address", [pytest.param(each, marks=pytest.mark.slow if each in ALIKE - FULLEST else ()) for each in EVERY]
)
def test_a_page_has_no_violation_and_no_id_twice(page: Page, address: str) -> None:
    check(page, address, light=PHONE, dark=DESKTOP)


@pytest.mark.slow
@pytest.mark.parametrize("address", EVERY)
def test_a_page_has_no_violation_the_other_way_round(page: Page, address: str) -> None:
    """Colours are the same at every width, and what lies where is in both colours: seldom is there more to find."""
    check(page, address, light=DESKTOP, dark=PHONE)


def check(page: Page, address: str, **viewports: ViewportSize) -> None:
    """In each scheme on the one device."""
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
    page.goto("exercises/foot-stretching/")
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
