"""The shapes of what stands in the room: chair, mat, wall, worktop and bed, as boxes (centimetres)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from posedraw.body.kinematics import Body, outward
from posedraw.geometry import V3
from posedraw.props.placing import BESIDE, MAT, Placing, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Points, Shape
from posedraw.shapes.silhouette import hull

Box = tuple[float, float, float, float, float, float]  # from and to along x, y, z
Roles = tuple[str, str, str]  # of a box's end, top, and side towards the viewer

BEHIND, FLOOR = -500.0, -900.0
WOOD: Roles = ("pd", "p", "p")
PALE: Roles = ("wd", "wa", "wd")
WALL_FAR, WALL_NEAR = -85.0, 42.0  # how far a wall reaches to the left and to the right
SKIRTING = 11.0


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


def whole(view: Camera, box: Box) -> Points:
    """A thin box in one colour."""
    return hull([view.page((x, y, z)) for x in box[:2] for y in box[2:4] for z in box[4:]])


def _sticks(view: Camera, boxes: Iterable[Box], role: str, name: str) -> Shape:
    return Shape(role, name, tuple(whole(view, box) for box in boxes), "straight", edge=False)


def solids(room: Room) -> list[Box]:
    """What no limb can go through."""
    boxes: list[Box] = []
    for name, where in room.items():
        boxes += BOXES[name](where) if name in BOXES else ()
    return boxes


def _chair_boxes(where: Placing) -> tuple[Box, Box]:
    h, x = where.numbers["height"], where.numbers["ahead"]
    return (x - 22, x + 19, h - 3.5, h, -20.0, 20.0), (x - 22, x - 20, h + 20, h + 42, -19.0, 19.0)


def chair(view: Camera, where: Placing, body: Body) -> list[Layer]:
    h, x = where.numbers["height"], where.numbers["ahead"]
    seat, panel = _chair_boxes(where)
    legs = [(x + a, x + a + 3, 0.0, h - 3, z, z + 3) for z in (-19.0, 16.0) for a in (-20.0, 15.0)]
    posts = [(x - 22, x - 19.5, h, h + 40, z, z + 3) for z in (-19.0, 16.0)]
    shapes = (
        _sticks(view, (*legs[:2], posts[0]), "p", "chair"), _sticks(view, (panel,), "pd", "chair"),
        _sticks(view, (posts[1], *legs[2:]), "p", "chair"), *faces(view, seat, WOOD, "chair"),
    )  # fmt: skip
    return [Layer("chair", BEHIND, shapes)]


def mat(view: Camera, where: Placing, body: Body) -> list[Layer]:
    box = (where.numbers["from"], where.numbers["to"], 0.0, MAT, -30.0, 30.0)
    return [Layer("mat", FLOOR, tuple(faces(view, box, ("cd", "c", "cd"), "mat")))]


def _wall_boxes(where: Placing) -> tuple[Box, ...]:
    x = where.numbers["ahead"]
    return ((x, x + 12, 0.0, 260.0, WALL_FAR, WALL_NEAR),)


def wall(view: Camera, where: Placing, body: Body) -> list[Layer]:
    """Its face, its near end, and a skirting board along its foot."""
    x = where.numbers["ahead"]
    board = (x - 1.2, x, 0.0, SKIRTING, WALL_FAR, WALL_NEAR + 0.2)
    shapes = (
        *faces(view, _wall_boxes(where)[0], ("wa", "wd", "pd"), "wall"),
        *faces(view, board, ("p", "p", "p"), "wall"),
    )
    return [Layer("wall", BEHIND, shapes)]


def _worktop_boxes(where: Placing) -> tuple[Box, Box]:
    """Its cupboard and its top; one beside the body runs on out of the picture."""
    h, x = where.numbers["height"], where.numbers["ahead"]
    if where.words["along"] == "front":
        return (x + 4, x + 44, 0.0, h - 4, -30.0, 22.0), (x, x + 46, h - 4, h, -32.0, 25.0)
    far, near = sorted(outward(where.words["along"]) * z for z in (BESIDE, BESIDE + 45))
    return (-200.0, 200.0, 0.0, h - 4, far, near - 3), (-200.0, 200.0, h - 4, h, far, near)


def worktop(view: Camera, where: Placing, body: Body) -> list[Layer]:
    cupboard, top = _worktop_boxes(where)
    high, near = top[2] - 8, cupboard[5] + 0.1
    if where.words["along"] == "front":
        doors = [(cupboard[0] + 6, cupboard[1] - 6, 10.0, high, cupboard[4], near)]
    else:
        doors = [(x, x + 62, 10.0, high, cupboard[4], near) for x in (-196.0, -129.0, -62.0, 5.0, 72.0, 139.0)]
    shapes = (
        *faces(view, cupboard, PALE, "worktop"),
        *(faces(view, door, ("wa", "wa", "wa"), "worktop")[-1] for door in doors),
        *faces(view, top, ("pd", "p", "pd"), "worktop"),
    )
    return [Layer("worktop", BEHIND, shapes)]


def _bed_boxes(where: Placing) -> tuple[Box, Box, Box, Box]:
    """Far post, headboard, near post, and all that lies behind them."""
    x, z = where.numbers["ahead"], where.numbers["right"]
    far = z - 84
    return (
        (x, x + 5, 0.0, 88.0, far, far + 5), (x, x + 5, 40.0, 80.0, far, z), (x, x + 5, 0.0, 88.0, z - 5, z),
        (x + 5, x + 200, 24.0, 55.0, far, z),
    )  # fmt: skip


def bed(view: Camera, where: Placing, body: Body) -> list[Layer]:
    """Its head end towards the person: headboard with its legs, mattress, a pillow, and a blanket turned back."""
    x, z = where.numbers["ahead"], where.numbers["right"]
    far = z - 84
    boards = _bed_boxes(where)
    pillow = _pillow(view, x + 7, 56.0, z)
    shapes = (
        *_long(view, (x + 5, x + 200, 24.0, 34.0, far, z), WOOD),
        *_long(view, (x + 5, x + 200, 34.0, 52.0, far, z - 1), PALE),
        *faces(view, boards[0], WOOD, "bed"), *faces(view, boards[1], ("pd", "p", "p"), "bed"),
        pillow,
        *_long(view, (x + 46, x + 201, 28.0, 55.0, far, z), ("", "cf", "c")),
        *_long(view, (x + 42, x + 50, 30.0, 55.6, far, z + 0.4), ("", "fr", "fr")),
        *faces(view, boards[2], ("pd", "p", "p"), "bed"),
    )  # fmt: skip
    return [Layer("bed", BEHIND, shapes)]


def _long(view: Camera, box: Box, roles: Roles) -> list[Shape]:
    """A box whose end is out of sight."""
    return faces(view, box, roles, "bed")[-2:]


def _pillow(view: Camera, x: float, y: float, z: float) -> Shape:
    """Plump, lying against the headboard."""
    spots = ((0, -4), (38, -4), (41, 3), (34, 9), (6, 14), (0, 8))
    points = tuple(view.page((x + a, y + b, z - 22)) for a, b in spots)
    return Shape("fr", "bed", (points,))


BOXES: dict[str, Callable[[Placing], tuple[Box, ...]]] = {
    "chair": _chair_boxes, "wall": _wall_boxes, "worktop": _worktop_boxes, "bed": _bed_boxes,
}  # fmt: skip


def extent(room: Room) -> list[V3]:
    """Points a picture of this room must not cut off."""
    points: list[V3] = []
    if "chair" in room:
        x, h = room["chair"].numbers["ahead"], room["chair"].numbers["height"]
        points += [(x - 22, h + 42, -20), (x - 22, 0, 20)]
    if "wall" in room:
        x = room["wall"].numbers["ahead"]
        points += [(x + 12, y, WALL_NEAR) for y in (0.0, 172.0)]
    if "worktop" in room and room["worktop"].words["along"] == "front":
        points += [(room["worktop"].numbers["ahead"] + 34, 0, 0)]
    if "bed" in room:
        points += [(room["bed"].numbers["ahead"] + 66, 52, 0)]
    if "mat" in room:
        points += [(room["mat"].numbers[k], 0.0, z) for k in ("from", "to") for z in (-30.0, 30.0)]
    return points
