"""The drawings of the nine exercises in a browser: they move, stay clear of the pause button, and load fast."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.content.addresses import EXERCISES
from tests.support.drawings import (
    KIB,
    compressed_size,
    drawings,
    moves,
    pause_button_covers_the_drawing,
    transferred_sizes,
)

each = pytest.mark.parametrize("slug", EXERCISES)


@pytest.mark.moving
@each
def test_the_drawing_moves_and_the_pause_button_never_covers_it(page: Page, slug: str) -> None:
    page.goto(f"exercises/{slug}/")
    assert moves(page)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not pause_button_covers_the_drawing(page), width


@each
def test_the_drawings_of_an_exercise_are_small(real_site_dir: Path, slug: str) -> None:
    moving, *stills = drawings(real_site_dir / "exercises" / slug / "index.html")
    assert "gf-fig-moving" in moving
    assert compressed_size(moving) <= 12 * KIB
    assert [compressed_size(still) for still in stills if compressed_size(still) > 2 * KIB] == []
    assert compressed_size(*stills) <= 8 * KIB


@pytest.mark.parametrize("address", ["exercises", "week/full"])
def test_thumbnails_are_small(real_site_dir: Path, address: str) -> None:
    found = drawings(real_site_dir / address / "index.html")
    assert len(found) == len(EXERCISES)
    assert [compressed_size(each) for each in found if compressed_size(each) > 2 * KIB] == []


@each
def test_the_first_view_of_an_exercise_loads_little(phone: Page, slug: str) -> None:
    sizes = transferred_sizes(phone, f"exercises/{slug}/")
    assert len(sizes) <= 14, sizes
    assert sum(sizes.values()) <= 105 * KIB, sizes
