"""The list of published addresses: what belongs on it, and that it only grows."""

from footing.exports.url_registry import EventName, addresses, published, published_events, with_lines
from hypothesis import given
from hypothesis import strategies as st

address = st.text("abc/-.", min_size=1, max_size=9)


def test_pages_and_data_are_listed_and_parts_of_pages_are_not() -> None:
    files = ["index.md", "about.md", "exercises/index.md", "exercises/a.md", "week/b.json", "week/b-a4.pdf"]
    assert list(addresses([*files, "assets/made/footing.js", "assets/made/previews/a.png", "assets/x.json"])) == [
        *("", "about/", "exercises/", "exercises/a/", "week/b.json", "week/b-a4.pdf")
    ]


def test_an_event_is_listed_after_its_calendar() -> None:
    text = "# week/a.ics#b.mon\r\nweek/a.ics\r\nweek/a.ics#in-the-night.sun\r\nweek/a.ics#Night.sun\r\n"
    found, problems = published_events(text)
    assert found == [EventName("a", "in-the-night", "sun")]
    assert [(problem.line, problem.column) for problem in problems] == [(4, 1)]


@given(st.lists(address), st.lists(address))
def test_no_address_is_ever_removed(before: list[str], made: list[str]) -> None:
    text = with_lines(with_lines("", before), made)
    assert published(text) == sorted({*before, *made})
    assert with_lines(text, []) == text
