"""A guided session on a plan's page: works its controls, and records its events, speech, tones and screen locks."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.session_timetable import Phase, Week
from tests.browser.timer_page import HIDE, RECORDER
from tests.browser.week_page import unfold

MONDAY = datetime(2026, 11, 23, 8, 0)

# Records more than the timer's recorder does. `at` is in milliseconds of the page's clock.
SESSION_RECORDER = """
window.sessionEvents = []; window.said = [];
for (const type of ["phase", "done"])
  document.addEventListener("guided-session:" + type, ({ detail }) => sessionEvents.push({ type, detail, at: Date.now() }));
Object.defineProperty(window, "speechSynthesis", { configurable: true, value: {
  speak(words) { if (words.text) said.push(words.text); }, cancel() {},
} });
"""

STORAGE_DENIED = """
for (const name of ["getItem", "setItem"]) {
  const given = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (key.startsWith("gf-")) throw new DOMException("denied", "SecurityError");
    return given.call(this, key, ...rest);
  };
}
"""

TEXTS = """
(parts) => parts.map((part) => {
  const found = document.querySelector(`.gf-session .gf-session__${part}`);
  return found && found.checkVisibility({ visibilityProperty: true }) ? found.innerText.trim() : "";
})
"""


def dose(seconds: float, **changes: Any) -> dict[str, Any]:
    """An exercise of a week, as the week's JSON has it."""
    least = {"about": False, "reps": 1, "rest": 0, "ready": 0, "switch": 0, "place": "chair"}
    least |= {"sides": None, "limb": None, "verb": None}
    return {"name": "Towel scrunch", "url": "exercises/cork-roll/", "seconds": seconds, **least, **changes}


def week(*exercises: dict[str, Any], between: int = 0, floor: int = 0, optional: tuple[int, ...] = ()) -> Week:
    """A week with these exercises every morning."""
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    slugs = [f"exercise-{number}" for number in range(len(exercises))]
    return {
        "name": "A week",
        "sessions": [{"id": "morning", "label": "Morning"}],
        "moves": {"between": between, "floor": floor},
        "exercises": dict(zip(slugs, exercises, strict=True)),
        "slots": [
            {"day": day, "session": "morning", "exercise": slug, "optional": number in optional}
            for day in days
            for number, slug in enumerate(slugs)
        ],
        "minutes": {},
    }


def details(phases: list[Phase]) -> list[dict[str, Any]]:
    return [phase.detail() for phase in phases]


@dataclass
class SessionPage:
    page: Page
    plan: str = "short-start"

    def open(self, custom: Week | None = None, *, frozen_clock: bool = True, before: str = "") -> "SessionPage":
        """Opens the plan's page on a Monday morning, with its clock stopped and its week replaced by `custom` if given."""
        self.page.add_init_script(RECORDER + SESSION_RECORDER + before)
        if custom:
            self.page.route(f"**/week/{self.plan}.json", lambda route: route.fulfill(body=json.dumps(custom)))
        if frozen_clock:
            self.page.clock.install(time=MONDAY)
        self.page.goto(f"week/{self.plan}/")
        if frozen_clock:
            self.page.clock.pause_at(MONDAY.replace(hour=9))
        return self

    def start(self, day: str = "mon", session: str = "morning") -> "SessionPage":
        """Opens the player, which waits for Begin where it shows the list."""
        unfold(self.page, day)
        unfold(self.page, day)
        self.page.locator(f"session-start[data-day={day}][data-session={session}] button").click()
        expect(self.dialog).to_be_visible()
        return self

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def button(self, name: str) -> Locator:
        return self.dialog.get_by_role("button", name=name, exact=True)

    def press(self, *names: str) -> None:
        for name in names:
            self.button(name).first.click()

    def run(self, seconds: float) -> None:
        self.page.clock.run_for(round(seconds * 1000))

    def sleep(self, seconds: float) -> None:
        self.page.clock.fast_forward(round(seconds * 1000))

    def hide(self, hidden: bool) -> None:
        self.page.evaluate(HIDE, hidden)

    def phase_details(self) -> list[dict[str, Any]]:
        return [event["detail"] for event in self.page.evaluate("sessionEvents") if event["type"] == "phase"]

    def phases(self) -> list[str]:
        return [detail["phase"] for detail in self.phase_details()]

    def done(self) -> list[dict[str, Any]]:
        return [event["detail"] for event in self.page.evaluate("sessionEvents") if event["type"] == "done"]

    def texts(self, *parts: str) -> tuple[str, ...]:
        """The texts of parts, empty for one that is hidden; in one call, as each call waits for a frame of the page."""
        return tuple(self.page.evaluate(TEXTS, parts))

    def text(self, part: str) -> str:
        return self.texts(part)[0]

    def settings(self, **choices: Any) -> None:
        """Changes settings: True or False for a checkbox, or the value of an option."""
        self.press("Settings")
        for name, value in choices.items():
            field = self.dialog.locator(f"[name={name}]")
            if isinstance(value, bool):
                field.set_checked(value)
            else:
                field.select_option(value)
        self.press("Back to the session")

    def stored(self, key: str) -> Any:
        return self.page.evaluate("key => JSON.parse(localStorage.getItem(key))", f"gf-{key}")

    def locks_held(self) -> int:
        held: int = self.page.evaluate("locks.filter((lock) => lock.held).length")
        return held
