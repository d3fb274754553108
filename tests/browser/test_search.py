"""A layperson's words find the right exercise among the first three; a search not opened fetches nothing."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

SITE = "real"

MASSAGE, PENCIL, BAND = "foot-massage", "grab-a-pencil", "resistance-band-stretch"
STAND, WALK, CIRCLES = "stand-on-your-toes", "walking-on-toes", "ankle-circles"
FEET, TENDONS, LEG = "foot-stretching", "stretch-tendons", "leg-stretch-up"
FLOOR = {CIRCLES, LEG, BAND}

# What people type, and the pages that answer it: one of them must be among the first three.
QUERIES: dict[str, dict[str, set[str]]] = {
    "names": {
        "foot stretching": {FEET},
        "walking on toes": {WALK},
        "stand on your toes": {STAND},
        "grab a pencil": {PENCIL},
        "ankle circles": {CIRCLES},
        "stretch tendons": {TENDONS},
        "leg stretch up": {LEG},
        "resistance band": {BAND},
    },
    "forms": {
        "stretches": {FEET, TENDONS, LEG, BAND},
        "stretched": {FEET, TENDONS, LEG, BAND},
        "raises": {STAND},
        "heel raises": {STAND},
        "calf raise": {STAND},
        "massaging": {MASSAGE},
        "rolling": {MASSAGE},
        "circling": {CIRCLES, TENDONS},
        "circles": {CIRCLES, TENDONS},
        "rotations": {CIRCLES, TENDONS},
        "gripping": {PENCIL},
        "toe curls": {PENCIL},
        "tiptoe": {STAND, WALK},
        "tiptoes": {STAND, WALK},
    },
    "things": {
        "tennis ball": {MASSAGE},
        "theraband": {BAND},
        "elastic": {BAND},
        "pencil": {PENCIL},
        "pencils": {PENCIL},
        "towel": {LEG},
        "towels": {LEG},
        "scarf": {LEG},
        "wall": {TENDONS},
        "no equipment": {FEET, WALK, STAND, CIRCLES, TENDONS},
        "pen": {PENCIL},
    },
    "body": {
        "sole": {MASSAGE, FEET, PENCIL},
        "calf": {STAND, TENDONS, WALK, LEG},
        "calves": {STAND, TENDONS, WALK, LEG},
        "heel pain": {MASSAGE, TENDONS, STAND, FEET},
        "plantar": {MASSAGE, FEET},
        "plantar fasciitis": {MASSAGE, FEET},
        "achilles": {TENDONS, STAND, WALK},
        "hamstring": {LEG},
        "hamstrings": {LEG},
        "shin": {BAND, CIRCLES},
        "ankle": {CIRCLES, BAND, TENDONS},
        "arch": {MASSAGE, FEET, PENCIL},
        "toes": {STAND, WALK, FEET, PENCIL},
        "back of the thigh": {LEG},
    },
    "places": {
        "lying down": FLOOR,
        "lying": FLOOR,
        "seated": {FEET, PENCIL, MASSAGE, BAND},
        "sitting on a chair": {FEET, PENCIL, MASSAGE},
        "desk": {FEET, PENCIL, MASSAGE},
        "balance": {STAND, WALK, TENDONS},
        "in bed": {CIRCLES, LEG},
        "standing": {STAND, TENDONS},
    },
}


@pytest.fixture
def search(desktop: Page) -> Locator:
    """The search's field, ready, on a page that does not matter otherwise."""
    desktop.goto("about/")
    return open_search(desktop)


def open_search(page: Page) -> Locator:
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("status")).to_contain_text("Type what hurts")
    return dialog.get_by_role("textbox")


def settle(page: Page) -> None:
    """Waits until the results are those of the query in the field."""
    expect(page.locator("search-dialog [aria-busy]")).to_have_count(0)


def found(search: Locator, query: str) -> list[str]:
    """The addresses of the pages found, best first."""
    page = search.page
    search.fill(query)
    settle(page)
    results = page.locator(".md-search-result__item")
    links: list[str] = results.evaluate_all("all => all.map(result => result.querySelector('a').href)")
    return [re.sub(r"[?#].*", "", link) for link in links]


def test_there_are_at_least_forty_queries() -> None:
    assert sum(map(len, QUERIES.values())) >= 40


@pytest.mark.parametrize("topic", QUERIES)
def test_the_right_page_is_among_the_first_three(search: Locator, site_url: str, topic: str) -> None:
    wrong = {}
    for query, right in QUERIES[topic].items():
        first = [address.removeprefix(site_url) for address in found(search, query)[:3]]
        if not {f"exercises/{slug}/" for slug in right} & set(first):
            wrong[query] = first
    assert wrong == {}


@pytest.mark.parametrize("word", ["sciatica", "tangible", "Hayden"])
def test_a_word_after_a_bracket_or_a_quotation_mark_is_found(search: Locator, word: str) -> None:
    assert found(search, word)


def test_a_result_opens_its_page(phone: Page, site_url: str) -> None:
    phone.goto("")
    phone.get_by_role("button", name="Search").click()
    dialog = phone.get_by_role("dialog", name="Search")
    dialog.get_by_role("textbox").press_sequentially("tennis ball")
    dialog.locator("a", has_text="Foot massage").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Foot massage")
    expect(dialog).to_be_hidden()
    assert phone.url.startswith(f"{site_url}exercises/foot-massage/")


def test_the_index_is_fetched_only_when_the_search_is_opened(desktop: Page) -> None:
    asked: list[str] = []
    desktop.context.on("request", lambda request: asked.append(request.url))
    desktop.goto("exercises/foot-massage/")
    desktop.wait_for_load_state("networkidle")
    assert not [address for address in asked if "search" in address]
    with desktop.expect_request("**/search_index.json"):
        desktop.get_by_role("button", name="Search").click()


def test_the_keyboard_alone_searches(desktop: Page) -> None:
    desktop.goto("")
    desktop.keyboard.press("/")
    expect(desktop.get_by_role("dialog", name="Search").get_by_role("textbox")).to_be_focused()
    desktop.keyboard.type("theraband")
    expect(desktop.locator(".md-search-result__item").first).to_contain_text("resistance band")
    settle(desktop)
    desktop.keyboard.press("ArrowDown")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Resistance band stretch")


def test_escape_closes_the_search_and_gives_the_focus_back(desktop: Page) -> None:
    desktop.goto("")
    button = desktop.get_by_role("button", name="Search")
    button.click()
    dialog = desktop.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    desktop.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_text_that_comes_without_key_events_is_searched(search: Locator) -> None:
    search.page.keyboard.insert_text("theraband")  # as dictation and pasting do
    expect(search.page.locator(".md-search-result__item").first).to_contain_text("resistance band")


def test_clearing_the_field_clears_the_results(search: Locator) -> None:
    assert found(search, "calf")
    dialog = search.page.get_by_role("dialog", name="Search")
    dialog.get_by_role("button", name="Clear").click()
    expect(search.page.locator(".md-search-result__item")).to_have_count(0)
    expect(dialog.get_by_role("status")).to_contain_text("Type what hurts")
    expect(search).to_be_focused()


def test_enter_opens_the_best_result(search: Locator, site_url: str) -> None:
    found(search, "pencil")
    search.press("Enter")
    expect(search.page.get_by_role("heading", level=1)).to_contain_text("Grab a pencil")
    expect(search.page.get_by_role("dialog", name="Search")).to_be_hidden()


def test_a_query_in_the_address_opens_the_search_until_it_is_closed(desktop: Page, site_url: str) -> None:
    desktop.goto("about/?q=theraband")
    expect(desktop.locator(".md-search-result__item").first).to_contain_text("resistance band")
    desktop.keyboard.press("Escape")
    expect(desktop.get_by_role("dialog", name="Search")).to_be_hidden()
    expect(desktop).to_have_url(f"{site_url}about/")


def test_a_search_that_cannot_be_fetched_says_so_and_works_once_it_can(desktop: Page, problems: list[str]) -> None:
    desktop.route("**/search_index.json", lambda route: route.abort())
    desktop.goto("about/")
    desktop.get_by_role("button", name="Search").click()
    dialog = desktop.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("status")).to_contain_text("could not be fetched")
    desktop.keyboard.press("Escape")
    desktop.unroute("**/search_index.json")
    assert found(open_search(desktop), "calf")
    problems.clear()


def test_the_page_keeps_the_browsers_own_worker_and_request(desktop: Page) -> None:
    desktop.goto("")
    for name in ("Worker", "XMLHttpRequest"):
        assert "[native code]" in desktop.evaluate(f"String({name})")
