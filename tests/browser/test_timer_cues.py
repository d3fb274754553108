"""The cues of the hold timer: tones, vibration, a screen kept awake, and the remembered choice of sound."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.timer_page import TimerPage, details
from tests.browser.timer_timetable import Dose, expected
from tests.support.watched_pages import OpenPage


@pytest.fixture
def timers(page: Page, site_url: str) -> TimerPage:
    return TimerPage(page, site_url).open()


# ---- Sound, vibration, a screen kept awake ----


TICK, HOLD, REST, SWITCH, DONE = [660], [880], [660, 440], [587, 784, 587], [523, 659, 784, 1047]


def melody(notes: list[int], at: float) -> list[tuple[float, float]]:
    return [(at + index / 5, float(pitch)) for index, pitch in enumerate(notes)]


def assert_heard(timers: TimerPage, wanted: list[tuple[float, float]]) -> None:
    heard = timers.tones()
    assert [pitch for _, pitch in heard] == [pitch for _, pitch in wanted]
    for (at, _), (when, _) in zip(heard, wanted, strict=True):
        assert abs(at - when) < 0.02, (heard, wanted)


def follow(timers: TimerPage, seconds: int) -> None:
    """Runs second by second, and lets the audio, which is real, respond after each."""
    for _ in range(seconds):
        timers.run(1)
        timers.page.evaluate("Promise.resolve()")


def test_tones_mark_starts_ends_changes_and_the_last_three_seconds(timers: TimerPage) -> None:
    timers.place(seconds=9, reps=2, rest=4, ready=8, switch=3, sides="left right")
    timers.press("Start")
    timers.page.wait_for_function("tones.length")
    follow(timers, 60)
    wanted = []
    for begin, phase, seconds in [
        (0, [], 8), (8, HOLD, 9), (17, REST, 4), (21, HOLD, 9), (30, SWITCH, 3),
        (33, HOLD, 9), (42, REST, 4), (46, HOLD, 9), (55, DONE, 0),
    ]:  # fmt: skip
        wanted += melody(phase, begin)
        wanted += [(begin + seconds - left, 660.0) for left in (3, 2, 1) if seconds >= 8]
    assert_heard(timers, sorted(wanted))


def test_a_hold_of_three_seconds_has_just_its_start_and_its_end(timers: TimerPage) -> None:
    timers.place(seconds=3, reps=2, rest=3, ready=0)
    timers.press("Start")
    timers.page.wait_for_function("tones.length")
    follow(timers, 10)
    assert_heard(timers, melody(HOLD, 0) + melody(REST, 3) + melody(HOLD, 6) + melody(DONE, 9))


def test_pause_cancels_scheduled_tones_and_resume_schedules_them_again(timers: TimerPage) -> None:
    timers.place(seconds=10, ready=0)
    timers.press("Start")
    timers.page.wait_for_function("tones.length === 8")
    follow(timers, 8)
    timers.run(0.5)
    timers.press("Pause")
    timers.run(30)
    assert_heard(timers, [(0, 880.0), (7, 660.0), (8, 660.0)])
    timers.press("Resume")
    timers.page.wait_for_function("tones.length > 8")
    assert_heard(timers, [(0, 880.0), (7, 660.0), (8, 660.0), (39, 660.0), *melody(DONE, 40)])


def test_skip_plays_the_tone_of_the_phase_it_starts(timers: TimerPage) -> None:
    timers.place(seconds=5, ready=5)
    timers.press("Start")
    timers.page.wait_for_function("tones.length === 1")
    timers.run(2)
    timers.press("Skip")
    timers.page.wait_for_function("tones.length > 1")
    assert_heard(timers, [(2, 880.0), *melody(DONE, 7)])


def test_mute_is_silent_and_remembered(timers: TimerPage) -> None:
    timers.place(seconds=3, ready=0)
    sound = timers.timer.get_by_role("checkbox", name="Sound", exact=True)
    sound.uncheck()
    timers.press("Start")
    follow(timers, 4)
    assert timers.tones() == []
    timers.page.reload()
    timers.place(seconds=3, ready=0)
    expect(sound).not_to_be_checked()
    timers.press("Start")
    sound.check()
    timers.page.wait_for_function("tones.length === 4")
    sound.uncheck()
    assert timers.tones() == []
    sound.check()
    timers.page.reload()
    timers.place(seconds=3)
    expect(sound).to_be_checked()


def test_it_counts_without_audio_storage_vibration_or_a_screen_lock(open_page: OpenPage, site_url: str) -> None:
    page = open_page()
    timers = TimerPage(page, site_url)
    page.add_init_script(
        """for (const name of ["getItem", "setItem"]) {
          const given = Storage.prototype[name];
          Storage.prototype[name] = function (key, ...rest) {
            if (key.startsWith("gf-")) throw new DOMException("denied", "SecurityError");
            return given.call(this, key, ...rest);
          };
        }"""
    )
    timers.open()
    page.evaluate(
        """() => {
          window.AudioContext = class { constructor() { throw new Error("none"); } };
          navigator.vibrate = undefined;
          navigator.wakeLock.request = () => Promise.reject(new DOMException("low", "NotAllowedError"));
        }"""
    )
    dose = Dose(seconds=9, reps=2, rest=1, ready=2)
    timers.place(**dose.attributes())
    sound = timers.timer.get_by_role("checkbox", name="Sound", exact=True)
    sound.uncheck()
    sound.check()
    timers.press("Start")
    follow(timers, 30)
    assert timers.phase_details() == details(expected(dose))


def test_it_vibrates_as_each_phase_begins_and_never_while_paused(timers: TimerPage) -> None:
    timers.place(seconds=2, reps=2, rest=2, ready=2, switch=2, sides="left right")
    timers.press("Start")
    timers.run(30)
    hold, rest, change, done = 150, 300, 450, 600
    assert timers.page.evaluate("buzzes") == [0, hold, rest, hold, change, hold, rest, hold, done]
    timers.press("Restart", "Pause", "Skip")
    assert timers.page.evaluate("buzzes.slice(9)") == [0]


def test_the_screen_is_kept_awake_while_it_runs(timers: TimerPage) -> None:
    timers.place(seconds=10, reps=2)
    assert timers.locks_held() == 0
    timers.press("Start")
    assert timers.locks_held() == 1
    timers.press("Skip", "Restart")
    assert timers.locks_held() == 1
    timers.press("Pause")
    assert timers.locks_held() == 0
    timers.press("Resume")
    assert timers.locks_held() == 1
    timers.hide(True)
    assert timers.locks_held() == 0
    timers.hide(False)
    assert timers.locks_held() == 1
    timers.run(60)
    assert timers.locks_held() == 0
    timers.hide(True)
    timers.hide(False)
    assert timers.locks_held() == 0


def test_a_screen_lock_granted_after_a_pause_is_released(timers: TimerPage) -> None:
    timers.place(seconds=10)
    timers.page.evaluate(
        """() => {
          const grant = navigator.wakeLock.request;
          navigator.wakeLock.request = () => new Promise((resolve) => (window.answer = () => resolve(grant())));
        }"""
    )
    timers.press("Start", "Pause")
    timers.page.evaluate("answer()")
    timers.page.wait_for_function("locks.length === 1 && !locks[0].held")
