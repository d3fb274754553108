"""A guided session by the real clock: a busy or frozen page announces each phase as soon as it can, and no sooner."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.free_moments import FREE, SOON, beats_between, freeze
from tests.browser.session_page import SessionPage, details, dose, week
from tests.browser.session_timetable import Phase, Week, expected

BUSY = """
() => {
  const hold = () => {
    for (const end = Date.now() + 700; Date.now() < end; );
    setTimeout(hold, 200);
  };
  hold();
}
"""

HOLD_BEGUN = "sessionEvents.some((event) => event.detail.phase === 'hold')"

SHORT = week(dose(2, ready=1, switch=1, sides="left right"), dose(1), between=1)
MINUTE = week(
    dose(5, reps=2, rest=2, ready=3, switch=3, sides="left right"),  # 30 s
    dose(4, reps=3, rest=3, ready=4, place="floor"),  # 22 s
    between=4,
    floor=8,
)


def play(page: Page, custom: Week, **choices: str) -> SessionPage:
    session = SessionPage(page).open(custom, frozen_clock=False).start()
    session.settings(tones=False, voice=False, **choices)
    page.evaluate(FREE)
    return session


def wait_for_the_end(page: Page, seconds: float) -> None:
    page.wait_for_function("sessionEvents.some((event) => event.type === 'done')", timeout=seconds * 1000)


def assert_in_time(page: Page, wanted: list[Phase], shift: float = 0) -> None:
    """Each phase comes at its time, or as soon as the page is free after it."""
    events: list[dict[str, Any]] = [e for e in page.evaluate("sessionEvents") if e["type"] == "phase"]
    free: list[float] = page.evaluate("free")
    assert [event["detail"] for event in events] == details(wanted)
    begun = events[0]["at"]
    for event, phase in zip(events, wanted, strict=True):
        due = begun + (phase.at + (shift if phase.index else 0)) * 1000
        # The first phase was heard a moment after it began, from when the others are counted.
        assert event["at"] >= due - 2, phase
        assert beats_between(free, due, event["at"]) <= SOON, phase


def exercises(custom: Week) -> list[str]:
    return list(custom["exercises"])


def busy(page: Page, custom: Week) -> None:
    session = play(page, custom)
    session.press("Begin")
    page.evaluate(BUSY)
    wanted = expected(custom, exercises(custom))
    wait_for_the_end(page, wanted[-1].at + 60)
    assert_in_time(page, wanted)


def frozen_and_gone_on(page: Page, custom: Week, seconds: float) -> None:
    session = play(page, custom, unseen="go-on")
    session.press("Begin")
    page.wait_for_function(HOLD_BEGUN)
    freeze(page, seconds)
    wanted = expected(custom, exercises(custom))
    wait_for_the_end(page, wanted[-1].at + 60)
    assert_in_time(page, wanted)


def frozen_and_paused(page: Page, custom: Week, seconds: float) -> None:
    session = play(page, custom)
    session.press("Begin")
    page.wait_for_function(HOLD_BEGUN)
    freeze(page, seconds)
    session.button("Resume").wait_for()
    assert session.text("why") == "This page was hidden, or your device was asleep."
    page.evaluate("document.querySelector('.gf-session [name=resume]').click()")
    wanted = expected(custom, exercises(custom))
    wait_for_the_end(page, wanted[-1].at + 60)
    events = [e for e in page.evaluate("sessionEvents") if e["type"] == "phase"]
    assert [event["detail"] for event in events] == details(wanted)
    lasted = (events[-1]["at"] - events[0]["at"]) / 1000
    assert lasted >= wanted[-1].at + seconds - 1.1  # all of it but the tick at which it stopped


@pytest.mark.slow
def test_a_busy_page_reports_each_phase_as_soon_as_it_is_free(page: Page) -> None:
    busy(page, SHORT)


def test_a_frozen_page_catches_up_if_the_reader_chose_to_go_on(page: Page) -> None:
    frozen_and_gone_on(page, SHORT, 5)


@pytest.mark.slow
def test_a_frozen_page_pauses_by_default(page: Page) -> None:
    frozen_and_paused(page, SHORT, 5)


@pytest.mark.slow
def test_a_minute_on_a_page_that_is_busy_seven_tenths_of_the_time(page: Page) -> None:
    assert expected(MINUTE, exercises(MINUTE))[-1].at == 60
    busy(page, MINUTE)


@pytest.mark.slow
def test_a_minute_of_which_the_page_is_frozen_for_fifteen_seconds(page: Page) -> None:
    frozen_and_gone_on(page, MINUTE, 15)


@pytest.mark.slow
def test_a_minute_paused_by_fifteen_seconds_frozen(page: Page) -> None:
    frozen_and_paused(page, MINUTE, 15)
