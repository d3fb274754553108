"""A worktop on a cupboard: ahead of the person, or beside and parallel to them."""

from __future__ import annotations

from collections.abc import Mapping

from posedraw.body.kinematics import Body, outward
from posedraw.body.support import heading
from posedraw.geometry import V3
from posedraw.props.boxes import BEHIND, PALE, faces
from posedraw.props.protocol import Box, Choice, Length, Placement, Prop, Room, Surface
from posedraw.props.surfaces import UP, aside
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer

BESIDE = 28.0  # from the middle of the body to the edge of a worktop beside it


class Worktop(Prop):
    """`ahead`: its edge, unless it is beside the person; `height`: its top; `along`: the side it is on."""

    name = "worktop"
    settings = (Length("ahead", 38.0), Length("height", 94.0), Choice("along", ("front", "left", "right")))
    touched_by = ("hand",)

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        worktop = room[self.name]
        cupboard, top = self.solids(worktop)
        high, near = top[2] - 8, cupboard[5] + 0.1
        if _in_front(worktop):
            doors = [(cupboard[0] + 6, cupboard[1] - 6, 10.0, high, cupboard[4], near)]
        else:
            doors = [(x, x + 62, 10.0, high, cupboard[4], near) for x in (-196.0, -129.0, -62.0, 5.0, 72.0, 139.0)]
        shapes = (
            *faces(view, cupboard, PALE, "worktop"),
            *(faces(view, door, ("wa", "wa", "wa"), "worktop")[-1] for door in doors),
            *faces(view, top, ("pd", "p", "pd"), "worktop"),
        )
        return [Layer("worktop", BEHIND, shapes)]

    def extent(self, placement: Placement) -> tuple[V3, ...]:
        return ((placement.numbers["ahead"] + 34, 0, 0),) if _in_front(placement) else ()

    def solids(self, placement: Placement) -> tuple[Box, Box]:
        """The cupboard and the top; one beside the body runs on past both edges of the drawing."""
        h, x = placement.numbers["height"], placement.numbers["ahead"]
        if _in_front(placement):
            return (x + 4, x + 44, 0.0, h - 4, -30.0, 22.0), (x, x + 46, h - 4, h, -32.0, 25.0)
        far, near = sorted(outward(placement.words["along"]) * z for z in (BESIDE, BESIDE + 45))
        return (-200.0, 200.0, 0.0, h - 4, far, near - 3), (-200.0, 200.0, h - 4, h, far, near)

    def hides_floor_line(self, placement: Placement) -> bool:
        return not _in_front(placement)

    def palm_surface(self, placement: Placement, place: Mapping[str, float], side: str, body: Body) -> Surface:
        ahead, height = place.get("ahead", 8.0), placement.numbers["height"]
        if _in_front(placement):
            point = (placement.numbers["ahead"] + ahead, height, aside(place, side))
        else:
            point = (ahead, height, aside(place, side, BESIDE + 6.0))
        return Surface(point, UP, heading(body))


def _in_front(placement: Placement) -> bool:
    return placement.words["along"] == "front"
