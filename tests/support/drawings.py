"""The drawings in a built page: whether they move, how large they are, and what covers them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from playwright.sync_api import Page, Request

KIB = 1024

# The transforms of the parts of the large drawing at this moment.
TRANSFORMS = """() => [...document.querySelectorAll(".gf-figure svg [class]")]
    .map(part => getComputedStyle(part).transform).filter(transform => transform !== "none")"""
RUNNING = """() => document.getAnimations().filter(each => each.playState === "running" &&
    each.effect.target.closest("svg")).length"""
FORWARD = "() => document.getAnimations().forEach(each => { each.currentTime += 200 })"

# The boxes of the button and of the drawing's view box, which contains all people and all movement.
BUTTON_AND_DRAWING = """figure => {
    const button = figure.querySelector(".gf-figure__pause + label").getBoundingClientRect()
    const svg = figure.querySelector("svg")
    const {x, y, width, height} = svg.viewBox.baseVal
    const matrix = svg.getScreenCTM()
    const start = new DOMPoint(x, y).matrixTransform(matrix)
    const end = new DOMPoint(x + width, y + height).matrixTransform(matrix)
    return [button, {left: start.x, top: start.y, right: end.x, bottom: end.y}]
        .map(box => [box.left, box.top, box.right, box.bottom])
}"""

DRAWING = re.compile(r'<svg class="gf-fig.*?</svg>', re.DOTALL)


def moves(page: Page) -> bool:
    """Whether an animation runs and changes any part within two seconds; some drawings hold still for a moment."""
    if not page.evaluate(RUNNING):
        return False
    before = page.evaluate(TRANSFORMS)
    return any(page.evaluate(TRANSFORMS) != before for _ in range(10) if page.evaluate(FORWARD) is None)


def pause_button_covers_the_drawing(page: Page) -> bool:
    figures = page.locator(".gf-figure", has=page.locator(".gf-figure__pause")).all()
    assert figures
    return any(_overlap(*figure.evaluate(BUTTON_AND_DRAWING)) for figure in figures)


def _overlap(one: list[float], other: list[float]) -> bool:
    apart = one[2] <= other[0] or one[0] >= other[2] or one[3] <= other[1] or one[1] >= other[3]
    return not apart


def drawings(file: Path) -> list[str]:
    """The SVG of each drawing in a page, the large one first."""
    return DRAWING.findall(file.read_text("utf-8"))


def compressed_size(*texts: str) -> int:
    return sum(len(gzip.compress(text.encode(), mtime=0)) for text in texts)


def transferred_sizes(page: Page, address: str) -> dict[str, int]:
    """What a first visit of an address loads, and how many bytes each file takes on the way."""
    sizes: dict[str, int] = {}

    def add(request: Request) -> None:
        parts = request.sizes()
        sizes[request.url] = parts["responseBodySize"] + parts["responseHeadersSize"]

    page.context.on("requestfinished", add)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return sizes
