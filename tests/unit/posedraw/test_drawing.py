"""Drawings: small, deterministic, well-formed, and described for readers who cannot see them."""

import math
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from posedraw import draw_moving, draw_still, draw_stills, style_sheet
from posedraw.body.kinematics import forward
from posedraw.pose.model import Figure
from posedraw.scene.camera import camera
from posedraw.scene.layout import layout
from posedraw.scene.timeline import moments, scenes, shown
from posedraw.shapes.person import ordered, person
from posedraw.shapes.worked_areas import WORKS
from posedraw.svg.document import carriers
from posedraw.svg.elements import Still
from posedraw.svg.keyframes import STILL, Matrix, Track, thinned
from posedraw.svg.path import smooth

from tests.support.figures import gzipped_size
from tests.unit.posedraw.figures import ANGLES, FIGURES

KB = 1024
Way = list[tuple[float, Matrix]]
each_figure = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)


@each_figure
def test_stills_are_small_one_by_one_and_together(figure: Figure) -> None:
    stills = draw_stills(figure, "figure", {name: name for name in figure.poses})
    assert {name: gzipped_size(svg) for name, svg in stills.items() if gzipped_size(svg) > 2 * KB} == {}
    assert gzipped_size("".join(stills.values())) <= 8 * KB


@each_figure
def test_each_loop_is_small(figure: Figure) -> None:
    assert gzipped_size(draw_moving(figure, "figure", "A figure")) <= 12 * KB


@each_figure
def test_a_figure_is_drawn_to_the_same_bytes_each_time(figure: Figure) -> None:
    assert draw_moving(figure, "a", "b") == draw_moving(figure, "a", "b")
    assert draw_still(figure, "a", "b") == draw_still(figure, "a", "b")


@each_figure
def test_a_drawing_is_well_formed_with_a_title_and_a_description(figure: Figure) -> None:
    for svg in (draw_still(figure, "x", "A & B"), draw_moving(figure, "x", "A & B")):
        root = ET.fromstring(svg)
        texts = {child.tag: child.text for child in root}
        assert texts["title"] == "A & B"
        assert texts["desc"] == figure.describe
        assert root.get("role") == "img"
        ids = re.findall(r'id="([^"]+)"', svg)
        assert len(ids) == len(set(ids))
        assert root.get("aria-labelledby") in ids
        assert "NaN" not in svg
        assert "nan" not in svg


def test_a_drawing_without_a_title_is_hidden_from_screen_readers() -> None:
    root = ET.fromstring(draw_still(FIGURES["cork-roll"], "x"))
    assert root.get("aria-hidden") == "true"
    assert not [child for child in root if child.tag in ("title", "desc")]


def test_drawings_on_one_page_share_no_ids() -> None:
    figure = FIGURES["cork-roll"]
    page = "".join(draw_stills(figure, "x", dict.fromkeys(figure.poses, "t")).values()) + draw_moving(figure, "x", "t")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@each_figure
def test_a_loop_without_animation_shows_the_still(figure: Figure) -> None:
    """All animation is in one media query; every stroke of the still is a stroke of the loop."""
    moving = draw_moving(figure, "figure", "A figure")
    sheet = re.search(r"<style>(.*?)</style>", moving, re.S)
    assert sheet
    assert sheet[1].startswith("@media screen and (prefers-reduced-motion:no-preference){")
    assert "animation" not in moving.replace(sheet[0], "")
    still = strokes(draw_still(figure, "figure", "A figure"))
    assert still <= strokes(moving)
    assert [
        stroke for stroke in strokes(moving) - still if in_window(figure, stroke)
    ] == []  # only strokes outside the window are added


@each_figure
def test_connected_bones_stay_together_between_key_frames(figure: Figure) -> None:
    """A browser interpolates the transforms of two key frames: no joint opens by more than 2 of the page's 600."""
    whole = scenes(figure)
    start = carriers(whole[figure.still])
    frames = [(m.share, carriers(m.scene)) for m in moments(figure, whole)]
    track = Track(layout(figure, shown(figure, whole)).view, start, frames)
    ways = {name: thinned(track.matrices(name)) for name in {n for pair in JOINTS for n in pair}}
    instants = [a + (b - a) * i / 10 for (a, _), (b, _) in pairwise(frames) if b > a for i in range(10)]
    for upper, lower in JOINTS:
        for share in instants:
            ends = (
                shown_end(track, ways[upper], share, upper, end=True),
                shown_end(track, ways[lower], share, lower, end=False),
            )
            assert math.dist(*ends) < 2, f"{upper} and {lower} at {share:.3f}"


JOINTS = [
    (f"{side} {upper}", f"{side} {lower}")
    for side in ("right", "left")
    for upper, lower in (("thigh", "shank"), ("shank", "foot"), ("upper arm", "forearm"), ("forearm", "palm"))
]


def shown_end(track: Track, way: Way, share: float, name: str, end: bool) -> tuple[float, float]:
    """The point on the page at which a browser shows one end of a bone, `share` of the way through the loop."""
    after = next((i for i, (at, _) in enumerate(way) if at >= share), len(way) - 1)
    (t0, m), (t1, n) = way[max(0, after - 1)], way[after]
    a, b, c, d, e, f = interpolated(m, n, (share - t0) / (t1 - t0) if t1 > t0 else 1.0)
    bone = track.start[name]
    (x, y), (u, v) = track.view.page(bone.start), track.view.page(bone.end if end else bone.start)
    return x + a * (u - x) + c * (v - y) + e, y + b * (u - x) + d * (v - y) + f


def interpolated(m: Matrix, n: Matrix, t: float) -> Matrix:
    """CSS Transforms 1, interpolation of 2D matrices: translation, scale, angle and skew each by themselves."""
    one, other = decomposed(m), decomposed(n)
    if (one[0] < 0 and other[1] < 0) or (one[1] < 0 and other[0] < 0):
        one = (-one[0], -one[1], one[2] + (180 if one[2] < 0 else -180), *one[3:])
    if abs(one[2] - other[2]) > 180:
        one, other = ((one[0], one[1], one[2] - 360, *one[3:]), other) if one[2] > other[2] else (
            one, (other[0], other[1], other[2] - 360, *other[3:]))  # fmt: skip
    sx, sy, angle, m11, m12, m21, m22 = (p + (q - p) * t for p, q in zip(one, other, strict=True))
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    ux, uy = m11 * c + m21 * s, m12 * c + m22 * s
    vx, vy = m21 * c - m11 * s, m22 * c - m12 * s
    shift = [p + (q - p) * t for p, q in zip(m[4:], n[4:], strict=True)]
    return ux * sx, uy * sx, vx * sy, vy * sy, shift[0], shift[1]


def decomposed(m: Matrix) -> tuple[float, ...]:
    """(scale along both axes, angle, the four numbers of the remaining matrix)"""
    a, b, c, d = m[:4]
    sx, sy = math.hypot(a, b), math.hypot(c, d)
    if a * d - b * c < 0:
        sx, sy = (-sx, sy) if a < d else (sx, -sy)
    a, b, c, d = a / sx, b / sx, c / sy, d / sy
    angle = math.atan2(b, a)
    sn, cs = -b, a
    return sx, sy, math.degrees(angle), cs * a + sn * c, cs * b + sn * d, -sn * a + cs * c, -sn * b + cs * d


def in_window(figure: Figure, stroke: tuple[object, ...]) -> bool:
    """Whether a stroke begins in the close-up; in a figure without one, every stroke counts as inside."""
    page = layout(figure, shown(figure, scenes(figure)))
    begins = stroke[1]
    assert isinstance(begins, tuple)
    return not page.lens or math.dist(begins, page.centre) < page.radius


def strokes(svg: str) -> set[tuple[object, ...]]:
    """Every stroke of every path, with its start on the page."""
    found: set[tuple[object, ...]] = set()
    for d in re.findall(r' d="([^"]*)"', svg):
        pen = first = (0.0, 0.0)
        for command, text in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", d):
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", text)]
            size = {"q": 4, "a": 7, "H": 1, "h": 1, "V": 1, "z": 0, "Z": 0}.get(command, 2)
            for i in range(0, len(numbers), size or 1):
                part = numbers[i : i + size]
                before = pen
                if command in "HhV":
                    x = {"H": part[0], "h": pen[0] + part[0], "V": pen[0]}[command]
                    pen = (x, part[0] if command == "V" else pen[1])
                else:
                    start = (0.0, 0.0) if command == "M" else pen
                    pen = (start[0] + part[-2], start[1] + part[-1])
                if command in "Mm":
                    first = pen
                else:
                    found.add((command, before, *part))
            pen = first if command == "z" else pen
    return found


def test_a_track_moves_a_bone_from_its_position_in_the_still() -> None:
    view = camera(20, 5).placed(3, 300, 400)
    bent = forward({("right knee", "flexion"): 60.0})
    straight = forward({})
    track = Track(view, straight.bones, [(0.0, straight.bones), (1.0, bent.bones)])
    (_, first), (_, last) = track.matrices("right shank")
    assert first == pytest.approx(STILL)
    bone, moved = straight["right shank"], bent["right shank"]
    x, y = (view.page(bone.end)[i] - view.page(bone.start)[i] for i in (0, 1))
    a, b, c, d, e, f = last
    page = (a * x + c * y + e + view.page(bone.start)[0], b * x + d * y + f + view.page(bone.start)[1])
    assert page == pytest.approx(view.page(moved.end), abs=0.01)


def test_key_frames_that_interpolation_gives_as_well_are_left_out() -> None:
    path = [(t / 4, (1.0, 0.0, 0.0, 1.0, 10.0 * t, 0.0)) for t in range(5)]
    assert [share for share, _ in thinned(path)] == [0.0, 1.0]


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 450)), min_size=3, max_size=20))
def test_a_closed_smooth_line_ends_at_its_start(points: list[tuple[int, int]]) -> None:
    """Points are rounded one by one, so that the rounding errors do not add up."""
    d = smooth([(float(x), float(y)) for x, y in points])
    numbers = [float(n) for n in re.findall(r"-?\d+", d)]
    x, y = 0.0, 0.0
    steps = list(zip(numbers[2::2], numbers[3::2], strict=True))
    for step in [steps[1], *steps[2:]]:  # the first pair is a steering point
        x, y = x + step[0], y + step[1]
    assert (x, y) == (0, 0)


def test_the_style_sheet_has_a_fallback_for_every_colour() -> None:
    assert "var(--gf-fig-skin,#" in style_sheet()
    assert not re.search(r"var\(--gf-fig-[a-z-]+\)", style_sheet())


@settings(max_examples=25, deadline=None)
@given(ANGLES, st.floats(-180, 180), st.floats(-30, 80))
def test_any_healthy_pose_can_be_drawn_from_anywhere(
    angles: dict[tuple[str, str], float], turn: float, tilt: float
) -> None:
    view = camera(turn, tilt).placed(2.5, 300, 400)
    layers = ordered(view, person(view, forward(angles), WORKS))
    drawn = "".join(Still().draw(layer.shapes) for layer in layers)
    assert "nan" not in drawn
    assert max(abs(int(n)) for n in re.findall(r"-?\d+", re.sub(r'class="[^"]*"', "", drawn))) < 5000
