"""The Chromium that the tests drive: found on the machine, or else installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The headless shell first: the same engine without the windows around it, at a third of the processor's time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium-headless-shell", "chromium")
MISSING = "No browser to test with: install Chromium or Google Chrome, so that `chromium` is on the PATH."

# A quiet browser that asks nobody anything, and that also runs as root.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """The machine's own browser, else the one that Playwright brought."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _playwrights()


def install() -> str | None:
    """The system's package where we may, else Playwright's browser; None where neither can be had."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        _run("apt-get", "update", "-qq")
        for package in PACKAGES:  # an older Debian has only the second
            if not find():
                _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", package, "fonts-liberation")
    if not find():
        _run(sys.executable, "-m", "playwright", "install", "chromium")
    return find()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright  # starts a driver: only where no other browser is there

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _run(*command: str) -> None:
    """Runs on after a failure: what counts is whether there is a browser in the end."""
    subprocess.run(command, check=False, stdout=sys.stderr, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    browser = find() or install()
    print(browser or MISSING, file=sys.stdout if browser else sys.stderr)
    sys.exit(not browser)
