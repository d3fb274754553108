"""A chair: seat, four legs, and a back."""

from __future__ import annotations

from collections.abc import Mapping

from posedraw.body.kinematics import Body
from posedraw.body.support import SEAT_HEIGHT, heading
from posedraw.geometry import V3
from posedraw.props.boxes import BEHIND, WOOD, faces, sticks
from posedraw.props.protocol import Box, Length, Placement, Prop, Room, Surface
from posedraw.props.surfaces import UP, aside
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer


class Chair(Prop):
    """`ahead`: the middle of the seat; `height`: its top."""

    name = "chair"
    settings = (Length("ahead", 0.0), Length("height", SEAT_HEIGHT))
    touched_by = ("hand",)

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        chair = room[self.name]
        h, x = chair.numbers["height"], chair.numbers["ahead"]
        seat, panel = self.solids(chair)
        legs = [(x + a, x + a + 3, 0.0, h - 3, z, z + 3) for z in (-19.0, 16.0) for a in (-20.0, 15.0)]
        posts = [(x - 22, x - 19.5, h, h + 40, z, z + 3) for z in (-19.0, 16.0)]
        shapes = (
            sticks(view, (*legs[:2], posts[0]), "p", "chair"), sticks(view, (panel,), "pd", "chair"),
            sticks(view, (posts[1], *legs[2:]), "p", "chair"), *faces(view, seat, WOOD, "chair"),
        )  # fmt: skip
        return [Layer("chair", BEHIND, shapes)]

    def extent(self, placement: Placement) -> tuple[V3, ...]:
        x, h = placement.numbers["ahead"], placement.numbers["height"]
        return (x - 22, h + 42, -20), (x - 22, 0, 20)

    def solids(self, placement: Placement) -> tuple[Box, Box]:
        """The seat, and the panel of the back."""
        h, x = placement.numbers["height"], placement.numbers["ahead"]
        return (x - 22, x + 19, h - 3.5, h, -20.0, 20.0), (x - 22, x - 20, h + 20, h + 42, -19.0, 19.0)

    def seat_height(self, placement: Placement) -> float:
        return placement.numbers["height"]

    def palm_surface(self, placement: Placement, place: Mapping[str, float], side: str, body: Body) -> Surface:
        point = (place.get("ahead", 0.0), placement.numbers["height"], aside(place, side))
        return Surface(point, UP, heading(body))
