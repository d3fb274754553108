"""A mat on the floor."""

from __future__ import annotations

from posedraw.body.kinematics import Body
from posedraw.geometry import V3
from posedraw.props.boxes import FLOOR, faces
from posedraw.props.protocol import Length, Placement, Prop, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer

THICKNESS = 1.2
HALF_WIDTH = 30.0


class Mat(Prop):
    """`from` and `to`: its ends, ahead of the hips."""

    name = "mat"
    settings = (Length("from", -85.0), Length("to", 100.0))

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        ends = room[self.name].numbers
        box = (ends["from"], ends["to"], 0.0, THICKNESS, -HALF_WIDTH, HALF_WIDTH)
        return [Layer("mat", FLOOR, tuple(faces(view, box, ("cd", "c", "cd"), "mat")))]

    def extent(self, placement: Placement) -> tuple[V3, ...]:
        ends = placement.numbers
        return tuple((ends[k], 0.0, z) for k in ("from", "to") for z in (-HALF_WIDTH, HALF_WIDTH))

    def floor_height(self, placement: Placement) -> float:
        return THICKNESS
