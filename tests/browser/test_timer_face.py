"""How the hold timer looks and sounds to a screen reader: words, digits, controls, focus, and full screen."""

import gzip
import json
import re
from pathlib import Path

import pytest
import rjsmin
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.timer_page import TimerPage, details
from tests.browser.timer_timetable import BOTH, Dose, expected
from tests.support.watched_pages import PHONE, OpenPage

KIB = 1024


@pytest.fixture
def timers(page: Page, site_url: str) -> TimerPage:
    return TimerPage(page, site_url).open()


@pytest.fixture
def on_phone(phone: Page, site_url: str) -> TimerPage:
    return TimerPage(phone, site_url).open()


# ---- Words and digits ----


def test_the_current_phase_and_the_next_one_are_shown(timers: TimerPage) -> None:
    timers.place(**BOTH.attributes(), limb="foot")

    def shown() -> tuple[str, ...]:
        return tuple(timers.text(part) for part in ("word", "side", "count", "next", "time"))

    assert shown() == ("Hold", "Left foot first. Either is fine.", "3 times", "", "10 s")
    timers.press("Start")
    assert shown() == ("Get ready", "Left foot", "3 times", "Next: Hold 10 s", "10")
    timers.run(11)
    assert shown() == ("Hold", "Left foot", "1 of 3", "Next: Rest 5 s", "9")
    timers.run(9)
    assert shown() == ("Rest", "Left foot", "1 of 3", "Next: Hold 10 s", "5")
    timers.run(30)
    assert shown() == ("Change feet", "Right foot", "3 times", "Next: Hold 10 s", "10")
    timers.run(40)
    assert shown() == ("Hold", "Right foot", "3 of 3", "Next: Done", "10")
    timers.run(10)
    assert shown() == ("Done", "", "", "", "")


def test_words_for_verbs_and_sides(timers: TimerPage) -> None:
    cases: list[tuple[dict[str, str], str, str]] = [
        ({}, "Hold", ""),
        ({"verb": "walk"}, "Walk", ""),
        ({"verb": "circle", "sides": "left right", "limb": "leg"}, "Circle", "Left leg"),
        ({"verb": "roll", "sides": "right left", "limb": "foot"}, "Roll", "Right foot"),
        ({"verb": "wiggle", "sides": "left right"}, "Wiggle", "Left"),
        ({"sides": "right left", "limb": "wing"}, "Hold", "Right"),
        ({"verb": "ready set"}, "Ready set", ""),
    ]
    for attributes, word, side in cases:
        timers.place(seconds=9, ready=0, **attributes)
        assert timers.text("word") == word
        timers.press("Start")
        assert (timers.text("word"), timers.text("side"), timers.text("count")) == (word, side, "")


def test_a_minute_or_more_is_shown_in_minutes(timers: TimerPage) -> None:
    timers.place(seconds=75, ready=0)
    assert timers.text("time") == "1:15 min"
    timers.press("Start")
    assert timers.text("time") == "1:15"
    timers.run(15)
    assert timers.text("time") == "1:00"
    timers.run(1)
    assert timers.text("time") == "59"
    timers.place(seconds=65, reps=2, rest=600, ready=5)
    timers.press("Start")
    assert timers.text("next") == "Next: Hold 1:05 min"
    timers.press("Skip", "Skip")
    timers.run(595)
    assert timers.text("time") == "5"


def test_phases_are_announced_and_seconds_are_not(timers: TimerPage) -> None:
    timers.place(**BOTH.attributes())
    live = timers.timer.locator("[aria-live]")
    expect(live).to_have_count(1)
    expect(live).to_have_attribute("aria-live", "polite")
    timers.page.evaluate(
        """window.spoken = [];
        const region = document.querySelector("#trial [aria-live]");
        const note = () => spoken.push(region.innerText.split(/\\s*\\n+\\s*/).join(" "));
        new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });"""
    )
    timers.press("Start")
    timers.run(19.5)
    timers.press("Pause", "Resume")
    timers.run(0.5)
    assert timers.page.evaluate("spoken") == ["Get ready Left 3 times", "Hold Left 1 of 3", "Rest Left 1 of 3"]
    assert timers.timer.get_by_role("timer").evaluate("digits => !digits.closest('[aria-live=polite]')")


# ---- Invalid values, content inside the element ----


def test_without_valid_seconds_the_timer_is_hidden(timers: TimerPage) -> None:
    for seconds in (None, "", "0", "-5", "NaN", "ten", "10 s", "Infinity"):
        timers.place(**({} if seconds is None else {"seconds": seconds}))
        expect(timers.timer, f"{seconds} is hidden").to_be_hidden()
        assert timers.timer.evaluate("timer => timer.hidden"), seconds
        timers.timer.evaluate("timer => timer.setAttribute('seconds', '5')")
        expect(timers.button("Start")).to_be_visible()
        timers.timer.evaluate("timer => timer.setAttribute('seconds', '0')")
        expect(timers.timer).to_be_hidden()


def test_a_timer_that_is_hidden_in_the_html_is_revealed(timers: TimerPage) -> None:
    timers.place(seconds=5, hidden="")
    expect(timers.button("Start")).to_be_visible()


@pytest.mark.parametrize(("seconds", "works"), [("10", True), ("ten", False)])
def test_content_inside_the_element_stays_beside_the_controls(timers: TimerPage, seconds: str, works: bool) -> None:
    timers.place("<p>Hold ten seconds.</p>", seconds=seconds)
    expect(timers.timer.get_by_text("Hold ten seconds.")).to_be_visible()
    expect(timers.button("Start")).to_be_visible(visible=works)


def test_controls_inside_the_element_are_used(timers: TimerPage) -> None:
    drawn = timers.page.evaluate("document.querySelector('#gf-timer').innerHTML")
    timers.place(drawn.replace("Start", "Go"), seconds=2, ready=0)
    assert timers.timer.locator(".gf-timer").count() == 1
    timers.press("Go")
    timers.run(3)
    assert timers.phases() == ["hold", "done"]


# ---- The reader's own dose ----


def test_the_dose_can_be_changed_and_reset(timers: TimerPage) -> None:
    timers.place(seconds=10, reps=3, rest=1, ready=0)
    timers.timer.get_by_text("Change the amount").click()
    seconds = timers.timer.get_by_role("spinbutton", name="Seconds", exact=True)
    times = timers.timer.get_by_role("spinbutton", name="Times", exact=True)
    expect(seconds).to_have_value("10")
    expect(times).to_have_value("3")
    seconds.fill("6")
    times.fill("2")
    timers.press("Start")
    expect(seconds).to_be_hidden()
    timers.run(20)
    assert timers.phase_details() == details(expected(Dose(seconds=6, reps=2, rest=1, ready=0)))
    assert timers.text("word") == "Done"
    timers.press("Reset")
    expect(seconds).to_have_value("10")
    expect(times).to_have_value("3")
    assert timers.buttons() == ["Start"]


def test_an_impossible_dose_is_refused(timers: TimerPage) -> None:
    timers.place(seconds=10)
    timers.timer.get_by_text("Change the amount").click()
    seconds = timers.timer.get_by_role("spinbutton", name="Seconds", exact=True)
    seconds.fill("12")
    seconds.press("Tab")
    for wrong in ("", "0", "-3", "2.5", "100000"):
        seconds.fill(wrong)
        seconds.press("Tab")
        expect(seconds).to_have_value("12")
        expect(timers.button("Start")).to_be_visible()


def test_the_other_side_can_go_first(timers: TimerPage) -> None:
    timers.place(seconds=2, ready=1, switch=1, sides="left right", limb="foot")
    timers.timer.get_by_text("Change the amount").click()
    timers.timer.get_by_role("checkbox", name="Start with the other side").check()
    assert timers.text("side") == "Right foot first. Either is fine."
    timers.press("Start")
    timers.run(10)
    assert timers.phase_details() == details(expected(Dose(seconds=2, ready=1, switch=1, sides="right left")))


def test_without_sides_the_first_side_cannot_be_chosen(timers: TimerPage) -> None:
    timers.place(seconds=2)
    timers.timer.get_by_text("Change the amount").click()
    expect(timers.timer.get_by_role("checkbox", name="Start with the other side")).to_have_count(0)


# ---- Keyboard and focus ----


def test_it_works_by_keyboard_alone_and_never_loses_the_focus(timers: TimerPage) -> None:
    timers.place(seconds=5, reps=2, rest=2, ready=3)
    keys = timers.page.keyboard
    timers.button("Start").focus()
    keys.press("Enter")
    expect(timers.button("Pause")).to_be_focused()
    keys.press("Space")
    expect(timers.button("Resume")).to_be_focused()
    keys.press("Space")
    keys.press("Tab")
    expect(timers.button("Restart")).to_be_focused()
    keys.press("Enter")
    expect(timers.button("Restart")).to_be_focused()
    assert timers.phases() == ["ready", "ready"]
    keys.press("Tab")
    keys.press("Enter")
    expect(timers.button("Skip")).to_be_focused()
    for _ in range(3):
        keys.press("Enter")
    assert timers.phases()[1:] == ["ready", "hold", "rest", "hold", "done"]
    expect(timers.button("Restart")).to_be_focused()
    keys.press("Enter")
    timers.run(30)
    assert timers.phases()[-1] == "done"
    expect(timers.button("Restart")).to_be_focused()


def test_the_focus_moves_to_restart_when_the_timer_finishes(timers: TimerPage) -> None:
    timers.place(seconds=2, ready=0)
    timers.press("Start")
    expect(timers.button("Pause")).to_be_focused()
    timers.run(3)
    expect(timers.button("Restart")).to_be_focused()


def test_the_timer_takes_no_focus_or_keys_from_the_rest_of_the_page(timers: TimerPage) -> None:
    timers.place(seconds=2, ready=0)
    timers.press("Start")
    timers.page.keyboard.press("Escape")
    timers.page.locator("header a").first.focus()
    for key in ("Space", "Escape", "p", "s"):
        timers.page.keyboard.press(key)
    assert timers.buttons() == ["Pause", "Restart", "Skip"]
    timers.run(3)
    assert timers.page.evaluate("!document.activeElement.closest('hold-timer')")


# ---- The screen of a phone ----


LOOKED_AT = """
(timer) => {
  const seen = (selector) => [...timer.querySelectorAll(selector)].filter((e) => e.getClientRects().length);
  const boxes = seen(".gf-timer *").map((e) => e.getBoundingClientRect());
  const targets = seen("button, label").map((e) => e.getBoundingClientRect());
  return {
    across: boxes.map((box) => [box.left, box.right]),
    down: boxes.map((box) => [box.top, box.bottom]),
    targets: targets.map((box) => Math.min(box.width, box.height)),
    digits: parseFloat(getComputedStyle(timer.querySelector("[role=timer]")).fontSize),
  };
}
"""


def test_on_a_phone_the_running_timer_fills_the_screen_until_closed(on_phone: TimerPage) -> None:
    timers = on_phone
    timers.place(**BOTH.attributes())
    box = timers.timer.locator(".gf-timer")
    idle = timers.timer.bounding_box()
    timers.press("Start")
    assert box.bounding_box() == {"x": 0, "y": 0, **PHONE}
    assert timers.timer.bounding_box() == idle
    expect(timers.button("Pause")).to_be_focused()
    outside = "document.activeElement !== document.body && !document.activeElement.closest('hold-timer')"
    for _ in range(12):  # through the controls and the browser's own, never to the page behind
        timers.page.keyboard.press("Tab")
        assert not timers.page.evaluate(outside)
    timers.button("Pause").focus()
    timers.press("Close")
    expect(timers.button("Resume")).to_be_focused()
    assert timers.page.locator("[inert]").count() == 0
    assert timers.timer.bounding_box() == idle
    timers.press("Resume")
    assert box.bounding_box() == {"x": 0, "y": 0, **PHONE}
    timers.page.keyboard.press("Escape")
    assert timers.buttons() == ["Resume", "Restart", "Skip"]
    assert box.bounding_box() != {"x": 0, "y": 0, **PHONE}
    timers.press("Resume")
    timers.run(200)
    assert timers.buttons() == ["Restart"]
    timers.press("Close")
    assert timers.text("word") == "Done"
    expect(timers.button("Restart")).to_be_focused()


@pytest.mark.parametrize("size", [(320, 568), (360, 800), (390, 844), (844, 390), (768, 1024)])
def test_every_small_screen_shows_all_controls_and_large_digits(
    open_page: OpenPage, site_url: str, size: tuple[int, int]
) -> None:
    width, height = size
    page = open_page(viewport={"width": width, "height": height}, is_mobile=True, has_touch=True)
    timers = TimerPage(page, site_url).open()
    timers.place(**BOTH.attributes(), limb="foot")
    timers.press("Start")
    while timers.button("Skip").is_visible():
        screen = timers.timer.evaluate(LOOKED_AT)
        assert all(left >= 0 and right <= width for left, right in screen["across"])
        assert all(top >= 0 and bottom <= height for top, bottom in screen["down"])
        assert min(screen["targets"]) >= 48
        assert screen["digits"] >= 0.28 * min(width, height)
        timers.press("Skip")


def test_on_a_desktop_the_layout_does_not_shift_while_the_timer_runs(page: Page, site_url: str) -> None:
    timers = TimerPage(page, site_url).open("exercises/ankle-cross/")
    timer = page.locator("hold-timer")
    size = "timer => [timer.offsetHeight, timer.firstElementChild.offsetHeight, document.body.scrollHeight]"
    idle = timer.evaluate(size)
    timer.get_by_role("button", name="Start", exact=True).click()
    while (skip := timer.get_by_role("button", name="Skip", exact=True)).is_visible():
        assert timer.evaluate(size) == idle
        skip.click()
    assert timer.evaluate(size) == idle
    assert timers.phases()[-1] == "done"


def test_space_is_reserved_before_the_timer_is_drawn(page: Page, site_url: str) -> None:
    timers = TimerPage(page, site_url).open()
    drawn = timers.place(**BOTH.attributes()).bounding_box()
    assert drawn
    empty = timers.timer.evaluate("e => { e.replaceChildren(); return e.offsetHeight }")
    assert empty == drawn["height"]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (390, "light"),
        (1280, "dark"),
        *(pytest.param(*other, marks=pytest.mark.slow) for other in ((390, "dark"), (1280, "light"))),
    ],
)
def test_no_accessibility_violation_in_any_state(open_page: OpenPage, site_url: str, scheme: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    timers = TimerPage(page, site_url).open(frozen_clock=False)  # axe waits by the clock
    timers.place(name="Towel scrunch", seconds=900, reps=3, rest=900, ready=900, switch=900, sides="left right")
    timers.timer.get_by_text("Change the amount").click()

    def check() -> None:
        results = Axe().run(page)
        assert not results.violations_count, results.generate_report()

    check()
    timers.press("Start")
    while timers.text("word") != "Change sides":
        timers.press("Skip")
    timers.press("Pause")
    check()
    while timers.button("Skip").is_visible():
        timers.press("Skip")
    check()


# ---- Without JavaScript, in print, and its size ----


def test_without_javascript_no_timer_shows(no_js: Page, site_url: str) -> None:
    no_js.goto(site_url + "exercises/ankle-cross/")
    timer = no_js.locator("hold-timer")
    assert timer.inner_text() == ""
    box = timer.bounding_box()
    assert box is None or box["height"] == 0
    assert "Change the amount" not in no_js.locator("body").inner_text()
    expect(no_js.get_by_role("button", name="Start", exact=True)).to_have_count(0)


def test_the_timer_is_not_printed(page: Page, site_url: str) -> None:
    page.goto(site_url + "exercises/ankle-cross/")
    page.emulate_media(media="print")
    expect(page.locator(".gf-timer")).to_be_hidden()


def test_core_timer_and_session_scripts_are_at_most_18_kib_compressed(project: Path) -> None:
    folder = project / "docs/assets/js"
    files = sorted(file for name in ("core", "timer", "session") for file in (folder / name).glob("*.js"))
    sources = "\n".join(file.read_text("utf-8") for file in files)
    script = rjsmin.jsmin(re.sub(r"^(import .*$|export )", "", sources, flags=re.MULTILINE))
    assert len(gzip.compress(script.encode(), 9, mtime=0)) <= 18 * KIB


def test_the_scripts_contain_no_visible_words(project: Path) -> None:
    folder = project / "docs/assets/js"
    for file in (*folder.glob("core/*.js"), *folder.glob("timer/*.js")):
        source = file.read_text("utf-8")
        code = re.sub(r"/\*.*?\*/", "", re.sub(r"(?<!:)//.*", "", source), flags=re.DOTALL)
        texts = re.findall(r'"([^"\n]*)"|`([^`]*)`', code)
        words = [text for pair in texts for text in pair if re.match(r"[A-Z][a-z]+( |$)", text)]
        assert set(words) <= {"Escape"}  # the name of a key


def test_every_exercise_page_has_a_timer_with_valid_seconds(site_dir: Path) -> None:
    for exercise in json.loads((site_dir / "exercises.json").read_text("utf-8")):
        page = (site_dir / exercise["url"] / "index.html").read_text("utf-8")
        assert re.findall(r'<hold-timer name="([^"]+)" verb="[a-z]+" seconds="[1-9]\d*" reps="[1-9]\d*"', page) == [
            exercise["name"]
        ]
