"""What a page tells a chat, a search engine and a browser before it is read; and that it asks nobody else."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.tools.addresses import PAGES, SECTIONS
from tests.tools.html import Tag, address, pages, tags

# What a browser fetches by itself: attribute by tag. A <link> does so for these kinds.
FETCHED = {
    "img": ["src", "srcset"],
    "script": ["src"],
    "iframe": ["src"],
    "source": ["src", "srcset"],
    "audio": ["src"],
    "video": ["src", "poster"],
    "embed": ["src"],
    "object": ["data"],
    "use": ["href", "xlink:href"],
    "image": ["href", "xlink:href"],
    "form": ["action"],
}
LINKED = {*("stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect")}


@pytest.fixture(scope="module")
def heads(site_dir: Path) -> dict[str, list[Tag]]:
    """All pages of the site as their tags, by their address."""
    return {address(site_dir, page): tags(page) for page in pages(site_dir)}


def meta(page: list[Tag], key: str) -> str:
    found = [tag for tag in page if tag.name == "meta" and key in tag.attributes.values()]
    assert len(found) == 1, f"{len(found)} × {key}"
    return found[0].attributes["content"]


def title(page: list[Tag]) -> str:
    return next(tag.text for tag in page if tag.name == "title")


def test_the_site_has_the_pages_it_promises(heads: dict[str, list[Tag]]) -> None:
    assert heads.keys() == set(PAGES)


def test_every_page_names_its_own_address(heads: dict[str, list[Tag]], site_url: str) -> None:
    for place, page in heads.items():
        canonical = [tag.attributes["href"] for tag in page if tag.attributes.get("rel") == "canonical"]
        assert canonical == [site_url + place]
        assert meta(page, "og:url") == site_url + place


def test_every_page_has_its_own_title_and_description(heads: dict[str, list[Tag]]) -> None:
    for place, page in heads.items():
        assert meta(page, "og:title"), place
        assert meta(page, "description"), place
        assert meta(page, "og:description"), place
    for told in (title, lambda page: meta(page, "og:title"), lambda page: meta(page, "description")):
        assert len({told(page) for page in heads.values()}) == len(heads)


def test_a_shared_exercise_shows_its_name_and_its_dose(heads: dict[str, list[Tag]], site_dir: Path) -> None:
    exercises: list[dict[str, Any]] = json.loads((site_dir / "exercises.json").read_text(encoding="utf-8"))
    for exercise in exercises:
        page = heads[exercise["url"]]
        assert exercise["name"] in title(page)
        assert exercise["name"] in meta(page, "og:title")
        told = meta(page, "og:title") + " " + meta(page, "og:description")
        for figure in figures(exercise["dosage"]):
            assert re.search(rf"\b{figure}\b", told), f"{exercise['slug']}: {figure} is not in: {told}"


def figures(dosage: dict[str, Any]) -> list[int]:
    """The figures of a dose that a preview must show: seconds (or minutes) and repetitions."""
    seconds = dosage["hold_s"] or dosage["move_s"]
    told = seconds["max"] // 60 if seconds["max"] % 60 == 0 else seconds["max"]
    return [told] + ([dosage["reps"]["max"]] if dosage["reps"] else [])


def test_the_navigation_lists_the_six_sections_only(heads: dict[str, list[Tag]], site_url: str) -> None:
    for place, page in heads.items():
        links = [tag.attributes["href"] for tag in page if tag.name == "a" and tag.within("gf-nav__list")]
        assert {urljoin(site_url + place, link) for link in links} == {site_url + to for to in SECTIONS}


def test_no_page_fetches_anything_from_elsewhere(site_dir: Path, site_url: str) -> None:
    for page in site_dir.rglob("*.html"):
        for tag in tags(page):
            names = FETCHED.get(tag.name, [])
            if tag.name == "link" and LINKED & set(tag.attributes.get("rel", "").split()):
                names = ["href"]
            for place in (tag.attributes[name] for name in names if name in tag.attributes):
                assert is_own(place, page, site_dir, site_url), f"{page}: {place}"


def test_no_style_sheet_fetches_anything_from_elsewhere(site_dir: Path, site_url: str) -> None:
    sheets = list(site_dir.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        for place in re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""", text):
            assert is_own(place, sheet, site_dir, site_url), f"{sheet}: {place}"


def is_own(place: str, file: Path, site_dir: Path, site_url: str) -> bool:
    """Whether an address that `file` names, full or relative, is one of the site."""
    return urljoin(site_url + str(file.relative_to(site_dir)), place).startswith((site_url, "data:"))


def test_pages_do_not_carry_one_another(site_dir: Path) -> None:
    """No exercise page is much larger than another: none prints a list of all."""
    sizes = {page.parent.name: page.stat().st_size for page in (site_dir / "exercises").glob("*/index.html")}
    assert max(sizes.values()) <= 2 * min(sizes.values()), sizes
