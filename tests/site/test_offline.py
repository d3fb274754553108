"""The site can be installed and kept: its manifest is right, its worker lists all that the pages ask for."""

import json
import struct
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.site.test_heads import FETCHED, LINKED
from tests.support.addresses import PAGES
from tests.support.html import is_redirect, tags
from tests.unit.browser.test_service_worker import lists

WORDS = ("name", "short_name", "description")


@pytest.fixture(scope="module")
def manifest(site_dir: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site_dir / "manifest.webmanifest").read_text("utf-8"))
    return found


def test_the_manifest_is_right_under_a_sub_path(manifest: dict[str, Any], site_url: str) -> None:
    place = f"{site_url}manifest.webmanifest"
    assert all(manifest[key].strip() for key in WORDS)
    assert manifest["display"] == "standalone"
    assert urljoin(place, manifest["start_url"]) == urljoin(place, manifest["scope"]) == site_url
    assert "id" not in manifest  # it would start from the host
    shortcuts = [shortcut["url"] for shortcut in manifest["shortcuts"]]
    assert shortcuts
    assert set(shortcuts) <= set(PAGES)


def test_the_icons_are_as_large_as_they_say(manifest: dict[str, Any], site_dir: Path) -> None:
    found = set()
    for icon in manifest["icons"]:
        data = (site_dir / icon["src"]).read_bytes()
        assert data.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", data[16:24])
        assert icon["sizes"] == f"{width}x{height}"
        found.add((icon["sizes"], icon.get("purpose", "any")))
    assert found == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}


def test_every_page_names_the_manifest_and_the_worker(site_dir: Path, site_url: str) -> None:
    for page in (page for page in site_dir.rglob("*.html") if not is_redirect(page)):
        at = site_url + page.relative_to(site_dir).as_posix()
        found = tags(page)
        [linked] = [tag.attributes["href"] for tag in found if tag.attributes.get("rel") == "manifest"]
        assert urljoin(at, linked) == f"{site_url}manifest.webmanifest"
        [named] = [tag.attributes["data-worker"] for tag in found if tag.name == "offline-copy"]
        assert urljoin(at, named) == f"{site_url}sw.js"


def test_the_worker_lists_every_file_that_pages_request_with_its_hash(site_dir: Path, site_url: str) -> None:
    kept, on_use, size = lists((site_dir / "sw.js").read_text("utf-8"))
    assert set(PAGES) | {"404.html", "503.html", "exercises.json", "search/search_index.json"} <= kept.keys()
    assert {file.relative_to(site_dir).as_posix() for file in site_dir.glob("week/*.json")} <= kept.keys()
    weights = 0
    for name, told in {**kept, **on_use}.items():
        data = (site_dir / name / "index.html" if name.endswith("/") or not name else site_dir / name).read_bytes()
        assert told == b64encode(sha256(data).digest()).decode(), name
        weights += len(data) if name in kept else 0
    assert weights == size

    asked = set()
    for page in site_dir.rglob("*.html"):
        at = site_url + page.relative_to(site_dir).as_posix()
        for tag in tags(page):
            names = FETCHED.get(tag.name, [])
            if tag.name == "link" and LINKED & set(tag.attributes.get("rel", "").split()):
                names = ["href"]
            asked |= {urljoin(at, tag.attributes[name]) for name in names if name in tag.attributes}
    asked = {address.removeprefix(site_url) for address in asked if address.startswith(site_url)}
    assert len(asked) > 5
    assert asked <= kept.keys()
