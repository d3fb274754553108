"""The drawings as a reader meets them: moving, paused, still, described for those who cannot see them, and small."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.support.addresses import DRAWN, SCHEDULED
from tests.support.drawings import (
    KIB,
    RUNNING,
    compressed_size,
    drawings,
    moves,
    pause_button_covers_the_drawing,
    transferred_sizes,
)
from tests.support.watched_pages import PHONE, OpenPage

pytestmark = pytest.mark.moving


def pause(page: Page) -> Any:
    return page.get_by_role("checkbox", name="Pause the picture")


def press(page: Page) -> None:
    """Presses the drawn button, as a finger does."""
    page.locator("label", has_text="Pause the picture").click()


# Moving


def written(site_dir: Path, slug: str) -> dict[str, Any]:
    """The exercise as its author wrote it."""
    file = site_dir.parent / "content" / "exercises" / f"{slug}.yml"
    return dict(yaml.safe_load(file.read_text("utf-8")))


@pytest.mark.parametrize("slug", DRAWN)
def test_the_drawing_moves_is_described_and_stops_when_paused_and_on_paper(
    phone: Page, site_dir: Path, slug: str
) -> None:
    phone.goto(f"exercises/{slug}/")
    expect(phone.locator(".gf-figure svg")).to_be_visible()
    assert moves(phone)
    check_the_words(phone, written(site_dir, slug))
    check_the_drawings_of_the_steps(phone, written(site_dir, slug))
    press(phone)
    assert phone.evaluate(RUNNING) == 0

    phone.emulate_media(media="print")
    phone.goto(f"exercises/{slug}/")
    assert phone.evaluate("document.getAnimations().filter(each => each.effect.target.closest('svg')).length") == 0
    expect(phone.locator("label", has_text="Pause the picture")).to_be_hidden()
    assert phone.locator(".gf-exercise svg:visible").count() >= 1


def check_the_words(page: Page, exercise: dict[str, Any]) -> None:
    """For those who cannot see it, the large drawing has a name and a description."""
    drawing = page.get_by_role("img", name=exercise["name"], exact=True)
    expect(drawing).to_have_count(1)
    expect(drawing).to_have_accessible_name(exercise["name"])
    expect(drawing).to_have_accessible_description(exercise["figure"]["describe"])


def check_the_drawings_of_the_steps(page: Page, exercise: dict[str, Any]) -> None:
    """They show what the steps say, so they are hidden from screen readers."""
    stills = page.locator(".gf-exercise__body ol .gf-still svg")
    poses = [step for step in exercise["steps"] if "pose" in step]
    expect(stills).to_have_count(len(poses))
    assert set(stills.evaluate_all("all => all.map(each => each.getAttribute('aria-hidden'))")) == {"true"}
    assert page.locator("main").get_by_role("img").count() == 1
    assert "<!-- picture" not in page.content()


def test_only_the_large_drawing_moves(phone: Page) -> None:
    for address in ("exercises/cork-roll/", "exercises/", "", "week/long-week/"):
        phone.goto(address)
        elsewhere = phone.evaluate(
            "() => document.getAnimations().filter(each => each.effect.target.closest('svg') &&"
            " !each.effect.target.closest('.gf-figure')).length"
        )
        assert elsewhere == 0, address


def test_the_drawing_moves_again_after_an_instant_change_of_page(desktop: Page) -> None:
    desktop.goto("exercises/cork-roll/")
    press(desktop)
    expect(pause(desktop)).to_be_checked()
    desktop.get_by_role("navigation", name="More exercises").get_by_role("link", name="Scarf lift").click()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Scarf lift")
    expect(pause(desktop)).not_to_be_checked()
    assert desktop.evaluate(RUNNING) > 0


# Paused


@pytest.mark.parametrize("device", ["phone", "desktop", "no_js"])
def test_the_drawing_can_be_paused_and_resumed(device: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(device)
    page.goto("exercises/cork-roll/")
    assert moves(page)
    press(page)
    expect(pause(page)).to_be_checked()
    assert page.evaluate(RUNNING) == 0
    press(page)
    expect(pause(page)).not_to_be_checked()
    assert moves(page)


@pytest.mark.parametrize("device", ["desktop", "no_js"])
def test_the_drawing_is_paused_by_keyboard(device: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(device)
    page.goto("exercises/cork-roll/")
    for _ in range(30):
        page.keyboard.press("Tab")
        if pause(page).evaluate("box => box === document.activeElement"):
            break
    expect(pause(page)).to_be_focused()
    button = page.locator("label", has_text="Pause the picture")
    assert button.evaluate("label => getComputedStyle(label).outlineStyle") == "solid"
    page.keyboard.press("Space")
    expect(pause(page)).to_be_checked()
    assert page.evaluate(RUNNING) == 0
    page.keyboard.press("Space")
    assert moves(page)


def test_the_pause_button_is_large_enough_for_a_finger(phone: Page) -> None:
    phone.goto("exercises/cork-roll/")
    box = phone.locator("label", has_text="Pause the picture").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("slug", DRAWN)
def test_the_pause_button_never_covers_the_drawing(page: Page, slug: str) -> None:
    page.goto(f"exercises/{slug}/")
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not pause_button_covers_the_drawing(page), width


# Still


@pytest.mark.parametrize("slug", DRAWN)
def test_with_reduced_motion_the_drawing_is_still(open_page: OpenPage, slug: str) -> None:
    page = open_page(viewport=PHONE, reduced_motion="reduce")
    page.goto(f"exercises/{slug}/")
    expect(page.locator(".gf-figure svg")).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    expect(pause(page)).to_be_hidden()
    expect(page.locator("label", has_text="Pause the picture")).to_be_hidden()


def test_only_a_still_drawing_shows_its_arrows(open_page: OpenPage) -> None:
    for motion, shown in (("reduce", True), ("no-preference", False)):
        page = open_page(viewport=PHONE, reduced_motion=motion)
        page.goto("exercises/cork-roll/")
        arrows = page.locator(".gf-figure .gf-fig-arrows").evaluate_all(
            "groups => groups.map(group => getComputedStyle(group).display !== 'none')"
        )
        assert arrows
        assert set(arrows) == {shown}


# Thumbnails


@pytest.mark.parametrize("address", ["", "exercises/", *(f"week/{plan}/" for plan in SCHEDULED)])
def test_screen_readers_pass_over_thumbnails(desktop: Page, address: str) -> None:
    desktop.goto(address)
    thumbnails = desktop.locator("main svg.gf-fig")
    assert thumbnails.count() >= 4
    hidden = thumbnails.evaluate_all("all => all.map(each => Boolean(each.closest('[aria-hidden=true]')))")
    assert all(hidden)
    assert desktop.locator("main svg[role=img]").count() == 0
    assert desktop.locator("main svg.gf-fig title").count() == 0


def test_every_exercise_with_a_figure_has_its_thumbnail(desktop: Page) -> None:
    desktop.goto("exercises/")
    expect(desktop.locator(".gf-pick svg.gf-fig:visible")).to_have_count(len(DRAWN))
    desktop.goto("week/long-week/")
    expect(desktop.locator(".gf-chart tbody tr svg.gf-fig:visible")).to_have_count(len(DRAWN))


# Small; tests/content/ measures the drawings of the project's own exercises


def test_thumbnails_are_small(site_dir: Path) -> None:
    for address in ("exercises", "week/long-week"):
        found = drawings(site_dir / address / "index.html")
        assert len(found) == len(DRAWN)
        assert [compressed_size(each) for each in found if compressed_size(each) > 2 * KIB] == []


def test_the_first_view_of_an_exercise_loads_little(phone: Page) -> None:
    sizes = transferred_sizes(phone, "exercises/cork-roll/")
    assert len(sizes) <= 14, sizes
    assert sum(sizes.values()) <= 105 * KIB, sizes
