"""Inverse kinematics of arms and legs: from the position of a hand or a foot to the joint angles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, outward
from posedraw.geometry import (
    V3,
    Frame,
    across,
    add,
    along,
    angles_zxy,
    cross,
    length,
    relative,
    scale,
    sub,
    unit,
)
from posedraw.pose.joints import JOINTS, Movement

UPRIGHT = 1e-4  # degrees of abduction from 90°, within which flexion and rotation turn about the same axis


@dataclass(frozen=True, slots=True)
class Bend:
    """The middle joint and the end of two bones that start at a fixed joint."""

    middle: V3
    end: V3
    ahead: V3  # of the upper bone, at right angles to it
    overstretch: float  # centimetres by which the target is out of reach; the straight limb then points at it


@dataclass(frozen=True, slots=True)
class LimbAngles:
    """The angles of a limb that reaches a target, in degrees."""

    ball: dict[str, float]  # of the shoulder or hip
    hinge: float  # flexion of the elbow or knee
    lower: Frame  # of the forearm, before it turns, or of the shank
    overstretch: float


def solve_arm(body: Body, side: str, target: V3, lower: float) -> LimbAngles:
    """The arm with its hand at `target`; the elbow sticks out the way it does in `body`.

    `lower` is the length from the elbow to what should be at the target: the wrist, or the knuckles.
    """
    start = body[f"{side} upper arm"]
    forearm_ahead = cross(body[f"{side} forearm"].frame[1], start.frame[2])
    elbow = scale(add(start.frame[0], forearm_ahead), -1.0)
    bend = solve_two_bones(start.start, target, sk.UPPER_ARM, lower, elbow, -1.0)
    return _angles(start.start, bend, body["chest"].frame, f"{side} shoulder")


def solve_leg(body: Body, side: str, ankle: V3) -> LimbAngles:
    """The leg with its ankle at `ankle`; the knee sticks out the way it does in `body`."""
    thigh = body[f"{side} thigh"]
    knee = add(thigh.frame[0], body[f"{side} shank"].frame[0])
    bend = solve_two_bones(thigh.start, ankle, sk.THIGH, sk.SHANK, knee, 1.0)
    return _angles(thigh.start, bend, body["pelvis"].frame, f"{side} hip")


def _angles(start: V3, bend: Bend, parent: Frame, joint: str) -> LimbAngles:
    upper, lower = bone_frames(start, bend)
    return LimbAngles(
        ball_joint_angles(relative(upper, parent), joint), hinge_angle(upper, lower), lower, bend.overstretch
    )


def solve_two_bones(start: V3, target: V3, upper: float, lower: float, hint: V3, forwards: float) -> Bend:
    """Two bones of lengths `upper` and `lower` from `start` towards `target`.

    `hint` is the direction in which the middle joint sticks out; `forwards` is +1 for a knee, -1 for an elbow.
    """
    way = sub(target, start)
    far = length(way)
    direction = unit(way, (0.0, -1.0, 0.0))
    reach, least = upper + lower, abs(upper - lower)
    near = min(max(far, least), reach)
    out = unit(across(hint, direction), unit(cross((0.0, 0.0, 1.0), direction), (1.0, 0.0, 0.0)))
    foot = (upper * upper - lower * lower + near * near) / (2 * near) if near > 1e-9 else 0.0
    height = sqrt(max(0.0, upper * upper - foot * foot))
    middle = along(along(start, direction, foot), out, height)
    end = along(start, direction, near)
    bone = unit(sub(middle, start))
    ahead = scale(unit(across(out, bone), out), forwards)
    return Bend(middle, end, ahead, max(0.0, far - reach, least - far))


def bone_frames(start: V3, bend: Bend) -> tuple[Frame, Frame]:
    """The frames of the upper and the lower bone, which share the hinge's axis."""
    up = unit(sub(start, bend.middle))
    upper = (bend.ahead, up, cross(bend.ahead, up))
    low = unit(sub(bend.middle, bend.end), up)
    return upper, (cross(low, upper[2]), low, upper[2])


def hinge_angle(upper: Frame, lower: Frame) -> float:
    """The angle between the lower bone and the straight limb, in degrees."""
    return abs(angles_zxy(relative(lower, upper))[0])


def ball_joint_angles(frame: Frame, joint: str) -> dict[str, float]:
    """The angles of a hip or shoulder whose bone has `frame`, relative to the trunk.

    Two sets of Euler angles give the same rotation: an arm abducted by 120° is also an arm swung back and turned
    over. The set within the joint's healthy range is returned, or the one nearest to it.
    """
    moves = JOINTS[joint]
    names = ("flexion", "abduction", "external rotation")
    candidates = [
        tuple(_into_range(angle, moves[name]) for name, angle in zip(names, angles, strict=True))
        for angles in _euler_sets(frame, outward(joint.split()[0]), moves["flexion"])
    ]
    nearest = min(
        candidates, key=lambda angles: sum(_excess(a, moves[name]) for name, a in zip(names, angles, strict=True))
    )
    return dict(zip(names, nearest, strict=True))


def _euler_sets(frame: Frame, sign: float, bending: Movement) -> Iterator[tuple[float, float, float]]:
    """(flexion, abduction, external rotation) of each set of angles that gives `frame`."""
    flexion, lift, turn = angles_zxy(frame)
    abduction, rotation = -sign * lift, -sign * turn
    yield flexion, abduction, rotation
    yield flexion + 180, 180 - abduction, rotation + 180
    if abs(90 - abduction) < UPRIGHT:  # only the sum of flexion and external rotation is defined
        for total in (flexion + rotation, flexion + rotation + 360):
            bent = min(max(total, bending.least), bending.most)
            yield bent, abduction, total - bent


def _into_range(angle: float, move: Movement) -> float:
    """The angle plus or minus a full turn, whichever is nearest to the joint's range."""
    return min((angle, angle + 360, angle - 360), key=lambda turned: _excess(turned, move))


def _excess(angle: float, move: Movement) -> float:
    return max(0.0, move.least - angle, angle - move.most)
