"""A plan's page: its days and sessions are folds, today's on top."""

from playwright.sync_api import Page


def unfold(page: Page, day: str) -> None:
    """Opens a day ("mon") and each of its sessions, as a reader does."""
    summaries = page.locator(f".gf-day[data-day={day}] summary")
    for index in range(summaries.count()):
        if not summaries.nth(index).evaluate("summary => summary.parentElement.open"):
            summaries.nth(index).click()
