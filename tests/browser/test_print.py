"""On paper: a week is one page of A4 or Letter, either way up, black on white; so is an exercise."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.addresses import EXERCISES, PLANS
from tests.support.printed import Printed, squeezed
from tests.support.watched_pages import OpenPage

PAPERS = {"A4": (595, 842), "Letter": (612, 792)}  # points, upright
MILLIMETRE = 96 / 25.4  # CSS pixels
NOT_ON_PAPER = (
    "Menu",
    "Search",
    "Evidence",
    "Share",
    "Print the week",
    "Today",
    "Skip to content",
    "No account",
)

Printer = Callable[[Page, str], bytes]


def as_the_page_asks(page: Page, paper: str) -> bytes:
    return page.pdf(format=paper, prefer_css_page_size=True)


def chosen_landscape(page: Page, paper: str) -> bytes:
    return page.pdf(format=paper, landscape=True)


def as_a_phone_prints(page: Page, paper: str) -> bytes:
    """Phones ignore the orientation that a page asks for."""
    page.evaluate("""() => {
        for (const sheet of document.styleSheets)
            for (const rule of sheet.cssRules)
                if (rule instanceof CSSPageRule) rule.style.removeProperty("size")
    }""")
    return page.pdf(format=paper, landscape=False)


LANDSCAPE = [as_the_page_asks, chosen_landscape]
UPRIGHT = [as_a_phone_prints]


Papers = tuple[tuple[str, ...], tuple[str, ...]]  # from a dark device, and switched to dark by the reader


@pytest.fixture(params=["each once", pytest.param("all", marks=pytest.mark.slow)])
def dark(request: pytest.FixtureRequest) -> Papers:
    """The layout is the same in all colours, so each run prints one paper from each dark state, the slow tests all."""
    a4, letter = PAPERS
    return ((a4,), (letter,)) if request.param == "each once" else (tuple(PAPERS), tuple(PAPERS))


def on_each_paper_from_each_colour(page: Page, dark: Papers) -> Iterator[str]:
    """The papers, for a page in light colours, then on a dark device, then turned dark by the reader."""
    on_device, by_reader = dark
    body = page.locator("body")
    page.emulate_media(color_scheme="light")
    yield from PAPERS
    page.emulate_media(color_scheme="dark")
    yield from on_device
    page.emulate_media(color_scheme="light")
    page.get_by_title("Switch to light").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to dark").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    yield from by_reader


def by_name(function: Callable[..., Any]) -> str:
    return function.__name__


@dataclass(frozen=True)
class Sheet:
    """What is printed on the only page of a PDF."""

    size: tuple[int, int]  # points
    text: str
    by_size: dict[float, str]  # all text by its size on paper, in points
    colours: set[tuple[int, int, int]]  # red, green and blue, to 255


def sheet(pdf: bytes) -> Sheet:
    printed = Printed(pdf)
    assert len(printed.pages) == 1
    width, height = printed.pages[0].get_size()
    return Sheet((round(width), round(height)), printed.text(0), printed.by_size(0), printed.colours(0))


def only_page(pdf: bytes, paper: str, *, landscape: bool) -> Sheet:
    """The only page of the PDF, which has the size of the paper."""
    printed = sheet(pdf)
    assert printed.size == pytest.approx(PAPERS[paper][::-1] if landscape else PAPERS[paper], abs=1)
    return printed


def texts(page: Page, selector: str) -> list[str]:
    found = page.locator(selector).all_text_contents()
    assert found, f"nothing is {selector}"
    return found


@pytest.mark.parametrize("printer", [*LANDSCAPE, *UPRIGHT], ids=by_name)
@pytest.mark.parametrize("plan", PLANS)
def test_a_week_prints_only_its_chart_on_one_page_legible_at_arms_length(
    page: Page, plan: str, printer: Printer, dark: Papers
) -> None:
    page.goto(f"week/{plan}/")
    for paper in on_each_paper_from_each_colour(page, dark):
        pdf = printer(page, paper)
        printed = only_page(pdf, paper, landscape=printer in LANDSCAPE)
        assert [address for address, _ in Printed(pdf).codes(0)] == [page.url]
        assert not [mark for mark in ("†", "Boxes from left") if mark in printed.text]
        for selector in (".gf-chart h2", ".gf-chart__name", ".gf-chart__printed", ".gf-chart__numbers"):
            for text in texts(page, selector):
                assert squeezed(text) in squeezed(printed.text)
        assert squeezed(page.url) in squeezed(printed.text)
        assert squeezed(texts(page, ".gf-chart__stop")[0]) in squeezed(printed.text)
        for words in ("Name", "Notes", "Week of" if page.locator(".gf-chart--weeks").count() == 0 else "Week 1 from"):
            assert words in printed.text
        assert not [word for word in NOT_ON_PAPER if word in printed.text]
        check_sizes(printed, texts(page, ".gf-chart__name") if printer in LANDSCAPE else [])


def check_sizes(printed: Sheet, large: list[str]) -> None:
    """Checks that no text is small, and that the texts in `large` are large."""
    assert min(printed.by_size) >= 10, printed.by_size[min(printed.by_size)]
    found = squeezed("".join(text for size, text in printed.by_size.items() if size >= 12))
    assert [text for text in large if squeezed(text) not in found] == []


@pytest.mark.parametrize("printer", [*LANDSCAPE, *UPRIGHT], ids=by_name)
def test_the_name_of_each_session_stands_over_its_boxes(page: Page, printer: Printer) -> None:
    page.goto("week/long-week/")
    text = Printed(printer(page, "A4")).words(0)
    assert all(text.count(head) >= 7 for head in ("am", "noon", "eve"))


def test_a_plan_of_two_weeks_prints_both(page: Page) -> None:
    page.goto("week/short-start/")
    expect(page.locator(".gf-chart__later").first).to_be_hidden()
    text = Printed(as_the_page_asks(page, "A4")).text(0)
    assert text.count("Mon") == 2
    assert "Week 2 from" in text


@pytest.mark.parametrize("width", [190, 277], ids=["upright", "landscape"])
@pytest.mark.parametrize("plan", PLANS)
def test_the_printed_chart_has_a_box_for_every_session(page: Page, site_dir: Path, plan: str, width: int) -> None:
    slots = json.loads((site_dir / "week" / f"{plan}.json").read_text(encoding="utf-8"))["slots"]
    page.goto(f"week/{plan}/")
    page.set_viewport_size({"width": round(width * MILLIMETRE), "height": 1000})
    page.emulate_media(media="print")
    boxes = page.locator(".gf-chart [role=img]").evaluate_all("""boxes => boxes.map(box => {
        const {width, height} = box.getBoundingClientRect()
        const {borderTopStyle, borderTopWidth, visibility} = getComputedStyle(box)
        return {
            row: box.closest("tr").querySelector("a").getAttribute("href").split("/").slice(-2)[0],
            column: box.closest("td").cellIndex,
            least: Math.min(width, height),
            line: borderTopStyle,
            drawn: parseFloat(borderTopWidth) > 0 && visibility == "visible",
        }
    })""")
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    weeks = 1 + page.locator(".gf-chart thead .gf-chart__later:not(tr)").count() // len(days)
    expected = Counter(
        (slot["exercise"], days.index(slot["day"]) + 1 + 7 * week, "dashed" if slot["optional"] else "solid")
        for slot in slots
        for week in range(weeks)
    )
    assert Counter((box["row"], box["column"], box["line"]) for box in boxes) == expected
    assert all(box["drawn"] for box in boxes)
    assert min(box["least"] for box in boxes) >= 5 * MILLIMETRE - 0.1


@pytest.mark.parametrize("slug", EXERCISES)
def test_an_exercise_prints_on_one_page_without_controls_and_with_large_steps(
    page: Page, slug: str, dark: Papers
) -> None:
    page.goto(f"exercises/{slug}/")
    page.emulate_media(media="print")
    expect(page.locator("hold-timer")).to_be_hidden()
    page.emulate_media(media="null")
    for paper in on_each_paper_from_each_colour(page, dark):
        printed = only_page(page.pdf(format=paper), paper, landscape=False)
        for selector in ("h1", ".gf-exercise__body ol li", ".gf-dose-line"):
            assert [text for text in texts(page, selector) if squeezed(text) not in squeezed(printed.text)] == []
        assert squeezed(page.url) in squeezed(printed.text)
        assert not [word for word in (*NOT_ON_PAPER, "Previous") if word in printed.text]
        check_sizes(printed, texts(page, ".gf-exercise__body > ol > li"))
    page.emulate_media(media="print")
    pictures = page.locator(".gf-still")
    assert (
        pictures.evaluate_all("all => all.map(one => one.getBoundingClientRect().width >= 90)")
        == [True] * pictures.count()
    )


@pytest.mark.parametrize(
    "address",
    [
        *("week/long-week/", "week/short-start/", "exercises/cork-roll/"),
        *(pytest.param(f"week/{plan}/", marks=pytest.mark.slow) for plan in ("bare-cabin", "working-days")),
    ],
)
def test_text_and_lines_print_black_on_white_and_drawings_in_greys(page: Page, address: str, dark: Papers) -> None:
    page.goto(address)
    for paper in on_each_paper_from_each_colour(page, dark):
        assert [colour for colour in sheet(page.pdf(format=paper)).colours if len(set(colour)) > 1] == []
        pictures = page.add_style_tag(content="svg { visibility: hidden }")
        assert sheet(page.pdf(format=paper)).colours <= {(0, 0, 0), (255, 255, 255)}
        pictures.evaluate("style => style.remove()")


def test_the_print_button_prints(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script("window.print = () => document.body.dataset.printed = 'yes'")
    page.goto("week/long-week/")
    page.get_by_role("button", name="Print the week").click()
    assert page.locator("body").get_attribute("data-printed") == "yes"


def test_a_week_prints_its_chart_without_scripts(no_js: Page) -> None:
    no_js.goto("week/long-week/")
    printed = only_page(no_js.pdf(format="A4", prefer_css_page_size=True), "A4", landscape=True)
    for name in texts(no_js, ".gf-chart__name"):
        assert squeezed(name) in squeezed(printed.text)
