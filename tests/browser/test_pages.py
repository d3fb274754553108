"""The pages in use: without scripts and with them, by touch and keyboard, on small and large screens."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.navigation import navigate, open_for_instant_navigation
from tests.support.addresses import EXERCISES, OTHERS, PAGES, PLANS, SECTIONS
from tests.support.watched_pages import PHONE, OpenPage

MENU = ["Home", "Exercises", "Your week", "Safety", "Evidence", "About"]
MONDAY_FIRST = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEDNESDAY = datetime(2026, 11, 25, 9, 0)
SUNDAY = datetime(2026, 11, 29, 9, 0)


def cards(page: Page) -> list[str]:
    """The slugs of the visible cards, in order."""
    links = page.locator(".gf-pick a:visible").evaluate_all("links => links.map(link => link.pathname)")
    return [link.rstrip("/").rsplit("/", 1)[-1] for link in links]


# --- Without scripts ---


def check_it_is_complete(page: Page) -> None:
    """Checks its heading, its menu, and that it has no control without function."""
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator("button:visible, input:visible, select:visible")).to_have_count(0)
    menu = page.locator("details nav").get_by_role("link", include_hidden=True)
    assert [name.strip() for name in menu.all_text_contents()] == MENU


@pytest.mark.parametrize("address", SECTIONS)
def test_without_scripts_a_page_is_complete_and_has_no_dead_control(no_js: Page, address: str) -> None:
    no_js.goto(address)
    check_it_is_complete(no_js)
    if address == "exercises/":
        assert cards(no_js) == list(EXERCISES)


def test_without_scripts_the_menu_opens(no_js: Page) -> None:
    no_js.goto("")
    no_js.locator("summary", has_text="Menu").click()
    no_js.get_by_role("link", name="Safety", exact=True).locator("visible=true").first.click()
    expect(no_js).to_have_url(re.compile(r"/safety/$"))


@pytest.mark.parametrize("slug", EXERCISES)
def test_without_scripts_an_exercise_shows_its_dose_and_its_steps(no_js: Page, site_dir: Path, slug: str) -> None:
    data = {each["slug"]: each for each in json.loads((site_dir / "exercises.json").read_text("utf-8"))}[slug]
    no_js.goto(f"exercises/{slug}/")
    check_it_is_complete(no_js)
    expect(no_js.get_by_role("heading", level=1)).to_have_text(data["name"])
    expect(no_js.locator(".gf-dose-line")).to_be_visible()
    for step in data["steps"]:
        expect(no_js.get_by_text(step, exact=True)).to_be_visible()


@pytest.mark.parametrize("plan", PLANS)
def test_without_scripts_a_week_shows_all_its_days_in_order(no_js: Page, plan: str) -> None:
    no_js.goto(f"week/{plan}/")
    check_it_is_complete(no_js)
    days = [day.strip() for day in no_js.locator(".gf-day:visible h2").all_text_contents()]
    assert days == (MONDAY_FIRST[:5] if plan == "working-days" else MONDAY_FIRST)


@pytest.mark.parametrize("address", PAGES)
def test_without_scripts_every_page_has_one_link_to_urgent_help(no_js: Page, address: str) -> None:
    no_js.goto(address)
    help_ = no_js.get_by_role("banner").get_by_role("link", name="Urgent help")
    expect(help_).to_have_count(1)
    expect(help_).to_be_visible()
    help_.click()
    expect(no_js).to_have_url(re.compile(r"/safety/#emergency$"))
    expect(no_js.locator("#emergency")).to_be_in_viewport()


# --- Home, overview, exercise, week ---


def test_both_players_link_to_urgent_help(phone: Page) -> None:
    open_for_instant_navigation(phone, "")
    navigate(phone, phone.locator("main").get_by_role("link", name="Cork roll"))
    phone.get_by_role("button", name="Start", exact=True).click()
    help_ = phone.get_by_role("link", name="Urgent help").locator("visible=true")
    expect(phone.locator(".gf-timer--full").get_by_role("link", name="Urgent help")).to_be_in_viewport(ratio=1)
    help_.last.click()
    expect(phone).to_have_url(re.compile(r"/safety/#emergency$"))

    phone.goto("week/long-week/")
    phone.locator("session-start button:visible").first.click()
    phone.get_by_role("dialog").get_by_role("link", name="Urgent help").click()
    expect(phone).to_have_url(re.compile(r"/safety/#emergency$"))


def test_home_links_to_the_recommended_plan_and_all_exercises(phone: Page) -> None:
    phone.goto("")
    assert cards(phone) == list(EXERCISES)
    phone.get_by_role("link", name="short start").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Short start")


def test_plans_are_in_the_sites_order_the_recommended_one_first(phone: Page) -> None:
    phone.goto("week/")
    plans = phone.locator("main h2").all_text_contents()
    assert [plan.strip() for plan in plans][:4] == [*("Short start", "Bare cabin", "Working days", "The long week")]


def test_a_plans_card_shows_its_pictures_and_minutes_before_its_words(phone: Page) -> None:
    phone.goto("week/")
    expect(phone.get_by_role("button", name="Make this my week").first).to_be_visible()
    for card in phone.locator("section[data-plan]").all()[:4]:
        pictures, minutes, words = card.locator("svg").first, card.get_by_text("min a day"), card.locator("details")
        tops = [box["y"] for part in (pictures, minutes, words) if (box := part.bounding_box())]
        assert len(tops) == 3
        assert tops == sorted(tops)
        expect(words.locator("p")).to_be_hidden()
    assert phone.locator("section[data-plan]").nth(3).evaluate("card => card.getBoundingClientRect().bottom") <= 1600


def test_an_exercise_of_the_recommended_plan_is_on_the_first_screen(phone: Page) -> None:
    phone.goto("")
    start = phone.get_by_role("main").get_by_role("link", name="Short start", exact=True)
    expect(start.locator("svg").first).to_be_in_viewport(ratio=1)
    expect(phone.get_by_role("link", name="Begin with the short start")).to_be_in_viewport(ratio=1)


def test_filters_work_without_a_reload_and_are_in_the_address(desktop: Page) -> None:
    desktop.goto("exercises/")
    desktop.evaluate("window.sameDocument = true")
    filters = desktop.get_by_role("form", name="Choose exercises")
    filters.get_by_role("checkbox", name="Upright").check()
    assert cards(desktop) == ["slow-tiptoe", "wall-sway"]
    assert "position=upright" in desktop.url
    filters.get_by_role("checkbox", name="Stepping").check()
    assert cards(desktop) == ["high-march", "slow-tiptoe", "wall-sway"]
    filters.get_by_role("checkbox", name="No equipment").check()
    filters.get_by_role("checkbox", name="Ankle").check()
    assert cards(desktop) == ["wall-sway"]
    expect(filters.get_by_role("status")).to_contain_text("1 of 10")
    assert desktop.evaluate("window.sameDocument")

    desktop.goto(desktop.url)  # the address as someone sent it on
    expect(filters.get_by_role("checkbox", name="Ankle")).to_be_checked()  # the filters' script has been loaded
    assert cards(desktop) == ["wall-sway"]
    filters.get_by_role("button", name="Show all").click()
    expect(desktop.locator(".gf-pick:visible")).to_have_count(10)
    assert "?" not in desktop.url


def test_on_a_phone_the_filters_are_a_sheet_that_says_how_many_exercises_fit(phone: Page) -> None:
    phone.goto("exercises/")
    summary = phone.get_by_role("form", name="Choose exercises").locator("summary")
    show = phone.get_by_role("button", name=re.compile("^Show .* exercises?$"))
    expect(summary).to_be_visible()
    expect(show).to_be_hidden()
    summary.click()
    expect(show).to_have_text("Show 10 exercises")
    expect(show).to_be_in_viewport(ratio=1)
    phone.get_by_role("checkbox", name="Upright").check()
    expect(show).to_have_text("Show 2 exercises")
    expect(phone.get_by_role("checkbox", name="Cork ball")).to_be_disabled()
    show.click()
    expect(show).to_be_hidden()
    assert cards(phone) == ["slow-tiptoe", "wall-sway"]
    expect(summary).to_be_focused()
    summary.press("Enter")
    phone.get_by_role("checkbox", name="Upright").uncheck()
    expect(phone.get_by_role("checkbox", name="Cork ball")).to_be_enabled()
    phone.keyboard.press("Escape")
    expect(show).to_be_hidden()
    expect(phone.locator(".gf-pick:visible")).to_have_count(10)


def test_the_back_button_restores_the_filters(phone: Page) -> None:
    phone.goto("exercises/")
    choose = phone.get_by_role("form", name="Choose exercises").locator("summary")
    choose.click()
    phone.get_by_role("checkbox", name="Cork ball").check()
    phone.get_by_role("button", name="Show 1 exercise", exact=True).click()
    phone.get_by_role("link", name="Cork roll").locator("visible=true").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Cork roll")
    phone.go_back()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Exercises")
    assert cards(phone) == ["cork-roll"]
    expect(phone.get_by_role("checkbox", name="Cork ball", include_hidden=True)).to_be_checked()


def test_filters_that_match_nothing_say_so(phone: Page) -> None:
    phone.goto("exercises/?position=stepping&equipment=scarf")
    expect(phone.locator(".gf-pick:visible")).to_have_count(0)
    expect(phone.get_by_role("form", name="Choose exercises").get_by_role("status")).to_contain_text("No exercise")


@pytest.mark.parametrize("slug", EXERCISES)
def test_the_first_screen_holds_the_name_the_dose_and_start(phone: Page, slug: str) -> None:
    phone.goto(f"exercises/{slug}/")
    for part in (
        phone.get_by_role("heading", level=1),
        phone.locator(".gf-dose-line"),
        phone.locator(".gf-before, .gf-dose-line").last,
        phone.get_by_role("button", name="Start", exact=True),
    ):
        expect(part).to_be_visible()
        box = part.bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"], part


@pytest.mark.parametrize("slug", EXERCISES)
def test_the_steps_of_an_exercise_begin_within_two_phone_screens(phone: Page, slug: str) -> None:
    phone.goto(f"exercises/{slug}/")
    step = phone.locator(".gf-exercise__body > ol > li").first.bounding_box()
    assert step
    assert step["y"] <= 1500
    assert phone.evaluate("document.documentElement.scrollHeight") <= 4 * PHONE["height"] + 200


def test_claims_notes_and_variants_are_folded_and_the_stop_rules_are_not(no_js: Page) -> None:
    no_js.goto("exercises/cork-roll/")
    expect(no_js.get_by_role("heading", name="When to stop")).to_be_visible()
    folds = no_js.locator(".gf-exercise details:has(h2)")
    assert folds.count() >= 2
    for fold in folds.all():
        expect(fold.locator("p, li").first).to_be_hidden()
    folds.first.locator("summary").click()
    expect(folds.first.locator("p").first).to_be_visible()


def test_where_the_numbers_come_from_is_one_link_away(phone: Page) -> None:
    phone.goto("exercises/cork-roll/")
    phone.get_by_role("link", name="Where these numbers come from").click()
    expect(phone).to_have_url(re.compile(r"/about/#marks$"))


def test_an_exercise_links_to_its_neighbours_plans_and_report_address(phone: Page) -> None:
    phone.goto("exercises/high-march/")
    more = phone.get_by_role("navigation", name="More exercises")
    expect(more.get_by_role("link", name="Ankle cross")).to_be_visible()
    expect(phone.get_by_role("link", name="Bare cabin")).to_be_visible()  # one of its plans
    report = phone.get_by_role("link", name="Report a mistake").get_attribute("href")
    assert report
    assert report.startswith("mailto:")
    assert "high-march" in report
    more.get_by_role("link", name="Slow tiptoe").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Slow tiptoe")


@pytest.mark.parametrize("plan", PLANS)
def test_todays_sessions_come_first(open_page: OpenPage, plan: str) -> None:
    page = open_page(viewport=PHONE)
    page.clock.set_fixed_time(WEDNESDAY)
    page.goto(f"week/{plan}/")
    first = page.locator(".gf-day").first
    expect(first.get_by_role("heading", level=2)).to_have_text(re.compile(r"Today\s+Wednesday"))
    expect(page.locator(".gf-today")).to_have_count(1)
    expect(page.locator(".gf-day")).to_have_count(5 if plan == "working-days" else 7)


def test_on_a_day_off_the_week_keeps_its_order(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    page.clock.set_fixed_time(SUNDAY)
    page.goto("week/working-days/")
    assert [day.strip() for day in page.locator(".gf-day h2").all_text_contents()] == MONDAY_FIRST[:5]


@pytest.mark.parametrize("plan", PLANS)
def test_a_week_names_every_session_of_a_day(phone: Page, site_dir: Path, plan: str) -> None:
    slots = json.loads((site_dir / "week" / f"{plan}.json").read_text(encoding="utf-8"))["slots"]
    phone.goto(f"week/{plan}/")
    shown = phone.locator(".gf-day li a").evaluate_all("""links => links.map(link => [
        link.closest("[data-day]").dataset.day, link.pathname.split("/").slice(-2)[0]
    ].join(" "))""")
    assert sorted(shown) == sorted(f"{slot['day']} {slot['exercise']}" for slot in slots)


# --- From page to page ---


def test_pages_change_without_a_reload(desktop: Page) -> None:
    open_for_instant_navigation(desktop, "")
    desktop.evaluate("window.sameDocument = true")
    way = (
        ("Exercises", "Exercises"),
        ("Cork roll", "Cork roll"),
        ("Your week", "Your week"),
        ("Short start", "Short start"),
        ("Safety", None),
        ("About", None),
    )
    for link, heading in way:
        navigate(desktop, desktop.get_by_role("link", name=link, exact=True).locator("visible=true").first)
        if heading:
            expect(desktop.get_by_role("heading", level=1)).to_have_text(heading)
    assert desktop.url.endswith("/about/")
    assert desktop.evaluate("window.sameDocument") is True


def test_a_missing_page_offers_search_and_up_to_nine_exercises(phone: Page, problems: list[str], site_url: str) -> None:
    response = phone.goto("exercises/cork-rol/")
    assert response
    assert response.status == 404
    assert cards(phone) == list(EXERCISES[:9])
    phone.locator("main").get_by_role("button", name="Search").click()
    expect(phone.get_by_role("dialog", name="Search").get_by_role("textbox")).to_be_focused()
    phone.keyboard.press("Escape")
    phone.locator(".gf-pick a").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ankle cross")
    missing = f"{site_url}exercises/cork-rol/"
    assert [problem for problem in problems if missing in problem] == [f"404: {missing}"]
    problems.clear()


@pytest.mark.parametrize("slug", EXERCISES)
def test_the_link_of_an_exercise_opens_with_what_it_is_and_start_in_view(open_page: OpenPage, slug: str) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(f"exercises/{slug}/")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    expect(page.locator("p.gf-arriving")).to_be_in_viewport(ratio=1)
    expect(page.locator("p.gf-arriving").get_by_role("link", name="What this is")).to_be_visible()
    expect(page.get_by_role("button", name="Start", exact=True).first).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0


def test_share_opens_the_share_sheet_of_the_device(open_page: OpenPage, site_url: str) -> None:
    page = open_page(viewport=PHONE)
    page.add_init_script("navigator.share = page => { window.shared = page; return Promise.resolve() }")
    page.goto("exercises/cork-roll/")
    page.get_by_role("button", name="Share", exact=True).click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == f"{site_url}exercises/cork-roll/"
    assert shared["title"] == "Cork roll"
    assert "1–3 min" in shared["text"]


@pytest.mark.parametrize("address", ["exercises/cork-roll/", "week/long-week/"])
def test_share_copies_the_link_without_a_share_sheet(open_page: OpenPage, site_url: str, address: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    page.goto(address)
    page.get_by_role("button", name=re.compile("^(Share|Send this week)$")).click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == site_url + address
    expect(page.get_by_role("textbox", name="To copy")).to_have_value(site_url + address)


def test_share_shows_the_link_without_share_sheet_or_clipboard(open_page: OpenPage, site_url: str) -> None:
    page = open_page(viewport=PHONE)
    page.add_init_script("""
        Object.defineProperty(navigator, "share", {value: undefined})
        Object.defineProperty(navigator, "clipboard", {value: undefined})
    """)
    page.goto("exercises/cork-roll/")
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.get_by_role("textbox", name="To copy")).to_have_value(f"{site_url}exercises/cork-roll/")
    assert page.evaluate("getSelection().toString()") == f"{site_url}exercises/cork-roll/"


@pytest.mark.parametrize("address", ["exercises/slow-tiptoe/", "week/short-start/"])
def test_a_page_can_be_copied_as_plain_text(open_page: OpenPage, site_url: str, address: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == site_url + address
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("status").filter(has_text="Copied as text")).to_be_visible()
    first, second, *_, last = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert first == page.get_by_role("heading", level=1).text_content()
    assert last == site_url + address
    assert ("Hold for 3 seconds, 10 times" in second) == address.startswith("exercises/")
    copied = page.evaluate("navigator.clipboard.readText()")
    wanted = page.locator(".gf-exercise__body ol > li, .gf-day:first-of-type li > a").all_text_contents()
    assert len(wanted) >= 3
    assert [words for words in wanted if words.strip() not in copied] == []
    assert "Stop if anything hurts" in copied


# --- By keyboard ---


def test_the_first_tab_stop_skips_the_header(desktop: Page) -> None:
    desktop.goto("exercises/cork-roll/")
    desktop.get_by_role("button", name="Start", exact=True).wait_for()
    desktop.keyboard.press("Tab")
    skip = desktop.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    desktop.keyboard.press("Enter")
    expect(desktop.locator("main:target, main :target")).to_be_attached()
    desktop.keyboard.press("Tab")
    expect(desktop.locator("main :focus")).to_be_attached()


FOCUS_SHOWN = """() => {
    const at = document.activeElement
    if (at === document.body) return null
    // A switch that is drawn by its label shows the focus there.
    const drawn = [at, ...(at.labels || []), at.parentElement].some(part => {
        const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(part)
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none"
    })
    return [at.outerHTML.slice(0, 120), drawn]
}"""


@pytest.mark.parametrize("address", ["", "exercises/", "exercises/cork-roll/", "week/long-week/"])
def test_every_tab_stop_shows_its_focus(desktop: Page, address: str) -> None:
    desktop.goto(address)
    stops = []
    for _ in range(60):
        desktop.keyboard.press("Tab")
        stop = desktop.evaluate(FOCUS_SHOWN)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 12
    assert [html for html, drawn in stops if not drawn] == []


# --- Small, large, light ---


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return max(width, 0)


# Doubles the size of every text, as a browser's text-only zoom does.
TEXT_TWICE = """() => {
    const texts = [...document.querySelectorAll("body *")].filter(part => part.textContent.trim())
    const sizes = texts.map(text => parseFloat(getComputedStyle(text).fontSize))
    texts.forEach((text, index) => text.style.setProperty("font-size", `${2 * sizes[index]}px`, "important"))
}"""
CUT_OFF = """() => [...document.querySelectorAll("main *")]
    .filter(part => part.checkVisibility() && part.textContent.trim())
    .filter(part => ["hidden", "clip"].includes(getComputedStyle(part).overflowX))
    .filter(part => part.clientWidth > 1)  // not those for screen readers alone
    .filter(part => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)
    .map(part => part.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("address", [*PAGES, "404.html"])
def test_no_page_scrolls_sideways_even_with_text_of_twice_the_size(page: Page, address: str) -> None:
    """Down to 320 pixels, which is also a desktop at four times the size (1280 at 400 %)."""
    page.goto(address)
    for width, height in ((320, 640), (390, 844), (640, 400), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        assert sideways(page) == 0, f"{width} px"
    check_text_of_twice_the_size(page)  # on a desktop
    page.set_viewport_size(PHONE)
    page.goto(address)
    check_text_of_twice_the_size(page)


def check_text_of_twice_the_size(page: Page) -> None:
    """Checks that no text is cut off or outside the page."""
    page.evaluate(TEXT_TWICE)
    assert sideways(page) == 0, page.viewport_size
    assert page.evaluate(CUT_OFF) == [], page.viewport_size


def test_a_page_of_words_keeps_its_sections_in_sight_on_a_wide_screen(desktop: Page) -> None:
    desktop.goto("safety/")
    sections = desktop.get_by_role("navigation", name="On this page").get_by_role("link")
    assert sections.count() == desktop.locator("main h2").count()
    sections.last.click()
    expect(desktop.locator("main h2").last).to_be_in_viewport()
    expect(sections.last).to_be_in_viewport()


@pytest.mark.parametrize("slug", EXERCISES)
def test_on_a_wide_screen_the_timer_stays_beside_the_steps(desktop: Page, slug: str) -> None:
    desktop.goto(f"exercises/{slug}/")
    start = desktop.get_by_role("button", name="Start", exact=True)
    expect(start).to_be_in_viewport(ratio=1)
    desktop.locator(".gf-exercise__body > ol > li").last.scroll_into_view_if_needed()
    expect(start).to_be_in_viewport(ratio=1)


# Controls and links that stand alone; a link in running text, or one whose card is its target, is large enough.
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, summary, input, select")].filter(part => {
    const text = part.closest("p, li, td, th, dd")
    if (part.matches("a") && text && text.textContent.trim().length > part.textContent.trim().length + 1) return false
    const target = part.matches("input") ? part.closest("label") ?? part : part
    const { width, height } = target.getBoundingClientRect()
    const hidden = !part.getClientRects().length || getComputedStyle(part).visibility === "hidden"
    const wholeCard = getComputedStyle(part, "::after")
    if (hidden || (wholeCard.position === "absolute" && parseFloat(wholeCard.height) >= 44)) return false
    return width > 2 && (width < 44 || height < 44) && getComputedStyle(target).opacity !== "0"
}).map(part => part.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    "address", [*SECTIONS, *OTHERS, "exercises/cork-roll/", "week/long-week/", "week/short-start/", "404.html"]
)
def test_touch_targets_are_at_least_44_pixels(phone: Page, address: str) -> None:
    phone.goto(address)
    assert phone.evaluate(SMALL_TARGETS) == []


def test_the_first_view_of_an_exercise_is_small_in_requests_and_bytes(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    got: dict[str, int] = {}

    def weigh(request: Request) -> None:
        sizes = request.sizes()
        got[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]

    page.context.on("requestfinished", weigh)
    page.goto("exercises/cork-roll/")
    page.wait_for_load_state("networkidle")
    assert len(got) <= 14, got
    assert sum(got.values()) <= 95 * 1024, got
    assert not [address for address in got if "search" in address]
