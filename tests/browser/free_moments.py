"""When a page that is held up is free again: what it tells late by the real clock is right if it tells it then."""

import time

from playwright.sync_api import Page

NOW = 100  # milliseconds within which a phase is told once the page is free

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


def next_free(free: list[float], due: float) -> float:
    """The first free moment at or after the time at which something is `due`."""
    return next((moment for moment in free if moment >= due), due)


def freeze(page: Page, seconds: float) -> None:
    """Nothing on the page runs for so long, and nothing tells it."""
    session = page.context.new_cdp_session(page)
    session.send("Debugger.enable")
    session.send("Debugger.pause")
    time.sleep(seconds)
    session.send("Debugger.resume")
    session.send("Debugger.disable")
