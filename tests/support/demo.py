"""The moving picture of README.md: a guided session on a phone, played by the real site under a clock of its own."""

import io
import sys
from datetime import datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.support.browser import ARGUMENTS, MISSING, find
from tests.support.server import SiteServer

PROJECT = Path(__file__).resolve().parents[2]
PICTURE = PROJECT / ".github" / "readme" / "session.webp"
PLAN = "gentle-start"
MONDAY = datetime(2026, 11, 23, 8, 0)
SIZE = (312, 675)  # of 390 × 844
MOST = 600 * 1024

# What is done between two pictures, and how long in milliseconds the one after it stays: seconds that go by, or a button.
SCRIPT: list[tuple[float | str, int]] = [
    *((0, 2200), ("begin", 900)),
    *((each, 450) for each in (1, 2, 3, 3)),  # get ready
    *((each, 450) for each in (2, 2, 2, 2, 2)),  # the first hold
    *((each, 450) for each in (2, 2, 2, 2, 2)),  # rest, and the second
    *(("skip", 700), ("skip", 700), ("skip", 700), ("skip", 900)),  # to the change of feet
    *((each, 450) for each in (3, 3, 3, 3)),
    *(("skip", 350), ("skip", 350), ("skip", 350), ("skip", 350), ("skip", 900)),  # to the move
    *((each, 600) for each in (2, 2)),
    *(("skip", 900), ("skip", 900), (15, 600), (15, 600), (15, 600)),  # the next exercise
    *(("pause", 1600), ("end", 2400)),
]


def frames(page: Page) -> list[tuple[Image.Image, int]]:
    taken = []
    for deed, stays in SCRIPT:
        if deed == "end":
            while page.locator(".gf-session [name=skip]:visible").count():
                page.locator(".gf-session [name=skip]").click()
        elif isinstance(deed, str):
            page.locator(f".gf-session .gf-session__buttons [name={deed}]").click()
        page.mouse.move(0, 0)
        page.clock.run_for(int((deed if isinstance(deed, (int, float)) else 0.05) * 1000))
        page.wait_for_timeout(60)
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        taken.append((picture.resize(SIZE, Image.Resampling.LANCZOS), stays))
    return taken


def record(address: str) -> list[tuple[Image.Image, int]]:
    executable = find() or sys.exit(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2, locale="en-GB")
        page.clock.install(time=MONDAY)
        page.goto(f"{address}week/{PLAN}/")
        page.clock.pause_at(MONDAY.replace(minute=1))
        page.locator("session-start[data-day=mon] button").first.click()
        page.locator(".gf-session__list .gf-session__fact").first.wait_for()
        page.add_style_tag(content=".gf-session__fill { transition: none !important }")  # it glides by the real clock
        return frames(page)


def main() -> None:
    server = SiteServer(PROJECT / "site")
    pictures, stays = zip(*record(server.url), strict=True)
    server.shutdown()
    first, *others = pictures
    first.save(PICTURE, save_all=True, append_images=others, duration=list(stays), loop=0, quality=62, method=6)
    size = PICTURE.stat().st_size
    print(f"{PICTURE.name}: {size // 1024} KiB")
    sys.exit(size > MOST)


if __name__ == "__main__":
    main()
