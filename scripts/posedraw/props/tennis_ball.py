"""A tennis ball that rolls on the floor."""

from __future__ import annotations

from collections.abc import Mapping
from math import degrees

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, Bone
from posedraw.geometry import V3, WORLD, Frame, about_right, along, at, sub, turned
from posedraw.props.boxes import FLOOR
from posedraw.props.protocol import Length, Placement, Prop, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Shape

RADIUS = 3.35
UNROLLED = 48.0  # where it lies with its seams as they are in SEAMS

SEAMS = (  # lines on the side towards the viewer
    ((-2.9, 1.5, 0.0), (-1.0, 0.9, 0.0), (0.4, -0.6, 0.0), (0.9, -3.1, 0.0)),
    ((1.0, 3.1, 0.0), (1.7, 1.7, 0.0), (3.2, 0.9, 0.0)),
)
HEEL = -3.4  # of the sole, ahead of the ankle: where `along` is 0


class TennisBall(Prop):
    """`ahead` and `right`: its middle. It turns as far as it has rolled."""

    name = "tennis ball"
    settings = (Length("ahead", UNROLLED), Length("right", sk.HIP_HALF))
    touched_by = ("foot",)

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        bone = _bone(room[self.name])
        r = RADIUS * view.scale
        seams = tuple(tuple(view.page(at(bone.start, bone.frame, v)) for v in line) for line in SEAMS)
        x, _, z = bone.start
        spot, edge = view.page((x, 0.0, z)), abs(view.flat((0.0, 0.0, 1.0))[1])
        shadow = Shape(
            "d", f"{self.name} shadow", ((spot, (r * 1.2, max(r * 0.16, edge * RADIUS))),), "round", edge=False
        )
        shapes = (
            Shape("b", self.name, ((view.page(bone.start), (r, r)),), "round"),
            Shape("sm", self.name, seams, "open", 0.55 * view.scale),
        )
        span = (along(bone.start, view.near, -1.0), bone.start, RADIUS)
        return [
            Layer("shadow", FLOOR + 1, (shadow,)),
            Layer(self.name, view.depth(bone.start) - 1, shapes, (span,)),
        ]

    def bones(self, room: Room, body: Body) -> dict[str, Bone]:
        ball = _bone(room[self.name])
        shadow = Bone((ball.start[0], 0.0, ball.start[2]), ball.start, WORLD)
        return {self.name: ball, f"{self.name} shadow": shadow}

    def ankle_on(self, placement: Placement, place: Mapping[str, float], frame: Frame) -> V3:
        touch = along(centre(placement), frame[1], RADIUS)
        under = HEEL + place.get("along", 0.5) * (sk.BALL_AHEAD - HEEL)
        return sub(touch, turned(frame, (under, -sk.ANKLE_HEIGHT, 0.0)))


def centre(placement: Placement) -> V3:
    """The middle of the ball."""
    return (placement.numbers["ahead"], RADIUS, placement.numbers["right"])


def _bone(placement: Placement) -> Bone:
    middle = centre(placement)
    return Bone(middle, middle, about_right(-degrees((middle[0] - UNROLLED) / RADIUS)))
