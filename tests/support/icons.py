"""The icons of an installed site, drawn from the mark in docs/assets/img/favicon.svg."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support.browser import ARGUMENTS, MISSING, find

IMAGES = Path(__file__).resolve().parents[2] / "docs/assets/img"
GROUND = 'rx="7"'
# Phones cut a maskable icon to a shape of theirs: its ground fills it, and the mark stands well within the middle.
ICONS = {
    "icon-192.png": (192, GROUND, ""),
    "icon-512.png": (512, GROUND, ""),
    "icon-maskable-512.png": (512, 'rx="0"', "translate(4 4) scale(.75) "),
}
PAGE = (
    "<style>html, body {{ margin: 0; background: transparent }} svg {{ display: block; width: {size}px }}</style>{svg}"
)


def main() -> None:
    executable = find() or sys.exit(MISSING)
    mark = (IMAGES / "favicon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        for name, (size, ground, within) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            drawn = mark.replace(GROUND, ground).replace(
                'transform="translate(1.5', f'transform="{within}translate(1.5'
            )
            page.set_content(PAGE.format(size=size, svg=drawn))
            (IMAGES / name).write_bytes(page.screenshot(omit_background=True))
        browser.close()


if __name__ == "__main__":
    main()
