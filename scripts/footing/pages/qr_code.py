"""QR codes, on paper and in the print of a page."""

from __future__ import annotations

from functools import cache
from io import BytesIO


@cache
def qr_code(address: str) -> str:
    """The address as a QR code in SVG with its quiet zone, readable with about 15 % of it damaged (level M or better)."""
    import segno  # only where a page or a PDF needs it

    drawn = BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True)
    return drawn.getvalue().decode()
