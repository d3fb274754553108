"""Ticks: on the week and its chart, by finishing a session, in two tabs, in a file, and without storage."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import THURSDAY, Reader, done, kept, reader
from tests.browser.week_page import unfold
from tests.support.watched_pages import DESKTOP

__all__ = ["reader"]

TODAY, TUESDAY = "2026-11-26", "2026-11-24"
TICKED: dict[str, Any] = {TODAY: {"long-week": ["morning"]}, TUESDAY: {"long-week": ["midday", "morning"]}}
KEPT_NOWHERE = "isn’t saving anything"


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name)


def ticked_on_chart(page: Page) -> set[tuple[str, str]]:
    boxes = page.locator(".gf-chart .gf-box--done").evaluate_all(
        "all => all.map(box => [box.dataset.day, box.dataset.session])"
    )
    return {(day, session) for day, session in boxes}


def finish(page: Page, **detail: str | None) -> None:
    """Sends the event of a session that was played to its end."""
    page.evaluate(
        """detail => document.body.dispatchEvent(new CustomEvent("guided-session:done", { bubbles: true, detail }))""",
        {"plan": "long-week", "day": "thu", "session": "midday", "date": TODAY} | detail,
    )


# --- The week ---


def test_ticks_show_on_the_screen_and_not_on_paper(reader: Reader, site_dir: Path) -> None:
    page = reader("long-week", TICKED, viewport=DESKTOP)
    page.goto("week/long-week/")
    expect(box(page, "Done: Thursday, Morning")).to_be_checked()
    expect(page.locator(".gf-day .gf-tick:not([hidden])")).to_have_count(
        4 * 3
    )  # Monday to today, none of the days to come
    assert ticked_on_chart(page) == {("thu", "morning"), ("tue", "morning"), ("tue", "midday")}
    unfold(page, "thu")
    box(page, "Done: Thursday, Midday").check()
    assert ("thu", "midday") in ticked_on_chart(page)
    slots = json.loads((site_dir / "week/long-week.json").read_text(encoding="utf-8"))["slots"]
    expected = [slot for slot in slots if slot["day"] == "thu" and slot["session"] == "midday" and not slot["optional"]]
    ticked = page.get_by_role("img", name="Thursday, Midday, done", exact=True)
    expect(ticked).to_have_count(len(expected))
    assert done(page)[TODAY] == {"long-week": ["midday", "morning"]}

    drawn = "boxes => boxes.map(box => getComputedStyle(box, '::after').display)"
    assert set(page.locator(".gf-chart .gf-box--done").evaluate_all(drawn)) == {"block"}
    before = page.locator(".gf-chart__table").screenshot
    page.emulate_media(media="print")
    assert set(page.locator(".gf-chart .gf-box--done").evaluate_all(drawn)) == {"none"}
    ticked_print = before()
    page.evaluate("localStorage.clear()")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert ticked_on_chart(page) == set()
    assert page.locator(".gf-chart__table").screenshot() == ticked_print


def test_only_the_chosen_week_has_boxes_to_tick(reader: Reader) -> None:
    page = reader("long-week", TICKED)
    page.goto("week/short-start/")
    expect(page.get_by_role("button", name="Make this my week")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.get_by_role("button", name="Make this my week").click()
    box(page, "Done: Thursday, Morning").check()
    page.get_by_role("button", name="Not my week").click()
    expect(page.locator(".gf-day .gf-tick:not([hidden])")).to_have_count(0)
    assert done(page)[TODAY] == {"long-week": ["morning"], "short-start": ["morning"]}


def test_a_finished_session_is_ticked_on_whatever_page_it_was_played(reader: Reader) -> None:
    page = reader()
    page.goto("safety/")  # a page without ticks
    finish(page, session="evening")
    finish(page, plan=None)  # a week from the builder
    page.wait_for_function("(localStorage.getItem('gf-progress') || '').includes('-')")
    page.goto("week/long-week/")
    page.get_by_role("button", name="Make this my week").click()
    finish(page)
    unfold(page, "thu")
    expect(box(page, "Done: Thursday, Midday")).to_be_checked()
    assert done(page) == {TODAY: {"-": ["midday"], "long-week": ["evening", "midday"]}}


def test_two_tabs_show_and_keep_each_others_ticks(reader: Reader) -> None:
    one = reader("long-week", viewport=DESKTOP)
    one.goto("")
    other = one.context.new_page()
    other.clock.set_fixed_time(THURSDAY)
    other.goto("week/long-week/")
    box(one, "Done: Morning").check()
    unfold(other, "thu")
    expect(box(other, "Done: Thursday, Morning")).to_be_checked()
    box(other, "Done: Thursday, Midday").check()
    expect(box(one, "Done: Midday")).to_be_checked()
    box(one, "Done: Evening").check()
    box(other, "Done: Thursday, Morning").uncheck()
    expect(box(one, "Done: Morning")).not_to_be_checked()
    assert done(one) == done(other) == {TODAY: {"long-week": ["evening", "midday"]}}
    other.get_by_role("button", name="Not my week").click()
    expect(one.get_by_role("region", name="Today")).to_be_hidden()


# --- What is kept ---


def opened(page: Page, text: str | bytes) -> str:
    """The page's answer to a file."""
    expect(page.get_by_role("button", name="Open a file")).to_be_visible()  # its script is loaded
    data = text if isinstance(text, bytes) else text.encode()
    page.locator("input[type=file]").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": data})
    said = page.locator("record-file [role=status]")
    expect(said).not_to_be_empty()
    answer = said.inner_text()
    said.evaluate("said => said.textContent = ''")
    return answer


def test_the_device_page_is_complete_without_scripts(no_js: Page) -> None:
    no_js.goto("on-this-device/")
    expect(no_js.get_by_text("turn on JavaScript")).to_be_visible()
    expect(no_js.get_by_role("table")).to_have_count(0)


def test_the_last_weeks_show_a_mark_for_each_session_and_no_score(reader: Reader) -> None:
    page = reader("long-week", TICKED | {"2026-10-19": {"long-week": ["morning"], "short-start": ["morning"]}})
    page.goto("on-this-device/")
    calendar = page.get_by_role("group", name="Your last weeks").get_by_role("table")
    expect(calendar.get_by_role("row")).to_have_count(7)
    cells = calendar.get_by_role("cell")
    expect(cells).to_have_count(42)
    marked = [cell.inner_text().split() for cell in cells.all() if cell.locator("i").count()]
    assert marked == [["19", "Oct", "2", "sessions"], ["24", "2", "sessions"], ["26", "1", "session"]]
    expect(page.get_by_text("Ticks: on 3 days")).to_be_visible()
    expect(page.get_by_text("Your plan: The long week")).to_be_visible()
    assert not re.search(r"streak|score|%|missed", page.locator("main").inner_text())


def test_a_record_is_saved_to_a_file_and_opened_in_another_browser(reader: Reader) -> None:
    cues = '{"voice":true,"rate":1.5}'
    one = reader("long-week", TICKED, {"gf-cues": cues})
    one.goto("on-this-device/")
    with one.expect_download() as download:
        one.get_by_role("button", name="Save a file").click()
    assert download.value.suggested_filename == f"harbour-steps-{TODAY}.json"
    expect(one.get_by_text(f"Saved as harbour-steps-{TODAY}.json.")).to_be_visible()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert json.loads(text) == {
        "kind": "exercise-record",
        "version": 1,
        "plan": "long-week",
        "done": TICKED,
        "cues": json.loads(cues),
    }

    other = reader("short-start", {TODAY: {"long-week": ["evening"], "short-start": ["morning"]}})
    other.goto("on-this-device/")
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Open a file").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": text.encode()})
    expect(other.locator("record-file [role=status]")).to_have_text("Added: ticks on 2 days.")
    assert done(other) == {
        TUESDAY: TICKED[TUESDAY],
        TODAY: {"long-week": ["evening", "morning"], "short-start": ["morning"]},
    }
    assert kept(other)["gf-plan"] == '"long-week"'
    assert kept(other)["gf-cues"] == cues
    expect(other.get_by_text("Your plan: The long week")).to_be_visible()
    expect(other.get_by_text("Sounds and other settings: as you chose them")).to_be_visible()


def test_a_bad_file_is_refused_with_its_reason_and_changes_nothing(reader: Reader) -> None:
    page = reader("long-week", TICKED)
    page.goto("on-this-device/")
    expect(page.get_by_role("button", name="Open a file")).to_be_visible()
    before = kept(page)
    good = {"kind": "exercise-record", "version": 1, "done": {TODAY: {"long-week": ["evening"]}}}
    for text, reason in (
        (b"\xff\xfe\x00", "That isn’t a Harbour Steps file, or it is damaged."),
        ("{", "That isn’t a Harbour Steps file, or it is damaged."),
        ("[]", "That isn’t a Harbour Steps file."),
        (json.dumps(good | {"version": 2}), "newer version"),
        (
            json.dumps(good | {"plan": "<img src=x onerror=alert(1)>"}),
            "“<img src=x onerror=alert(1)>” is not the name of a plan",
        ),
        (json.dumps(good | {"done": {"2026-02-30": {"long-week": ["evening"]}}}), "“2026-02-30” is not a date"),
        (json.dumps(good | {"done": {TODAY: {"long-week": ["evening", 5]}}}), "“5” is not the name of a session"),
        (json.dumps(good | {"cues": [1]}), "sound settings"),
        (" " * 1_000_001, "too big"),
    ):
        said = opened(page, text)
        assert reason in said
        assert said.endswith("Nothing has changed.")
        assert kept(page) == before
    plan = page.evaluate("localStorage.getItem('gf-plan')")
    assert opened(page, json.dumps(good | {"plan": "no-such-plan"})) == "Added: ticks on 1 day."
    assert (
        page.evaluate("localStorage.getItem('gf-plan')") == plan
    )  # a plan that this site does not have is not taken over
    assert opened(page, json.dumps(good)) == "Added: ticks on 1 day."


def test_everything_is_deleted_after_a_confirmation(reader: Reader) -> None:
    page = reader("long-week", TICKED, {"gf-cues": "{}", "gf-muted": "yes", "another": "stays"})
    page.goto("on-this-device/")
    before = kept(page)
    page.get_by_role("button", name="Delete all", exact=True).click()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Delete all", exact=True)).to_be_focused()
    assert kept(page) == before
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Yes, delete all").press("Enter")
    expect(page.get_by_text("Deleted. Your plan, ticks and sounds are gone")).to_be_visible()
    expect(page.get_by_role("button", name="Delete all", exact=True)).to_be_focused()
    assert kept(page) == {}
    assert page.evaluate("localStorage.getItem('another')") == "stays"
    expect(page.get_by_text("Ticks: none")).to_be_visible()
    expect(page.locator(".gf-past__marks")).to_have_count(0)


# --- Where storage is not what it should be ---

DENIED = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.mark.parametrize("storage", [DENIED, FULL], ids=["denied", "long-week"])
def test_without_storage_everything_works_and_a_notice_says_what_is_lost(reader: Reader, storage: str) -> None:
    page = reader()
    page.add_init_script(storage)
    page.goto("week/long-week/")
    page.get_by_role("button", name="Make this my week").click()
    expect(page.get_by_text(KEPT_NOWHERE)).to_have_count(1)
    box(page, "Done: Thursday, Morning").check()
    page.get_by_role("link", name="Today’s sessions").click()  # without a reload, the plan is remembered
    expect(box(page, "Done: Morning")).to_be_checked()
    box(page, "Done: Midday").check()
    expect(page.get_by_text(KEPT_NOWHERE)).to_have_count(1)
    page.get_by_role("link", name="Your last weeks").click()
    expect(page.get_by_text(KEPT_NOWHERE)).to_have_count(1)
    expect(page.get_by_text("Ticks: on 1 day")).to_be_visible()
    assert "couldn’t save it" in opened(page, json.dumps({"kind": "exercise-record", "version": 1, "done": {}}))
    page.goto("on-this-device/")  # a reload loses it, as the notice said
    expect(page.get_by_text("Ticks: none")).to_be_visible()
    expect(page.get_by_text(KEPT_NOWHERE)).to_have_count(1)


def test_unreadable_storage_counts_as_empty_until_the_next_tick(reader: Reader) -> None:
    page = reader("long-week")
    page.goto("")
    wrong = ["{{{", "null", "7", '"x"', '{"version":1,"done":[1]}', '{"done":{"__proto__":{"long-week":["x"]}}}']
    for text in wrong:
        for key in ("gf-progress", "gf-room", "gf-cues"):
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        page.reload()
        expect(box(page, "Done: Morning")).not_to_be_checked()
        assert kept(page)["gf-progress"] == text
    box(page, "Done: Morning").check()
    assert done(page) == {TODAY: {"long-week": ["morning"]}}
    for text in ("{{{", "null", '"../about"', "{}"):
        page.evaluate("text => localStorage.setItem('gf-plan', text)", text)
        page.reload()
        expect(page.get_by_role("link", name="Begin with the short start")).to_be_visible()
        expect(page.get_by_role("region", name="Today")).to_be_hidden()


def test_the_readable_part_of_a_record_is_kept(reader: Reader) -> None:
    record = {"version": 1, "done": TICKED | {"2026-13-01": {"long-week": ["morning"]}, "2026-11-25": "x"}}
    page = reader("long-week", raw={"gf-progress": json.dumps(record)})
    page.goto("")
    box(page, "Done: Evening").check()
    assert done(page) == TICKED | {TODAY: {"long-week": ["evening", "morning"]}}


def test_a_record_of_a_newer_version_is_left_untouched_and_reported(reader: Reader) -> None:
    text = '{"version":2,"done":{"2026-11-26":[["long-week","morning"]]},"more":true}'
    page = reader("long-week", raw={"gf-progress": text})
    page.goto("")
    expect(page.get_by_text("Your ticks were saved by a newer version")).to_have_count(1)
    box(page, "Done: Morning").check()
    expect(box(page, "Done: Morning")).to_be_checked()
    finish(page)
    page.get_by_role("link", name="Your last weeks").click()
    expect(page.get_by_text("saved by a newer version of this site")).to_have_count(1)
    good = {"kind": "exercise-record", "version": 1, "plan": "short-start", "done": TICKED}
    assert "newer version" in opened(page, json.dumps(good))
    assert kept(page)["gf-progress"] == text
    assert kept(page)["gf-plan"] == '"long-week"'


def test_the_scripts_of_progress_are_small(site_dir: Path, packed: Callable[[str], int]) -> None:
    assert packed("progress") <= 6 * 1024
    assert packed("today") <= 2 * 1024
    assert packed("device") <= 3 * 1024


@pytest.fixture
def packed(site_dir: Path) -> Callable[[str], int]:
    """How many bytes a bundle has when gzipped."""
    return lambda name: len(gzip.compress((site_dir / f"assets/made/{name}.js").read_bytes(), mtime=0))


def test_scripts_share_one_instance_of_a_module(page: Page) -> None:
    page.goto("on-this-device/")
    page.locator("past-weeks table").wait_for()
    assert page.evaluate("""async () => {
        const { Follower } = await import(new URL("../assets/made/progress.js", location))
        return Object.getPrototypeOf(customElements.get("past-weeks")) === Follower
    }""")
