"""The QR code that the week builder draws, read back by a library that did not write it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.support.modules import Modules

QUIET, SCALE = 4, 4


@pytest.fixture(scope="module")
def js() -> Iterator[Modules]:
    with Modules("builder/qr_code.js") as modules:
        yield modules


def read_back(modules: list[list[int]]) -> str:
    side = len(modules) + 2 * QUIET
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            image.putpixel((x + QUIET, y + QUIET), 0 if dark else 255)
    [code] = zxingcpp.read_barcodes(image.resize((side * SCALE, side * SCALE), Image.Resampling.NEAREST))
    return str(code.text)


@settings(deadline=None, max_examples=30)
@given(
    st.text(
        st.characters(min_codepoint=33, max_codepoint=0x2FFF, exclude_categories=["Cs", "Cn"]), min_size=1, max_size=400
    )
)
def test_any_text_is_read_back(js: Modules, text: str) -> None:
    assert read_back(js.call("qrModules", text)) == text


@pytest.mark.parametrize("length", [17, 32, 78, 134, 154, 271, 367, 458, 586, 718, 858])
def test_a_link_that_fills_its_code_is_read_back(js: Modules, length: int) -> None:
    link = ("https://example.org/your-own-week/#w1." + "1234567=morning." * 60)[:length]
    assert read_back(js.call("qrModules", link)) == link
