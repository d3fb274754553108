"""An accessible guided session: by keyboard, by screen reader, on every screen, with doubled text."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.session_page import SessionPage, dose, week
from tests.browser.week_page import unfold
from tests.support.watched_pages import PHONE, OpenPage

BOTH = dose(
    10, name="Squeeze a sponge with your toes", reps=5, rest=5, ready=10, switch=10, sides="left right", limb="foot"
)
MORNING = week(BOTH, dose(65, ready=4, place="floor"), between=10, floor=30)


@pytest.fixture
def session(page: Page) -> SessionPage:
    return SessionPage(page).open(MORNING).start()


# ---- Keyboard and focus ----


def focused(session: SessionPage) -> str:
    text: str = session.page.evaluate("(document.activeElement.innerText || document.activeElement.name || '').trim()")
    return text


def test_a_session_works_by_keyboard_keeps_the_focus_and_returns_it(page: Page) -> None:
    session = SessionPage(page).open(MORNING)
    unfold(page, "mon")
    start = page.locator("session-start[data-day=mon] button").first
    start.focus()
    page.keyboard.press("Enter")
    expect(session.dialog).to_be_visible()
    expect(session.dialog).to_have_accessible_name("Morning · Monday")
    expect(session.dialog).to_have_attribute("aria-modal", "true")
    assert focused(session) == "Begin"
    page.keyboard.press("Enter")
    assert focused(session) == "Pause"
    page.keyboard.press("Space")
    assert focused(session) == "Resume"
    seen = set()
    for _ in range(8):
        page.keyboard.press("Tab")
        seen.add(focused(session))
    assert seen == {"Urgent help", "Close", "Settings", "Back", "Resume", "Skip"}
    page.keyboard.press("Shift+Tab")
    assert focused(session) in seen
    page.keyboard.press("s")  # the theme's key for search
    expect(page.get_by_role("dialog")).to_have_count(1)
    session.button("Resume").press("Enter")
    page.keyboard.press("Escape")
    assert session.text("word") == "Get ready"
    assert session.button("Resume").is_visible()  # the first Escape pauses
    page.keyboard.press("Escape")
    expect(session.dialog).to_have_count(0)
    expect(start).to_be_focused()
    assert not page.evaluate("document.querySelectorAll('[inert]').length")


def test_the_page_behind_is_out_of_reach_even_without_inert(session: SessionPage) -> None:
    assert session.page.evaluate("document.querySelector('header').closest('[inert]') !== null")
    session.page.evaluate("for (const each of document.querySelectorAll('[inert]')) each.inert = false")
    session.press("Begin")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(7):
            session.page.keyboard.press(key)
            assert session.page.evaluate("document.activeElement.closest('.gf-session') !== null")


def test_escape_closes_the_settings_first(session: SessionPage) -> None:
    session.press("Begin", "Settings")
    session.run(30)
    session.page.keyboard.press("Escape")
    assert session.texts("word", "time") == ("Get ready", "10")  # it paused for them, and runs on
    assert session.button("Pause").is_visible()


# ---- By screen reader ----


def test_phases_are_announced_and_seconds_are_not(session: SessionPage) -> None:
    session.page.evaluate(
        """() => {
          window.spoken = [];
          for (const region of document.querySelectorAll(".gf-session [aria-live]")) {
            const note = () => spoken.push(region.innerText.split(/\\s*\\n+\\s*/).filter(Boolean).join(" "));
            new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
          }
        }"""
    )
    session.press("Begin")
    session.run(24.5)
    spoken = session.page.evaluate("spoken")
    name = "Squeeze a sponge with your toes"
    assert sorted(spoken[:2]) == sorted([name, "Get ready Left foot 5 times"])
    assert spoken[2:] == ["Hold Left foot 1 of 5", "Rest Left foot 1 of 5"]
    snapshot = session.dialog.aria_snapshot()
    assert "progressbar" in snapshot
    assert "timer" in snapshot
    assert session.dialog.get_by_role("timer").evaluate("digits => !digits.closest('[aria-live]')")
    expect(session.dialog.get_by_role("progressbar")).to_have_attribute("aria-valuenow", re.compile("^[89]$|^1[0-9]$"))


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.slow), "dark"])
def test_no_accessibility_violation_in_any_view(open_page: OpenPage, scheme: str) -> None:
    page = open_page(viewport=PHONE, color_scheme=scheme)
    slow = dose(90, reps=2, rest=90, ready=90, switch=90, sides="left right", limb="foot")
    session = SessionPage(page).open(week(slow, slow, between=90), frozen_clock=False).start()  # axe needs a clock

    def check(view: str) -> None:
        assert session.page.locator(".gf-session").get_attribute("data-view") == view
        results = Axe().run(page, context=".gf-session")
        assert not results.violations_count, results.generate_report()

    check("idle")
    session.press("Begin")
    for word in ("Get ready", "Hold", "Rest", "Hold", "Change feet", "Hold", "Rest", "Hold", "Move on"):
        assert session.text("word") == word
        if word != "Hold" or session.text("count") == "1 of 2":
            check("running")
        session.press("Skip")
    session.press("Pause")
    check("paused")
    session.press("Settings")
    check("settings")
    session.press("Skip this exercise")
    check("done")


# ---- On every screen ----

MEASURE = """
() => {
  const box = document.querySelector(".gf-session");
  const seen = (element) => element.getClientRects().length && getComputedStyle(element).visibility !== "hidden";
  const rect = (element) => { const { left, right, top, bottom, height } = element.getBoundingClientRect();
    return { left, right, top, bottom, height } };
  return {
    scrolls: box.scrollHeight > box.clientHeight + 1,
    wide: box.scrollWidth > box.clientWidth,
    buttons: [...box.querySelectorAll("button")].filter(seen).map(rect),
    parts: [...box.querySelectorAll(".gf-session__name, .gf-session__plate, "
      + ".gf-session__word, .gf-session__time, .gf-session__picture")].map(rect),
    digits: parseFloat(getComputedStyle(box.querySelector(".gf-session__time")).fontSize),
  };
}
"""


@pytest.mark.parametrize(
    ("width", "height", "digits"),
    [(390, 844, 0.33), (360, 640, 0.28), (320, 568, 0.28), (844, 390, 0.12), (640, 360, 0.12), (1280, 800, 0.1)],
)
def test_every_screen_shows_all_controls_and_large_digits(
    open_page: OpenPage, width: int, height: int, digits: float
) -> None:
    session = SessionPage(open_page(viewport={"width": width, "height": height})).open(MORNING).start()
    session.press("Begin")
    for press in (None, "Skip", "Skip"):
        if press:
            session.press(press)
        found = session.page.evaluate(MEASURE)
        assert not found["wide"]
        assert not found["scrolls"]
        assert found["digits"] >= digits * width
        for button in found["buttons"]:
            assert button["height"] >= 48
        for part in (*found["buttons"], *found["parts"]):
            assert part["left"] >= 0
            assert part["right"] <= width
            assert part["top"] >= 0
            assert part["bottom"] <= height
    session.press("Pause")  # now the whole stop rule must be visible
    expect(session.dialog.locator(".gf-session__under .gf-session__rule")).to_contain_text("Stop if anything hurts")
    assert session.page.evaluate("""() =>
        document.querySelector(".gf-session__under .gf-session__rule").getBoundingClientRect().bottom
        <= document.querySelector(".gf-session__buttons").getBoundingClientRect().top""")
    session.page.evaluate("scrollTo(0, 1000)")
    assert session.page.evaluate("document.querySelector('.gf-session').getBoundingClientRect().top") == 0


def test_with_doubled_text_nothing_is_lost(open_page: OpenPage) -> None:
    """As with a larger text size in the browser's settings: all texts are doubled, the screen is not."""
    session = SessionPage(open_page(viewport=PHONE)).open(MORNING).start()
    double = """() => {
      const texts = [...document.querySelectorAll(".gf-session *")]
      const sizes = texts.map(text => parseFloat(getComputedStyle(text).fontSize))
      texts.forEach((text, index) => text.style.setProperty("font-size", `${2 * sizes[index]}px`, "important"))
    }"""
    session.page.evaluate(double)
    session.press("Begin")
    for view in ("running", "paused"):
        if view == "paused":
            session.press("Pause")
        found = session.page.evaluate(MEASURE)
        assert not found["wide"]
        for part in (*found["buttons"], *found["parts"]):
            assert part["right"] <= PHONE["width"]
        assert (
            max(button["bottom"] for button in found["buttons"]) <= PHONE["height"]
        )  # those at the bottom stay in reach


# ---- Words and loading ----


def test_the_scripts_contain_no_visible_words(project: Path) -> None:
    folder = project / "docs/assets/js"
    for file in folder.glob("session/*.js"):
        source = file.read_text("utf-8")
        code = re.sub(r"/\*.*?\*/", "", re.sub(r"(?<!:)//.*", "", source), flags=re.DOTALL)
        texts = re.findall(r'"([^"\n]*)"|`([^`]*)`', code)
        words = [text for pair in texts for text in pair if re.match(r"[A-Z][a-z]+( |$)", text)]
        assert set(words) <= {"Escape", "Tab"}  # the names of keys


def test_the_player_is_fetched_only_when_a_session_is_opened(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rsplit("/", 1)[-1]))
    session = SessionPage(page).open()
    assert not {"session.js", "session.css"} & set(fetched)
    session.start()
    assert {"session.js", "session.css"} <= set(fetched)
