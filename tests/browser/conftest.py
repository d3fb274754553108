"""Pages in a real browser, watched: an error, a failed request or one to another host fails the test."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, ViewportSize

from tests.tools.browser import ARGUMENTS, MISSING, find

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": find() or pytest.fail(MISSING), "args": list(ARGUMENTS)}


@pytest.fixture(scope="session")
def browser_context_args(site_url: str) -> dict[str, Any]:
    # Without a copy on the device, which would answer in place of what a test has just changed; test_offline.py has it.
    return {
        "base_url": site_url,
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "service_workers": "block",
    }


@pytest.fixture
def problems() -> list[str]:
    """What went wrong in the pages of this test. Whoever expects a problem takes it out of the list."""
    return []


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext], site_url: str, problems: list[str]) -> Iterator[OpenPage]:
    """Opens watched pages, each in a fresh profile; addresses are relative to the site."""

    def open_(**options: Any) -> Page:
        context = new_context(**options)
        context.set_default_timeout(10_000)
        _watch(context, site_url, problems)
        return context.new_page()

    yield open_
    assert not problems, "\n".join(problems)


def _watch(context: BrowserContext, site_url: str, problems: list[str]) -> None:
    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            problems.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((site_url, "data:", "blob:")):
            problems.append(f"to another host: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400:
            problems.append(f"{response.status}: {response.url}")

    context.on("console", on_console)
    context.on("request", on_request)
    context.on("response", on_response)
    context.on("requestfailed", lambda request: problems.append(f"failed: {request.url} {request.failure}"))
    context.on("weberror", lambda thrown: problems.append(f"script: {thrown.error}"))


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)


@pytest.fixture
def desktop(open_page: OpenPage) -> Page:
    return open_page(viewport=DESKTOP)


@pytest.fixture
def page(desktop: Page) -> Page:
    return desktop


@pytest.fixture
def no_js(open_page: OpenPage) -> Page:
    """A phone on which scripts are switched off or have failed to load."""
    return open_page(viewport=PHONE, is_mobile=True, has_touch=True, java_script_enabled=False)
