"""On paper: a week is one page of A4 or Letter, either way up, black on white; so is an exercise."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.browser.conftest import OpenPage
from tests.tools.addresses import EXERCISES, PLANS
from tests.tools.printed import sizes, squeezed

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


def on_each_paper_from_each_colour(page: Page) -> Iterator[str]:
    """The papers, for a page in light colours, then on a dark device, then turned dark by the reader."""
    body = page.locator("body")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        yield from PAPERS
    page.emulate_media(color_scheme="light")
    page.get_by_title("Switch to light").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to dark").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    yield from PAPERS


def by_name(function: Callable[..., Any]) -> str:
    return function.__name__


def only_page(pdf: bytes, paper: str, *, landscape: bool) -> PageObject:
    """The one page of the PDF, which is the whole paper."""
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) == 1
    size = tuple(round(float(length)) for length in (pages[0].mediabox.width, pages[0].mediabox.height))
    assert size == pytest.approx(PAPERS[paper][::-1] if landscape else PAPERS[paper], abs=1)
    return pages[0]


def colours(page: Page, paper: str) -> set[tuple[float, ...]]:
    """All colours that the page is printed with, as red, green and blue."""
    found = set()
    contents = PdfReader(BytesIO(page.pdf(format=paper))).pages[0].get_contents()
    assert contents is not None
    for operands, operator in contents.operations:
        if operator in (b"rg", b"RG"):
            found.add(tuple(float(part) for part in operands))
        elif operator in (b"g", b"G"):
            found.add((float(operands[0]),) * 3)
    return found


def texts(page: Page, selector: str) -> list[str]:
    found = page.locator(selector).all_text_contents()
    assert found, f"nothing is {selector}"
    return found


@pytest.mark.parametrize("printer", [*LANDSCAPE, *UPRIGHT], ids=by_name)
@pytest.mark.parametrize("plan", PLANS)
def test_a_week_is_one_page_of_its_chart_alone(page: Page, plan: str, printer: Printer) -> None:
    page.goto(f"week/{plan}/")
    for paper in on_each_paper_from_each_colour(page):
        sheet = only_page(printer(page, paper), paper, landscape=printer in LANDSCAPE)
        printed = sheet.extract_text()
        for selector in (".gf-chart h2", ".gf-chart__name", ".gf-chart__dose", ".gf-chart__often"):
            for text in texts(page, selector):
                assert squeezed(text) in squeezed(printed)
        assert squeezed(page.url) in squeezed(printed)
        assert squeezed(texts(page, ".gf-chart__stop")[0]) in squeezed(printed)
        assert "Week of" in printed
        assert not [word for word in NOT_ON_PAPER if word in printed]


@pytest.mark.parametrize("printer", [*LANDSCAPE, *UPRIGHT], ids=by_name)
@pytest.mark.parametrize("plan", PLANS)
def test_the_chart_is_legible_at_arms_length(page: Page, plan: str, printer: Printer) -> None:
    page.goto(f"week/{plan}/")
    for paper in PAPERS:
        by_size = sizes(only_page(printer(page, paper), paper, landscape=printer in LANDSCAPE))
        assert min(by_size) >= 10, by_size[min(by_size)]
        if printer in LANDSCAPE:
            large = squeezed("".join(text for size, text in by_size.items() if size >= 12))
            for selector in (".gf-chart__name", ".gf-chart__dose"):
                assert [text for text in texts(page, selector) if squeezed(text) not in large] == []


@pytest.mark.parametrize("width", [190, 277], ids=["upright", "landscape"])
@pytest.mark.parametrize("plan", PLANS)
def test_there_is_a_box_for_every_session(page: Page, site_dir: Path, plan: str, width: int) -> None:
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
    expected = Counter(
        (slot["exercise"], days.index(slot["day"]) + 1, "dashed" if slot["optional"] else "solid") for slot in slots
    )
    assert Counter((box["row"], box["column"], box["line"]) for box in boxes) == expected
    assert all(box["drawn"] for box in boxes)
    assert min(box["least"] for box in boxes) >= 5 * MILLIMETRE - 0.1


@pytest.mark.parametrize("slug", EXERCISES)
def test_an_exercise_is_one_page_without_its_controls(page: Page, slug: str) -> None:
    page.goto(f"exercises/{slug}/")
    page.emulate_media(media="print")
    expect(page.locator("hold-timer")).to_be_hidden()
    page.emulate_media(media="null")
    for paper in on_each_paper_from_each_colour(page):
        sheet = only_page(page.pdf(format=paper), paper, landscape=False)
        printed = squeezed(sheet.extract_text())
        for selector in ("h1", ".gf-exercise__body ol li", ".gf-facts b"):
            assert [text for text in texts(page, selector) if squeezed(text) not in printed] == []
        assert squeezed(page.url) in printed
        assert not [word for word in (*NOT_ON_PAPER, "Previous") if word in sheet.extract_text()]


@pytest.mark.parametrize("address", [*(f"week/{plan}/" for plan in PLANS), "exercises/foot-massage/"])
def test_words_and_lines_are_black_on_white_and_pictures_grey(page: Page, address: str) -> None:
    page.goto(address)
    for paper in on_each_paper_from_each_colour(page):
        assert [colour for colour in colours(page, paper) if len(set(colour)) > 1] == []
        pictures = page.add_style_tag(content="svg { visibility: hidden }")
        assert colours(page, paper) <= {(0, 0, 0), (1, 1, 1)}
        pictures.evaluate("style => style.remove()")


@pytest.mark.parametrize("slug", EXERCISES)
def test_the_steps_of_a_printed_exercise_are_large(page: Page, slug: str) -> None:
    page.goto(f"exercises/{slug}/")
    for paper in PAPERS:
        by_size = sizes(only_page(page.pdf(format=paper), paper, landscape=False))
        large = squeezed("".join(text for size, text in by_size.items() if size >= 12))
        steps = texts(page, ".gf-exercise__body > ol > li")
        assert [step for step in steps if squeezed(step) not in large] == []
        assert min(by_size) >= 10, by_size[min(by_size)]


def test_the_print_button_prints(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script("window.print = () => document.body.dataset.printed = 'yes'")
    page.goto("week/full/")
    page.get_by_role("button", name="Print the week").click()
    assert page.locator("body").get_attribute("data-printed") == "yes"


def test_a_week_prints_its_chart_without_scripts(no_js: Page) -> None:
    no_js.goto("week/full/")
    sheet = only_page(no_js.pdf(format="A4", prefer_css_page_size=True), "A4", landscape=True)
    for name in texts(no_js, ".gf-chart__name"):
        assert squeezed(name) in squeezed(sheet.extract_text())
