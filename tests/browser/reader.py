"""A reader who comes back: a browser that keeps what they chose and ticked before, at a time of their own."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.support.watched_pages import PHONE, OpenPage

THURSDAY = datetime(2026, 11, 26, 9, 0)
SATURDAY = datetime(2026, 11, 28, 9, 0)

Reader = Callable[..., Page]

# What is kept is written by the page itself: its clock stands still, its storage is the browser's.
WRITTEN = "() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('gf-')))"


def kept(page: Page) -> dict[str, str]:
    """What the browser keeps for the site, as it stands there."""
    return dict(page.evaluate(WRITTEN))


def done(page: Page) -> Any:
    """The ticks that are kept."""
    record = json.loads(kept(page)["gf-progress"])
    assert record.keys() == {"version", "done"}
    assert record["version"] == 1
    return record["done"]


@pytest.fixture
def reader(open_page: OpenPage, site_url: str) -> Reader:
    """Opens a page in a browser that keeps `plan`, the ticks in `done` and the texts in `raw`; its clock stands at `at`."""

    def open_(
        plan: str | None = None,
        done: dict[str, Any] | None = None,
        raw: dict[str, str] | None = None,
        at: datetime = THURSDAY,
        **options: Any,
    ) -> Page:
        texts = dict(raw or {})
        if plan:
            texts["gf-plan"] = json.dumps(plan)
        if done:
            texts["gf-progress"] = json.dumps({"version": 1, "done": done})
        address = urlsplit(site_url)
        storage = [{"name": key, "value": text} for key, text in texts.items()]
        state = {
            "cookies": [],
            "origins": [{"origin": f"{address.scheme}://{address.netloc}", "localStorage": storage}],
        }
        page = open_page(**{"viewport": PHONE, "storage_state": state, **options})
        page.clock.set_fixed_time(at)
        return page

    return open_
