"""A wall ahead of the person, across the way they face."""

from __future__ import annotations

from collections.abc import Mapping

from posedraw.body.kinematics import Body
from posedraw.geometry import V3
from posedraw.props.boxes import BEHIND, faces
from posedraw.props.protocol import Box, Length, Placement, Prop, Room, Surface
from posedraw.props.surfaces import UP, aside
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer

FAR_END, NEAR_END = -85.0, 42.0  # how far it reaches to the left and to the right
SKIRTING = 11.0
SHOWN_HEIGHT = 172.0  # what a drawing must show of it


class Wall(Prop):
    """`ahead`: its face."""

    name = "wall"
    settings = (Length("ahead", 62.0),)
    touched_by = ("hand",)

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        """Its face, its near end, and a skirting board along its foot."""
        wall = room[self.name]
        x = wall.numbers["ahead"]
        board = (x - 1.2, x, 0.0, SKIRTING, FAR_END, NEAR_END + 0.2)
        shapes = (
            *faces(view, self.solids(wall)[0], ("wa", "wd", "pd"), "wall"),
            *faces(view, board, ("p", "p", "p"), "wall"),
        )
        return [Layer("wall", BEHIND, shapes)]

    def extent(self, placement: Placement) -> tuple[V3, ...]:
        x = placement.numbers["ahead"]
        return tuple((x + 12, y, NEAR_END) for y in (0.0, SHOWN_HEIGHT))

    def solids(self, placement: Placement) -> tuple[Box, ...]:
        x = placement.numbers["ahead"]
        return ((x, x + 12, 0.0, 260.0, FAR_END, NEAR_END),)

    def floor_end(self, placement: Placement) -> V3:
        """Its far corner."""
        return (placement.numbers["ahead"], 0.0, FAR_END)

    def palm_surface(self, placement: Placement, place: Mapping[str, float], side: str, body: Body) -> Surface:
        point = (placement.numbers["ahead"], place.get("up", 125.0), aside(place, side))
        return Surface(point, (-1.0, 0.0, 0.0), UP)
