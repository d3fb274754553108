"""A still for Typst: whole in itself, its colours written out, grey where it goes on paper."""

import re
from xml.etree import ElementTree

import pytest
from posedraw.svg.inline_colours import Ink, inline_colours
from posedraw.svg.style import LIGHT

SVG = '<svg class="gf-fig" viewBox="0 0 600 450" aria-hidden="true"><path class="s g" d="M0 0h9"/></svg>'


def colours(svg: str) -> set[str]:
    return set(re.findall(r"(?:fill|stroke):(#[0-9a-f]+)", svg))


@pytest.mark.parametrize("ink", ["colours", "greys"])
def test_a_picture_stands_alone_and_keeps_its_shapes(ink: Ink) -> None:
    svg = inline_colours(SVG, ink)
    assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert svg.endswith('<path class="s g" d="M0 0h9"/></svg>')
    assert "var(" not in svg
    assert "@media" not in svg
    assert len(colours(svg)) > 10


def test_in_colours_it_is_as_on_a_light_screen() -> None:
    assert f".gf-fig .s{{fill:{LIGHT['skin']}}}" in inline_colours(SVG, "colours")


def test_on_paper_there_are_greys_only_and_far_limbs_stay_apart() -> None:
    svg = inline_colours(SVG, "greys")
    for colour in colours(svg):
        parts = {colour[i : i + 2] for i in (1, 3, 5)} if len(colour) == 7 else set(colour[1:])
        assert len(parts) == 1
    light = dict(re.findall(r"\.gf-fig \.([a-z]+)\{fill:#(..)", svg))
    for near, far in (("s", "sf"), ("t", "tf"), ("l", "lf")):
        assert abs(int(light[near], 16) - int(light[far], 16)) >= 20
