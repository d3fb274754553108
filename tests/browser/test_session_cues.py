"""The cues of a guided session: tones, voice, vibration, flashes, and a screen kept awake."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.session_page import STORAGE_DENIED, SessionPage, dose, week
from tests.support.watched_pages import OpenPage

TICK, HOLD, REST, SWITCH = [660], [880], [660, 440], [587, 784, 587]
MOVE, HALF, DONE = [440, 587], [988, 988], [523, 659, 784, 1047]

BOTH = dose(24, ready=9, switch=4, sides="left right", limb="foot")
REPEATED = dose(3, name="Leg up", place="floor", reps=2, rest=2, ready=2)
MORNING = week(BOTH, REPEATED, between=10, floor=12)

Heard = list[tuple[float, float]]


@pytest.fixture
def session(page: Page) -> SessionPage:
    return SessionPage(page).open(MORNING).start()


def melody(notes: list[int], at: float) -> Heard:
    return [(at + index / 5, float(pitch)) for index, pitch in enumerate(notes)]


def last_three(end: float) -> Heard:
    return [(end - left, 660.0) for left in (3, 2, 1)]


def tones(session: SessionPage, begun: float) -> Heard:
    """(second of the session, pitch) of every scheduled tone that was not cancelled, in order."""
    notes = session.page.evaluate("tones.filter((note) => !note.cancelled)")
    return sorted((note["at"] / 1000 - begun, note["pitch"]) for note in notes)


def begin(session: SessionPage) -> float:
    """Begins, waits for the audio, which is real, to start, and returns the time of the beginning in seconds."""
    session.press("Begin")
    session.page.wait_for_function("tones.length")
    begun: float = session.page.evaluate("sessionEvents[0].at") / 1000
    return begun


def assert_heard(heard: Heard, wanted: Heard) -> None:
    assert [pitch for _, pitch in heard] == [pitch for _, pitch in sorted(wanted)]
    assert max(abs(at - when) for (at, _), (when, _) in zip(heard, sorted(wanted), strict=True)) < 0.02


WHOLE = [
    *last_three(9),
    *(*melody(HOLD, 9), *melody(HALF, 21), *last_three(33)),
    *melody(SWITCH, 33),
    *(*melody(HOLD, 37), *melody(HALF, 49), *last_three(61)),
    *(*melody(MOVE, 61), *last_three(73)),
    *(*melody(HOLD, 75), *melody(REST, 78), *melody(HOLD, 80)),
    *melody(DONE, 83),
]


def test_the_tones_of_the_coming_minute_are_scheduled_in_advance_and_the_rest_in_time(session: SessionPage) -> None:
    begun = begin(session)
    assert_heard(tones(session, begun), [(at, pitch) for at, pitch in WHOLE if at < 60.3 and (at, pitch) != (60, 660)])
    for _ in range(84):
        session.run(1)
        session.page.evaluate("Promise.resolve()")
    assert_heard(tones(session, begun), WHOLE)


def test_pause_cancels_scheduled_tones_and_skip_plays_at_once(session: SessionPage) -> None:
    begun = begin(session)
    session.run(2)
    session.press("Pause")
    assert tones(session, begun) == []
    session.run(100)
    session.press("Resume")
    session.page.wait_for_function("tones.some((note) => !note.cancelled)")
    assert tones(session, begun)[0] == pytest.approx((106, 660), abs=0.02)
    session.press("Skip")
    session.page.wait_for_function("tones.some((note) => !note.cancelled && note.pitch === 988)")
    assert tones(session, begun)[0] == pytest.approx((102, 880), abs=0.02)


def test_tones_can_be_switched_off_and_stay_off(session: SessionPage) -> None:
    session.settings(tones=False)
    session.press("Begin")
    session.run(90)
    assert session.page.evaluate("tones") == []
    session.press("Close")
    session.start().press("Settings")
    expect(session.dialog.get_by_label("Beeps")).not_to_be_checked()
    expect(session.dialog.get_by_label("Voice")).to_be_checked()


def test_interrupted_audio_resumes_when_the_page_is_visible_or_tapped(session: SessionPage) -> None:
    session.settings(unseen="go-on")
    begin(session)
    session.page.evaluate(
        """() => { window.woken = 0; const resume = AudioContext.prototype.resume;
          AudioContext.prototype.resume = function () { woken++; return resume.call(this) } }"""
    )
    session.hide(True)
    session.hide(False)
    session.page.wait_for_function("woken > 0")
    session.page.evaluate(
        """() => { woken = 0
          Object.defineProperty(BaseAudioContext.prototype, "state", { get: () => "interrupted" }) }"""
    )
    session.dialog.locator(".gf-session__plate").click()
    session.page.wait_for_function("woken > 0")


WOKEN = """
window.woken = [];
const { speak } = speechSynthesis;
speechSynthesis.speak = (words) => { woken.push(["voice", window.event && event.type]); speak(words); };
window.AudioContext = class extends AudioContext {
  constructor() { super(); woken.push(["audio", window.event && event.type]); }
};
"""


def test_one_tap_unlocks_audio_and_speech_before_anything_is_fetched(page: Page) -> None:
    session = SessionPage(page).open(MORNING, before=WOKEN).start()
    session.press("Close")
    assert page.evaluate("woken") == []
    session.start()
    expect(session.button("Pause")).to_be_visible()
    assert page.evaluate("woken").count(["audio", "click"]) == 1
    assert page.evaluate("woken[0]") == ["voice", "click"]


# ---- Voice, vibration, flash, the mute switch ----


def test_a_voice_says_phases_sides_and_counts(session: SessionPage) -> None:
    expect(session.dialog.locator(".gf-session__fact").first).to_be_visible()  # fetched from the exercise's page
    session.press("Begin")
    session.run(90)
    before = "Sit down. A cork ball rolls away. Not with wet feet or in a following sea."
    assert session.page.evaluate("said") == [
        f"Towel scrunch. Left foot. {before}",
        "Hold",
        "Change feet. Right foot",
        "Hold",
        "Next: Leg up. Get down on the floor",
        f"Leg up. 2 times. {before}",
        "Hold. 1 of 2",
        "Rest",
        "Hold. 2 of 2",
        "Morning done",
    ]


def test_with_the_voice_off_it_is_silent(session: SessionPage) -> None:
    session.settings(voice=False)
    session.press("Begin")
    session.run(40)
    assert session.page.evaluate("said") == []


def test_without_speech_no_voice_is_offered_and_the_session_plays(page: Page) -> None:
    session = SessionPage(page).open(MORNING, before="delete window.speechSynthesis;").start()
    session.press("Settings")
    expect(session.dialog.get_by_label("Voice")).to_be_hidden()
    session.press("Back to the session", "Begin")
    session.run(90)
    assert len(session.done()) == 1


def test_it_vibrates_at_each_change_unless_switched_off(session: SessionPage) -> None:
    session.press("Begin")
    session.run(40)
    assert session.page.evaluate("buzzes") == [0, 150, 450, 150]
    session.settings(vibration=False)
    session.run(30)
    assert len(session.page.evaluate("buzzes")) == 4


# The running flashes: an animation exists at once, while its event waits for the next frame of the page.
FLASHES = "document.getAnimations().filter(({ animationName }) => /^gf-session-(flash|edge)/.test(animationName))"
SKIP_FIVE_TIMES = f"""() => {{
    const flashes = new Set({FLASHES})
    for (let tap = 0; tap < 5; tap++) {{
        document.querySelector(".gf-session [name=skip]").click()
        for (const flash of {FLASHES}) flashes.add(flash)
    }}
    return flashes.size
}}"""


@pytest.mark.moving
def test_the_screen_flashes_only_if_wanted_and_never_more_than_three_times_a_second(session: SessionPage) -> None:
    session.press("Begin")
    session.run(10)
    assert session.page.evaluate(f"({FLASHES}).length") == 0
    session.settings(flash=True)
    session.run(24)
    assert session.page.evaluate(f"({FLASHES}).length") == 1
    assert session.page.evaluate(SKIP_FIVE_TIMES) <= 2


def test_with_reduced_motion_an_edge_shows_instead_of_a_flash(open_page: OpenPage) -> None:
    session = SessionPage(open_page()).open(MORNING).start()
    session.settings(flash=True)
    session.press("Begin")
    flash = session.dialog.locator(".gf-session__flash")
    assert flash.evaluate("flash => getComputedStyle(flash).animationName") == "gf-session-edge"
    assert flash.evaluate("flash => getComputedStyle(flash).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_sound_despite_the_mute_switch_is_offered_where_supported(page: Page, open_page: OpenPage) -> None:
    session = SessionPage(page).open(MORNING).start()
    session.press("Settings")
    expect(session.dialog.get_by_label("stops other music")).to_be_hidden()
    able = "Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } });"
    session = SessionPage(open_page()).open(MORNING, before=able).start()
    session.settings(loud=True)
    session.press("Begin")
    assert session.page.evaluate("navigator.audioSession.type") == "playback"
    session.press("Close")
    assert session.page.evaluate("navigator.audioSession.type") == "auto"


def test_it_plays_without_audio_storage_vibration_or_a_screen_lock(page: Page) -> None:
    session = SessionPage(page).open(MORNING, before=STORAGE_DENIED)
    page.evaluate(
        """() => {
          delete window.AudioContext;
          delete window.speechSynthesis;
          delete navigator.vibrate;
          delete Navigator.prototype.vibrate;
          delete Navigator.prototype.wakeLock;
        }"""
    )
    session.start().press("Begin")
    session.run(90)
    assert len(session.done()) == 1


# ---- The screen ----


def test_the_screen_stays_awake_while_playing_and_a_minute_into_a_pause(session: SessionPage) -> None:
    assert session.locks_held() == 0
    session.press("Begin")
    session.page.wait_for_function("locks.filter((lock) => lock.held).length === 1")
    session.press("Pause")
    session.run(59)
    assert session.locks_held() == 1
    session.run(2)
    session.page.wait_for_function("!locks.some((lock) => lock.held)")
    session.press("Resume")
    session.page.wait_for_function("locks.some((lock) => lock.held)")
    session.run(90)
    session.page.wait_for_function("!locks.some((lock) => lock.held)")  # done


def test_a_browser_that_lets_the_screen_go_dark_is_reported(page: Page, open_page: OpenPage) -> None:
    session = SessionPage(page).open(MORNING).start()
    expect(session.dialog.get_by_text("Your screen may go dark")).to_be_hidden()
    session = SessionPage(open_page()).open(MORNING)
    session.page.evaluate("delete navigator.wakeLock; delete Navigator.prototype.wakeLock")
    session.start()
    expect(session.dialog.get_by_text("Your screen may go dark")).to_be_visible()


def test_a_hidden_session_pauses_and_says_why(session: SessionPage) -> None:
    session.press("Begin")
    session.run(11)
    session.hide(True)
    session.sleep(300)
    session.hide(False)
    assert session.texts("word", "time", "why") == ("Hold", "22", "This page was hidden, or your device was asleep.")
    assert session.phases() == ["ready", "hold"]
    session.press("Resume")
    session.page.wait_for_function("locks.some((lock) => lock.held)")
    session.run(1)
    assert session.texts("time", "why") == ("21", "")


def test_a_sleep_without_a_visibility_event_pauses_the_session(session: SessionPage) -> None:
    session.press("Begin")
    session.run(11)
    session.sleep(300)
    assert session.texts("word", "time", "why") == ("Hold", "22", "This page was hidden, or your device was asleep.")


def test_a_hidden_session_catches_up_in_order_if_the_reader_chose_to_go_on(session: SessionPage) -> None:
    session.settings(unseen="go-on")
    session.press("Begin")
    session.run(11)
    session.hide(True)
    session.sleep(54)
    session.hide(False)
    assert session.phases() == ["ready", "hold", "switch", "hold", "move"]
    assert session.texts("word", "time") == ("Get down on the floor", "8")
    session.page.wait_for_function("locks.filter((lock) => lock.held).length === 1")
    assert session.page.evaluate("said").count("Change feet. Right foot") == 0  # the missed phases are not spoken
