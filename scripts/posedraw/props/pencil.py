"""A pencil under the toes of one foot, across it."""

from __future__ import annotations

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, Bone, outward
from posedraw.geometry import along, at
from posedraw.pose.joints import SIDES
from posedraw.props.boxes import FLOOR
from posedraw.props.protocol import Choice, Prop, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Shape

RADIUS = 0.6
REACH = (8.6, 11.6)  # from the middle toe to the rubber's end and to the point
END_ON = 0.93  # of 1: above this the camera looks along the pencil


class Pencil(Prop):
    """`under`: the foot whose toes it lies under."""

    name = "pencil"
    settings = (Choice("under", SIDES),)

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        """A painted stick, sharpened on the outer side of the foot, with a rubber on the inner."""
        side = room[self.name].words["under"]
        bone, out = _bone(body, side), outward(side)

        def spot(share: float) -> tuple[float, float]:
            """A point along the pencil: -1 the rubber's end, 1 the point."""
            return view.page(along(bone.start, bone.frame[2], share * out * REACH[share > 0]))

        width = 2 * RADIUS * view.scale
        parts = (
            ("line", -1.0, 0.75, width + 2.4), ("rubber", -1.0, -0.86, width), ("p", 0.7, 0.93, width * 0.75),
            ("ink", 0.93, 1.0, width * 0.4), ("pc", -0.86, 0.74, width),
        )  # fmt: skip
        shapes = tuple(Shape(role, self.name, ((spot(a), spot(b)),), "line", w) for role, a, b, w in parts)
        if abs(view.depth(bone.frame[2])) > END_ON:
            r = max(width * 0.75, 4)
            shapes = (Shape("pc", self.name, ((view.page(bone.start), (r, r)),), "round"),)
        return [Layer(self.name, FLOOR + 2, shapes)]  # behind the toes, which close over it

    def bones(self, room: Room, body: Body) -> dict[str, Bone]:
        return {self.name: _bone(body, room[self.name].words["under"])}


def _bone(body: Body, side: str) -> Bone:
    """Under the crease of the toes, across the foot."""
    toes = body[f"{side} toes"]
    middle = at(toes.start, toes.frame, (sk.TOE_FIRST * 0.92, -sk.TOE_RADIUS - RADIUS - 0.1, 0.0))
    return Bone(middle, along(middle, toes.frame[2], REACH[1]), toes.frame, rod=True)
