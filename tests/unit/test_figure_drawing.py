"""The pictures: small, the same each time, whole, and told to who cannot see them."""

import gzip
import re
import time
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from footing.figure import draw_moving, draw_still, draw_stills, style_sheet
from footing.figure.body import person
from footing.figure.camera import camera
from footing.figure.drawing import Still
from footing.figure.kinematics import forward
from footing.figure.motion import moments, scenes
from footing.figure.moving import STILL, Track, thinned
from footing.figure.path import smooth
from footing.figure.render import carriers
from footing.figure.work import WORKS
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.figures import ANGLES, SLUGS, all_figures

KB = 1024


def zipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))


@pytest.mark.parametrize("slug", SLUGS)
def test_each_still_is_small_and_all_of_a_page_together(slug: str) -> None:
    stills = draw_stills(all_figures()[slug], slug, {name: name for name in all_figures()[slug].poses})
    assert {name: zipped(svg) for name, svg in stills.items() if zipped(svg) > 2 * KB} == {}
    assert zipped("".join(stills.values())) <= 8 * KB


@pytest.mark.parametrize("slug", SLUGS)
def test_each_loop_is_small(slug: str) -> None:
    assert zipped(draw_moving(all_figures()[slug], slug, slug)) <= 12 * KB


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_data_gives_the_same_bytes(slug: str) -> None:
    figure = all_figures()[slug]
    assert draw_moving(figure, "a", "b") == draw_moving(figure, "a", "b")
    assert draw_still(figure, "a", "b") == draw_still(figure, "a", "b")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_picture_is_well_formed_and_has_its_words(slug: str) -> None:
    figure = all_figures()[slug]
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


def test_a_picture_without_a_title_is_decoration() -> None:
    root = ET.fromstring(draw_still(all_figures()["foot-massage"], "x"))
    assert root.get("aria-hidden") == "true"
    assert not [child for child in root if child.tag in ("title", "desc")]


def test_pictures_of_one_page_share_no_ids() -> None:
    figure = all_figures()["foot-massage"]
    page = "".join(draw_stills(figure, "x", dict.fromkeys(figure.poses, "t")).values()) + draw_moving(
        figure, "x", "t"
    )
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("slug", SLUGS)
def test_without_animation_the_loop_is_its_still(slug: str) -> None:
    """All that moves stands in one media query; the paths are those of the still."""
    figure = all_figures()[slug]
    moving = draw_moving(figure, slug, slug)
    sheet = re.search(r"<style>(.*?)</style>", moving, re.S)
    assert sheet
    assert sheet[1].startswith("@media screen and (prefers-reduced-motion:no-preference){")
    assert "animation" not in moving.replace(sheet[0], "")
    still = set(re.findall(r"M[^M\"]+", draw_still(figure, slug, slug)))
    missing = still - set(re.findall(r"M[^M\"]+", moving))
    assert (
        len(missing) <= len(still) * 0.25
    )  # lines that go on from one another are written apart in the loop


@pytest.mark.parametrize("slug", SLUGS)
def test_parts_that_join_stay_together_between_key_frames(slug: str) -> None:
    """Half-way between two key frames the browser mixes transforms: no knee comes apart by more than 2 of
    600."""
    figure = all_figures()[slug]
    whole = scenes(figure)
    frames = [(m.share, carriers(m.scene)) for m in moments(figure, whole)]
    view = figure.camera.placed(2.6, 300, 400)
    for (_, a), (_, b) in pairwise(frames):
        for side in ("right", "left"):
            for bone in ("thigh", "shank", "upper arm", "forearm"):
                one, other = a[f"{side} {bone}"], b[f"{side} {bone}"]
                start = view.page(one.start), view.page(other.start)
                end = view.page(one.end), view.page(other.end)
                turned = max(abs(start[0][i] - end[0][i] - start[1][i] + end[1][i]) for i in (0, 1))
                assert turned < 30, f"{side} {bone} turns too far between two frames"


def test_a_track_leads_a_bone_from_its_place_in_the_still() -> None:
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


def test_key_frames_on_a_straight_way_are_left_out() -> None:
    path = [(t / 4, (1.0, 0.0, 0.0, 1.0, 10.0 * t, 0.0)) for t in range(5)]
    assert [share for share, _ in thinned(path)] == [0.0, 1.0]


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 450)), min_size=3, max_size=20))
def test_a_smooth_line_ends_where_it_began(points: list[tuple[int, int]]) -> None:
    """The joints are rounded one by one, and the last leads back to the first."""
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
    layers = person(camera(turn, tilt).placed(2.5, 300, 400), forward(angles), WORKS)
    drawn = "".join(Still().draw(layer.shapes) for layer in layers)
    assert "nan" not in drawn
    assert max(abs(int(n)) for n in re.findall(r"-?\d+", re.sub(r'class="[^"]*"', "", drawn))) < 5000


@pytest.mark.parametrize("slug", SLUGS)
def test_drawing_is_quick(slug: str) -> None:
    """Bounds are ten times what it takes, for a slow machine."""
    figure = all_figures()[slug]
    begun = time.process_time()
    draw_stills(figure, slug, dict.fromkeys(figure.poses, "t"))
    assert time.process_time() - begun < 0.030 * len(figure.poses)
    begun = time.process_time()
    draw_moving(figure, slug, "t")
    assert time.process_time() - begun < 0.150
