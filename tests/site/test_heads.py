"""What a page tells a chat, a search engine and a browser before it is read; and that it asks nobody else."""

import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
import yaml

from tests.support.addresses import DRAWN, EXERCISES, OTHERS, PAGES, PLANS, SECTIONS
from tests.support.html import Tag, address, pages, tags

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
VOCABULARY: dict[str, list[str]] = json.loads(Path(__file__).with_name("schema_org.json").read_text(encoding="utf-8"))
VOCABULARY["CreativeWork"] = [*set(VOCABULARY["HowTo"]) & set(VOCABULARY["WebSite"])]  # the type above both
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


def test_the_site_has_exactly_its_pages(heads: dict[str, list[Tag]]) -> None:
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


def linked(page: list[Tag]) -> list[dict[str, Any]]:
    """What the page says of itself as JSON-LD."""
    found = [tag.text for tag in page if tag.name == "script" and tag.attributes.get("type") == "application/ld+json"]
    assert len(found) <= 1
    graph = json.loads(found[0]) if found else {"@graph": []}
    assert not found or graph["@context"] == "https://schema.org"
    return list(graph.get("@graph", [graph]))


def things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from things(inside)


def test_json_ld_uses_only_properties_of_schema_org(heads: dict[str, list[Tag]], site_url: str) -> None:
    for place, page in heads.items():
        for thing in things(linked(page)):
            assert thing.keys() - {"@type", "@context"} <= set(VOCABULARY[thing["@type"]]), place
            for key in ("url", "item", "image"):
                assert str(thing.get(key, site_url)).startswith(site_url), place


def test_json_ld_agrees_with_the_page(heads: dict[str, list[Tag]], site_dir: Path, site_url: str) -> None:
    exercises: list[dict[str, Any]] = json.loads((site_dir / "exercises.json").read_text(encoding="utf-8"))
    for exercise in exercises:
        how_to, plan, trail = linked(heads[exercise["url"]])
        assert [how_to["@type"], plan["@type"]] == ["HowTo", "ExercisePlan"]
        assert [step["text"] for step in how_to["step"]] == exercise["steps"]
        assert how_to["name"] == exercise["name"]
        reps = exercise["dosage"]["reps"]
        told = plan.get("repetitions", {})
        assert (told.get("value") or told.get("maxValue")) == (reps and reps["max"])
        assert trail["itemListElement"][-1]["item"] == site_url + exercise["url"]
    for plan_slug in PLANS:
        plan, trail = linked(heads[f"week/{plan_slug}/"])
        slots = json.loads((site_dir / f"week/{plan_slug}.json").read_text(encoding="utf-8"))["slots"]
        parts = {part["url"].rstrip("/").rsplit("/", 1)[-1] for part in plan["hasPart"]}
        assert parts == {slot["exercise"] for slot in slots}
    assert linked(heads[""])[0]["@type"] == "WebSite"
    assert [len(thing["itemListElement"]) for thing in linked(heads["exercises/"])] == [len(exercises), 2]


def test_every_page_names_a_preview_image_that_exists(
    heads: dict[str, list[Tag]], site_dir: Path, site_url: str
) -> None:
    pictures = {}
    for place, page in heads.items():
        picture = meta(page, "og:image")
        assert picture == meta(page, "twitter:image")
        assert picture.startswith(site_url)
        head = (site_dir / picture.removeprefix(site_url)).read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert struct.unpack(">II", head[16:]) == (1200, 630)
        assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "630")
        assert len(meta(page, "og:image:alt")) > 20
        assert meta(page, "og:image:alt") == meta(page, "twitter:image:alt")
        assert meta(page, "twitter:card") == "summary_large_image"
        pictures[place] = picture
    own = [picture for place, picture in pictures.items() if place not in (*SECTIONS, *OTHERS)]
    assert len(set(own)) == len(own)
    assert pictures["exercises/cork-roll/"].endswith("/cork-roll.png")
    assert pictures["week/long-week/"].endswith("/week-long-week.png")


def test_the_sitemap_lists_every_page_and_when_it_changed(
    heads: dict[str, list[Tag]], site_dir: Path, site_url: str
) -> None:
    found = ElementTree.parse(site_dir / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    dates = {str(url.findtext(f"{space}loc")): str(url.findtext(f"{space}lastmod")) for url in found}
    assert dates.keys() == {site_url + place for place in heads}
    for slug in EXERCISES:
        content = yaml.safe_load((site_dir.parent / f"content/exercises/{slug}.yml").read_text(encoding="utf-8"))
        assert dates[f"{site_url}exercises/{slug}/"] == str(content["updated"])
    assert [place for place, told in dates.items() if not re.fullmatch(r"20\d\d-\d\d-\d\d", told)] == []
    assert f"Sitemap: {site_url}sitemap.xml" in (site_dir / "robots.txt").read_text(encoding="utf-8").splitlines()


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


def test_no_exercise_page_is_much_larger_than_another(site_dir: Path) -> None:
    """No exercise page is much larger than another: none prints a list of all."""
    sizes = {slug: (site_dir / "exercises" / slug / "index.html").stat().st_size for slug in DRAWN}
    assert max(sizes.values()) <= 2 * min(sizes.values()), sizes
