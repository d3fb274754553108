"""Moving from page to page. The address changes before the page does, so tests wait for the page itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page

# The theme's observable repeats its last document to a new subscriber: the second call is the next document.
REMEMBER_CONTENT = """() => {
    const left = {content: document.querySelector("[data-md-component=container]"), documents: 0}
    window.document$?.subscribe(() => left.documents++)
    window.contentLeft = left
}"""
# A full load has a new window; an instant one replaces the content and then announces the document.
CONTENT_REPLACED = """() => document.readyState === "complete" &&
    (!window.contentLeft || (!contentLeft.content.isConnected && contentLeft.documents > 1))"""


@contextmanager
def page_change(page: Page) -> Iterator[None]:
    """Waits until the content that the block leaves is replaced and the theme has announced the new document."""
    page.evaluate(REMEMBER_CONTENT)
    yield
    page.wait_for_function(CONTENT_REPLACED)


def navigate(page: Page, link: Locator) -> None:
    """Follows a link to another page of the site, whether it is loaded in full or put in place by the theme."""
    with page_change(page):
        link.click()


def open_for_instant_navigation(page: Page, address: str) -> None:
    """Opens a page and waits for the sitemap: the theme changes pages without a reload only once it has it."""
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/sitemap.xml")):
        page.goto(address)
