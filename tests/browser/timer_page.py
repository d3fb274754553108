"""A hold timer on a page of the site: works its controls, and records its events, tones and screen locks."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.timer_timetable import Phase

# Runs before the page's own scripts. `at` is in milliseconds of the page's clock.
RECORDER = """
window.timerEvents = []; window.tones = []; window.buzzes = []; window.locks = [];
for (const type of ["phase", "done"])
  addEventListener("hold-timer:" + type, (event) =>
    timerEvents.push({ type, of: event.target.id, detail: event.detail, at: Date.now() }));

// The audio's clock is real and runs on between two statements; what counts is the time that the script last read.
let read;
const { get } = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "currentTime");
Object.defineProperty(BaseAudioContext.prototype, "currentTime", { get() { return (read = get.call(this)); } });

const create = BaseAudioContext.prototype.createOscillator;
BaseAudioContext.prototype.createOscillator = function () {
  const tone = create.call(this), start = tone.start.bind(tone), stop = tone.stop.bind(tone);
  const note = {};
  tone.start = (when) => {
    Object.assign(note, { at: Date.now() + (when - read) * 1000, pitch: tone.frequency.value });
    tones.push(note);
    start(when);
  };
  tone.stop = (...when) => {
    if (!when.length && Date.now() < note.at) note.cancelled = true;
    stop(...when);
  };
  return tone;
};

navigator.vibrate = (pattern) => buzzes.push(pattern);
Object.defineProperty(navigator, "wakeLock", { configurable: true, value: {
  async request() {
    const lock = { held: true, async release() { this.held = false; } };
    locks.push(lock);
    return lock;
  },
} });
"""

PLACE = """
({ attributes, inner }) => {
  document.querySelector("#trial")?.remove();
  window.timerEvents.length = window.tones.length = 0;
  const timer = document.createElement("hold-timer");
  for (const name in attributes) timer.setAttribute(name, attributes[name]);
  timer.id = "trial";
  timer.innerHTML = inner;
  document.querySelector("article").prepend(timer);
}
"""

HIDE = """
(hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  if (hidden) for (const lock of locks) lock.held = false;
  document.dispatchEvent(new Event("visibilitychange"));
}
"""


def details(phases: list[Phase]) -> list[dict[str, Any]]:
    return [phase.detail() for phase in phases]


@dataclass
class TimerPage:
    page: Page
    url: str

    def open(self, address: str = "about/", *, frozen_clock: bool = True) -> "TimerPage":
        """Opens a page of the site, by default one without a timer; its clock stands still until `run`."""
        self.page.add_init_script(RECORDER)
        if frozen_clock:
            self.page.clock.install(time=0)
        self.page.goto(self.url + address)
        if frozen_clock:
            self.page.clock.pause_at(3600)
        return self

    def place(self, inner: str = "", /, **attributes: object) -> Locator:
        texts = {name: str(value) for name, value in attributes.items()}
        self.page.evaluate(PLACE, {"attributes": texts, "inner": inner})
        return self.timer

    @property
    def timer(self) -> Locator:
        return self.page.locator("#trial")

    def button(self, name: str) -> Locator:
        return self.timer.get_by_role("button", name=name, exact=True)

    def press(self, *names: str) -> None:
        for name in names:
            self.button(name).click()

    def run(self, seconds: float) -> None:
        self.page.clock.run_for(round(seconds * 1000))

    def sleep(self, seconds: float) -> None:
        """Sleeps as a device does: time passes and nothing runs; then each due callback runs once."""
        self.page.clock.fast_forward(round(seconds * 1000))

    def hide(self, hidden: bool) -> None:
        self.page.evaluate(HIDE, hidden)

    def phase_details(self) -> list[dict[str, Any]]:
        """The details of the phases so far."""
        return [event["detail"] for event in self.page.evaluate("timerEvents") if event["type"] == "phase"]

    def phases(self) -> list[str]:
        return [detail["phase"] for detail in self.phase_details()]

    def buttons(self) -> list[str]:
        """The visible buttons in order, without those of the adjustable dose."""
        names: list[str] = self.timer.locator(".gf-timer__buttons button:visible").all_inner_texts()
        return names

    def text(self, part: str) -> str:
        """The text of a part, empty if it is hidden."""
        place = self.timer.locator(f".gf-timer__{part}")
        return place.inner_text() if place.is_visible() else ""

    def tones(self) -> list[tuple[float, float]]:
        """(seconds of the page's clock since it was stopped, pitch) of all scheduled tones that were not cancelled, in order."""
        notes = self.page.evaluate("tones.filter((note) => !note.cancelled)")
        return sorted((note["at"] / 1000 - 3600, note["pitch"]) for note in notes)

    def locks_held(self) -> int:
        held: int = self.page.evaluate("locks.filter((lock) => lock.held).length")
        return held
