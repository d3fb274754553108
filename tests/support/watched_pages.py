"""Pages in a real browser, watched: an error, a failed request or one to another host fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, ViewportSize, expect

from tests.support.browser import ARGUMENTS, MISSING, find

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}

OpenPage = Callable[..., Page]

TIMEOUT = 30_000  # milliseconds in which a state must be reached, on a machine that is busy with other work too
expect.set_options(timeout=TIMEOUT)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": find() or pytest.fail(MISSING), "args": list(ARGUMENTS)}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    # A service worker would answer with its cached copy of what a test has just changed; test_offline.py allows it.
    return {"locale": "en-GB", "timezone_id": "Europe/London", "service_workers": "block"}


@pytest.fixture
def problems() -> list[str]:
    """The problems in this test's pages. A test that expects one removes it from the list."""
    return []


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext], site_url: str, problems: list[str]
) -> Iterator[OpenPage]:
    """Opens watched pages, each in a fresh profile; addresses are relative to the site."""

    motion = "no-preference" if request.node.get_closest_marker("moving") else "reduce"

    def open_(**options: Any) -> Page:
        context = new_context(**{"base_url": site_url, "reduced_motion": motion, **options})
        context.set_default_timeout(TIMEOUT)
        _watch(context, site_url, problems)
        return context.new_page()

    yield open_
    assert not problems, "\n".join(problems)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A browser test that fails is run once more, only to record it: to record all of them doubles their time."""
    recorded = item.config.option.tracing != "off"
    if recorded or not isinstance(item, pytest.Function) or "playwright" not in item.fixturenames:
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if failed := next((report for report in reports if report.failed), None):
        failed.sections.append(("Run again, to record it", _record(item, nextitem)))
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def _record(item: pytest.Function, nextitem: pytest.Item | None) -> str:
    """Says where the trace of a second run is, and how that run ended. Its outcome does not count."""
    item.config.option.tracing = "on"
    item._initrequest()  # sets up its fixtures again
    try:
        again = runtestprotocol(item, log=False, nextitem=nextitem)
    finally:
        item.config.option.tracing = "off"
    ended = "It failed again" if any(report.failed for report in again) else "This time it passed"
    return f"{ended}. Open the trace in {item.config.option.output} with: .venv/bin/playwright show-trace <file>"


def _watch(context: BrowserContext, site_url: str, problems: list[str]) -> None:
    def on_failed(request: Request) -> None:
        """A browser aborts what a page no longer needs: the page was left, or a script aborted its request."""
        if request.failure != "net::ERR_ABORTED":
            problems.append(f"failed: {request.url} {request.failure}")

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
    context.on("requestfailed", on_failed)
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
