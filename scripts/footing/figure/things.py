"""The shapes of the props: solid things as boxes in the room, soft things between what holds them."""

from collections.abc import Callable, Iterable
from math import degrees

from . import skeleton as sk
from .camera import Camera
from .joints import SIDES
from .kinematics import Body, Bone, outward
from .outline import hull
from .props import BALL, BESIDE, MAT, Placing, Room
from .shapes import Layer, Points, Shape
from .space import V3, WORLD, about_right, add, along, at, mix, sub, unit

Box = tuple[float, float, float, float, float, float]  # from and to along x, y, z

BEHIND, FLOOR = -500.0, -900.0
PENCIL = 0.5  # half its thickness
STRAP = 5.2  # from the middle of the foot to where a strap leaves its edge


def _faces(view: Camera, box: Box, roles: tuple[str, str, str], name: str) -> list[Shape]:
    """The sides of a box that the camera sees: end, top, and the side towards the viewer."""
    x0, x1, y0, y1, z0, z1 = box
    shapes = []
    for axis, role in ((0, roles[0]), (1, roles[1]), (2, roles[2])):
        faces_us = view.near[axis] >= 0
        if abs(view.near[axis]) < 0.02:
            continue
        spans = [[x0, x1], [y0, y1], [z0, z1]]
        spans[axis] = [spans[axis][1 if faces_us else 0]]
        corners = [view.page((x, y, z)) for x in spans[0] for y in spans[1] for z in spans[2]]
        shapes.append(Shape(role, name, (hull(corners),), "straight", edge=False))
    return shapes


def _whole(view: Camera, box: Box) -> Points:
    """A thin box in one colour."""
    return hull([view.page((x, y, z)) for x in box[:2] for y in box[2:4] for z in box[4:]])


def _boxes(view: Camera, boxes: Iterable[Box], roles: tuple[str, str, str], name: str, depth: float) -> Layer:
    shapes = [s for box in boxes for s in _faces(view, box, roles, name)]
    return Layer(name, depth, tuple(shapes))


WOOD = ("pd", "p", "p")


def _chair(view: Camera, where: Placing, body: Body) -> list[Layer]:
    h, x = where.numbers["height"], where.numbers["ahead"]
    legs = [(x + a, x + a + 3, 0.0, h - 3, z, z + 3) for z in (-19.0, 16.0) for a in (-20.0, 15.0)]
    posts = [(x - 22, x - 19.5, h, h + 40, z, z + 3) for z in (-19.0, 16.0)]
    panel = (x - 22, x - 20, h + 20, h + 42, -19.0, 19.0)
    seat = (x - 22, x + 19, h - 3.5, h, -20.0, 20.0)
    sticks = Shape(
        "p", "chair", tuple(_whole(view, box) for box in (*legs[:2], posts[0])), "straight", edge=False
    )
    front = Shape(
        "p", "chair", tuple(_whole(view, box) for box in (posts[1], *legs[2:])), "straight", edge=False
    )
    back = Shape("pd", "chair", (_whole(view, panel),), "straight", edge=False)
    shapes = (sticks, back, front, *_faces(view, seat, WOOD, "chair"))
    return [Layer("chair", BEHIND, shapes)]


def _mat(view: Camera, where: Placing, body: Body) -> list[Layer]:
    box = (where.numbers["from"], where.numbers["to"], 0.0, MAT, -30.0, 30.0)
    return [_boxes(view, [box], ("c", "c", "c"), "mat", FLOOR)]


def _wall(view: Camera, where: Placing, body: Body) -> list[Layer]:
    x = where.numbers["ahead"]
    return [_boxes(view, [(x, x + 9, 0.0, 260.0, -34.0, 34.0)], ("wd", "wd", "wa"), "wall", BEHIND)]


def _worktop(view: Camera, where: Placing, body: Body) -> list[Layer]:
    h, along_side = where.numbers["height"], where.words["along"]
    if along_side == "front":
        x = where.numbers["ahead"]
        cupboard, door = (x + 4, x + 44, 0.0, h - 4, -30.0, 22.0), (x + 10, x + 38, 10.0, h - 12, -30.0, 22.1)
        doors, top = [door], (x, x + 46, h - 4, h, -32.0, 25.0)
    else:  # it runs on out of the picture
        far, near = sorted(outward(along_side) * z for z in (BESIDE, BESIDE + 45))
        cupboard, top = (-200.0, 200.0, 0.0, h - 4, far, near - 3), (-200.0, 200.0, h - 4, h, far, near)
        doors = [
            (x, x + 62, 10.0, h - 12, far, near - 2.9) for x in (-196.0, -129.0, -62.0, 5.0, 72.0, 139.0)
        ]
    panels = [_faces(view, door, ("wa", "wa", "wa"), "worktop")[-1] for door in doors]
    shapes = (
        _faces(view, cupboard, ("wd", "wa", "wd"), "worktop") + panels + _faces(view, top, WOOD, "worktop")
    )
    return [Layer("worktop", BEHIND, tuple(shapes))]


def _bed(view: Camera, where: Placing, body: Body) -> list[Layer]:
    x, z = where.numbers["ahead"], where.numbers["right"]
    leg = (x, x + 6.5, 0.0, 26.0, z - 3.2, z + 3.2)
    frame = (x - 3, x + 120, 24.0, 34.0, z - 60, z + 4)
    mattress = (x - 1, x + 120, 34.0, 52.0, z - 60, z + 3)
    blanket = (x + 14, x + 121, 30.0, 53.5, z - 61, z + 4.5)
    shapes = [
        *_faces(view, leg, WOOD, "bed"), *_faces(view, mattress, ("wd", "wa", "wd"), "bed"),
        *_faces(view, frame, WOOD, "bed"), *_faces(view, blanket, ("c", "cf", "c"), "bed"),
    ]  # fmt: skip
    return [Layer("bed", BEHIND, tuple(shapes))]


def _ball(view: Camera, where: Placing, body: Body) -> list[Layer]:
    bone = ball_bone(where)
    x, y = view.page(bone.start)
    r = BALL * view.scale
    seam = tuple(
        view.page(at(bone.start, bone.frame, v))
        for v in ((-2.7, 1.9, 0), (-0.6, 0.9, 0), (0.7, -0.8, 0), (1.4, -3.0, 0))
    )
    shapes = (
        Shape("b", "tennis ball", (((x, y), (r, r)),), "round"),
        Shape("sm", "tennis ball", (seam,), "open", 0.55 * view.scale),
    )
    return [Layer("tennis ball", view.depth(bone.start) - 1, shapes)]


def _pencil(view: Camera, where: Placing, body: Body) -> list[Layer]:
    side = where.words["under"]
    bone = pencil_bone(body, side)
    z = bone.frame[2]
    out = outward(side)
    tail, neck = along(bone.start, z, -9.0 * out), along(bone.start, z, 7.2 * out)
    tip = along(bone.start, z, 9.6 * out)
    width = 2 * PENCIL * view.scale
    line = Shape("pc", "pencil", ((view.page(tail), view.page(neck)),), "line", width + 1)
    lead = Shape("i", "pencil", ((view.page(mix(neck, tip, 0.6)), view.page(tip)),), "line", width * 0.5)
    cone = Shape("p", "pencil", ((view.page(neck), view.page(mix(neck, tip, 0.6))),), "line", width * 0.8)
    depth = view.depth(body[f"{side} shank"].start) - 1
    shapes = [cone, lead, line]
    if abs(view.depth(z)) > 0.9:  # end-on
        r = max(width * 0.75, 4)
        shapes = [Shape("pc", "pencil", ((view.page(bone.start), (r, r)),), "round")]
    return [Layer("pencil", depth, tuple(shapes))]


def _strand(view: Camera, a: V3, b: V3, role: str, width: float, name: str) -> Shape:
    return Shape(role, name, ((view.page(a), view.page(b)),), "line", width * view.scale)


def _towel(view: Camera, where: Placing, body: Body) -> list[Layer]:
    side = where.words["round"]
    layers = []
    depth_leg = view.depth(body[f"{side} shank"].start)
    near = max(SIDES, key=lambda s: view.depth(body[f"{s} palm"].end))
    for hand in SIDES:
        bone = strap_bone(body, side, hand, "towel")
        role = "to" if hand == near else "tof"
        end = at(bone.start, bone.frame, (0.0, -1.0, 0.0))
        tail = add(end, (-1.0, -11.0, outward(hand) * 2.0))
        shapes = (
            _strand(view, end, tail, role, 4.4, f"towel tail {hand}"),
            _strand(view, bone.start, end, role, 4.2, f"towel {hand}"),
            _strand(view, bone.start, end, "sm", 0.8, f"towel {hand}"),
        )
        layers.append(Layer(f"towel {hand}", depth_leg + (2 if hand == near else -40), shapes))
    return [*layers, _under_sole(view, body, side, "to", 4.2, depth_leg + 1.5, -6.9)]


def _under_sole(
    view: Camera, body: Body, side: str, role: str, width: float, depth: float, y: float
) -> Layer:
    """The piece across the foot: below the sole for a towel, over the toes' roots for a band."""
    foot = body[f"{side} foot"]
    spots = [at(foot.start, foot.frame, (sk.BALL_AHEAD - 1.5, y, z)) for z in (-STRAP, STRAP)]
    shape = Shape(
        role, f"{side} foot", ((view.page(spots[0]), view.page(spots[1])),), "line", width * view.scale
    )
    return Layer("strap", depth, (shape,))


def _band(view: Camera, where: Placing, body: Body) -> list[Layer]:
    side = where.words["round"]
    depth = view.depth(body[f"{side} shank"].start)
    layers = []
    for edge in SIDES:
        bone = band_bone(body, side, edge, where)
        end = at(bone.start, bone.frame, (0.0, -1.0, 0.0))
        near = view.depth(bone.start) >= view.depth(body[f"{side} foot"].end)
        strand = _strand(view, bone.start, end, "n" if near else "nf", 1.9, f"band {edge}")
        layers.append(Layer(f"band {edge}", depth + (2 if near else -3), (strand,)))
    return [*layers, _under_sole(view, body, side, "n", 2.4, depth + 1.5, -3.2)]


KNOT = 11.0  # how high the band is tied to the leg of the bed


def ball_bone(where: Placing) -> Bone:
    """A tennis ball, rolled as far as it has come."""
    x = where.numbers["ahead"]
    centre = (x, BALL, where.numbers["right"])
    frame = about_right(-degrees((x - 48.0) / BALL))
    return Bone(centre, centre, frame)


def pencil_bone(body: Body, side: str) -> Bone:
    toes = body[f"{side} toes"]
    centre = at(toes.start, toes.frame, (sk.TOE_FIRST * 0.92, -sk.TOE_RADIUS - PENCIL - 0.1, 0.0))
    return Bone(centre, centre, toes.frame)


def _stretched(start: V3, end: V3) -> Bone:
    """Something soft from here to there: its frame is as long as it is, so that it can stretch."""
    up = sub(start, end)
    direction = unit(up)
    side = unit((direction[1], -direction[0], 0.0), (1.0, 0.0, 0.0))
    return Bone(start, end, (side, up, (0.0, 0.0, 1.0)))


def strap_bone(body: Body, side: str, hand: str, _: str) -> Bone:
    foot, palm = body[f"{side} foot"], body[f"{hand} palm"]
    edge = at(foot.start, foot.frame, (sk.BALL_AHEAD - 1.5, -6.9, STRAP * outward(hand)))
    return _stretched(edge, palm.end)


def band_bone(body: Body, side: str, edge: str, where: Placing) -> Bone:
    foot = body[f"{side} foot"]
    start = at(foot.start, foot.frame, (sk.BALL_AHEAD - 1.5, -3.2, STRAP * outward(edge)))
    return _stretched(start, (where.numbers["tied"], KNOT, where.numbers["tied right"]))


def thing_bones(room: Room, body: Body) -> dict[str, Bone]:
    """What carries each moving prop."""
    bones: dict[str, Bone] = {}
    if "tennis ball" in room:
        bones["tennis ball"] = ball_bone(room["tennis ball"])
    if "pencil" in room:
        bones["pencil"] = pencil_bone(body, room["pencil"].words["under"])
    if "towel" in room:
        for hand in SIDES:
            bones[f"towel {hand}"] = strap_bone(body, room["towel"].words["round"], hand, "towel")
            palm = body[f"{hand} palm"]
            bones[f"towel tail {hand}"] = Bone(palm.end, palm.end, WORLD)
    if "resistance band" in room:
        where = tied(room)
        for edge in SIDES:
            bones[f"band {edge}"] = band_bone(body, where.words["round"], edge, where)
    return bones


def tied(room: Room) -> Placing:
    band, bed = room["resistance band"], room["bed"].numbers
    return Placing({"tied": bed["ahead"] + 1.0, "tied right": bed["right"] + 1.0}, band.words)


DRAWN: dict[str, Callable[[Camera, Placing, Body], list[Layer]]] = {
    "chair": _chair, "mat": _mat, "wall": _wall, "worktop": _worktop, "bed": _bed, "tennis ball": _ball,
    "pencil": _pencil, "towel": _towel, "resistance band": _band,
}  # fmt: skip


def things(view: Camera, room: Room, body: Body) -> list[Layer]:
    layers = []
    for name, where in room.items():
        layers += DRAWN[name](view, tied(room) if name == "resistance band" else where, body)
    return layers


def extent(room: Room) -> list[V3]:
    """Points a picture of this room must not cut off."""
    points: list[V3] = []
    if "chair" in room:
        x, h = room["chair"].numbers["ahead"], room["chair"].numbers["height"]
        points += [(x - 22, h + 42, -20), (x - 22, 0, 20)]
    if "wall" in room:
        points += [(room["wall"].numbers["ahead"] + 9, y, 0) for y in (0.0, 172.0)]
    if "worktop" in room and room["worktop"].words["along"] == "front":
        points += [(room["worktop"].numbers["ahead"] + 34, 0, 0)]
    if "bed" in room:
        points += [(room["bed"].numbers["ahead"] + 38, 52, 0)]
    if "mat" in room:
        points += [(room["mat"].numbers[k], 0.0, z) for k in ("from", "to") for z in (-30.0, 30.0)]
    return points
