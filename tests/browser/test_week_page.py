"""A plan's page on a phone: today first, then a row a day; what is done is said."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import THURSDAY, Reader, reader
from tests.browser.week_page import unfold
from tests.support.watched_pages import PHONE, OpenPage

__all__ = ["reader"]

NAMES = {0: "Morning", 11: "Morning", 13: "Midday", 20: "Evening"}


def unfolded(page: Page) -> list[str]:
    """The names of today's sessions whose exercises are in view."""
    return page.locator(".gf-day--today .gf-day__session[open] h3").all_text_contents()


@pytest.mark.parametrize("hour", NAMES)
def test_only_the_session_whose_part_of_the_day_has_come_is_unfolded(open_page: OpenPage, hour: int) -> None:
    page = open_page(viewport=PHONE)
    page.clock.set_fixed_time(THURSDAY.replace(hour=hour, minute=15))
    page.goto("week/long-week/")
    [name] = unfolded(page)
    assert name.startswith(NAMES[hour])
    start = page.locator(".gf-day--today session-start button:visible")
    expect(start).to_have_count(1)
    expect(page.locator(".gf-day[open]")).to_have_count(1)


def test_a_plan_of_one_session_a_day_starts_todays_session_at_any_hour(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    page.clock.set_fixed_time(datetime(2026, 11, 26, 20, 15))
    page.goto("week/short-start/")
    expect(page.locator(".gf-day--today").get_by_role("button")).to_have_text("Start today’s session")


def test_a_row_says_what_each_session_of_a_day_takes(no_js: Page) -> None:
    no_js.goto("week/long-week/")
    row = no_js.locator(".gf-day[data-day=tue] > summary")
    for name in ("Tuesday", "Morning", "Midday", "Evening"):
        expect(row).to_contain_text(name)
    first = no_js.locator(".gf-day[data-day=tue] li").first
    expect(first).to_be_hidden()
    row.click()  # a fold needs no script
    expect(first).to_be_visible()


def test_a_link_to_a_session_unfolds_it(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    page.clock.set_fixed_time(THURSDAY)
    page.goto("week/long-week/#tue-evening")
    expect(page.locator("#tue-evening")).to_be_in_viewport()
    expect(page.locator(".gf-day__session:has(#tue-evening) li").first).to_be_visible()
    page.evaluate("location.hash = 'fri-morning'")
    expect(page.locator(".gf-day__session:has(#fri-morning) li").first).to_be_visible()


def test_a_session_that_is_done_says_so_and_can_be_done_again(reader: Reader) -> None:
    page = reader("long-week", at=THURSDAY.replace(hour=8), viewport=PHONE)
    page.goto("week/long-week/")
    morning = page.locator(".gf-day--today .gf-day__session").first
    start = morning.locator("session-start button")
    expect(start).to_have_text("Start this morning’s session")
    morning.get_by_role("checkbox").check()
    expect(morning.locator("summary")).to_contain_text("Done ✓")
    expect(start).to_have_text("Do it again")
    page.reload()
    expect(start).to_have_text("Do it again")
    morning.get_by_role("checkbox").uncheck()
    expect(morning.locator("summary")).not_to_contain_text("Done")
    expect(start).to_have_text("Start this morning’s session")


def test_a_plan_that_offers_later_what_was_missed_unfolds_it(reader: Reader) -> None:
    page = reader("long-week", {"2026-11-26": {"long-week": ["midday"]}}, at=THURSDAY.replace(hour=13), viewport=PHONE)
    page.route("**/week/long-week.json", lambda route: route.fulfill(json=route.fetch().json() | {"missed": "later"}))
    page.goto("week/long-week/")
    folds = page.locator(".gf-day--today .gf-day__session")
    expect(folds.nth(0).locator("li").first).to_be_visible()
    expect(folds.nth(1).locator("li").first).to_be_hidden()
    page.goto("")
    expect(page.locator(".is-now h3")).to_have_text(re.compile("Morning.*Now"))


def test_yesterdays_fold_closes_at_midnight(reader: Reader) -> None:
    page = reader("long-week")
    page.clock.install(time=THURSDAY.replace(hour=23, minute=59))
    page.goto("week/long-week/")
    unfold(page, "thu")
    page.clock.run_for(2 * 60_000)
    first = page.locator(".gf-day").first
    expect(first.locator("h2")).to_contain_text("Friday")
    assert first.evaluate("day => day.open")
    expect(page.locator(".gf-day[open]")).to_have_count(1)
    names = page.locator(".gf-day h2").all_text_contents()
    assert names[1:4] == ["Monday", "Tuesday", "Wednesday"]
