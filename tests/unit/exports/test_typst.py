"""Typst: its output for small templates, and the message for each kind of failure."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from footing.exports import typst as typeset
from footing.exports.typst import ExportError, Typesetter, TypesettingError

ONE = """\
#let data = json(bytes(sys.inputs.data))
#set page(width: 40pt, height: 30pt, margin: 0pt)
#set text(font: "Source Sans Pro", lang: "en")
#set document(title: "One")
"""
PAGES = ONE + "#for (i, it) in data.enumerate() { if i > 0 { pagebreak() }; it }\n"
PAGE = ONE + "= #data\n"


@pytest.fixture
def setting(tmp_path: Path) -> Callable[[str], Typesetter]:
    def of(text: str) -> Typesetter:
        (tmp_path / "it.typ").write_text(text, encoding="utf-8")
        return Typesetter(tmp_path)

    return of


def test_one_picture_is_the_same_alone_and_among_others(setting: Callable[[str], Typesetter]) -> None:
    typesetter = setting(PAGES)
    [alone] = typesetter.images("it", ['"b"'])
    among = typesetter.images("it", ['"a"', '"b"', '"c"'])
    assert len(set(among)) == 3
    assert among[1] == alone
    assert alone.startswith(b"\x89PNG")


def test_a_pdf_is_the_same_each_time(setting: Callable[[str], Typesetter]) -> None:
    first, again = (setting(PAGE).pdf("it", '"a"', "a4") for _ in range(2))
    assert first == again
    assert first.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("text", "data", "words"),
    [
        (PAGE, '"足"', 'it.typ: PDF/UA-1 error: the text `"足"` could not be displayed with font `"Source Sans Pro"`'),
        (PAGE.replace("Source Sans Pro", "Nowhere Sans"), '"a"', "it.typ: unknown font family: nowhere sans"),
        (PAGE + "#nothing", '"a"', "it.typ: unknown variable: nothing"),
        (PAGE + '#image(bytes("<svg/>"))', '"a"', "it.typ: "),
    ],
    ids=["a sign the font lacks", "another font", "a template's mistake", "no picture"],
)
def test_an_error_of_typst_is_reported(setting: Callable[[str], Typesetter], text: str, data: str, words: str) -> None:
    with pytest.raises(TypesettingError) as caught:
        setting(text).pdf("it", data, "a4")
    assert str(caught.value).startswith(words)


def test_a_picture_without_words_for_it_is_refused(setting: Callable[[str], Typesetter]) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M1 1h2v2z'/></svg>"
    with pytest.raises(TypesettingError, match="missing alt text"):
        setting(f'{PAGE}#image(bytes("{svg}"))').pdf("it", '"a"', "a4")


def test_without_its_package_the_font_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "FONT_FILES", "no_such_package")
    with pytest.raises(ExportError) as caught:
        typeset.fonts.__wrapped__()
    assert "Source Sans Pro Regular, Semibold, Bold of font-source-sans-pro is missing; install it" in str(caught.value)
    assert "--no-paper" in str(caught.value)


def test_a_missing_font_weight_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "WEIGHTS", ("Regular", "Heavy"))
    with pytest.raises(ExportError, match="the font Source Sans Pro Heavy of"):
        typeset.fonts.__wrapped__()


def test_a_missing_package_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(typeset, "version", absent)
    with pytest.raises(ExportError, match="typst is not installed; install it "):
        _ = Typesetter().cache_key


def test_the_mark_changes_with_a_template(setting: Callable[[str], Typesetter]) -> None:
    assert setting(PAGE).cache_key == setting(PAGE).cache_key != setting(PAGES).cache_key
