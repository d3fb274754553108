"""What stands in a PDF: its words by size, its structure, its bookmarks, its codes as a scanner reads them."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from ctypes import c_float, c_int, c_uint
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from pypdf import PdfReader

MILLIMETRE = 72 / 25.4  # points
SCANNED = 300  # dots an inch, as a phone held near sees it


def squeezed(text: str) -> str:
    """Without its spaces, which a PDF has only as gaps."""
    return re.sub(r"\s+", "", text)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is drawn: millimetres from the left and from below, across and up, and whether it is dashed."""

    left: float
    bottom: float
    width: float
    height: float
    thickness: float
    dashed: bool


class Printed:
    """A PDF as it comes out of the printer, read with the engine that browsers show it with: that is quick."""

    def __init__(self, file: Path | bytes) -> None:
        self.pages = list(pypdfium2.PdfDocument(file))

    def text(self, number: int) -> str:
        """All text of a page. A hyphen at which a line is broken is read as a sign of its own."""
        return str(self.pages[number].get_textpage().get_text_range()).replace("\ufffe", "-")

    def words(self, number: int) -> str:
        """All text of a page, squeezed."""
        return squeezed(self.text(number))

    def left_of(self, number: int, text: str) -> float:
        """How many millimetres the first occurrence of `text` on a page begins from its left edge."""
        page = self.pages[number].get_textpage()
        index, _ = page.search(text).get_next()
        left: float = page.get_charbox(index)[0]
        return left / MILLIMETRE

    def by_size(self, number: int) -> dict[float, str]:
        """All text of a page by its size on paper in points, squeezed."""
        page = self.pages[number].get_textpage()
        found: dict[float, str] = defaultdict(str)
        matrix = pdfium.FS_MATRIX()
        for index in range(page.count_chars()):
            sign = chr(pdfium.FPDFText_GetUnicode(page, index))
            if sign.strip():
                pdfium.FPDFText_GetMatrix(page, index, matrix)
                scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
                found[round(pdfium.FPDFText_GetFontSize(page, index) * scale, 1)] += sign
        return dict(found)

    def colours(self, number: int) -> set[tuple[int, int, int]]:
        """Every colour that something on a page is filled or drawn with: red, green and blue, to 255."""
        return {colour for drawn in self.pages[number].get_objects(max_depth=9) for colour in _colours(drawn)}

    def lines(self, number: int) -> list[Line]:
        """Every path that is stroked on a page; a box is one too."""
        return [_line(path) for path in self.pages[number].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]

    def codes(self, number: int) -> list[tuple[str, float]]:
        """What the page's QR codes say to a scanner, and how many millimetres they are wide without their quiet zone."""
        drawn = self.pages[number].render(scale=SCANNED / 72, grayscale=True)
        pixels = memoryview(bytes(drawn.buffer)).cast("B", (drawn.height, drawn.stride))
        found = zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCodeModel2]))
        return [(code.text, (code.position.top_right.x - code.position.top_left.x) / SCANNED * 25.4) for code in found]


def _colours(drawn: Any) -> Iterator[tuple[int, int, int]]:
    red, green, blue, _ = parts = [c_uint() for _ in range(4)]
    filled, stroked = c_int(1), c_int(1)
    if drawn.type == pdfium.FPDF_PAGEOBJ_PATH:
        pdfium.FPDFPath_GetDrawMode(drawn, filled, stroked)
    elif drawn.type != pdfium.FPDF_PAGEOBJ_TEXT:
        return
    if filled.value and pdfium.FPDFPageObj_GetFillColor(drawn, *parts):
        yield red.value, green.value, blue.value
    if stroked.value and drawn.type == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPageObj_GetStrokeColor(drawn, *parts):
        yield red.value, green.value, blue.value


def _line(path: Any) -> Line:
    stroke = c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, stroke)
    spread = stroke.value  # bounds are told with room for the stroke on each side
    left, bottom, right, top = path.get_bounds()
    return Line(
        left=(left + spread) / MILLIMETRE,
        bottom=(bottom + spread) / MILLIMETRE,
        width=(right - left - 2 * spread) / MILLIMETRE,
        height=(top - bottom - 2 * spread) / MILLIMETRE,
        thickness=spread / MILLIMETRE,
        dashed=pdfium.FPDFPageObj_GetDashCount(path) > 0,
    )


def described(reader: PdfReader) -> list[tuple[str, str]]:
    """Each element of the structure that has words instead of what it shows: its kind and these words, in order."""
    return [(str(element["/S"])[1:], str(element["/Alt"])) for element in _elements(_root(reader)) if "/Alt" in element]


def kinds(reader: PdfReader) -> list[str]:
    """The kind of each element of the structure, in reading order."""
    return [str(element["/S"])[1:] for element in _elements(_root(reader)) if "/S" in element]


def _root(reader: PdfReader) -> Any:
    return reader.root_object["/StructTreeRoot"]


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from _elements(node["/K"])
