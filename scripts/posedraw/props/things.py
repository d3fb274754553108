"""The things of a room as layers: what stands, what rolls, and what a foot holds or pulls."""

from __future__ import annotations

from math import degrees

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, Bone, outward
from posedraw.geometry import WORLD, about_right, along, at
from posedraw.pose.joints import SIDES
from posedraw.props import furniture, straps
from posedraw.props.placing import BALL, Placing, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Shape

PENCIL = 0.6  # half its thickness
LENGTH = (8.6, 11.6)  # of the pencil, to either side of the middle toe

SEAMS = (  # of the ball, as lines on the side that is seen
    ((-2.9, 1.5, 0.0), (-1.0, 0.9, 0.0), (0.4, -0.6, 0.0), (0.9, -3.1, 0.0)),
    ((1.0, 3.1, 0.0), (1.7, 1.7, 0.0), (3.2, 0.9, 0.0)),
)

STANDING = {
    "chair": furniture.chair, "mat": furniture.mat, "wall": furniture.wall, "worktop": furniture.worktop,
    "bed": furniture.bed,
}  # fmt: skip


def things(view: Camera, room: Room, body: Body) -> list[Layer]:
    layers: list[Layer] = []
    for name, where in room.items():
        if name in STANDING:
            layers += STANDING[name](view, where, body)
        elif name == "tennis ball":
            layers += _ball(view, where)
        elif name == "pencil":
            layers += _pencil(view, body, where.words["under"])
        elif name == "towel":
            layers += straps.towel(view, where, body)
        else:
            layers += straps.band(view, where, body, room)
    return layers


def thing_bones(room: Room, body: Body) -> dict[str, Bone]:
    """What carries each moving prop."""
    bones: dict[str, Bone] = {}
    if "tennis ball" in room:
        bones["tennis ball"] = ball = ball_bone(room["tennis ball"])
        bones["tennis ball shadow"] = Bone((ball.start[0], 0.0, ball.start[2]), ball.start, WORLD)
    if "pencil" in room:
        bones["pencil"] = pencil_bone(body, room["pencil"].words["under"])
    if "towel" in room:
        for hand in SIDES:
            bones[f"towel {hand}"] = straps.towel_bone(body, room["towel"].words["round"], hand)
            fist = straps.grip(body, hand)
            bones[f"towel tail {hand}"] = Bone(fist, fist, WORLD)
    if "resistance band" in room:
        for edge in SIDES:
            side = room["resistance band"].words["round"]
            bones[f"band {edge}"] = straps.band_bone(body, side, edge, room)
    return bones


def ball_bone(where: Placing) -> Bone:
    """A tennis ball, rolled as far as it has come."""
    x = where.numbers["ahead"]
    centre = (x, BALL, where.numbers["right"])
    return Bone(centre, centre, about_right(-degrees((x - 48.0) / BALL)))


def pencil_bone(body: Body, side: str) -> Bone:
    """Under the crease of the toes, across the foot."""
    toes = body[f"{side} toes"]
    centre = at(toes.start, toes.frame, (sk.TOE_FIRST * 0.92, -sk.TOE_RADIUS - PENCIL - 0.1, 0.0))
    return Bone(centre, along(centre, toes.frame[2], LENGTH[1]), toes.frame)


def _ball(view: Camera, where: Placing) -> list[Layer]:
    bone = ball_bone(where)
    r = BALL * view.scale
    seams = tuple(tuple(view.page(at(bone.start, bone.frame, v)) for v in line) for line in SEAMS)
    x, _, z = bone.start
    spot, edge = view.page((x, 0.0, z)), abs(view.flat((0.0, 0.0, 1.0))[1])
    shadow = Shape("d", "tennis ball shadow", ((spot, (r * 1.2, max(r * 0.16, edge * BALL))),), "round", edge=False)
    shapes = (
        Shape("b", "tennis ball", ((view.page(bone.start), (r, r)),), "round"),
        Shape("sm", "tennis ball", seams, "open", 0.55 * view.scale),
    )
    span = (along(bone.start, view.near, -1.0), bone.start, BALL)
    return [
        Layer("shadow", furniture.FLOOR + 1, (shadow,)),
        Layer("tennis ball", view.depth(bone.start) - 1, shapes, (span,)),
    ]


def _pencil(view: Camera, body: Body, side: str) -> list[Layer]:
    """A painted stick with a sharpened point on the outer side and a rubber on the inner."""
    bone, out = pencil_bone(body, side), outward(side)

    def spot(share: float) -> tuple[float, float]:
        """Along the pencil, -1 the rubber's end, 1 the point."""
        return view.page(along(bone.start, bone.frame[2], share * out * LENGTH[share > 0]))

    width = 2 * PENCIL * view.scale
    parts = (
        ("line", -1.0, 0.75, width + 2.4), ("rubber", -1.0, -0.86, width), ("p", 0.7, 0.93, width * 0.75),
        ("ink", 0.93, 1.0, width * 0.4), ("pc", -0.86, 0.74, width),
    )  # fmt: skip
    shapes = tuple(Shape(role, "pencil", ((spot(a), spot(b)),), "line", w) for role, a, b, w in parts)
    if abs(view.depth(bone.frame[2])) > 0.93:  # seen end-on
        r = max(width * 0.75, 4)
        shapes = (Shape("pc", "pencil", ((view.page(bone.start), (r, r)),), "round"),)
    return [Layer("pencil", furniture.FLOOR + 2, shapes)]  # the toes close over it
