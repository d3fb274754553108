"""The pages as a reader meets them: without scripts, then with them; by touch, keyboard, small and large."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.navigation import navigate, open_for_instant_navigation
from tests.content.addresses import EXERCISES, PAGES, PLANS, SECTIONS
from tests.support.watched_pages import PHONE, OpenPage

SITE = "real"

MENU = ["Home", "Exercises", "Your week", "Safety", "Evidence", "About"]
MONDAY_FIRST = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEDNESDAY = datetime(2026, 11, 25, 9, 0)
SUNDAY = datetime(2026, 11, 29, 9, 0)


def cards(page: Page) -> list[str]:
    """The slugs of the exercises whose cards are to be seen, in order."""
    links = page.locator(".gf-pick a:visible").evaluate_all("links => links.map(link => link.pathname)")
    return [link.rstrip("/").rsplit("/", 1)[-1] for link in links]


# --- Without scripts ---


def check_it_is_whole(page: Page) -> None:
    """It has its heading, no dead control, and its menu."""
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator("button:visible, input:visible, select:visible")).to_have_count(0)
    menu = page.locator("details nav").get_by_role("link", include_hidden=True)
    assert [name.strip() for name in menu.all_text_contents()] == MENU


@pytest.mark.parametrize("address", SECTIONS)
def test_without_scripts_a_page_is_whole_and_has_no_dead_control(no_js: Page, address: str) -> None:
    no_js.goto(address)
    check_it_is_whole(no_js)
    if address == "exercises/":
        assert cards(no_js) == list(EXERCISES)


def test_without_scripts_the_menu_opens(no_js: Page) -> None:
    no_js.goto("")
    no_js.locator("summary", has_text="Menu").click()
    no_js.get_by_role("link", name="Safety", exact=True).locator("visible=true").first.click()
    expect(no_js).to_have_url(re.compile(r"/safety/$"))


@pytest.mark.parametrize("slug", EXERCISES)
def test_without_scripts_an_exercise_tells_its_dose_and_its_steps(no_js: Page, site_dir: Path, slug: str) -> None:
    told = {each["slug"]: each for each in json.loads((site_dir / "exercises.json").read_text("utf-8"))}[slug]
    no_js.goto(f"exercises/{slug}/")
    check_it_is_whole(no_js)
    expect(no_js.get_by_role("heading", level=1)).to_have_text(told["name"])
    expect(no_js.get_by_role("list", name="The dose at a glance")).to_be_visible()
    for step in told["steps"]:
        expect(no_js.get_by_text(step, exact=True)).to_be_visible()


@pytest.mark.parametrize("plan", PLANS)
def test_without_scripts_a_week_shows_all_its_days_in_order(no_js: Page, plan: str) -> None:
    no_js.goto(f"week/{plan}/")
    check_it_is_whole(no_js)
    days = [day.strip() for day in no_js.locator(".gf-day:visible h2").all_text_contents()]
    assert days == (MONDAY_FIRST[:5] if plan == "at-your-desk" else MONDAY_FIRST)


# --- Home, overview, exercise, week ---


def test_home_leads_to_the_recommended_plan_and_to_all_exercises(phone: Page) -> None:
    phone.goto("")
    assert cards(phone) == list(EXERCISES)
    phone.get_by_role("link", name="gentle start").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Gentle start")


def test_the_recommended_plan_stands_first(phone: Page) -> None:
    phone.goto("week/")
    plans = phone.locator("main h2").all_text_contents()
    assert [plan.strip() for plan in plans][:4] == [*("Gentle start", "No equipment", "At your desk", "The full week")]


def test_filters_choose_without_a_reload_and_stay_in_the_address(desktop: Page) -> None:
    desktop.goto("exercises/")
    desktop.evaluate("window.sameDocument = true")
    filters = desktop.get_by_role("form", name="Choose exercises")
    filters.get_by_role("checkbox", name="Standing").check()
    assert cards(desktop) == ["stand-on-your-toes", "stretch-tendons"]
    assert "position=standing" in desktop.url
    filters.get_by_role("checkbox", name="Walking").check()
    assert cards(desktop) == ["walking-on-toes", "stand-on-your-toes", "stretch-tendons"]
    filters.get_by_role("checkbox", name="No equipment").check()
    filters.get_by_role("checkbox", name="Ankle").check()
    assert cards(desktop) == ["stretch-tendons"]
    expect(filters.get_by_role("status")).to_contain_text("1 of 9")
    assert desktop.evaluate("window.sameDocument")

    desktop.goto(desktop.url)  # the address as someone sent it on
    assert cards(desktop) == ["stretch-tendons"]
    expect(filters.get_by_role("checkbox", name="Ankle")).to_be_checked()
    filters.get_by_role("button", name="Show all").click()
    expect(desktop.locator(".gf-pick:visible")).to_have_count(9)
    assert "?" not in desktop.url


def test_the_back_button_returns_to_the_choice(phone: Page) -> None:
    phone.goto("exercises/")
    choose = phone.get_by_role("form", name="Choose exercises").locator("summary")
    choose.click()
    phone.get_by_role("checkbox", name="Tennis ball").check()
    phone.get_by_role("link", name="Foot massage").locator("visible=true").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Foot massage")
    phone.go_back()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Exercises")
    assert cards(phone) == ["foot-massage"]
    expect(phone.get_by_role("checkbox", name="Tennis ball", include_hidden=True)).to_be_checked()


def test_a_choice_that_nothing_fits_says_so(phone: Page) -> None:
    phone.goto("exercises/?position=walking&equipment=towel")
    expect(phone.locator(".gf-pick:visible")).to_have_count(0)
    expect(phone.get_by_role("form", name="Choose exercises").get_by_role("status")).to_contain_text("No exercise")


@pytest.mark.parametrize("slug", EXERCISES)
def test_the_first_screen_holds_the_name_the_dose_and_start(phone: Page, slug: str) -> None:
    phone.goto(f"exercises/{slug}/")
    for part in (
        phone.get_by_role("heading", level=1),
        phone.get_by_role("list", name="The dose at a glance"),
        phone.get_by_role("button", name="Start", exact=True),
    ):
        expect(part).to_be_visible()
        box = part.bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"], part


def test_an_exercise_leads_on(phone: Page) -> None:
    phone.goto("exercises/walking-on-toes/")
    more = phone.get_by_role("navigation", name="More exercises")
    expect(more.get_by_role("link", name="Foot stretching")).to_be_visible()
    expect(phone.get_by_role("link", name="No equipment")).to_be_visible()  # one of its plans
    report = phone.get_by_role("link", name="Report a mistake").get_attribute("href")
    assert report
    assert report.startswith("mailto:")
    assert "walking-on-toes" in report
    more.get_by_role("link", name="Stand on your toes").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Stand on your toes")


@pytest.mark.parametrize("plan", PLANS)
def test_todays_sessions_come_first(open_page: OpenPage, plan: str) -> None:
    page = open_page(viewport=PHONE)
    page.clock.set_fixed_time(WEDNESDAY)
    page.goto(f"week/{plan}/")
    first = page.locator(".gf-day").first
    expect(first.get_by_role("heading", level=2)).to_have_text(re.compile(r"Today\s+Wednesday"))
    expect(page.locator(".gf-today")).to_have_count(1)
    expect(page.locator(".gf-day")).to_have_count(5 if plan == "at-your-desk" else 7)


def test_a_day_off_leaves_the_week_as_it_is(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    page.clock.set_fixed_time(SUNDAY)
    page.goto("week/at-your-desk/")
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
        ("Foot massage", "Foot massage"),
        ("Your week", "Your week"),
        ("Gentle start", "Gentle start"),
        ("Safety", None),
        ("About", None),
    )
    for link, heading in way:
        navigate(desktop, desktop.get_by_role("link", name=link, exact=True).locator("visible=true").first)
        if heading:
            expect(desktop.get_by_role("heading", level=1)).to_have_text(heading)
    assert desktop.url.endswith("/about/")
    assert desktop.evaluate("window.sameDocument") is True


def test_a_page_that_is_not_there_helps(phone: Page, problems: list[str], site_url: str) -> None:
    response = phone.goto("exercises/foot-masage/")
    assert response
    assert response.status == 404
    assert cards(phone) == list(EXERCISES)
    phone.locator("main").get_by_role("button", name="Search").click()
    expect(phone.get_by_role("dialog", name="Search").get_by_role("textbox")).to_be_focused()
    phone.keyboard.press("Escape")
    phone.locator(".gf-pick a").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Foot stretching")
    missing = f"{site_url}exercises/foot-masage/"
    assert [problem for problem in problems if missing in problem] == [f"404: {missing}"]
    problems.clear()


def test_share_hands_the_page_to_the_device(open_page: OpenPage, site_url: str) -> None:
    page = open_page(viewport=PHONE)
    page.add_init_script("navigator.share = page => { window.shared = page; return Promise.resolve() }")
    page.goto("exercises/foot-massage/")
    page.get_by_role("button", name="Share", exact=True).click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == f"{site_url}exercises/foot-massage/"
    assert shared["title"] == "Foot massage"
    assert "1–3 min" in shared["text"]


@pytest.mark.parametrize("address", ["exercises/foot-massage/", "week/full/"])
def test_where_there_is_no_sheet_to_share_with_the_link_is_copied(
    open_page: OpenPage, site_url: str, address: str
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    page.goto(address)
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == site_url + address


def test_a_device_that_cannot_copy_shows_the_link(open_page: OpenPage, site_url: str) -> None:
    page = open_page(viewport=PHONE)
    page.add_init_script("""
        Object.defineProperty(navigator, "share", {value: undefined})
        Object.defineProperty(navigator, "clipboard", {value: undefined})
    """)
    page.goto("exercises/foot-massage/")
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.get_by_text(f"{site_url}exercises/foot-massage/").locator("visible=true")).to_be_visible()


@pytest.mark.parametrize("address", ["exercises/stand-on-your-toes/", "week/gentle-start/"])
def test_a_page_is_copied_as_plain_text_for_a_chat(open_page: OpenPage, site_url: str, address: str) -> None:
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
    assert ("Hold 3 s · 10 times" in second) == address.startswith("exercises/")
    copied = page.evaluate("navigator.clipboard.readText()")
    wanted = page.locator(".gf-exercise__body ol > li, .gf-day:first-of-type li > a").all_text_contents()
    assert len(wanted) >= 3
    assert [words for words in wanted if words.strip() not in copied] == []
    assert "Stop if pain turns sharp" in copied


# --- By keyboard ---


def test_the_first_tab_leads_past_the_head_of_the_page(desktop: Page) -> None:
    desktop.goto("exercises/foot-massage/")
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


@pytest.mark.parametrize("address", ["", "exercises/", "exercises/foot-massage/", "week/full/"])
def test_the_keyboard_goes_everywhere_and_is_seen(desktop: Page, address: str) -> None:
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


# Every text at twice its size, as a reader's setting for text alone does it.
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
def test_no_page_scrolls_sideways_not_even_with_text_of_twice_the_size(page: Page, address: str) -> None:
    """Down to 320 pixels, which is also a desktop at four times the size (1280 at 400 %)."""
    page.goto(address)
    for width, height in ((320, 640), (390, 844), (640, 400), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        assert sideways(page) == 0, f"{width} px"
    check_text_of_twice_the_size(page)  # on a desk
    page.set_viewport_size(PHONE)
    page.goto(address)
    check_text_of_twice_the_size(page)


def check_text_of_twice_the_size(page: Page) -> None:
    """It is neither cut off nor beside the page."""
    page.evaluate(TEXT_TWICE)
    assert sideways(page) == 0, page.viewport_size
    assert page.evaluate(CUT_OFF) == [], page.viewport_size


@pytest.mark.parametrize("address", ["", "exercises/", "exercises/foot-massage/", "week/full/"])
def test_what_one_taps_is_large(phone: Page, address: str) -> None:
    phone.goto(address)
    small = phone.locator("button:visible, summary:visible, .gf-button:visible, .gf-chip:visible").evaluate_all(
        """parts => parts
            .filter(part => part.getBoundingClientRect().height < 44)
            .map(part => `${part.getBoundingClientRect().height} ${part.outerHTML.slice(0, 100)}`)"""
    )
    assert small == []


def test_the_first_view_of_an_exercise_is_light(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    got: dict[str, int] = {}

    def weigh(request: Request) -> None:
        sizes = request.sizes()
        got[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]

    page.context.on("requestfinished", weigh)
    page.goto("exercises/foot-massage/")
    page.wait_for_load_state("networkidle")
    assert len(got) <= 14, got
    assert sum(got.values()) <= 95 * 1024, got
    assert not [address for address in got if "search" in address]
