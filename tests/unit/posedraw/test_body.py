"""A body keeps its lengths, its joints stay in their ranges and its contacts touch, in every pose and moment."""

import math

import pytest
from hypothesis import given, settings
from posedraw.body import skeleton as sk
from posedraw.body.kinematics import forward, lowest_of_foot
from posedraw.body.landmarks import LANDMARKS
from posedraw.pose.bases import BASES
from posedraw.pose.joints import SIDES
from posedraw.pose.model import Figure
from posedraw.pose.pose_reader import base_pose
from posedraw.scene.resolve import resolve

from tests.support.figures import (
    check_connected,
    check_contacts,
    check_floor,
    check_furniture,
    check_lengths,
    check_ranges,
    scenes_of,
)
from tests.unit.posedraw.figures import ANGLES, FIGURES

each_figure = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)


@each_figure
def test_bones_keep_their_lengths_and_stay_connected(figure: Figure) -> None:
    for scene in scenes_of(figure).values():
        check_lengths(scene.body)
        check_connected(scene.body)


@each_figure
def test_every_joint_stays_within_its_healthy_range(figure: Figure) -> None:
    check_ranges(figure)


@each_figure
def test_every_contact_touches_within_a_hundredth_of_the_height(figure: Figure) -> None:
    check_contacts(figure)


@each_figure
def test_no_foot_and_no_back_goes_through_the_floor(figure: Figure) -> None:
    check_floor(figure)


@each_figure
def test_no_limb_goes_through_furniture(figure: Figure) -> None:
    check_furniture(figure)


def test_a_mirrored_pose_exchanges_the_sides_of_body_and_props() -> None:
    poses = scenes_of(FIGURES["cork-roll"])
    pose, other = poses["middle"], poses["other foot"]
    assert other.room["tennis ball"].numbers["right"] == -pose.room["tennis ball"].numbers["right"]
    for place in ("toes", "knee", "hand"):
        x, y, z = LANDMARKS[f"right {place}"](pose.body)
        assert LANDMARKS[f"left {place}"](other.body) == pytest.approx((x, y, -z))
    assert scenes_of(FIGURES["scarf-lift"])["other leg"].room["towel"].words["round"] == "left"


def test_plantarflexion_with_extended_toes_lifts_the_heels_and_keeps_the_toes_down() -> None:
    poses = scenes_of(FIGURES["slow-tiptoe"])
    down, up = (LANDMARKS["right heel"](poses[name].body)[1] for name in ("start", "up"))
    assert down < 0.5
    assert up > 6
    assert lowest_of_foot(poses["up"].body, "right") == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("name", list(BASES))
def test_a_base_pose_stands_on_or_above_the_floor(name: str) -> None:
    scene = resolve(base_pose(name), {})
    check_lengths(scene.body)
    assert min(lowest_of_foot(scene.body, side) for side in SIDES) > -sk.TOUCH


@settings(max_examples=60, deadline=None)
@given(ANGLES)
def test_any_healthy_pose_is_a_connected_body(angles: dict[tuple[str, str], float]) -> None:
    body = forward(angles)
    check_lengths(body)
    check_connected(body)
    assert all(math.isfinite(v) for bone in body.bones.values() for v in (*bone.start, *bone.end))
