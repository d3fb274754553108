"""Two-bone inverse kinematics: how an arm or a leg bends so that its end is where it should be."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from posedraw.geometry import V3, Frame, across, along, angles_zxy, cross, length, relative, scale, sub, unit


@dataclass(frozen=True, slots=True)
class Bend:
    """The middle joint, and the hinge both bones turn about (to the person's right)."""

    middle: V3
    end: V3
    ahead: V3  # of the upper bone, at right angles to it
    overstretch: float  # how much too far the target is; the limb then points at it, straight


def bend(start: V3, target: V3, upper: float, lower: float, hint: V3, forwards: float) -> Bend:
    """`hint`: the way the middle joint should stick out; `forwards`: +1 for a knee, -1 for an elbow."""
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


def bones(start: V3, found: Bend) -> tuple[Frame, Frame]:
    """Frames of the upper and the lower bone, sharing one hinge."""
    up = unit(sub(start, found.middle))
    upper = (found.ahead, up, cross(found.ahead, up))
    low = unit(sub(found.middle, found.end), up)
    return upper, (cross(low, upper[2]), low, upper[2])


def hinge(upper: Frame, lower: Frame) -> float:
    """How far the lower bone is bent from the upper one."""
    return abs(angles_zxy(relative(lower, upper))[0])
