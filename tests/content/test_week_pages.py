"""The plans' pages on a phone: short, whatever the day and the hour."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page

from tests.content.addresses import PLANS

HIGHEST = {"gentle-start": 1800}  # in pixels, at 390 wide; the full week once had 12,474 and the gentle start 6,363
MOMENTS = (datetime(2026, 11, 23, 8), datetime(2026, 11, 25, 13), datetime(2026, 11, 27, 20))


@pytest.mark.parametrize("plan", PLANS)
def test_a_week_is_about_two_screens_high(phone: Page, plan: str) -> None:
    for moment in MOMENTS:
        phone.clock.set_fixed_time(moment)
        phone.goto(f"week/{plan}/")
        assert phone.evaluate("document.documentElement.scrollHeight") <= HIGHEST.get(plan, 2000), moment
