"""Text stays text: Markdown, with the very extensions of mkdocs.yml, gives back each character and adds no element."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown as python_markdown
import pytest
import yaml
from footing.pages.markdown import markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st

# Each place a template puts text in: the Markdown, the elements and the words that come of it, whatever the text.
PLACES = {
    "alone": ("{}", ["p"], "{}"),
    "in a sentence": ("You should feel {}.", ["p"], "You should feel {}."),
    "on a second line": ("Hold for 10 s.\n{} (our choice)", ["p"], "Hold for 10 s. {} (our choice)"),
    "before a class": ("{}\n{{: .gf-feel }}", ["p"], "{}"),
    "item": ("- {}\n- {}", ["ul", "li", "li"], "{} {}"),
    "numbered item": ("1. {}\n1. {}", ["ol", "li", "li"], "{} {}"),
    "bold in an item": ("- **{}:** {}", ["ul", "li", "strong"], "{}: {}"),
    "heading": ("## {}", ["h2"], "{}"),
    "heading with an id": ("## {} {{: #mon }}", ["h2"], "{}"),
    "heading after text": ("a\n\n### {} · {} {{: #b }}\n\nc", ["p", "h3", "p"], "a {} · {} c"),
    "link": ("- [{}](../week/full.md)", ["ul", "li", "a"], "{}"),
    "linked heading": ("## [{}](full.md)", ["h2", "a"], "{}"),
    "within HTML": (
        '<section markdown="1">\n\n1. [{}](x.md) <span class="gf-dose">{}</span>\n\n</section>',
        ["section", "ol", "li", "a", "span"],
        "{} {}",
    ),
}

SIGNS = "\\`*_{}[]()<>#+-.!|~^=:;&\"'/@$%?,"
WORDS = [
    *(
        "foot",
        "1",
        "10",
        "a",
        "é",
        "足",
        "😀",
        "\u200b",
        "1.",
        "1)",
        "- ",
        "+ ",
        "# ",
        " #",
        "##",
        "> ",
        "| ",
        "--",
        "---",
        "===",
    ),
    *(
        "{:",
        "}",
        "{: .x }",
        "{:.x}",
        "{#x}",
        "!!!",
        "???",
        ":::",
        "/// y",
        "--8<--",
        "{{ x }}",
        "{% y %}",
        "**",
        "__",
        "~~~",
        "```",
    ),
    *("&amp;", "&#42;", "<b>", "</b>", "<!--", "-->", "<?php", "<![CDATA[", "<http://x.y>", "http://x.y", "a@b.c"),
    *("![", "](", "]:", "[^1]", "*[x]:", "[x]: y", "``", "\\", "\\\\", "klzzwxh:0001", "wzxhzdk:0"),
]
texts = (
    st.lists(
        st.one_of(
            st.text(SIGNS, min_size=1, max_size=4),
            st.sampled_from(WORDS),
            st.text(st.characters(exclude_categories=["Cc", "Cs"], max_codepoint=0x3000), max_size=5),
            st.just(" "),
        ),
        max_size=8,
    )
    .map(lambda parts: " ".join("".join(parts).split()))  # as content is read: in one line
    .filter(bool)
)


def settings_of_the_site() -> dict[str, Any]:
    """The Markdown extensions of mkdocs.yml, and those that MkDocs itself adds."""

    class Loader(yaml.SafeLoader):
        """Takes mkdocs.yml's own tags for what they hold."""

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    project = Path(__file__).resolve().parents[3]
    config = yaml.load((project / "mkdocs.yml").read_text("utf-8"), Loader=Loader)
    names, configs = ["toc", "tables", "fenced_code"], {}
    for entry in config["markdown_extensions"]:
        name, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        configs[name] = options
    return {"extensions": list(dict.fromkeys(names)), "extension_configs": configs}


class Seen(HTMLParser):
    """The elements and the text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


SITE = settings_of_the_site()
KNOWN_ATTRIBUTES = {"id", "class", "href"}


def one_line(text: str) -> str:
    return " ".join(text.split())


def reads_as_written(place: str, text: str) -> None:
    source, elements, words = PLACES[place]
    html = python_markdown.markdown(source.format(*[markdown(text)] * source.count("{}")), **SITE)
    seen = Seen(html)
    assert seen.elements == elements
    assert one_line(seen.text) == one_line(words.replace("{}", text))
    assert not seen.other
    assert {name for name, _ in seen.attributes} <= {"id", "class", "href"}


@pytest.mark.parametrize("place", PLACES)
@given(text=texts)
@example(text="1. x")
@example(text="C#")
@example(text="- a")
@example(text="!!! note")
@example(text="snake_case_name * 2 ** 3")
@example(text="<script>alert(1)</script> {{ 7 * 7 }} {% raw %}")
@settings(max_examples=40)
def test_text_reads_as_written(place: str, text: str) -> None:
    reads_as_written(place, text)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@given(text=texts)
@settings(max_examples=800)
def test_text_reads_as_written_at_length(place: str, text: str) -> None:
    reads_as_written(place, text)


@given(texts)
def test_plain_words_stay_readable_in_the_source(text: str) -> None:
    plain = re.sub(r"[^\w ,;'’“”–/]|_", "", text)
    assert markdown(plain) == plain


def test_sentences_of_the_content_need_no_escapes() -> None:
    for text in (
        "After 16 weeks, do not lie flat on your back for long (6–12 weeks).",
        "Poor balance, a recent fall or numb feet: keep both hands on the worktop.",
        "Use a latex-free band; “up to” is a ceiling. Numb feet? See a doctor first!",
    ):
        assert markdown(text) == text
