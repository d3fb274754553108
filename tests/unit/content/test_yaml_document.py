"""YAML as text: nothing gets a type, everything knows its place, and what YAML can do beyond that is refused."""

import pytest
import yaml
from footing.content.yaml_document import MAX_DEPTH, read_document
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import document

NAME = "content/exercises/x.yml"


def problems(text: str) -> list[str]:
    read, found = read_document(NAME, text)
    assert read is None
    return [str(problem).removeprefix(NAME + ":") for problem in found]


# Text, and only text


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "null",
        "~",
        "1:30",
        "010",
        "0x1F",
        "1e9",
        ".nan",
        ".inf",
        "2026-11-22",
        "1_000",
        "=",
        "<<",
        "True",
        "½",
    ],
)
def test_a_plain_value_stays_as_it_is_written(text: str) -> None:
    assert document(f"a: {text}\nb: [{text}]\n").data == {"a": text, "b": [text]}


def test_a_key_is_text_too() -> None:
    assert document("no: a\n1: b\nnull: c\n<<: d\n").data == {"no": "a", "1": "b", "null": "c", "<<": "d"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a b  c", "a b c"),
        ("|\n  one\n  two\n", "one two"),
        (">-\n  one\n  two\n\n  three\n", "one two three"),
        ("'it''s'", "it's"),
        ('"a \\"b\\" \\u00e9 \\n c"', 'a "b" é c'),
        ("one\n  two", "one two"),
        ("10\u00a0s", "10 s"),
        ("", ""),
        ("''", ""),
        ("a # a remark", "a"),
    ],
)
def test_a_text_is_one_line(written: str, read: str) -> None:
    assert document(f"a: {written}\n").data == {"a": read}


@given(st.dictionaries(st.text("abc-é", min_size=1), st.text(max_size=30), min_size=1))
def test_what_a_yaml_writer_quotes_is_read_back_as_text(data: dict[str, str]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, width=10_000)
    read, found = read_document(NAME, text)
    if read:
        assert read.data == {key: " ".join(value.split()) for key, value in data.items()}
    else:
        assert all("U+" in str(problem) for problem in found)


# Places

PLACED = """\
# A remark.
name: Foot
list:
  - one
  -   two
deep: {a: 1, b: [x, "y"]}
"""


def test_everything_knows_its_line_and_column() -> None:
    placed = document(PLACED)
    assert placed.values == {
        (): (2, 1),
        ("name",): (2, 7),
        ("list",): (4, 3),
        ("list", 0): (4, 5),
        ("list", 1): (5, 7),
        ("deep",): (6, 7),
        ("deep", "a"): (6, 11),
        ("deep", "b"): (6, 17),
        ("deep", "b", 0): (6, 18),
        ("deep", "b", 1): (6, 21),
    }
    assert placed.keys == {
        ("name",): (2, 1),
        ("list",): (3, 1),
        ("deep",): (6, 1),
        ("deep", "a"): (6, 8),
        ("deep", "b"): (6, 14),
    }


def test_a_problem_is_placed_at_the_value_the_key_or_what_is_around() -> None:
    placed = document(PLACED)
    assert str(placed.at(("deep", "b", 1), "m")) == "content/exercises/towel-scrunch.yml:6:21: m"
    assert str(placed.at(("deep", "none", 3), "m")) == "content/exercises/towel-scrunch.yml:6:7: m"
    assert str(placed.at(("none",), "m")) == "content/exercises/towel-scrunch.yml:2:1: m"
    assert str(placed.at_key(("deep", "b"), "m")) == "content/exercises/towel-scrunch.yml:6:14: m"


def test_columns_count_characters_and_lines_end_in_any_way() -> None:
    assert document("{é😀: x, b: y}\n").values["b",] == (1, 12)
    assert document("a: x\r\nb: y\r\n").values["b",] == (2, 4)
    assert document("a: x\rb: y\r").values["b",] == (2, 4)


def test_the_slug_is_the_files_name() -> None:
    built = document("a: b\n", "content/exercises/foot-massage.yml")
    assert (built.slug, built.path) == ("foot-massage", "content/exercises/foot-massage.yml")


# What is refused


def unused(what: str, remedy: str) -> str:
    return f"{what} is not used here, expected a value; {remedy}"


ANCHOR, ALIAS = "remove it, or quote the text", "write it out, or quote it"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("a: &x b\nc: *x\n", ["1:4: " + unused('the anchor "&x"', ANCHOR), "2:4: " + unused('the alias "*x"', ALIAS)]),
        ("a: *x\n", ["1:4: " + unused('the alias "*x"', ALIAS)]),
        ("&k a: b\n", ["1:1: " + unused('the anchor "&k"', ANCHOR)]),
        ("a: !!int 3\n", ["1:4: " + unused('the tag "!!int"', ANCHOR)]),
        ("a: ! b\n", ["1:4: " + unused('the tag "!"', ANCHOR)]),
        ("a: !python/object:os.system [x]\n", ["1:4: " + unused('the tag "!python/object:os.system"', ANCHOR)]),
        ("!m\na: b\n", ["1:1: " + unused('the tag "!m"', ANCHOR)]),
        ("a: b\n---\nc: d\n", ["2:1: a second document begins here, expected one in a file; remove it"]),
        ("a: b\n...\n---\n", ["3:1: a second document begins here, expected one in a file; remove it"]),
        ("a: b\nc: d\na: e\n", ['3:1: the key "a" is repeated (first on line 1), expected once; keep one']),
        ("x: {a: 1, a: {b: 2}}\n", ['1:11: the key "a" is repeated (first on line 1), expected once; keep one']),
        (
            "a: 1\na: 2\na: 3\n",
            [f'{n}:1: the key "a" is repeated (first on line 1), expected once; keep one' for n in (2, 3)],
        ),
        ("? [a]\n: b\n", ["1:3: found a list as a key, expected a word; write one"]),
        ("{a: b}: c\n", ["1:1: found keys and values as a key, expected a word; write one"]),
        ('a: "b\\0c"\n', ["1:4: the escape for U+0000 cannot be published, expected text; delete it"]),
        ('a: "\\e[31m"\n', ["1:4: the escape for U+001B cannot be published, expected text; delete it"]),
        ('"a\\L": b\n', ["1:1: the escape for U+2028 cannot be published, expected text; delete it"]),
        ("- a\n- b\n", ["1:1: holds a list, expected keys and values; write each as key: value"]),
        ("# remark\nhello\n", ["2:1: holds a text, expected keys and values; write each as key: value"]),
        ("", ["1:1: is empty, expected keys and values; write them or remove the file"]),
        ("\n\n# nothing\n", ["1:1: is empty, expected keys and values; write them or remove the file"]),
        ("---\n", ["1:1: is empty, expected keys and values; write them or remove the file"]),
        ("''\n", ["1:1: is empty, expected keys and values; write them or remove the file"]),
    ],
)
def test_what_a_content_file_may_not_hold(text: str, reported: list[str]) -> None:
    assert problems(text) == reported


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("name: a: b\n", "1:8", "mapping values are not allowed in this context"),
        ("a: b\n  c: d\n", "2:4", "mapping values are not allowed in this context"),
        ('name: "abc\nx: y\n', "1:7", "found unexpected end of stream"),
        ("name: 'abc\nx: y\n", "1:7", "found unexpected end of stream"),
        ("a: [b, c\n", "2:1", "did not find expected ',' or ']'"),
        ("a: @b\n", "1:4", "found character that cannot start any token"),
        ("a: %b\n", "1:4", "found character that cannot start any token"),
        ("a: `b`\n", "1:4", "found character that cannot start any token"),
        ('a: "\\q"\n', "1:5", "found unknown escape character"),
        ("a: b\n- c\n", "2:1", "did not find expected key"),
    ],
)
def test_what_is_no_yaml(text: str, place: str, why: str) -> None:
    [reported] = problems(text)
    assert reported == (
        f"{place}: is not readable as YAML: {why}; expected key: value, or - item; put a text that holds a colon "
        'or begins with a sign in "quotes", and look at the indentation here and on the line above'
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 'it's'\nb: c\n", "1:7"),
        ("steps:\n  - 'Scrunch it, don't pull'\n", "2:21"),
        ("a: 'the toes' tips'\n", "1:13"),
        ("a: 'the toes'   tips'\n", "1:13"),
        ("a: ['don't', b]\n", "1:9"),
        ("a: {b: 'don't: pull'}\n", "1:12"),
        ("é😀: 'one\n  two don't\n  pull'\n", "2:10"),
    ],
)
def test_an_apostrophe_that_ends_a_quotation_is_reported_at_its_position(text: str, place: str) -> None:
    assert problems(text) == [
        f"{place}: is not readable as YAML: the quotation ends at this apostrophe, but its line goes on, expected its "
        "end; double the apostrophe (''), or put the text in \"double quotes\""
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b'\n- c\n",
        "a: 'b'\n c\n",
        "a: 'x', y\n",
        "a: ['x' 'y']\n",
        "- 'a'\nb: c\n",
        "a: 'no end\nb: 'x'\n",
        'a: "b" c\n',
    ],
)
def test_an_error_after_a_closed_quotation_is_not_blamed_on_an_apostrophe(text: str) -> None:
    [reported] = problems(text)
    assert "apostrophe" not in reported


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: " + "[" * 3000 + "]" * 3000, "1:24"),
        ("a: " + "[" * 200_000, "1:24"),
        ("a: " + "{b: " * 3000, "1:84"),
        ("".join(" " * i + "a:\n" for i in range(3000)), "22:22"),
        ("a:\n" + "- " * 3000 + "x", "2:41"),
        ("? " * 3000 + "x", "1:43"),
    ],
)
def test_nesting_without_end_is_a_problem_and_no_crash(text: str, place: str) -> None:
    reported = problems(text)
    assert reported[-1] == f"{place}: is nested more than {MAX_DEPTH} levels deep, expected a few; write it flat"


def test_an_alias_of_itself_and_aliases_of_aliases_are_only_refused() -> None:
    assert len(problems("a: &a [*a]\n")) == 2
    bomb = "".join(f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]\n" for i in range(1, 30))
    assert len(problems(bomb)) == 29 * 10


def test_very_long_lines_are_read() -> None:
    assert document("a: " + "x" * 1_000_000 + "\n").data == {"a": "x" * 1_000_000}


@given(st.text("ab:-[]{}#&*!|>'\"%@`,? \n\t0\\", max_size=40) | st.text(max_size=40))
def test_any_text_is_read_or_reported_within_its_lines(text: str) -> None:
    read, found = read_document(NAME, text)
    assert (read is None) == bool(found)
    for problem in found:
        assert 1 <= problem.line <= len(text.splitlines()) + 1
        assert problem.column >= 1
        assert "; " in problem.message
