"""A guided session: its timetable to the last phase, its buttons, what it stores, how it ends."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.navigation import page_change
from tests.browser.session_page import STORAGE_DENIED, SessionPage, details, dose, week
from tests.browser.session_timetable import exercises_of, expected
from tests.browser.week_page import unfold
from tests.support.addresses import PLANS
from tests.support.watched_pages import OpenPage

BOTH = dose(10, reps=2, rest=5, ready=8, switch=6, sides="left right", limb="foot")
TWO = week(BOTH, dose(4, ready=4, name="Leg up", place="floor"), between=10, floor=30)
FIRST, SECOND = "exercise-0", "exercise-1"


@pytest.fixture
def long_week(page: Page) -> SessionPage:
    return SessionPage(page, "long-week").open()


@pytest.fixture
def two(page: Page) -> SessionPage:
    return SessionPage(page).open(TWO)


# ---- The timetable ----


def published(site_dir: Path, plan: str) -> dict[str, Any]:
    week_file: dict[str, Any] = json.loads((site_dir / "week" / f"{plan}.json").read_text("utf-8"))
    return week_file


def test_every_session_of_every_plan_has_the_timetable_of_its_published_week(
    page: Page, project: Path, site_dir: Path
) -> None:
    source = (project / "docs/assets/js/core/timetable.js").read_text("utf-8")
    script = re.sub(r"^(import .*$|export )", "", source, flags=re.MULTILINE)
    for plan in PLANS:
        week_file = published(site_dir, plan)
        asked = [
            (day, session["id"], optional, pace)
            for day in week_file["minutes"]
            for session in week_file["sessions"]
            for optional in (False, True)
            for pace in (0.5, 1, 2)
        ]
        given = page.evaluate(
            "([script, week, asked]) => new Function('week', 'asked', script + `;return asked.map("
            "([day, session, optional, pace]) => sessionTimetable(week, chosen(week, day, session, optional), pace))`"
            ")(week, asked)",
            [script, week_file, asked],
        )
        for (day, session, optional, pace), phases in zip(asked, given, strict=True):
            wanted = expected(week_file, exercises_of(week_file, day, session, optional=optional), pace)
            assert phases == [{**phase.detail(), "at": phase.at} for phase in wanted], (plan, day, session)
            if pace == 1 and not optional and len(wanted) > 1:
                minutes = week_file["minutes"][day][session]
                due = {
                    slot["exercise"] for slot in week_file["slots"] if (slot["day"], slot["session"]) == (day, session)
                }
                assert abs(wanted[-1].at - minutes * 60) <= 3 or (minutes == 0 and due)


def test_a_whole_morning_of_the_long_week_is_played_phase_for_phase(long_week: SessionPage, site_dir: Path) -> None:
    week_file = published(site_dir, "long-week")
    wanted = expected(week_file, exercises_of(week_file, "mon", "morning"))
    long_week.start()
    long_week.press("Begin")
    begun = long_week.page.evaluate("sessionEvents[0].at")
    long_week.run(wanted[-1].at + 5)
    events = [event for event in long_week.page.evaluate("sessionEvents") if event["type"] == "phase"]
    assert [event["detail"] for event in events] == details(wanted)
    late = [(event["at"] - begun) / 1000 - phase.at for event, phase in zip(events, wanted, strict=True)]
    assert all(0 <= each < 0.05 for each in late)
    assert long_week.done() == [{"plan": "long-week", "day": "mon", "session": "morning", "date": "2026-11-23"}]
    expect(long_week.dialog.get_by_role("status").filter(has_text="Morning done")).to_be_visible()
    assert long_week.stored("session") is None


# ---- The start ----


def test_one_tap_begins_once_the_list_has_been_seen(two: SessionPage) -> None:
    two.start()
    expect(two.button("Begin")).to_be_visible()
    two.press("Close")
    two.start()
    expect(two.button("Pause")).to_be_visible()
    assert two.texts("name", "word") == ("Towel scrunch", "Get ready")
    assert two.text("before").startswith("Sit down. A cork ball rolls away.")
    two.press("Close")
    two.start()  # left half-way: the reader chooses where to begin
    expect(two.button("Carry on where you stopped")).to_be_visible()
    two.run(60)
    assert two.phases() == ["ready"]


def test_a_session_with_optional_exercises_always_shows_the_list_first(page: Page) -> None:
    session = SessionPage(page).open(week(BOTH, BOTH, optional=(1,)))
    for _ in range(2):
        session.start()
        session.run(60)
        expect(session.button("Begin")).to_be_visible()
        session.press("Close")


def test_an_approximate_length_is_shown_with_about(page: Page) -> None:
    session = SessionPage(page).open(week(dose(30, verb="walk", about=True))).start()
    assert "Walk about 30 s" in session.text("list")


def test_a_clock_set_back_restarts_the_phase(two: SessionPage) -> None:
    two.start()
    two.press("Begin")
    two.run(12)
    assert two.texts("word", "time") == ("Hold", "6")
    two.page.evaluate("() => { const now = Date.now; Date.now = () => now() - 3_600_000 }")
    two.run(1)
    assert two.text("word") == "Hold"
    assert 8 <= int(two.text("time")) <= 10


# ---- What is shown ----


def test_the_current_phase_and_the_next_one_are_shown(two: SessionPage) -> None:
    two.start()
    assert two.dialog.get_by_role("heading").inner_text() == "Morning · Monday"
    assert two.text("sum") == "2 exercises · about 2 min"
    assert "Hold 10 seconds · 2 times · each foot" in two.text("list")
    expect(two.dialog.locator(".gf-session__list")).to_contain_text(
        "You need a cork ball and a stool that is screwed down"
    )
    expect(two.dialog).to_contain_text("Stop if anything hurts")
    two.press("Begin")

    def shown() -> tuple[str, ...]:
        return two.texts("name", "word", "side", "count", "time", "next", "left")

    towel = "Towel scrunch"
    assert shown() == (towel, "Get ready", "Left foot", "2 times", "8", "Next: Hold 10 s", "1:42 left")
    assert two.text("before").startswith("Sit down. A cork ball rolls away.")
    expect(two.dialog.locator(".gf-session__picture svg")).to_be_visible()
    two.run(9)
    assert shown() == (towel, "Hold", "Left foot", "1 of 2", "9", "Next: Rest 5 s", "1:33 left")
    two.run(10)
    assert shown() == (towel, "Rest", "Left foot", "1 of 2", "4", "Next: Hold 10 s", "1:23 left")
    two.run(14)
    assert shown() == (towel, "Change feet", "Right foot", "2 times", "6", "Next: Hold 10 s", "1:09 left")
    two.run(31)
    assert shown() == ("Leg up", "Get down on the floor", "", "", "30", "Next: Get ready 4 s", "38 s left")
    two.run(30)
    assert shown() == ("Leg up", "Get ready", "", "", "4", "Next: Hold 4 s", "8 s left")
    two.run(4)
    assert shown() == ("Leg up", "Hold", "", "", "4", "Next: Done", "4 s left")
    two.run(4)
    assert two.text("over") == "Morning done"


def test_the_next_exercise_is_named_during_the_last_hold(two: SessionPage) -> None:
    two.start()
    two.press("Begin")
    two.run(60)
    assert two.texts("word", "count", "next") == ("Hold", "2 of 2", "Next: Leg up")


def test_an_exercise_without_a_figure_shows_its_steps(page: Page) -> None:
    session = SessionPage(page)
    bare = '<h2 id="steps">How</h2><ol><li>Lay the towel flat.<li>Scrunch it.</ol>'
    page.route("**/exercises/cork-roll/", lambda route: route.fulfill(body=bare, content_type="text/html"))
    session.open(TWO).start().press("Begin")
    expect(session.dialog.locator(".gf-session__picture")).to_contain_text("Scrunch it.")


def test_an_exercise_whose_page_is_empty_is_played_without_a_figure(page: Page) -> None:
    session = SessionPage(page)
    lost = dose(4, ready=4, url="exercises/none/")
    page.route("**/exercises/none/", lambda route: route.fulfill(status=200, body="", content_type="text/html"))
    session.open(week(lost)).start().press("Begin")
    session.run(10)
    assert session.phases() == ["ready", "hold", "done"]


# ---- Buttons ----


def test_pause_skip_and_back(two: SessionPage) -> None:
    two.start()
    two.press("Begin")
    two.run(3)
    two.press("Pause")
    two.run(50)
    assert (two.text("time"), two.phases()) == ("5", ["ready"])
    two.press("Skip")  # stays paused
    assert (two.text("word"), two.text("time"), two.phases()) == ("Hold", "10", ["ready", "hold"])
    two.press("Resume")
    two.run(4)
    two.press("Back")  # far into a phase: to its beginning
    assert two.texts("word", "time") == ("Hold", "10")
    two.run(1)
    two.press("Back")  # near its beginning: the one before
    assert two.texts("word", "time") == ("Get ready", "8")
    two.run(8)
    assert two.phases() == ["ready", "hold", "hold", "ready", "hold"]


def test_a_whole_exercise_can_be_skipped(two: SessionPage) -> None:
    two.start()
    two.press("Begin", "Settings", "Skip this exercise")
    assert two.texts("name", "word") == ("Leg up", "Get down on the floor")
    two.run(1)
    assert two.text("time") == "29"  # it ran before, and runs on
    two.press("Pause", "Settings", "Skip this exercise")
    assert two.text("over") == "Morning done"
    assert len(two.done()) == 1


def test_the_pace_stretches_pauses_and_no_hold_and_is_remembered(two: SessionPage) -> None:
    two.start()
    two.settings(pace="2")
    two.press("Begin")
    two.run(4)
    assert two.text("time") == "12"
    two.settings(pace="0.5")  # a quarter gone of what is now 4 s
    assert two.text("time") == "3"
    two.run(4)
    assert two.texts("word", "time", "next") == ("Hold", "9", "Next: Rest 5 s")
    two.press("Close")
    two.start()
    two.press("Begin")
    two.run(0.1)
    assert two.stored("cues")["pace"] == "0.5"
    assert two.text("time") == "4"


def test_optional_exercises_are_left_out_unless_chosen(page: Page) -> None:
    custom = week(dose(5), dose(7, name="Leg up"), optional=(1,))
    session = SessionPage(page).open(custom).start()
    assert session.text("sum") == "One exercise · about 1 min"
    session.dialog.get_by_label("Do the extra ones too").check()
    assert session.text("sum") == "2 exercises · about 1 min"
    session.press("Begin")
    session.run(20)
    assert session.phase_details() == details(expected(custom, [FIRST, SECOND]))
    session.press("Close")
    session.start().press("Begin")
    session.run(20)
    assert session.phases()[3:] == ["hold", "done"]


def test_without_anything_optional_there_is_nothing_to_choose(two: SessionPage) -> None:
    two.start()
    expect(two.dialog.get_by_role("checkbox")).to_have_count(0)


# ---- Leaving and coming back ----


def test_a_session_left_half_way_can_be_resumed(two: SessionPage) -> None:
    start = two.page.locator("session-start[data-day=mon]").first
    expect(start.get_by_role("button")).to_have_text("Start today’s session")
    two.start()
    two.press("Begin")
    two.run(25)  # in the second hold
    two.press("Close")
    expect(two.dialog).to_have_count(0)
    expect(start.get_by_role("button")).to_have_text("Carry on where you stopped")
    expect(start.get_by_role("button")).to_be_focused()
    two.page.reload()
    two.start()
    two.press("Carry on where you stopped")
    assert two.texts("word", "count") == ("Rest", "1 of 2")  # time to take up the position
    two.run(5)
    assert two.texts("word", "count") == ("Hold", "2 of 2")


def test_a_left_session_can_begin_again_and_is_not_offered_on_another_day(two: SessionPage) -> None:
    two.start()
    two.press("Begin")
    two.run(25)
    two.press("Close")
    two.start()
    two.press("Begin")
    assert two.text("word") == "Get ready"
    two.run(25)
    two.press("Close")
    two.start("tue")
    expect(two.button("Pause")).to_be_visible()
    expect(two.button("Carry on where you stopped")).to_have_count(0)
    assert two.text("word") == "Get ready"


def test_a_session_left_yesterday_is_not_offered(two: SessionPage) -> None:
    two.start()
    two.press("Begin")
    two.run(25)
    two.press("Close")
    two.page.clock.set_system_time("2026-11-24T08:00:00")
    two.start()
    expect(two.button("Pause")).to_be_visible()
    expect(two.button("Carry on where you stopped")).to_have_count(0)
    assert two.text("word") == "Get ready"


@pytest.mark.parametrize(
    ("text", "button"),
    [
        *(("", "Begin"), ("{", "Begin"), ("null", "Begin")),
        ("7", None),  # it begins with the tap
        (
            '{"plan":"short-start","day":"mon","session":"morning","index":99,"at":1795000000000}',
            "Carry on where you stopped",
        ),
    ],
)
def test_a_session_starts_whatever_is_in_the_storage(two: SessionPage, text: str, button: str | None) -> None:
    two.page.evaluate(
        """text => { const now = Date.now(); for (const key of ["session", "cues"])
          localStorage.setItem(`gf-${key}`, text.replace(/1795000000000/, now)) }""",
        text,
    )
    two.start()
    if button:
        two.press(button)
    expect(two.button("Pause")).to_be_visible()
    assert two.text("word") == "Get ready"


def test_instant_navigation_closes_the_session_and_keeps_the_resume_point(two: SessionPage) -> None:
    page = two.page
    two.start()
    two.press("Begin")
    two.run(9)
    page.evaluate("window.stays = true")
    with page_change(page):
        page.evaluate("document.querySelector('.gf-nav a[href*=safety], nav a[href*=safety]').click()")
    expect(two.dialog).to_have_count(0)
    assert page.evaluate("stays") is True  # the same page went on
    before = len(two.phase_details())
    two.run(60)
    assert len(two.phase_details()) == before
    assert two.locks_held() == 0
    assert not page.evaluate("document.documentElement.classList.contains('gf-busy')")
    assert not page.evaluate("document.querySelectorAll('[inert]').length")
    assert two.stored("session")["index"] == 1


# The week is the last thing that a start waits for.
NOTES_WEEK_READ = """
const { json } = Response.prototype;
Response.prototype.json = async function () {
  const read = await json.call(this);
  if (this.url.endsWith("/week/short-start.json")) window.weekRead = true;
  return read;
};
"""


def test_leaving_the_page_while_the_session_loads_opens_nothing_and_later_starts_work(page: Page) -> None:
    session = SessionPage(page)
    held: list[Route] = []
    page.route("**/assets/made/session.js", lambda route: held.append(route))
    session.open(TWO, before=NOTES_WEEK_READ)
    unfold(page, "mon")
    with page.expect_request("**/assets/made/session.js"):
        page.locator("session-start[data-day=mon][data-session=morning] button").click()
    page.locator("header a[href*=safety], nav a[href*=safety]").first.evaluate("link => link.click()")
    expect(page.locator("h1")).to_contain_text("Safety")
    for route in held:
        route.continue_()
    page.unroute("**/assets/made/session.js")
    page.wait_for_function("window.weekRead")
    expect(page.locator("guided-session")).to_have_count(0)
    page.go_back()
    session.start()
    expect(session.button("Begin")).to_be_visible()


def test_with_storage_denied_it_runs_and_says_that_nothing_is_kept(page: Page) -> None:
    session = SessionPage(page).open(TWO, before=STORAGE_DENIED).start()
    expect(session.dialog.get_by_text("This browser isn’t saving anything")).to_be_visible()
    session.press("Begin")
    session.run(110)
    assert session.done() == [{"plan": "short-start", "day": "mon", "session": "morning", "date": "2026-11-23"}]


# ---- The page ----


def test_without_javascript_there_is_nothing_to_start(no_js: Page) -> None:
    no_js.goto("week/long-week/")
    expect(no_js.get_by_role("button", name="Start")).to_have_count(0)
    expect(no_js.locator(".gf-start").first).to_be_hidden()


def test_every_session_of_every_day_has_a_start_named_after_it(long_week: SessionPage) -> None:
    long_week.page.locator(".gf-day, .gf-day__session").evaluate_all("all => all.forEach(each => { each.open = true })")
    starts = long_week.page.locator("session-start").get_by_role("button")
    names = [each.aria_snapshot() for each in starts.all()]
    assert len(set(names)) == len(names) == 21
    assert "Start this morning’s session" in names[0]
    assert "Monday" in names[0]
    assert re.search(r"Start Tuesday Morning", " ".join(names))


def test_a_week_that_cannot_be_fetched_is_reported(page: Page, problems: list[str]) -> None:
    page.route("**/week/short-start.json", lambda route: route.fulfill(status=500))
    page.goto("week/short-start/")
    page.locator("session-start button").first.click()
    expect(page.locator("session-start [role=status]").first).to_have_text(re.compile("Could not start"))
    expect(page.get_by_role("dialog")).to_have_count(0)
    problems.clear()  # the 500 was ours


def test_the_home_page_can_play_too(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto("")
    page.evaluate(
        """document.querySelector("article").insertAdjacentHTML("beforeend", `<session-start data-plan="short-start"
          data-day="mon" data-session="morning"><button type="button" hidden>Start</button></session-start>`)"""
    )
    page.locator("session-start button").click()
    expect(page.get_by_role("dialog")).to_contain_text("4 exercises")
