"""Stills for programs without CSS variables, such as Typst: complete SVG files with literal colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from posedraw.svg.style import LIGHT, PAPER, grey, rules

Ink = Literal["colours", "greys"]
_VARIABLE = re.compile(r"var\(--gf-fig-([a-z-]+),[^)]*\)")


def inline_colours(svg: str, ink: Ink) -> str:
    """The still as a complete SVG file, in the colours of the light scheme or in the greys of paper."""
    head, rest = svg.split(">", 1)
    return f'{head} xmlns="http://www.w3.org/2000/svg"><style>{_sheet(ink)}</style>{rest}'


@cache
def _sheet(ink: Ink) -> str:
    return written_out(rules(), LIGHT if ink == "colours" else {name: grey(value) for name, value in PAPER.items()})


def written_out(sheet: str, palette: Mapping[str, str]) -> str:
    """The style sheet with each variable's colour in its place."""
    return _VARIABLE.sub(lambda match: palette[match[1]], sheet)
