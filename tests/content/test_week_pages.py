"""The plans' pages on a phone: short, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.content.addresses import PLANS

HIGHEST = {"full": 2000, "gentle-start": 1800}  # in pixels, at 390 wide; once 12,474 and 6,363


@pytest.mark.parametrize("plan", PLANS)
def test_a_week_is_about_two_screens_high(phone: Page, plan: str) -> None:
    phone.goto(f"week/{plan}/")
    assert phone.evaluate("document.documentElement.scrollHeight") <= HIGHEST.get(plan, 2000)
