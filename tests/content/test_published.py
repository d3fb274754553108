"""Every address that the site ever published still answers, and every address of today is on the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from footing.exports.url_registry import PUBLISHED, addresses, events, published

from tests.content.addresses import PAGES
from tests.support.html import address, pages


@pytest.fixture(scope="module")
def listed(project: Path) -> list[str]:
    return published((project / PUBLISHED).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def in_calendars(real_site_dir: Path) -> set[str]:
    return {*events(file.read_bytes() for file in real_site_dir.glob("week/*.ics"))}


def test_the_site_has_exactly_its_pages(real_site_dir: Path) -> None:
    assert {address(real_site_dir, page) for page in pages(real_site_dir)} == set(PAGES)


def test_every_published_address_still_answers(real_site_dir: Path, listed: list[str]) -> None:
    assert len(listed) > len(PAGES)
    files = [place + "index.html" if place.endswith("/") else place for place in listed if "#" not in place]
    assert [file for file in files if not (real_site_dir / file).is_file()] == []


def test_every_published_event_is_in_its_calendar_or_cancelled_there(listed: list[str], in_calendars: set[str]) -> None:
    assert in_calendars
    assert sorted({place for place in listed if "#" in place} - in_calendars) == []


def test_every_address_of_today_is_listed(real_site_dir: Path, listed: list[str], in_calendars: set[str]) -> None:
    docs = real_site_dir.parent / "docs"
    files = addresses(path.relative_to(docs).as_posix() for path in docs.rglob("*.*"))
    today = {*(address(real_site_dir, page) for page in pages(real_site_dir)), *files, *in_calendars}
    missing = sorted(today - {"", *listed})  # the first page has the empty address
    assert not missing, f"run `make published`, which adds these to {PUBLISHED}: {', '.join(missing)}"
