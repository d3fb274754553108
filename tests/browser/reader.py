"""A returning reader: a browser with a stored plan and ticks, at a fixed time."""

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

WRITTEN = "() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('gf-')))"


def kept(page: Page) -> dict[str, str]:
    """What the browser stores for the site, as plain text."""
    return dict(page.evaluate(WRITTEN))


def done(page: Page) -> Any:
    """The stored ticks."""
    record = json.loads(kept(page)["gf-progress"])
    assert record.keys() == {"version", "done"}
    assert record["version"] == 1
    return record["done"]


@pytest.fixture
def reader(open_page: OpenPage, site_url: str) -> Reader:
    """Opens a page in a browser that stores `plan`, the ticks `done` and the texts `raw`; its clock stands still at `at`."""

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
