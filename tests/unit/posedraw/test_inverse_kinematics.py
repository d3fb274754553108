"""Inverse kinematics: bones keep their length, targets are reached, and healthy angles come back."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from posedraw import read_figure
from posedraw.body import skeleton as sk
from posedraw.body.inverse_kinematics import bone_frames, hinge_angle, solve_arm, solve_leg, solve_two_bones
from posedraw.body.kinematics import Body, forward
from posedraw.geometry import V3, compose, distance, frame_of, relative, unit
from posedraw.pose.joints import JOINTS, SIDES
from posedraw.scene.timeline import scenes

from tests.unit.posedraw.figures import healthy_angles

near = st.floats(-90, 90)
points = st.tuples(near, near, near)


@given(points, points)
def test_bones_keep_their_length_wherever_the_target_is(target: V3, hint: V3) -> None:
    found = solve_two_bones((0.0, 0.0, 0.0), target, 40.0, 42.0, hint, 1.0)
    assert math.isclose(distance((0.0, 0.0, 0.0), found.middle), 40, abs_tol=1e-6)
    assert math.isclose(distance(found.middle, found.end), 42, abs_tol=1e-6)


@given(points)
def test_a_target_within_reach_is_reached(target: V3) -> None:
    found = solve_two_bones((0.0, 0.0, 0.0), target, 40.0, 42.0, (1.0, 0.0, 0.0), 1.0)
    far = distance((0.0, 0.0, 0.0), target)
    if 2.001 < far < 81.999:
        assert distance(found.end, target) < 1e-6
        assert found.overstretch == 0
    if far > 82:
        assert math.isclose(found.overstretch, far - 82, abs_tol=1e-6)


def test_a_knee_sticks_out_ahead_and_an_elbow_behind() -> None:
    knee = solve_two_bones((0.0, 80.0, 0.0), (0.0, 10.0, 0.0), 40.0, 40.0, (1.0, 0.0, 0.0), 1.0)
    assert knee.middle[0] > 10
    upper, lower = bone_frames((0.0, 80.0, 0.0), knee)
    assert 50 < hinge_angle(upper, lower) < 70
    elbow = solve_two_bones((0.0, 80.0, 0.0), (30.0, 60.0, 0.0), 31.0, 25.0, (-1.0, -1.0, 0.0), -1.0)
    assert elbow.middle[1] < 70


@given(points, points)
def test_a_relative_frame_composes_back_to_the_frame(a: V3, b: V3) -> None:
    one, other = frame_of((1.0, 0.2, 0.1), unit(a)), frame_of((0.3, 1.0, 0.0), unit(b))
    again = compose(other, relative(one, other))
    assert all(distance(x, y) < 1e-6 for x, y in zip(one, again, strict=True))


def check_range(joint: str, angles: dict[str, float]) -> None:
    for move, value in angles.items():
        bounds = JOINTS[joint][move]
        assert bounds.least - 0.01 <= value <= bounds.most + 0.01, f"{joint} {move} {value:.2f}"


def solved(body: Body, joint: str, hinge: str, ball: dict[str, float], flexion: float) -> Body:
    check_range(joint, ball)
    check_range(hinge, {"flexion": flexion})
    angles = {**body.angles, **{(joint, move): value for move, value in ball.items()}, (hinge, "flexion"): flexion}
    return forward(angles)


@pytest.mark.parametrize("end", ["forearm", "palm"])
@pytest.mark.parametrize("side", SIDES)
@settings(max_examples=200, deadline=None)
@given(st.data())
def test_an_arm_comes_back_from_the_place_of_its_hand(side: str, end: str, data: st.DataObject) -> None:
    body = forward(data.draw(healthy_angles("spine", f"{side} shoulder", f"{side} elbow")))
    target = body[f"{side} {end}"].end
    found = solve_arm(body, side, target, sk.FOREARM + (sk.PALM if end == "palm" else 0.0))
    again = solved(body, f"{side} shoulder", f"{side} elbow", found.ball, found.hinge)
    assert distance(again[f"{side} {end}"].end, target) < 1e-3
    assert distance(again[f"{side} forearm"].start, body[f"{side} forearm"].start) < 1e-3


@pytest.mark.parametrize("side", SIDES)
@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_leg_comes_back_from_the_place_of_its_ankle(side: str, data: st.DataObject) -> None:
    body = forward(data.draw(healthy_angles("body", f"{side} hip", f"{side} knee")))
    target = body[f"{side} foot"].start
    found = solve_leg(body, side, target)
    again = solved(body, f"{side} hip", f"{side} knee", found.ball, found.hinge)
    assert distance(again[f"{side} foot"].start, target) < 1e-3


@pytest.mark.parametrize("flexion", [-50.0, 0.0, 90.0, 170.0])
@pytest.mark.parametrize("rotation", [-60.0, 0.0, 80.0])
@pytest.mark.parametrize("side", SIDES)
def test_an_arm_straight_out_to_the_side_keeps_to_its_ranges(side: str, flexion: float, rotation: float) -> None:
    """At 90° of abduction flexion and rotation turn about the same axis, so that only their sum is defined."""
    shoulder, elbow = f"{side} shoulder", f"{side} elbow"
    body = forward({
        (shoulder, "flexion"): flexion, (shoulder, "abduction"): 90.0, (shoulder, "external rotation"): rotation,
        (elbow, "flexion"): 60.0,
    })  # fmt: skip
    target = body[f"{side} forearm"].end
    found = solve_arm(body, side, target, sk.FOREARM)
    again = solved(body, shoulder, elbow, found.ball, found.hinge)
    assert distance(again[f"{side} forearm"].end, target) < 1e-3


def test_a_hand_can_be_laid_behind_the_head() -> None:
    pose = {
        "base": "standing",
        "both shoulders": {"abduction": "120", "external rotation": "60"},
        "both elbows": {"flexion": "120"},
        "contacts": {"right hand": "back of the head", "left hand": "back of the head"},
    }
    figure = read_figure({"poses": {"start": pose}, "describe": "A person holds both hands behind the head."})
    angles = scenes(figure)["start"].body.angles
    for side in SIDES:
        assert 90 < angles[f"{side} shoulder", "abduction"] <= 180
