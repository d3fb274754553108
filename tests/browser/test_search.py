"""The search of the site: its results, its keyboard and its address; it loads nothing until it is opened."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.search import badly_answered, open_search, search_for, wait_for_results

# Queries by the part of an exercise that answers them: one of the exercises must be among the first three results.
QUERIES: dict[str, dict[str, set[str]]] = {
    "names": {
        "ankle cross": {"ankle-cross"},
        "cord": {"cord-pull"},
        "breath": {"quiet-breath"},
    },
    "aliases": {
        "sailor's seat": {"ankle-cross"},
        "deck march": {"high-march"},
        "heel lift": {"slow-tiptoe"},
        "tiptoe": {"slow-tiptoe", "high-march"},
        "bulkhead sway": {"wall-sway"},
    },
    "forms": {
        "squeezing": {"sponge-squeeze"},
        "marches": {"high-march"},
        "rolled": {"cork-roll"},
        "swayed": {"wall-sway"},
        "scarves": {"scarf-lift"},
    },
    "things": {
        "cork ball": {"cork-roll"},
        "shawl": {"scarf-lift"},
        "washing sponge": {"sponge-squeeze"},
        "elastic": {"cord-pull"},
        "bollard": {"cord-pull"},
        "handrail": {"slow-tiptoe", "high-march"},
    },
    "body": {
        "soles": {"ankle-cross", "cork-roll", "sponge-squeeze"},
        "arch": {"ankle-cross", "cork-roll", "sponge-squeeze"},
        "calves": {"high-march", "slow-tiptoe", "wall-sway", "scarf-lift", "cord-pull"},
        "ribs": {"quiet-breath"},
        "muscles behind the thigh": {"scarf-lift"},
    },
    "positions": {
        "lying down": {"sky-circles", "scarf-lift"},
        "seated": {"ankle-cross", "sponge-squeeze", "cork-roll", "quiet-breath", "cord-pull"},
        "in the bunk": {"sky-circles", "scarf-lift"},
    },
}


@pytest.fixture
def search(desktop: Page) -> Locator:
    """The search field, ready, on any page."""
    desktop.goto("about/")
    return open_search(desktop)


@pytest.mark.parametrize("topic", QUERIES)
def test_a_wanted_exercise_is_among_the_first_three(search: Locator, site_url: str, topic: str) -> None:
    assert badly_answered(search, site_url, QUERIES[topic]) == {}


@pytest.mark.parametrize("word", ["JSON", "wakes"])
def test_a_word_after_a_bracket_or_a_quotation_mark_is_found(search: Locator, word: str) -> None:
    assert search_for(search, word)


def test_a_result_opens_its_page(phone: Page, site_url: str) -> None:
    phone.goto("")
    phone.get_by_role("button", name="Search").click()
    dialog = phone.get_by_role("dialog", name="Search")
    dialog.get_by_role("textbox").press_sequentially("cork ball")
    dialog.locator("a", has_text="Cork roll").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Cork roll")
    expect(dialog).to_be_hidden()
    assert phone.url.startswith(f"{site_url}exercises/cork-roll/")


def test_the_index_is_fetched_only_when_the_search_is_opened(desktop: Page) -> None:
    asked: list[str] = []
    desktop.context.on("request", lambda request: asked.append(request.url))
    desktop.goto("exercises/cork-roll/")
    desktop.wait_for_load_state("networkidle")
    assert not [address for address in asked if "search" in address]
    with desktop.expect_request("**/search_index.json"):
        desktop.get_by_role("button", name="Search").click()


def test_a_result_is_found_and_opened_by_keyboard_alone(desktop: Page) -> None:
    desktop.goto("")
    desktop.keyboard.press("/")
    expect(desktop.get_by_role("dialog", name="Search").get_by_role("textbox")).to_be_focused()
    desktop.keyboard.type("elastic")
    expect(desktop.locator(".md-search-result__item").first).to_contain_text("elastic cord")
    wait_for_results(desktop)
    desktop.keyboard.press("ArrowDown")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Cord pull")


def test_escape_closes_the_search_and_returns_the_focus(desktop: Page) -> None:
    desktop.goto("")
    button = desktop.get_by_role("button", name="Search")
    button.click()
    dialog = desktop.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    desktop.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_text_inserted_without_key_events_is_searched(search: Locator) -> None:
    search.page.keyboard.insert_text("elastic")  # as dictation and pasting do
    expect(search.page.locator(".md-search-result__item").first).to_contain_text("elastic cord")


def test_clearing_the_field_clears_the_results(search: Locator) -> None:
    assert search_for(search, "calf")
    dialog = search.page.get_by_role("dialog", name="Search")
    dialog.get_by_role("button", name="Clear").click()
    expect(search.page.locator(".md-search-result__item")).to_have_count(0)
    expect(dialog.get_by_role("status")).to_contain_text("Type what hurts")
    expect(search).to_be_focused()


def test_enter_opens_the_best_result(search: Locator, site_url: str) -> None:
    search_for(search, "sponge")
    search.press("Enter")
    expect(search.page.get_by_role("heading", level=1)).to_contain_text("Sponge squeeze")
    expect(search.page.get_by_role("dialog", name="Search")).to_be_hidden()


def test_a_query_in_the_address_opens_the_search_until_it_is_closed(desktop: Page, site_url: str) -> None:
    desktop.goto("about/?q=elastic")
    expect(desktop.locator(".md-search-result__item").first).to_contain_text("elastic cord")
    desktop.keyboard.press("Escape")
    expect(desktop.get_by_role("dialog", name="Search")).to_be_hidden()
    expect(desktop).to_have_url(f"{site_url}about/")


def test_an_index_that_cannot_be_fetched_is_reported_and_fetched_later(desktop: Page, problems: list[str]) -> None:
    desktop.route("**/search_index.json", lambda route: route.abort())
    desktop.goto("about/")
    desktop.get_by_role("button", name="Search").click()
    dialog = desktop.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("status")).to_contain_text("could not be loaded")
    desktop.keyboard.press("Escape")
    desktop.unroute("**/search_index.json")
    assert search_for(open_search(desktop), "calf")
    problems.clear()


def test_the_search_leaves_the_browsers_globals_alone(desktop: Page) -> None:
    desktop.goto("")
    for name in ("Worker", "XMLHttpRequest"):
        assert "[native code]" in desktop.evaluate(f"String({name})")


# --- Before and without results ---


def test_suggestions_stand_in_the_empty_search_and_are_searched_when_tapped(search: Locator) -> None:
    dialog = search.page.get_by_role("dialog", name="Search")
    suggestions = dialog.get_by_role("list", name="People search for").get_by_role("button")
    expect(suggestions).to_have_count(6)
    name = suggestions.nth(1).text_content()
    suggestions.nth(1).click()
    expect(search).to_have_value(name or "")
    expect(search).to_be_focused()
    expect(search.page.locator(".md-search-result__item").first).to_be_visible()
    expect(suggestions.first).to_be_hidden()


def test_a_search_without_results_leads_to_all_exercises(search: Locator, site_url: str) -> None:
    dialog = search.page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("link", name="See all exercises")).to_be_hidden()
    assert search_for(search, "zzz") == []
    dialog.get_by_role("link", name="See all exercises").click()
    expect(search.page.get_by_role("heading", level=1)).to_have_text("Exercises")
    expect(dialog).to_be_hidden()


def test_the_arrow_keys_reach_the_suggestions(search: Locator) -> None:
    search.press("ArrowDown")
    dialog = search.page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("list", name="People search for").get_by_role("button").first).to_be_focused()


def test_a_tag_that_is_the_whole_query_puts_its_page_first(search: Locator, site_url: str) -> None:
    assert search_for(search, "Is this really true?")[0] == f"{site_url}evidence/"
    assert search_for(search, "when do I get up")[0] == f"{site_url}week/"
    search.press("Enter")
    expect(search.page.get_by_role("heading", level=1)).to_have_text("Your week")


def test_markup_in_the_index_is_shown_and_not_run(search: Locator) -> None:
    page = search.page
    entry = {
        "location": "about/#hostile",
        "title": "Zebra<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>",
        "text": "<p onclick='window.ran = 3'>A <b>zebra</b> <a href='javascript:window.ran = 4'>crossing</a></p>",
    }
    page.route(
        "**/search_index.json",
        lambda route: route.fulfill(json={**(index := route.fetch().json()), "docs": [*index["docs"], entry]}),
    )
    page.reload()
    assert search_for(open_search(page), "zebra")
    result = page.locator(".md-search-result__item").first
    expect(result).to_contain_text("Zebra")
    expect(result).to_contain_text("crossing")
    assert result.locator("script, img, b, [onclick], [onerror], [href^=javascript]").count() == 0
    assert page.evaluate("window.ran") is None
