"""The pictures as a reader meets them: moving, paused, still; told to those who cannot see them; small."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, Request, expect

from tests.content.addresses import EXERCISES, PLANS
from tests.support.watched_pages import PHONE, OpenPage

SITE = "real"

pytestmark = pytest.mark.moving

KIB = 1024
each = pytest.mark.parametrize("slug", EXERCISES)

# Where the parts of the large picture are now, as the browser has computed it.
PLACES = """() => [...document.querySelectorAll(".gf-figure svg [class]")]
    .map(part => getComputedStyle(part).transform).filter(place => place !== "none")"""
RUNNING = """() => document.getAnimations().filter(each => each.playState === "running" &&
    each.effect.target.closest("svg")).length"""

FORWARD = "() => document.getAnimations().forEach(each => { each.currentTime += 200 })"


def places(page: Page) -> list[str]:
    found: list[str] = page.evaluate(PLACES)
    return found


def moves(page: Page) -> bool:
    """Whether an animation runs, and any part is elsewhere within two seconds of it; some pause for a moment within."""
    if not page.evaluate(RUNNING):
        return False
    before = places(page)
    return any(places(page) != before for _ in range(10) if page.evaluate(FORWARD) is None)


def pause(page: Page) -> Any:
    return page.get_by_role("checkbox", name="Pause the picture")


# Moving


def told(site_dir: Path, slug: str) -> dict[str, Any]:
    """The exercise as its author wrote it."""
    written = site_dir.parent / "content" / "exercises" / f"{slug}.yml"
    return dict(yaml.safe_load(written.read_text("utf-8")))


@each
def test_the_picture_moves_is_told_in_words_and_stops_when_paused_and_on_paper(
    phone: Page, site_dir: Path, slug: str
) -> None:
    phone.goto(f"exercises/{slug}/")
    expect(phone.locator(".gf-figure svg")).to_be_visible()
    assert phone.evaluate(RUNNING) > 0
    assert moves(phone)
    check_the_words(phone, told(site_dir, slug))
    check_the_pictures_of_the_steps(phone, told(site_dir, slug))
    press(phone)
    assert phone.evaluate(RUNNING) == 0

    phone.emulate_media(media="print")
    phone.goto(f"exercises/{slug}/")
    assert phone.evaluate("document.getAnimations().filter(each => each.effect.target.closest('svg')).length") == 0
    expect(phone.locator("label", has_text="Pause the picture")).to_be_hidden()
    assert phone.locator(".gf-exercise svg:visible").count() >= 1


def check_the_words(page: Page, exercise: dict[str, Any]) -> None:
    """For someone who cannot see it, the large picture has a name and a description."""
    picture = page.get_by_role("img", name=exercise["name"], exact=True)
    expect(picture).to_have_count(1)
    expect(picture).to_have_accessible_name(exercise["name"])
    expect(picture).to_have_accessible_description(exercise["figure"]["describe"])


def check_the_pictures_of_the_steps(page: Page, exercise: dict[str, Any]) -> None:
    """They show what the steps say, so readers of the screen pass them by."""
    stills = page.locator(".gf-exercise__body ol .gf-still svg")
    poses = [step for step in exercise["steps"] if "pose" in step]
    expect(stills).to_have_count(len(poses))
    assert set(stills.evaluate_all("all => all.map(each => each.getAttribute('aria-hidden'))")) == {"true"}
    assert page.locator("main").get_by_role("img").count() == 1
    assert "<!-- picture" not in page.content()


def test_the_picture_moves_without_scripts(no_js: Page) -> None:
    no_js.goto("exercises/foot-massage/")
    assert moves(no_js)


def test_only_the_large_picture_moves(phone: Page) -> None:
    """One thing at a time: neither the steps nor the cards."""
    for address in ("exercises/foot-massage/", "exercises/", "", "week/full/"):
        phone.goto(address)
        elsewhere = phone.evaluate(
            "() => document.getAnimations().filter(each => each.effect.target.closest('svg') &&"
            " !each.effect.target.closest('.gf-figure')).length"
        )
        assert elsewhere == 0, address


def test_the_picture_goes_on_after_an_instant_change_of_page(desktop: Page) -> None:
    desktop.goto("exercises/foot-massage/")
    press(desktop)
    expect(pause(desktop)).to_be_checked()
    desktop.get_by_role("navigation", name="More exercises").get_by_role("link", name="Leg stretch up").click()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Leg stretch up")
    expect(pause(desktop)).not_to_be_checked()
    assert desktop.evaluate(RUNNING) > 0


# Paused


def press(page: Page) -> None:
    """As a finger does it: on what is drawn of the box."""
    page.locator("label", has_text="Pause the picture").click()


@pytest.mark.parametrize("device", ["phone", "desktop", "no_js"])
def test_the_picture_can_be_paused_and_goes_on(device: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(device)
    page.goto("exercises/foot-massage/")
    assert moves(page)
    press(page)
    expect(pause(page)).to_be_checked()
    assert page.evaluate(RUNNING) == 0
    press(page)
    expect(pause(page)).not_to_be_checked()
    assert moves(page)


@pytest.mark.parametrize("device", ["desktop", "no_js"])
def test_the_picture_is_paused_by_keyboard(device: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(device)
    page.goto("exercises/foot-massage/")
    for _ in range(30):
        page.keyboard.press("Tab")
        if pause(page).evaluate("box => box === document.activeElement"):
            break
    expect(pause(page)).to_be_focused()
    drawn = page.locator("label", has_text="Pause the picture")
    assert drawn.evaluate("label => getComputedStyle(label).outlineStyle") == "solid"
    page.keyboard.press("Space")
    expect(pause(page)).to_be_checked()
    assert page.evaluate(RUNNING) == 0
    page.keyboard.press("Space")
    assert moves(page)


def test_the_pause_is_large_enough_for_a_finger(phone: Page) -> None:
    phone.goto("exercises/foot-massage/")
    box = phone.locator("label", has_text="Pause the picture").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44


# Still


@each
def test_who_prefers_less_motion_sees_a_still(open_page: OpenPage, slug: str) -> None:
    page = open_page(viewport=PHONE, reduced_motion="reduce")
    page.goto(f"exercises/{slug}/")
    expect(page.locator(".gf-figure svg")).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    expect(pause(page)).to_be_hidden()
    expect(page.locator("label", has_text="Pause the picture")).to_be_hidden()


def test_a_still_shows_its_arrows_and_a_moving_picture_needs_none(open_page: OpenPage) -> None:
    for motion, shown in (("reduce", True), ("no-preference", False)):
        page = open_page(viewport=PHONE, reduced_motion=motion)
        page.goto("exercises/foot-massage/")
        drawn = page.locator(".gf-figure .gf-fig-arrows").evaluate_all(
            "groups => groups.map(group => getComputedStyle(group).display !== 'none')"
        )
        assert drawn
        assert set(drawn) == {shown}


# For someone who cannot see it


@pytest.mark.parametrize("address", ["", "exercises/", *(f"week/{plan}/" for plan in PLANS)])
def test_thumbnails_are_decoration(desktop: Page, address: str) -> None:
    desktop.goto(address)
    thumbnails = desktop.locator("main svg.gf-fig")
    assert thumbnails.count() >= 4
    hidden = thumbnails.evaluate_all("all => all.map(each => Boolean(each.closest('[aria-hidden=true]')))")
    assert all(hidden)
    assert desktop.locator("main svg[role=img]").count() == 0
    assert desktop.locator("main svg.gf-fig title").count() == 0


def test_every_exercise_has_its_thumbnail(desktop: Page) -> None:
    desktop.goto("exercises/")
    expect(desktop.locator(".gf-pick svg.gf-fig:visible")).to_have_count(len(EXERCISES))
    desktop.goto("week/full/")
    expect(desktop.locator(".gf-chart tbody tr svg.gf-fig:visible")).to_have_count(len(EXERCISES))


# Small

PICTURE = re.compile(r'<svg class="gf-fig.*?</svg>', re.DOTALL)


def packed(*pictures: str) -> int:
    return sum(len(gzip.compress(picture.encode(), mtime=0)) for picture in pictures)


@each
def test_the_pictures_are_small(site_dir: Path, slug: str) -> None:
    page = (site_dir / "exercises" / slug / "index.html").read_text("utf-8")
    moving, *stills = PICTURE.findall(page)
    assert "gf-fig-moving" in moving
    assert packed(moving) <= 12 * KIB
    assert [packed(still) for still in stills if packed(still) > 2 * KIB] == []
    assert packed(*stills) <= 8 * KIB


def test_thumbnails_are_small(site_dir: Path) -> None:
    for address in ("exercises", "week/full"):
        found = PICTURE.findall((site_dir / address / "index.html").read_text("utf-8"))
        assert len(found) == len(EXERCISES)
        assert [packed(each) for each in found if packed(each) > 2 * KIB] == []


@each
def test_the_first_view_of_an_exercise_is_light_with_its_pictures(open_page: OpenPage, slug: str) -> None:
    page = open_page(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    got: dict[str, int] = {}

    def weigh(request: Request) -> None:
        sizes = request.sizes()
        got[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]

    page.context.on("requestfinished", weigh)
    page.goto(f"exercises/{slug}/")
    page.wait_for_load_state("networkidle")
    assert len(got) <= 14, got
    assert sum(got.values()) <= 105 * KIB, got


# The button's box, and that of the drawing's view box: within it are all people and all that moves.
PAUSE_AND_DRAWING = """figure => {
    const button = figure.querySelector(".gf-figure__pause + label").getBoundingClientRect()
    const svg = figure.querySelector("svg")
    const {x, y, width, height} = svg.viewBox.baseVal
    const matrix = svg.getScreenCTM()
    const start = new DOMPoint(x, y).matrixTransform(matrix)
    const end = new DOMPoint(x + width, y + height).matrixTransform(matrix)
    return [button, {left: start.x, top: start.y, right: end.x, bottom: end.y}]
        .map(box => [box.left, box.top, box.right, box.bottom])
}"""


@each
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pause_button_never_covers_the_drawing(open_page: OpenPage, slug: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(f"exercises/{slug}/")
    for figure in page.locator(".gf-figure", has=page.locator(".gf-figure__pause")).all():
        button, drawing = figure.evaluate(PAUSE_AND_DRAWING)
        assert button[2] <= drawing[0] or button[0] >= drawing[2] or button[3] <= drawing[1] or button[1] >= drawing[3]
