"""Ticks: on the week and its chart, by finishing a session, in two tabs, carried as a file; and where storage won't."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import THURSDAY, Reader, done, kept, reader
from tests.support.watched_pages import DESKTOP

SITE = "real"

__all__ = ["reader"]

TODAY, TUESDAY = "2026-11-26", "2026-11-24"
TICKED: dict[str, Any] = {TODAY: {"full": ["morning"]}, TUESDAY: {"full": ["midday", "morning"]}}
KEPT_NOWHERE = re.compile("keeps nothing for us")


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name)


def ticked_on_chart(page: Page) -> set[tuple[str, str]]:
    boxes = page.locator(".gf-chart .gf-box--done").evaluate_all(
        "all => all.map(box => [box.dataset.day, box.dataset.session])"
    )
    return {(day, session) for day, session in boxes}


def finish(page: Page, **detail: str | None) -> None:
    """As the player tells that a session was done to its end."""
    page.evaluate(
        """detail => document.body.dispatchEvent(new CustomEvent("guided-session:done", { bubbles: true, detail }))""",
        {"plan": "full", "day": "thu", "session": "midday", "date": TODAY} | detail,
    )


# --- The week ---


def test_the_week_fills_on_the_screen_and_stays_empty_on_paper(reader: Reader, site_dir: Path) -> None:
    page = reader("full", TICKED, viewport=DESKTOP)
    page.goto("week/full/")
    expect(box(page, "Done: Thursday, Morning")).to_be_checked()
    expect(page.locator(".gf-day .gf-tick:visible")).to_have_count(4 * 3)  # Monday to today, none of the days to come
    assert ticked_on_chart(page) == {("thu", "morning"), ("tue", "morning"), ("tue", "midday")}
    box(page, "Done: Thursday, Midday").check()
    assert ("thu", "midday") in ticked_on_chart(page)
    slots = json.loads((site_dir / "week/full.json").read_text(encoding="utf-8"))["slots"]
    expected = [slot for slot in slots if slot["day"] == "thu" and slot["session"] == "midday" and not slot["optional"]]
    ticked = page.get_by_role("img", name="Thursday, Midday, done", exact=True)
    expect(ticked).to_have_count(len(expected))
    assert done(page)[TODAY] == {"full": ["midday", "morning"]}

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


def test_a_week_that_is_not_the_readers_has_no_boxes_to_tick(reader: Reader) -> None:
    page = reader("full", TICKED)
    page.goto("week/gentle-start/")
    expect(page.get_by_role("button", name="Make this my week")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.get_by_role("button", name="Make this my week").click()
    box(page, "Done: Thursday, Morning").check()
    page.get_by_role("button", name="Not my week").click()
    expect(page.locator(".gf-day .gf-tick:visible")).to_have_count(0)
    assert done(page)[TODAY] == {"full": ["morning"], "gentle-start": ["morning"]}


def test_a_finished_session_is_ticked_wherever_it_was_played(reader: Reader) -> None:
    page = reader()
    page.goto("safety/")  # which has nothing to do with it
    finish(page, session="evening")
    finish(page, plan=None)  # a week of one's own
    page.wait_for_function("(localStorage.getItem('gf-progress') || '').includes('-')")
    page.goto("week/full/")
    page.get_by_role("button", name="Make this my week").click()
    finish(page)
    expect(box(page, "Done: Thursday, Midday")).to_be_checked()
    assert done(page) == {TODAY: {"-": ["midday"], "full": ["evening", "midday"]}}


def test_two_tabs_agree_and_neither_loses_the_others_ticks(reader: Reader) -> None:
    one = reader("full", viewport=DESKTOP)
    one.goto("")
    other = one.context.new_page()
    other.clock.set_fixed_time(THURSDAY)
    other.goto("week/full/")
    box(one, "Done: Morning").check()
    expect(box(other, "Done: Thursday, Morning")).to_be_checked()
    box(other, "Done: Thursday, Midday").check()
    expect(box(one, "Done: Midday")).to_be_checked()
    box(one, "Done: Evening").check()
    box(other, "Done: Thursday, Morning").uncheck()
    expect(box(one, "Done: Morning")).not_to_be_checked()
    assert done(one) == done(other) == {TODAY: {"full": ["evening", "midday"]}}
    other.get_by_role("button", name="Not my week").click()
    expect(one.get_by_role("region", name="Today")).to_be_hidden()


# --- What is kept ---


def opened(page: Page, text: str | bytes) -> str:
    """What the page says to a file."""
    expect(page.get_by_role("button", name="Open a file")).to_be_visible()  # its script has come
    data = text if isinstance(text, bytes) else text.encode()
    page.locator("input[type=file]").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": data})
    said = page.locator("record-file [role=status]")
    expect(said).not_to_be_empty()
    told = said.inner_text()
    said.evaluate("said => said.textContent = ''")
    return told


def test_the_page_of_what_is_kept_is_whole_without_scripts(no_js: Page) -> None:
    no_js.goto("on-this-device/")
    expect(no_js.get_by_text("Ticking needs scripts")).to_be_visible()
    expect(no_js.get_by_role("table")).to_have_count(0)


def test_the_last_weeks_show_a_mark_a_session_and_no_score(reader: Reader) -> None:
    page = reader("full", TICKED | {"2026-10-19": {"full": ["morning"], "gentle-start": ["morning"]}})
    page.goto("on-this-device/")
    calendar = page.get_by_role("group", name="Your last weeks").get_by_role("table")
    expect(calendar.get_by_role("row")).to_have_count(7)
    cells = calendar.get_by_role("cell")
    expect(cells).to_have_count(42)
    marked = [cell.inner_text().split() for cell in cells.all() if cell.locator("i").count()]
    assert marked == [["19", "Oct", "2", "sessions"], ["24", "2", "sessions"], ["26", "1", "session"]]
    expect(page.get_by_text("Ticks: on 3 days")).to_be_visible()
    expect(page.get_by_text("Your plan: The full week")).to_be_visible()
    expect(page.get_by_text("not a failure")).to_have_count(1)
    assert not re.search(r"streak|score|%|missed", page.locator("main").inner_text())


def test_a_record_is_saved_and_put_back_in_another_browser(reader: Reader) -> None:
    cues = '{"voice":true,"rate":1.5}'
    one = reader("full", TICKED, {"gf-cues": cues})
    one.goto("on-this-device/")
    with one.expect_download() as download:
        one.get_by_role("button", name="Save a file").click()
    assert download.value.suggested_filename == f"good-footing-{TODAY}.json"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert json.loads(text) == {
        "kind": "exercise-record",
        "version": 1,
        "plan": "full",
        "done": TICKED,
        "cues": json.loads(cues),
    }

    other = reader("gentle-start", {TODAY: {"full": ["evening"], "gentle-start": ["morning"]}})
    other.goto("on-this-device/")
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Open a file").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": text.encode()})
    expect(other.locator("record-file [role=status]")).to_have_text("Taken in: ticks on 2 days.")
    assert done(other) == {
        TUESDAY: TICKED[TUESDAY],
        TODAY: {"full": ["evening", "morning"], "gentle-start": ["morning"]},
    }
    assert kept(other)["gf-plan"] == '"full"'
    assert kept(other)["gf-cues"] == cues
    expect(other.get_by_text("Your plan: The full week")).to_be_visible()
    expect(other.get_by_text("Sounds and other cues: as you chose them")).to_be_visible()


def test_a_bad_file_is_refused_with_its_reason_and_changes_nothing(reader: Reader) -> None:
    page = reader("full", TICKED)
    page.goto("on-this-device/")
    expect(page.get_by_role("button", name="Open a file")).to_be_visible()
    before = kept(page)
    good = {"kind": "exercise-record", "version": 1, "done": {TODAY: {"full": ["evening"]}}}
    for text, reason in (
        (b"\xff\xfe\x00", "not a file of ours"),
        ("{", "not a file of ours"),
        ("[]", "some other kind of file"),
        (json.dumps(good | {"version": 2}), "newer version"),
        (
            json.dumps(good | {"plan": "<img src=x onerror=alert(1)>"}),
            "“<img src=x onerror=alert(1)>” is not the name of a plan",
        ),
        (json.dumps(good | {"done": {"2026-02-30": {"full": ["evening"]}}}), "“2026-02-30” is not a date"),
        (json.dumps(good | {"done": {TODAY: {"full": ["evening", 5]}}}), "“5” is not the name of a session"),
        (json.dumps(good | {"cues": [1]}), "sounds"),
        (" " * 1_000_001, "larger"),
    ):
        said = opened(page, text)
        assert said.startswith("Refused"), said
        assert reason in said
        assert said.endswith("Nothing has changed.")
        assert kept(page) == before
    plan = page.evaluate("localStorage.getItem('gf-plan')")
    assert opened(page, json.dumps(good | {"plan": "no-such-plan"})) == "Taken in: ticks on 1 day."
    assert page.evaluate("localStorage.getItem('gf-plan')") == plan  # one that is not here is not taken
    assert opened(page, json.dumps(good)) == "Taken in: ticks on 1 day."


def test_all_is_deleted_when_asked_for_twice(reader: Reader) -> None:
    page = reader("full", TICKED, {"gf-cues": "{}", "gf-muted": "yes", "another": "stays"})
    page.goto("on-this-device/")
    before = kept(page)
    page.get_by_role("button", name="Delete all", exact=True).click()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Delete all", exact=True)).to_be_focused()
    assert kept(page) == before
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Yes, delete all").press("Enter")
    expect(page.get_by_text("Deleted. Nothing of yours")).to_be_visible()
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


@pytest.mark.parametrize("storage", [DENIED, FULL], ids=["denied", "full"])
def test_without_storage_everything_works_and_one_sentence_says_what_is_lost(reader: Reader, storage: str) -> None:
    page = reader()
    page.add_init_script(storage)
    page.goto("week/full/")
    page.get_by_role("button", name="Make this my week").click()
    expect(page.get_by_text(KEPT_NOWHERE)).to_have_count(1)
    box(page, "Done: Thursday, Morning").check()
    page.get_by_role("link", name="Today’s sessions").click()  # no reload: it is remembered as long
    expect(box(page, "Done: Morning")).to_be_checked()
    box(page, "Done: Midday").check()
    expect(page.get_by_text(KEPT_NOWHERE)).to_have_count(1)
    page.get_by_role("link", name="Your last weeks").click()
    expect(page.get_by_text(KEPT_NOWHERE)).to_have_count(1)
    expect(page.get_by_text("Ticks: on 1 day")).to_be_visible()
    assert "could not keep it" in opened(page, json.dumps({"kind": "exercise-record", "version": 1, "done": {}}))
    page.goto("on-this-device/")  # anew: all is gone, as was said
    expect(page.get_by_text("Ticks: none")).to_be_visible()
    expect(page.get_by_text(KEPT_NOWHERE)).to_have_count(1)


def test_what_cannot_be_read_counts_as_empty_until_the_next_tick(reader: Reader) -> None:
    page = reader("full")
    page.goto("")
    wrong = ["{{{", "null", "7", '"x"', '{"version":1,"done":[1]}', '{"done":{"__proto__":{"full":["x"]}}}']
    for text in wrong:
        for key in ("gf-progress", "gf-room", "gf-cues"):
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        page.reload()
        expect(box(page, "Done: Morning")).not_to_be_checked()
        assert kept(page)["gf-progress"] == text
    box(page, "Done: Morning").check()
    assert done(page) == {TODAY: {"full": ["morning"]}}
    for text in ("{{{", "null", '"../about"', "{}"):
        page.evaluate("text => localStorage.setItem('gf-plan', text)", text)
        page.reload()
        expect(page.get_by_role("link", name="Begin with the gentle start")).to_be_visible()
        expect(page.get_by_role("region", name="Today")).to_be_hidden()


def test_what_one_cannot_read_in_part_is_kept_in_part(reader: Reader) -> None:
    record = {"version": 1, "done": TICKED | {"2026-13-01": {"full": ["morning"]}, "2026-11-25": "x"}}
    page = reader("full", raw={"gf-progress": json.dumps(record)})
    page.goto("")
    box(page, "Done: Evening").check()
    assert done(page) == TICKED | {TODAY: {"full": ["evening", "morning"]}}


def test_what_a_newer_version_keeps_is_left_untouched_and_said(reader: Reader) -> None:
    text = '{"version":2,"done":{"2026-11-26":[["full","morning"]]},"more":true}'
    page = reader("full", raw={"gf-progress": text})
    page.goto("")
    expect(page.get_by_text("A newer version of this site keeps your ticks")).to_have_count(1)
    box(page, "Done: Morning").check()
    expect(box(page, "Done: Morning")).to_be_checked()
    finish(page)
    page.get_by_role("link", name="Your last weeks").click()
    expect(page.get_by_text("A newer version of this site keeps your ticks")).to_have_count(1)
    good = {"kind": "exercise-record", "version": 1, "plan": "gentle-start", "done": TICKED}
    assert "newer version" in opened(page, json.dumps(good))
    assert kept(page)["gf-progress"] == text
    assert kept(page)["gf-plan"] == '"full"'


def test_the_scripts_of_progress_are_small(site_dir: Path, packed: Callable[[str], int]) -> None:
    assert packed("progress") <= 6 * 1024
    assert packed("device") <= 3 * 1024


@pytest.fixture
def packed(site_dir: Path) -> Callable[[str], int]:
    """How many bytes a bundle has when gzipped."""
    return lambda name: len(gzip.compress((site_dir / f"assets/made/{name}.js").read_bytes(), mtime=0))


def test_a_module_exists_once_whatever_script_uses_it(page: Page) -> None:
    page.goto("on-this-device/")
    page.locator("past-weeks table").wait_for()
    assert page.evaluate("""async () => {
        const { Follower } = await import(new URL("../assets/made/progress.js", location))
        return Object.getPrototypeOf(customElements.get("past-weeks")) === Follower
    }""")
