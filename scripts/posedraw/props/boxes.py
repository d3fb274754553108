"""Boxes as shapes, for furniture, and the depths of what always lies behind the person."""

from __future__ import annotations

from collections.abc import Iterable

from posedraw.props.protocol import Box
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Points, Shape
from posedraw.shapes.silhouette import hull

Roles = tuple[str, str, str]  # the colours of a box's end, top, and side towards the viewer

BEHIND, FLOOR = -500.0, -900.0  # depths: furniture behind the person, and what lies on the floor
WOOD: Roles = ("pd", "p", "p")
PALE: Roles = ("wd", "wa", "wd")


def faces(view: Camera, box: Box, roles: Roles, name: str) -> list[Shape]:
    """The sides of a box that the camera sees."""
    shapes = []
    for axis, role in enumerate(roles):
        if abs(view.near[axis]) < 0.02:
            continue
        spans = [list(box[0:2]), list(box[2:4]), list(box[4:6])]
        spans[axis] = [spans[axis][1 if view.near[axis] >= 0 else 0]]
        corners = [view.page((x, y, z)) for x in spans[0] for y in spans[1] for z in spans[2]]
        shapes.append(Shape(role, name, (hull(corners),), "straight", edge=False))
    return shapes


def sticks(view: Camera, boxes: Iterable[Box], role: str, name: str) -> Shape:
    """Thin boxes in one colour, as one shape."""
    return Shape(role, name, tuple(_outline(view, box) for box in boxes), "straight", edge=False)


def _outline(view: Camera, box: Box) -> Points:
    return hull([view.page((x, y, z)) for x in box[:2] for y in box[2:4] for z in box[4:]])
