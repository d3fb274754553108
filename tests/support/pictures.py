"""The pictures of README.md and scripts/posedraw/README.md, taken of the real site and drawn by the real engine."""

import sys
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from posedraw.svg.contact_sheet import joints_sheet

from tests.support.browser import ARGUMENTS, MISSING, find
from tests.support.server import SiteServer

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".github" / "readme"
EXERCISE, PLAN = "exercises/foot-stretching/", "week/full/"

# Three pictures on the site's own paper colour; sizes in CSS pixels.
SHEET = """
<style>
  body {{ margin: 0; padding: 32px; display: flex; gap: 28px; align-items: center; width: max-content }}
  body {{ background: #FBF6EE }}
  img {{ display: block; border: 1px solid #E3D9C8; border-radius: 22px; height: 560px }}
  .paper {{ border-radius: 2px; height: auto; width: 760px; padding: 28px; background: #fff }}
</style>
<img src="{reading}" alt=""><img src="{running}" alt=""><img class="paper" src="{paper}" alt="">
"""


def of_site(browser: Browser, address: str) -> bytes:
    """An exercise, its timer running, and the weekly chart on paper; as PNG."""
    phone = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    phone.goto(address + EXERCISE)
    phone.get_by_role("button", name="Start").wait_for()
    reading = phone.screenshot()
    phone.clock.install()
    phone.goto(address + EXERCISE)
    phone.get_by_role("button", name="Start").click()
    phone.clock.run_for(13_500)  # in the first hold
    phone.wait_for_timeout(1_200)  # the ring glides by the real clock
    running = phone.screenshot()

    # A4 on its side within the margins, at 96 dots an inch.
    paper = browser.new_page(viewport={"width": 1047, "height": 718}, device_scale_factor=2)
    paper.emulate_media(media="print")
    paper.goto(address + PLAN)
    chart = paper.screenshot(full_page=True)

    sheet = browser.new_page(viewport={"width": 1520, "height": 624})
    images = {"reading": reading, "running": running, "paper": chart}
    sheet.set_content(SHEET.format(**{name: _data(png) for name, png in images.items()}))
    return sheet.locator("body").screenshot()


def of_joints(browser: Browser) -> bytes:
    """Every joint both ways; as PNG."""
    page = browser.new_page(viewport={"width": 1400, "height": 800})
    page.set_content(joints_sheet())
    return page.screenshot(full_page=True)


def _data(png: bytes) -> str:
    return "data:image/png;base64," + b64encode(png).decode()


def main() -> None:
    executable = find() or sys.exit(MISSING)
    server = SiteServer(PROJECT / "site")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        pictures = {"good-footing.png": of_site(browser, server.url), "joints.png": of_joints(browser)}
    server.shutdown()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures.items():
        (FOLDER / name).write_bytes(picture)
        print(f"{name}: {len(picture) // 1024} KiB")


if __name__ == "__main__":
    main()
