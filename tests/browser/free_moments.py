"""When a page that is held up is free again: what it tells late by the real clock is right if it tells it then."""

import time

from playwright.sync_api import Page

SOON = 10  # beats of a free page (about 100 ms) within which a phase is announced, however busy the machine is

# A page's free moments are those at which a timer of it runs: one as often as can be, each told by the clock. (Timers
# run in the order in which they are due, so that one which runs has let none before it wait.)
FREE = """
() => {
  window.free = [];
  const beat = () => {
    free.push(Date.now());
    setTimeout(beat, 10);
  };
  beat();
}
"""


def beats_between(free: list[float], due: float, at: float) -> int:
    """How often the page was free between the time at which something is `due` and the time at which it happened."""
    return sum(due <= moment < at for moment in free)


def freeze(page: Page, seconds: float) -> None:
    """Nothing on the page runs for so long, and nothing tells it."""
    session = page.context.new_cdp_session(page)
    session.send("Debugger.enable")
    session.send("Debugger.pause")
    time.sleep(seconds)
    session.send("Debugger.resume")
    session.send("Debugger.disable")
