"""A bed with its head end towards the person, so that a band can be tied to its leg."""

from __future__ import annotations

from posedraw.body.kinematics import Body
from posedraw.geometry import V3
from posedraw.props.boxes import BEHIND, PALE, WOOD, Roles, faces
from posedraw.props.protocol import Box, Length, Placement, Prop, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Shape

WIDTH = 84.0
KNOT_HEIGHT = 12.0  # where a band is tied to the leg


class Bed(Prop):
    """`ahead` and `right`: the outer corner of its near leg."""

    name = "bed"
    settings = (Length("ahead", 150.0), Length("right", 0.0))

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        """Headboard with its legs, mattress, a pillow, and a blanket that is turned back."""
        bed = room[self.name]
        x, z = bed.numbers["ahead"], bed.numbers["right"]
        far = z - WIDTH
        far_leg, headboard, near_leg, _ = self.solids(bed)
        shapes = (
            *_long(view, (x + 5, x + 200, 24.0, 34.0, far, z), WOOD),
            *_long(view, (x + 5, x + 200, 34.0, 52.0, far, z - 1), PALE),
            *faces(view, far_leg, WOOD, "bed"), *faces(view, headboard, ("pd", "p", "p"), "bed"),
            _pillow(view, x + 7, 56.0, z),
            *_long(view, (x + 46, x + 201, 28.0, 55.0, far, z), ("", "cf", "c")),
            *_long(view, (x + 42, x + 50, 30.0, 55.6, far, z + 0.4), ("", "fr", "fr")),
            *faces(view, near_leg, ("pd", "p", "p"), "bed"),
        )  # fmt: skip
        return [Layer("bed", BEHIND, shapes)]

    def extent(self, placement: Placement) -> tuple[V3, ...]:
        return ((placement.numbers["ahead"] + 66, 52, 0),)

    def solids(self, placement: Placement) -> tuple[Box, Box, Box, Box]:
        """The far leg, the headboard, the near leg, and all that lies behind them."""
        x, z = placement.numbers["ahead"], placement.numbers["right"]
        far = z - WIDTH
        return (
            (x, x + 5, 0.0, 88.0, far, far + 5), (x, x + 5, 40.0, 80.0, far, z), (x, x + 5, 0.0, 88.0, z - 5, z),
            (x + 5, x + 200, 24.0, 55.0, far, z),
        )  # fmt: skip

    def tie_point(self, placement: Placement) -> V3:
        """The middle of the near leg."""
        return (placement.numbers["ahead"] + 2.5, KNOT_HEIGHT, placement.numbers["right"] - 2.5)


def _long(view: Camera, box: Box, roles: Roles) -> list[Shape]:
    """A box whose end is out of sight."""
    return faces(view, box, roles, "bed")[-2:]


def _pillow(view: Camera, x: float, y: float, z: float) -> Shape:
    """Its outline, leaning against the headboard."""
    spots = ((0, -4), (38, -4), (41, 3), (34, 9), (6, 14), (0, 8))
    points = tuple(view.page((x + a, y + b, z - 22)) for a, b in spots)
    return Shape("fr", "bed", (points,))
