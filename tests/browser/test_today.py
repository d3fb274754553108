"""Today on the home page: what is due and done, starting a session, and the way back from an exercise."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.reader import SATURDAY, THURSDAY, Reader, done, kept, reader
from tests.browser.test_accessibility import violations
from tests.browser.test_pages import CUT_OFF, TEXT_TWICE, sideways
from tests.support.addresses import PLANS
from tests.support.watched_pages import DESKTOP, PHONE

__all__ = ["reader"]

TODAY = "2026-11-26"
SESSIONS = ["Morning", "Midday", "Evening"]


def today(page: Page) -> Locator:
    return page.get_by_role("region", name="Today")


def box(page: Page, session: str) -> Locator:
    return today(page).get_by_role("checkbox", name=f"Done: {session}", exact=True)


def offered(page: Page) -> str:
    """The heading of the marked session."""
    marked = today(page).locator(".is-now h3")
    expect(marked).to_have_count(1)
    return " ".join(marked.inner_text().split())


def asked_for(page: Page) -> list[str]:
    """The addresses that the page requests from now on; the list grows."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    return asked


# --- Without a plan ---


def test_home_links_to_the_plans_without_scripts_or_without_a_chosen_plan(no_js: Page, phone: Page) -> None:
    asked = asked_for(phone)
    for page in (no_js, phone):
        page.goto("")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("link", name="Begin with the short start")).to_be_visible()
        for plan in ("Short start", "Bare cabin", "Working days", "The long week"):
            expect(page.get_by_role("link", name=plan, exact=True).first).to_be_visible()
        expect(page.get_by_text("Today", exact=True)).to_be_hidden()
    phone.wait_for_load_state("networkidle")
    assert not [address for address in asked if address.endswith(".json")]


# --- With one ---


def test_a_plan_can_be_chosen_replaced_and_given_up(reader: Reader) -> None:
    page = reader()
    page.goto("week/long-week/")
    page.get_by_role("button", name="Make this my week").click()
    expect(page.get_by_role("button", name="Not my week")).to_be_focused()
    page.get_by_role("link", name="Today’s sessions").click()
    expect(today(page).get_by_role("link", name="The long week")).to_be_visible()
    page.reload()
    expect(today(page).get_by_role("link", name="The long week")).to_be_visible()

    page.goto("week/")
    other = page.locator("section", has=page.get_by_role("heading", name="Working days"))
    other.get_by_role("button", name="Make this my week").click()
    expect(page.get_by_role("link", name="Today’s sessions")).to_have_count(1)
    assert kept(page)["gf-plan"] == '"working-days"'
    other.get_by_role("button", name="Not my week").click()
    expect(page.get_by_role("button", name="Make this my week")).to_have_count(len(PLANS))
    assert "gf-plan" not in kept(page)
    page.goto("")
    expect(today(page)).to_be_hidden()


def test_today_lists_what_is_due_and_done_and_starts_the_next_session(reader: Reader, site_dir: Path) -> None:
    week = json.loads((site_dir / "week/long-week.json").read_text(encoding="utf-8"))
    page = reader("long-week", {TODAY: {"long-week": ["morning"]}}, at=THURSDAY.replace(hour=13))
    page.goto("")
    expect(today(page).get_by_text("Thursday 26 November")).to_be_visible()
    rows = today(page).get_by_role("listitem").filter(has=page.get_by_role("checkbox"))
    expect(rows).to_have_count(3)
    assert [row.get_by_role("heading").inner_text().split()[0] for row in rows.all()] == SESSIONS
    assert offered(page) == "Midday 6 min Now"
    expect(box(page, "Morning")).to_be_checked()
    for session in SESSIONS[1:]:
        expect(box(page, session)).not_to_be_checked()
        slots = [s for s in week["slots"] if (s["day"], s["session"]) == ("thu", session.lower())]
        links = rows.nth(SESSIONS.index(session)).get_by_role("link")
        assert links.all_inner_texts() == [week["exercises"][slot["exercise"]]["name"] for slot in slots]
        if_you_like = rows.nth(SESSIONS.index(session)).get_by_text("if you like")
        expect(if_you_like).to_have_count(sum(slot["optional"] for slot in slots))
    start = today(page).locator(".is-now session-start")
    data = start.evaluate("start => ({...start.dataset})")
    assert {key: data[key] for key in ("plan", "day", "session")} == {
        "plan": "long-week",
        "day": "thu",
        "session": "midday",
    }
    expect(start.get_by_role("button", name="Start Midday", exact=True)).to_be_visible()
    expect(today(page).get_by_role("link", name="When not to exercise")).to_have_attribute(
        "href", re.compile("safety/")
    )
    today(page).get_by_role("link", name="Cork roll").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cork roll")


def test_a_session_that_is_done_says_so_and_can_be_done_again(reader: Reader) -> None:
    page = reader("short-start", at=THURSDAY.replace(hour=20, minute=15))
    page.goto("")
    assert offered(page) == "Today’s session 7 min Now"
    box(page, "Today’s session").check()
    expect(today(page).get_by_text("Done today ✓")).to_be_visible()
    expect(today(page).get_by_role("button", name="Do it again Today’s session")).to_be_visible()
    page.goto("week/")
    chosen = page.locator("section[data-plan=short-start] plan-choice")
    expect(chosen).to_contain_text("Done today ✓")
    page.goto("week/short-start/")
    expect(page.locator(".gf-day--today").get_by_role("button", name="Do it again")).to_be_visible()


@pytest.mark.parametrize(
    ("done", "says"), [([], "Now: Midday, 6 min"), (["midday"], "Done so far ✓ Next: Evening, 5 min")]
)
def test_the_list_of_plans_says_what_comes_of_the_chosen_one(reader: Reader, done: list[str], says: str) -> None:
    page = reader("long-week", {TODAY: {"long-week": done}}, at=THURSDAY.replace(hour=13))
    page.goto("week/")
    expect(page.locator("section[data-plan=long-week] plan-choice")).to_contain_text(says)


def test_choosing_a_plan_is_confirmed_in_words_beside_the_button(reader: Reader) -> None:
    page = reader()
    for address in ("week/long-week/", "week/"):
        page.goto(address)
        choice = page.locator("plan-choice[data-plan=long-week]")
        choice.get_by_role("button", name="Make this my week").click()
        expect(choice.get_by_text("This is your week now. ✓")).to_be_visible()
        choice.get_by_role("button", name="Not my week").click()
        expect(choice.get_by_text("This is not your week any more.")).to_be_visible()


def test_ticks_by_keyboard_move_on_to_the_next_session(reader: Reader) -> None:
    page = reader("long-week")
    page.goto("")
    assert offered(page) == "Morning 8 min Now"
    box(page, "Morning").focus()
    page.keyboard.press("Space")
    assert offered(page) == "Midday 6 min Next"
    expect(box(page, "Morning")).to_be_focused()
    page.keyboard.press("Space")
    assert offered(page) == "Morning 8 min Now"
    for session in SESSIONS:
        box(page, session).focus()
        page.keyboard.press("Space")
    expect(today(page).get_by_role("status").first).to_have_text("That is all for today.")
    expect(today(page).get_by_role("button", name="Start")).to_have_count(0)
    this_week = today(page).get_by_role("list", name="This week").get_by_role("listitem")
    assert [day.split()[0] for day in this_week.all_inner_texts()] == [
        *("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    ]
    assert "ticked: 3" in this_week.nth(3).inner_text()
    assert done(page) == {TODAY: {"long-week": ["evening", "midday", "morning"]}}


@pytest.mark.parametrize(
    ("plan", "at", "says"),
    [
        ("working-days", SATURDAY, "Nothing is due today: a day of rest. Next: Monday."),
        ("long-week", THURSDAY.replace(hour=20), "Nothing more is due today. There is no need to catch up."),
    ],
)
def test_a_day_of_rest_or_a_missed_session_asks_for_nothing(reader: Reader, plan: str, at: datetime, says: str) -> None:
    page = reader(plan, {TODAY: {"long-week": ["evening"]}}, at=at)
    page.goto("")
    expect(today(page).get_by_role("status").first).to_have_text(says)
    expect(today(page).locator(".is-now")).to_have_count(0)


def test_today_works_with_other_sessions_and_weeks_from_sunday(reader: Reader) -> None:
    page = reader("dusk-and-dawn", at=THURSDAY.replace(hour=15))
    exercise = {"name": "Towel scrunch", "url": "exercises/towel-scrunch/"}
    week = {
        "name": "Dusk & dawn <b>",
        "sessions": [{"id": "at-dawn", "label": "At dawn"}, {"id": "at-dusk", "label": "At dusk"}],
        "slots": [
            {"day": "thu", "session": session, "exercise": "towel-scrunch", "optional": False}
            for session in ("at-dawn", "at-dusk")
        ],
        "minutes": {day: {"at-dawn": 1.2, "at-dusk": 2} for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
        "exercises": {"towel-scrunch": exercise},
    }
    page.route("**/week/dusk-and-dawn.json", lambda route: route.fulfill(json=week))
    page.route(
        re.compile(r"/good-footing/$"),
        lambda route: route.fulfill(body=route.fetch().text().replace('data-first="mon"', 'data-first="sun"')),
    )
    page.goto("")
    assert offered(page) == "At dusk 2 min Now"
    expect(today(page).get_by_role("link", name="Dusk & dawn <b>")).to_be_visible()
    expect(today(page).get_by_role("list", name="This week").get_by_role("listitem").first).to_contain_text("Sun")
    box(page, "At dawn").check()
    assert done(page) == {TODAY: {"dusk-and-dawn": ["at-dawn"]}}


def test_a_plan_that_no_longer_exists_is_reported(reader: Reader, problems: list[str]) -> None:
    page = reader("no-such-plan")
    page.goto("")
    expect(today(page).get_by_role("status").first).to_contain_text("could not be loaded")
    today(page).get_by_role("link", name="Choose a plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your week")
    expected = [problem for problem in problems if "no-such-plan.json" in problem or "404" in problem]
    assert expected == problems
    problems.clear()


def test_the_day_changes_at_midnight_on_an_open_page(reader: Reader) -> None:
    page = reader("long-week")
    page.clock.install(time=datetime(2026, 11, 29, 23, 58))
    page.goto("")
    expect(today(page).get_by_text("Sunday 29 November")).to_be_visible()
    box(page, "Evening").check()
    page.clock.run_for(4 * 60_000)
    expect(today(page).get_by_text("Monday 30 November")).to_be_visible()
    assert offered(page).startswith("Morning")
    expect(box(page, "Evening")).not_to_be_checked()
    expect(today(page).get_by_text("ticked")).to_have_count(7)  # a new week without ticks
    expect(today(page).get_by_text("nothing ticked")).to_have_count(7)

    page.goto("week/long-week/")
    first = page.locator(".gf-day").first
    expect(first.get_by_role("checkbox", name="Done: Monday, Morning")).to_be_visible()
    page.clock.run_for(23 * 3_600_000 + 58 * 60_000)
    expect(first.get_by_role("heading", level=2)).to_have_text(re.compile(r"Today\s+Tuesday"))
    expect(page.locator(".gf-today")).to_have_count(1)
    expect(first.get_by_role("checkbox", name="Done: Tuesday, Morning")).to_be_visible()


# --- The way back ---


def test_an_exercise_of_today_links_back_and_to_the_next(reader: Reader) -> None:
    page = reader("long-week", at=THURSDAY.replace(hour=13))
    page.goto("exercises/ankle-cross/")
    for name in ("Cork roll", "High march", "Slow tiptoe"):
        page.get_by_role("link", name=f"Next: {name}").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("link", name="Next:")).to_have_count(0)
    page.get_by_role("link", name="Back to today").click()
    expect(today(page)).to_be_visible()
    page.goto("exercises/cord-pull/")  # not on a Thursday
    expect(page.get_by_text("What this is")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("link", name="Back to today")).to_be_hidden()


def test_an_exercise_requests_nothing_more_without_a_plan(reader: Reader) -> None:
    page = reader(raw={"gf-muted": "yes"})
    asked = asked_for(page)
    page.goto("exercises/ankle-cross/")
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if re.search(r"progress|device|\.json", address)]


# --- For everyone ---


def shifted(page: Page) -> float:
    """The cumulative layout shift of the page."""
    return float(
        page.evaluate("""() => new Promise(resolve => {
            let sum = 0
            new PerformanceObserver(list => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value
            }).observe({ type: "layout-shift", buffered: true })
            setTimeout(() => resolve(sum), 300)
        })""")
    )


@pytest.mark.parametrize("plan", ["long-week", "short-start"])
def test_the_layout_does_not_shift_when_today_is_filled_in(reader: Reader, plan: str) -> None:
    for viewport in (None, DESKTOP):
        page = reader(plan, **({"viewport": viewport} if viewport else {}))
        page.goto("")
        expect(today(page)).to_be_visible()
        expect(page.locator(".is-shown")).to_be_visible()
        page.reload()
        expect(page.locator(".is-shown")).to_be_visible()
        assert shifted(page) < 0.05
        page.goto("exercises/ankle-cross/")
        expect(page.get_by_role("link", name="Back to today")).to_be_visible()
        assert shifted(page) < 0.05


TICKED: dict[str, Any] = {TODAY: {"long-week": ["morning"]}, "2026-11-24": {"long-week": ["midday", "morning"]}}


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.slow), "dark"])
def test_pages_of_a_chosen_plan_have_no_accessibility_violation(reader: Reader, scheme: str) -> None:
    page = reader("long-week", TICKED, color_scheme=scheme)
    for address, there in (
        ("", "Start Morning"),
        ("week/long-week/", "Not my week"),
        ("on-this-device/", "Delete all"),
    ):
        page.goto(address)
        if there != "Start Morning":
            expect(page.get_by_role("button", name=there)).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert not violations(page), address
    page.get_by_role("button", name="Delete all").click()
    assert not violations(page)


def test_pages_of_a_chosen_plan_fit_a_small_screen_and_large_text(reader: Reader) -> None:
    page = reader("long-week", TICKED)
    for address in ("", "week/long-week/", "week/", "on-this-device/", "exercises/ankle-cross/"):
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(address)
        page.wait_for_load_state("networkidle")
        small = page.locator("button:visible, .gf-tick:visible, .gf-now__links a:visible").evaluate_all(
            "parts => parts.filter(part => part.getBoundingClientRect().height < 44).map(part => part.outerHTML)"
        )
        assert small == [], address
        assert sideways(page) == 0, address
        assert page.evaluate(CUT_OFF) == [], address
        page.set_viewport_size(PHONE)
        page.evaluate(TEXT_TWICE)
        assert sideways(page) == 0, address
        assert page.evaluate(CUT_OFF) == [], address


def test_today_is_not_printed(reader: Reader) -> None:
    page = reader("long-week")
    page.goto("")
    expect(page.locator(".is-shown")).to_be_visible()
    page.emulate_media(media="print")
    expect(today(page)).to_be_hidden()
