"""When a busy page is free again: by the real clock, an event may come late, but then as soon as the page is free."""

import time

from playwright.sync_api import Page

SOON = 10  # beats of a free page (about 100 ms) within which a phase must be announced, however busy the machine is

# A page is free whenever a timer of it can run, so this one runs as often as it can and notes the time. (Timers run in
# the order in which they are due, so when this one runs, none before it is waiting.)
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
    """How often the page was free between the time at which something was `due` and the time at which it happened."""
    return sum(due <= moment < at for moment in free)


def freeze(page: Page, seconds: float) -> None:
    """Stops everything on the page for some seconds, without an event that says so."""
    session = page.context.new_cdp_session(page)
    session.send("Debugger.enable")
    session.send("Debugger.pause")
    time.sleep(seconds)
    session.send("Debugger.resume")
    session.send("Debugger.disable")
