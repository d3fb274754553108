"""The hold timer counts: phases, buttons and attributes, by the clock and after a sleep."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests.browser.free_moments import FREE, SOON, beats_between, freeze
from tests.browser.navigation import page_change
from tests.browser.timer_page import TimerPage, details
from tests.browser.timer_timetable import BOTH, Dose, expected

DOSES = {
    "both sides": BOTH,
    "right first": Dose(seconds=10, reps=2, rest=5, ready=8, switch=7, sides="right left"),
    "one side only": Dose(seconds=4, reps=2, rest=1, sides="left"),
    "only seconds": Dose(seconds=30),
    "movement": Dose(seconds=60, sides="left right", ready=10, switch=10),
    "no rest": Dose(seconds=3, reps=10, ready=10),
    "no ready": Dose(seconds=2, reps=2, rest=1, ready=0, sides="left right"),
    "no switch": Dose(seconds=2, reps=2, rest=1, switch=0, sides="left right"),
    "holds alone": Dose(seconds=1, reps=3, rest=0, ready=0, switch=0, sides="right left"),
    "three seconds": Dose(seconds=3, reps=10, rest=3, ready=10),
}


@pytest.fixture
def timers(page: Page, site_url: str) -> TimerPage:
    return TimerPage(page, site_url).open()


def check_whole_run(timers: TimerPage, dose: Dose) -> None:
    """From Start to done, each phase comes at its time, and nothing comes afterwards."""
    timers.place(**dose.attributes())
    begun = timers.page.evaluate("Date.now()")
    timers.press("Start")
    wanted = expected(dose)
    timers.run(wanted[-1].at / 1000 + 60)
    events = timers.page.evaluate("timerEvents")
    phases = [event for event in events if event["type"] == "phase"]
    assert [event["detail"] for event in phases] == details(wanted)
    assert [event["at"] - begun for event in phases] == [phase.at for phase in wanted]
    assert [event["type"] for event in events[-2:]] == ["phase", "done"]
    assert {event["of"] for event in events} == {"trial"}


# ---- Phases ----


def test_every_phase_of_a_dose_comes_at_its_time(timers: TimerPage) -> None:
    for dose in DOSES.values():
        check_whole_run(timers, dose)


ANY_DOSE = st.builds(
    Dose,
    seconds=st.integers(1, 70),
    reps=st.none() | st.integers(1, 6),
    rest=st.none() | st.integers(0, 12),
    ready=st.none() | st.integers(0, 12),
    switch=st.none() | st.integers(0, 12),
    sides=st.sampled_from([None, "left right", "right left", "left"]),
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dose=ANY_DOSE)
def test_every_phase_of_any_dose_comes_at_its_time(timers: TimerPage, dose: Dose) -> None:
    check_whole_run(timers, dose)


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dose=ANY_DOSE)
def test_every_phase_of_many_more_doses_comes_at_its_time(timers: TimerPage, dose: Dose) -> None:
    check_whole_run(timers, dose)


def test_an_invalid_attribute_counts_as_missing(timers: TimerPage) -> None:
    cases: list[tuple[dict[str, object], Dose]] = [
        ({"reps": 0}, Dose(seconds=2)),
        ({"reps": "many"}, Dose(seconds=2)),
        ({"reps": 2.9, "rest": 1}, Dose(seconds=2, reps=2, rest=1)),
        ({"reps": 2, "rest": -1}, Dose(seconds=2, reps=2)),
        ({"ready": "soon"}, Dose(seconds=2)),
        ({"ready": ""}, Dose(seconds=2)),
        ({"switch": -3, "sides": "left right"}, Dose(seconds=2, sides="left right")),
        ({"sides": "up down"}, Dose(seconds=2)),
        ({"sides": ""}, Dose(seconds=2)),
    ]
    for attributes, same_as in cases:
        timers.place(seconds=2, **attributes)
        timers.press("Start")
        timers.run(60)
        assert timers.phase_details() == details(expected(same_as)), attributes


def test_the_events_bubble_and_the_last_one_is_done(timers: TimerPage) -> None:
    timers.place(seconds=2, ready=0)
    timers.page.evaluate(
        """window.body = [];
        for (const type of ["hold-timer:phase", "hold-timer:done"])
          document.body.addEventListener(type, (event) => body.push([event.type, event.bubbles]))"""
    )
    timers.press("Start")
    timers.run(3)
    phase, done = ["hold-timer:phase", True], ["hold-timer:done", True]
    assert timers.page.evaluate("body") == [phase, phase, done]


# ---- Buttons, in every state ----


def test_each_state_has_its_buttons(timers: TimerPage) -> None:
    timers.place(seconds=10)
    assert timers.buttons() == ["Start"]
    timers.press("Start")
    assert timers.buttons() == ["Pause", "Restart", "Skip"]
    timers.press("Pause")
    assert timers.buttons() == ["Resume", "Restart", "Skip"]
    timers.press("Resume")
    assert timers.buttons() == ["Pause", "Restart", "Skip"]
    timers.run(20)
    assert timers.buttons() == ["Restart"]
    timers.press("Restart")
    assert timers.buttons() == ["Pause", "Restart", "Skip"]


def test_the_controls_have_accessible_names_in_each_state(timers: TimerPage) -> None:
    group = timers.page.get_by_role("group", name="Towel scrunch", exact=True)

    def hears(*buttons: str) -> None:
        for name in buttons:
            expect(group.get_by_role("button", name=name, exact=True)).to_be_visible()
        assert group.get_by_role("button").count() == len(buttons)
        expect(group.get_by_role("checkbox", name="Sound", exact=True)).to_be_checked()
        expect(group.get_by_role("timer")).to_have_count(1)

    timers.place(name="Towel scrunch", seconds=10)
    hears("Start")
    timers.press("Start")
    hears("Pause", "Restart", "Skip")
    timers.press("Pause")
    hears("Resume", "Restart", "Skip")
    timers.press("Resume")
    timers.run(20)
    hears("Restart")


def test_resume_continues_where_pause_stopped_without_an_event(timers: TimerPage) -> None:
    timers.place(seconds=10, ready=0)
    timers.press("Start")
    timers.run(4)
    timers.press("Pause")
    timers.run(100)
    assert timers.text("time") == "6"
    timers.press("Resume")
    assert timers.phases() == ["hold"]
    timers.run(5.9)
    assert timers.phases() == ["hold"]
    timers.run(0.1)
    assert timers.phases() == ["hold", "done"]


def test_skip_starts_the_next_phase_at_once_and_in_full(timers: TimerPage) -> None:
    timers.place(**BOTH.attributes())
    timers.press("Start")
    for _ in expected(BOTH)[1:]:
        timers.run(1)
        timers.press("Skip")
    assert timers.phase_details() == details(expected(BOTH))
    timers.press("Restart", "Skip")
    timers.run(9.9)
    assert timers.phases()[-1] == "hold"
    timers.run(0.1)
    assert timers.phases()[-1] == "rest"


def test_skip_while_paused_stays_paused(timers: TimerPage) -> None:
    timers.place(**BOTH.attributes())
    timers.press("Start")
    timers.run(3)
    timers.press("Pause", "Skip")
    assert timers.buttons() == ["Resume", "Restart", "Skip"]
    assert timers.phase_details() == details(expected(BOTH))[:2]
    assert timers.text("time") == "10"
    timers.run(60)
    assert timers.phases() == ["ready", "hold"]
    timers.press("Resume")
    timers.run(10)
    assert timers.phases() == ["ready", "hold", "rest"]


def test_skipping_the_last_phase_finishes_even_when_paused(timers: TimerPage) -> None:
    timers.place(seconds=10, ready=0)
    timers.press("Start", "Pause", "Skip")
    assert timers.phases() == ["hold", "done"]
    assert timers.buttons() == ["Restart"]
    assert timers.page.evaluate("timerEvents").pop()["type"] == "done"


def test_restart_begins_with_get_ready(timers: TimerPage) -> None:
    for paused in (False, True):
        timers.place(**BOTH.attributes())
        timers.press("Start")
        timers.run(12)
        if paused:
            timers.press("Pause")
        timers.press("Restart")
        assert timers.phase_details()[-1] == expected(BOTH)[0].detail()
        assert timers.buttons() == ["Pause", "Restart", "Skip"]
        timers.run(10)
        assert timers.phases() == ["ready", "hold", "ready", "hold"]


def test_restart_after_done_repeats_the_same_events(timers: TimerPage) -> None:
    dose = Dose(seconds=2, reps=2, rest=1, ready=1)
    timers.place(**dose.attributes())
    timers.press("Start")
    timers.run(20)
    timers.press("Restart")
    timers.run(20)
    assert timers.phase_details() == details(expected(dose)) * 2


# ---- Changed attributes, removed elements ----


def test_an_attribute_changed_while_running_is_ignored(timers: TimerPage) -> None:
    dose = Dose(seconds=4, reps=2, rest=1, ready=2)
    timers.place(**dose.attributes())
    timers.press("Start")
    timers.run(3)
    timers.timer.evaluate("timer => { timer.setAttribute('seconds', 50); timer.removeAttribute('reps'); }")
    timers.run(60)
    assert timers.phase_details() == details(expected(dose))


def test_an_attribute_changed_while_not_running_resets_the_timer(timers: TimerPage) -> None:
    for state in ("idle", "paused", "done"):
        timers.place(seconds=4, ready=0)
        if state != "idle":
            timers.press("Start")
        if state == "paused":
            timers.press("Pause")
        if state == "done":
            timers.run(5)
        before = len(timers.phase_details())
        timers.timer.evaluate("timer => timer.setAttribute('seconds', 7)")
        assert timers.buttons() == ["Start"], state
        timers.run(30)
        assert len(timers.phase_details()) == before, state
        timers.press("Start")
        assert timers.phase_details()[-1]["seconds"] == 7, state


def test_an_attribute_set_to_the_same_value_changes_nothing(timers: TimerPage) -> None:
    timers.place(seconds=4, ready=0)
    timers.press("Start", "Pause")
    timers.timer.evaluate("timer => timer.setAttribute('seconds', '4')")
    assert timers.buttons() == ["Resume", "Restart", "Skip"]


def test_a_removed_timer_stops(timers: TimerPage) -> None:
    timers.place(**BOTH.attributes())
    timers.press("Start")
    timers.run(11)
    timers.page.evaluate("window.removed = document.querySelector('#trial'); removed.remove()")
    before, tones = timers.phase_details(), timers.tones()
    timers.run(100)
    timers.hide(True)
    timers.hide(False)
    assert timers.phase_details() == before
    assert [tone for tone in timers.tones() if tone[0] > 11.5] == []
    assert len(tones) > 0
    assert timers.locks_held() == 0
    timers.page.evaluate("document.querySelector('article').prepend(removed)")
    assert timers.buttons() == ["Start"]
    assert timers.timer.locator(".gf-timer").count() == 1
    timers.press("Start")
    assert timers.phases()[-1] == "ready"


def test_instant_navigation_stops_the_timer_and_releases_the_screen_lock(phone: Page, site_url: str) -> None:
    timers = TimerPage(phone, site_url).open("exercises/ankle-cross/")
    phone.evaluate("window.samePage = true")
    phone.get_by_role("button", name="Start", exact=True).click()
    timers.run(11)
    assert timers.phases() == ["ready", "hold"]
    with page_change(phone):
        phone.evaluate("document.querySelector('a[rel=next]').click()")
        timers.run(1)
    timers.run(100)
    expect(phone.get_by_role("button", name="Start", exact=True)).to_be_visible()
    assert phone.evaluate("samePage")
    assert timers.phases() == ["ready", "hold"]
    assert timers.locks_held() == 0
    assert phone.locator("[inert]").count() == 0


def test_a_timer_removed_by_an_event_listener_stops_there(timers: TimerPage) -> None:
    timers.place(seconds=3, reps=5, rest=2, ready=0)
    timers.page.evaluate("addEventListener('hold-timer:phase', (e) => e.detail.rep === 2 && e.target.remove())")
    timers.press("Start")
    timers.sleep(60)
    assert timers.phases() == ["hold", "rest", "hold"]


def test_two_timers_on_one_page_are_independent(timers: TimerPage) -> None:
    timers.place(seconds=5, ready=0)
    timers.press("Start")
    timers.page.evaluate(
        """const other = document.createElement("hold-timer");
        other.setAttribute("seconds", 3);
        other.setAttribute("ready", 0);
        other.id = "other";
        document.querySelector("article").append(other);"""
    )
    timers.page.locator("#other").get_by_role("button", name="Start", exact=True).click()
    timers.run(4)
    assert [(event["of"], event["detail"]["phase"]) for event in timers.page.evaluate("timerEvents.slice(0, 3)")] == [
        ("trial", "hold"),
        ("other", "hold"),
        ("other", "done"),
    ]
    assert timers.buttons() == ["Pause", "Restart", "Skip"]


# ---- The clock ----


def test_phases_missed_in_a_sleep_come_in_order_on_waking(timers: TimerPage) -> None:
    timers.place(**BOTH.attributes())
    timers.press("Start")
    timers.run(3)
    timers.sleep(49)  # the third second of the change of side
    assert timers.phase_details() == details(expected(BOTH))[:7]
    assert timers.text("time") == "8"
    timers.run(8)
    assert timers.phases()[-1] == "hold"
    timers.sleep(1000)
    assert timers.phase_details() == details(expected(BOTH))
    assert timers.page.evaluate("timerEvents").pop()["type"] == "done"


def test_a_hidden_page_catches_up_when_it_becomes_visible(timers: TimerPage) -> None:
    """The timers of a hidden page may be a minute late, so becoming visible is what makes it catch up."""
    timers.place(**BOTH.attributes())
    timers.press("Start")
    timers.hide(True)
    timers.page.evaluate("() => { const now = Date.now(); Date.now = () => now + 27_500; }")
    timers.hide(False)
    assert timers.phase_details() == details(expected(BOTH))[:4]
    assert timers.text("time") == "8"


def test_a_clock_set_back_restarts_the_phase(timers: TimerPage) -> None:
    timers.place(**BOTH.attributes())
    timers.press("Start")
    timers.run(14)
    assert timers.text("time") == "6"
    timers.page.evaluate("() => { const now = Date.now; Date.now = () => now() - 3_600_000 }")
    timers.run(1)
    assert timers.phases() == ["ready", "hold"]
    assert 8 <= int(timers.text("time")) <= 10


def test_a_button_pressed_after_a_sleep_first_catches_up_on_missed_phases(timers: TimerPage) -> None:
    timers.place(**BOTH.attributes())
    timers.press("Start")
    timers.page.evaluate("() => { const now = Date.now(); Date.now = () => now + 21_000; }")
    timers.press("Pause")
    assert timers.phases() == ["ready", "hold", "rest"]
    assert timers.text("time") == "4"
    timers.page.evaluate("() => { const now = Date.now(); Date.now = () => now + 1_000_000; }")
    timers.press("Resume", "Skip")
    assert timers.phases() == ["ready", "hold", "rest", "hold"]


def test_phases_come_on_time_by_the_real_clock_after_a_freeze(page: Page, site_url: str) -> None:
    """A hold, a rest and a hold take 8 seconds, of which the page is frozen for 4."""
    timers = TimerPage(page, site_url).open(frozen_clock=False)
    dose = Dose(seconds=3, reps=2, rest=2, ready=0)
    timers.place(**dose.attributes())
    page.evaluate(FREE)
    timers.press("Start")
    page.wait_for_function("timerEvents.length > 0")
    freeze(page, 4)
    page.wait_for_function("timerEvents.some((event) => event.type === 'done')")
    events = page.evaluate("timerEvents.filter((event) => event.type === 'phase')")
    wanted = expected(dose)
    assert [event["detail"] for event in events] == details(wanted)
    free: list[float] = page.evaluate("free")
    assert max(b - a for a, b in pairwise(free)) >= 4000  # the freeze did happen
    for event, phase in zip(events, wanted, strict=True):
        due = events[0]["at"] + phase.at
        assert event["at"] >= due - 2, phase
        assert beats_between(free, due, event["at"]) <= SOON, phase
