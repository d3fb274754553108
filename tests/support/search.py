"""The site's search, worked as a reader does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from playwright.sync_api import Locator, Page, expect


def open_search(page: Page) -> Locator:
    """Opens the dialog and waits until the index is there; returns the field."""
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("status")).to_contain_text("Type what hurts")
    return dialog.get_by_role("textbox")


def wait_for_results(page: Page) -> None:
    """Waits until the results belong to the query in the field."""
    expect(page.locator("search-dialog [aria-busy]")).to_have_count(0)


def search_for(search: Locator, query: str) -> list[str]:
    """The addresses of the pages found, best first."""
    page = search.page
    search.fill(query)
    wait_for_results(page)
    results = page.locator(".md-search-result__item")
    links: list[str] = results.evaluate_all("all => all.map(result => result.querySelector('a').href)")
    return [re.sub(r"[?#].*", "", link) for link in links]


def badly_answered(search: Locator, site_url: str, queries: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The queries for which none of the wanted exercises is among the first three results, with those results."""
    wrong = {}
    for query, slugs in queries.items():
        first = [address.removeprefix(site_url) for address in search_for(search, query)[:3]]
        if not {f"exercises/{slug}/" for slug in slugs} & set(first):
            wrong[query] = first
    return wrong
