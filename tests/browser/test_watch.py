"""The watch over the pages of a test: a failed request is a problem, an aborted one is not."""

import re

import pytest
from playwright.sync_api import Page, Request

FETCH = "address => { fetch(address).catch(() => {}) }"


@pytest.fixture
def waiting(page: Page) -> Page:
    """A page that waits for an answer that never comes."""
    page.route("**/slow.json", lambda route: None)
    page.goto("about/")
    with page.expect_request("**/slow.json"):
        page.evaluate(FETCH, "slow.json")
    return page


def failed(page: Page) -> list[Request]:
    found: list[Request] = []
    page.on("requestfailed", lambda request: found.append(request))
    return found


def test_a_request_aborted_by_leaving_the_page_is_no_problem(waiting: Page, problems: list[str]) -> None:
    requests = failed(waiting)
    waiting.goto("safety/")
    assert [request.failure for request in requests if "slow.json" in request.url] == ["net::ERR_ABORTED"]
    assert problems == []


def test_a_request_aborted_by_a_script_is_no_problem(page: Page, problems: list[str]) -> None:
    page.route("**/slow.json", lambda route: None)
    page.goto("about/")
    with page.expect_event("requestfailed"):
        page.evaluate("""() => {
            const stop = new AbortController()
            fetch("slow.json", {signal: stop.signal}).catch(() => {})
            setTimeout(() => stop.abort(), 100)
        }""")
    assert problems == []


@pytest.mark.parametrize("reason", ["connectionreset", "failed"])
def test_a_request_that_fails_is_a_problem_even_if_the_page_is_left_afterwards(
    page: Page, problems: list[str], reason: str
) -> None:
    page.route("**/lost.json", lambda route: route.abort(reason))
    page.goto("about/")
    with page.expect_event("requestfailed"):
        page.evaluate(FETCH, "lost.json")
    page.goto("safety/")
    assert [problem for problem in problems if re.search(r"failed: .*/lost\.json net::ERR_", problem)]
    problems.clear()


def test_a_missing_address_is_a_problem(page: Page, problems: list[str]) -> None:
    page.goto("about/")
    with page.expect_response("**/gone.json"):
        page.evaluate(FETCH, "gone.json")
    page.goto("safety/")
    assert [problem for problem in problems if re.search(r"404: .*/gone\.json", problem)]
    problems.clear()
