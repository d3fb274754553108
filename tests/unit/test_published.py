"""The list of addresses: what belongs on it, and that it only grows."""

from footing.published import addresses, grown, published
from hypothesis import given
from hypothesis import strategies as st

address = st.text("abc/-.", min_size=1, max_size=9)


def test_pages_and_data_are_worth_a_link_and_what_belongs_to_a_page_is_not() -> None:
    files = ["index.md", "about.md", "exercises/index.md", "exercises/a.md", "week/b.json", "week/b-a4.pdf"]
    assert list(addresses([*files, "assets/made/footing.js", "assets/made/previews/a.png", "assets/x.json"])) == [
        *("", "about/", "exercises/", "exercises/a/", "week/b.json", "week/b-a4.pdf")
    ]


@given(st.lists(address), st.lists(address))
def test_no_address_is_ever_taken_away(before: list[str], made: list[str]) -> None:
    text = grown(grown("", before), made)
    assert published(text) == sorted({*before, *made})
    assert grown(text, []) == text
