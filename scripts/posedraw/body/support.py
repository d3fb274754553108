"""What carries the body: how high it is held, and which way it goes over the floor."""

from __future__ import annotations

from posedraw.body.kinematics import Body, lowest_of_foot, moved
from posedraw.body.landmarks import BACK, SEAT_RADIUS
from posedraw.geometry import V3, unit
from posedraw.pose.joints import SIDES
from posedraw.pose.model import Pose
from posedraw.props.placing import MAT, SEAT_HEIGHT, Room


def supported(body: Body, pose: Pose, room: Room) -> Body:
    """The body put where its pose says it rests; `up` and `down` of the body are from there."""
    base = body["pelvis"].start[1]
    height = {
        "feet": lambda: base - min(lowest_of_foot(body, side) for side in SIDES),
        "chair": lambda: SEAT_RADIUS + (room["chair"].numbers["height"] if "chair" in room else SEAT_HEIGHT),
        "floor": lambda: SEAT_RADIUS + floor_height(room),
        "back": lambda: floor_height(room) + BACK,
        "free": lambda: base,
    }[pose.support]()
    lift = pose.angles.get(("body", "up"), 0.0) if pose.support != "free" else 0.0
    return moved(body, (0.0, height - base + lift, 0.0))


def floor_height(room: Room) -> float:
    return MAT if "mat" in room else 0.0


def heading(body: Body) -> V3:
    """Which way over the floor the body goes: where it faces, or where its feet are when it lies."""
    ahead, up, _ = body["pelvis"].frame
    flat = (ahead[0], 0.0, ahead[2])
    return unit((-up[0], 0.0, -up[2]) if lies(body) else flat, (1.0, 0.0, 0.0))


def lies(body: Body) -> bool:
    """On the back, or on the front."""
    return abs(body["pelvis"].frame[0][1]) > 0.7
