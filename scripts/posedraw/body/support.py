"""Support surfaces: the height at which a body rests on feet, seat, floor or back, and its heading."""

from __future__ import annotations

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, lowest_of_foot, moved
from posedraw.body.landmarks import BACK, SEAT_RADIUS
from posedraw.geometry import V3, unit
from posedraw.pose.joints import SIDES
from posedraw.pose.model import Pose
from posedraw.props.protocol import Room

SEAT_HEIGHT = sk.SHANK + sk.ANKLE_HEIGHT - SEAT_RADIUS  # of a chair on which the feet stand flat


def supported(body: Body, pose: Pose, room: Room) -> Body:
    """The body moved up or down onto the support surface of its pose; the pose's `body: {up: …}` is added to that."""
    base = body["pelvis"].start[1]
    height = {
        "feet": lambda: base - min(lowest_of_foot(body, side) for side in SIDES),
        "chair": lambda: SEAT_RADIUS + _seat_height(room),
        "floor": lambda: SEAT_RADIUS + floor_height(room),
        "back": lambda: floor_height(room) + BACK,
        "free": lambda: base,
    }[pose.support]()
    lift = pose.angles.get(("body", "up"), 0.0) if pose.support != "free" else 0.0
    return moved(body, (0.0, height - base + lift, 0.0))


def _seat_height(room: Room) -> float:
    """The height of the first seat in the room; without one, that of a chair by default."""
    heights = (placement.prop.seat_height(placement) for placement in room.values())
    return next((height for height in heights if height is not None), SEAT_HEIGHT)


def floor_height(room: Room) -> float:
    """The height of what lies on the floor, such as a mat."""
    return max((placement.prop.floor_height(placement) for placement in room.values()), default=0.0)


def heading(body: Body) -> V3:
    """The body's direction over the floor, a unit vector: where it faces, or where its feet are when it lies."""
    ahead, up, _ = body["pelvis"].frame
    flat = (ahead[0], 0.0, ahead[2])
    return unit((-up[0], 0.0, -up[2]) if lies(body) else flat, (1.0, 0.0, 0.0))


def lies(body: Body) -> bool:
    """Whether the body lies on its back or its front."""
    return abs(body["pelvis"].frame[0][1]) > 0.7
