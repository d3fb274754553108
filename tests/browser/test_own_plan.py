"""A week of the reader's own as a plan like the others: chosen, shown as today, ticked, named, given up."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import THURSDAY, Reader, done, kept, reader
from tests.browser.test_accessibility import violations

__all__ = ["reader"]

TODAY = "2026-11-26"
# Monday and Thursday, morning and evening; named "Ana’s week".
LINK = "w1.14=morning=evening.NQW5h4oCZcyB3ZWVr.cork-roll=60s1xl==1.ankle-cross=10s3xe=4=2.iu"


def opened(page: Page, link: str = LINK) -> None:
    page.goto(f"your-own-week/#{link}")
    page.get_by_role("button", name="Print the week").wait_for()


def test_a_week_of_ones_own_becomes_today_with_ticks_and_start(reader: Reader) -> None:
    page = reader(at=THURSDAY.replace(hour=20, minute=15))
    opened(page)
    page.get_by_role("button", name="Use this week").click()
    expect(page.get_by_role("status").filter(has_text="This is your week now. ✓")).to_be_visible()
    expect(page.get_by_role("button", name="Not my week")).to_be_focused()
    expect(page.get_by_text("Now: Evening, 2 min")).to_be_visible()
    assert kept(page)["gf-plan"] == '"-"'
    assert json.loads(kept(page)["gf-own-week"]).startswith("w1.14=morning=evening.")
    page.get_by_role("link", name="Today’s sessions").click()
    today = page.get_by_role("region", name="Today")
    expect(today.get_by_role("link", name="Ana’s week")).to_be_visible()
    expect(today.locator(".is-now h3")).to_have_text(re.compile("Evening.*2 min.*Now"))
    today.get_by_role("button", name="Start Evening").click()
    expect(page.get_by_role("dialog")).to_contain_text("Ankle cross")
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    today.get_by_role("checkbox", name="Done: Evening").check()
    assert done(page) == {TODAY: {"-": ["evening"]}}
    expect(today.get_by_text("Done today ✓")).to_be_visible()
    today.get_by_role("link", name="Ana’s week").click()
    expect(page.get_by_role("button", name="Do it again: Evening")).to_be_visible()
    expect(page.get_by_role("button", name="Not my week")).to_be_visible()


def test_the_page_about_this_device_names_the_week_and_its_file_carries_it(reader: Reader) -> None:
    page = reader("-", {TODAY: {"-": ["morning"]}}, {"gf-own-week": json.dumps(LINK)})
    page.goto("on-this-device/")
    expect(page.get_by_text("Your plan: a week of your own")).to_be_visible()
    expect(page.get_by_text("A week of your own: Ana’s week")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a file").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert json.loads(text) == {
        "kind": "exercise-record",
        "version": 1,
        "plan": "-",
        "week": LINK,
        "done": {TODAY: {"-": ["morning"]}},
        "cues": None,
    }

    other = reader("long-week")
    other.goto("on-this-device/")
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Open a file").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": text.encode()})
    expect(other.get_by_text("A week of your own: Ana’s week")).to_be_visible()
    assert kept(other)["gf-plan"] == '"-"'
    other.goto("")
    today = other.get_by_role("region", name="Today")
    expect(today.get_by_role("checkbox", name="Done: Morning")).to_be_checked()


def test_a_file_with_the_plan_but_not_the_week_keeps_the_readers_plan(reader: Reader) -> None:
    page = reader("long-week")
    page.goto("on-this-device/")
    file: dict[str, Any] = {"kind": "exercise-record", "version": 1, "plan": "-", "done": {}}
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()})
    expect(page.get_by_text("File opened.")).to_be_visible()
    assert kept(page)["gf-plan"] == '"long-week"'


def test_not_my_week_gives_the_week_up_and_keeps_it_stored(reader: Reader) -> None:
    page = reader("-", None, {"gf-own-week": json.dumps(LINK)})
    page.goto("your-own-week/")
    page.get_by_role("button", name="Not my week").click()
    expect(page.get_by_text("This is not your week any more.")).to_be_visible()
    expect(page.get_by_role("button", name="Use this week")).to_be_focused()
    assert "gf-plan" not in kept(page)
    page.get_by_role("button", name="Forget the kept week").click()
    assert "gf-own-week" not in kept(page)
    page.goto("")
    expect(page.get_by_role("region", name="Today")).to_be_hidden()


def test_another_week_replaces_the_followed_one_only_when_it_is_used(reader: Reader) -> None:
    page = reader("-", None, {"gf-own-week": json.dumps(LINK)})
    opened(page, "w1.1234567=morning.cork-roll=60s1xl==1.au")
    expect(page.get_by_role("button", name="Use this week")).to_be_visible()
    expect(page.get_by_role("button", name="Keep on this device")).to_be_hidden()
    assert json.loads(kept(page)["gf-own-week"]) == LINK
    page.get_by_role("button", name="Use this week").click()
    expect(page.get_by_text("Now: today’s session")).to_be_visible()
    assert "w1.1234567" in kept(page)["gf-own-week"]
    page.get_by_role("button", name=re.compile("Start today’s session")).wait_for()


def test_keeping_a_week_is_confirmed_beside_the_button(reader: Reader) -> None:
    page = reader()
    opened(page)
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.get_by_role("status").filter(has_text="This week is kept on this device. ✓")).to_be_visible()
    assert "gf-plan" not in kept(page)


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.slow), "dark"])
def test_a_followed_week_has_no_accessibility_violation(reader: Reader, scheme: str) -> None:
    page = reader("-", {TODAY: {"-": ["morning"]}}, {"gf-own-week": json.dumps(LINK)}, color_scheme=scheme)
    for address in ("", "your-own-week/"):
        page.goto(address)
        expect(page.get_by_text(re.compile("Done (today|so far) ✓")).first).to_be_visible()
        assert not violations(page), address
