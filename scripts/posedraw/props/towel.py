"""A towel round the sole of one foot, held in both hands."""

from __future__ import annotations

from collections.abc import Mapping

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, Bone, outward
from posedraw.body.landmarks import LANDMARKS
from posedraw.geometry import V2, V3, WORLD, add, along, at, scale, sub, unit
from posedraw.pose.joints import SIDES
from posedraw.props.cloth import stretched
from posedraw.props.protocol import Choice, Placement, Prop, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Points, Shape

ON_SOLE = (2.5, 12.5)  # the part of the sole it lies on: from and to, ahead of the ankle
EDGE = 5.4  # from the middle of the foot to where the towel turns up
TAIL = 19.0  # of the towel below the fists


class Towel(Prop):
    """`round`: the foot."""

    name = "towel"
    settings = (Choice("round", SIDES),)
    touched_by = ("hand",)
    contact_keys = ("from foot",)

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        """Wide round the sole, gathered in the fists, hanging open below them."""
        side = room[self.name].words["round"]
        near = max(SIDES, key=lambda hand: view.depth(_bone(body, side, hand).start))
        layers = []
        for hand in SIDES:
            role = "to" if hand == near else "tof"
            layers += [_tail(view, hand, fist(body, hand), role), _strand(view, body, side, hand, role)]
        return [*layers, _under_sole(view, body, side)]

    def bones(self, room: Room, body: Body) -> dict[str, Bone]:
        side = room[self.name].words["round"]
        bones: dict[str, Bone] = {}
        for hand in SIDES:
            bones[f"towel {hand}"] = _bone(body, side, hand)
            held = fist(body, hand)
            bones[f"towel tail {hand}"] = Bone(held, held, WORLD)
        return bones

    def grip(self, placement: Placement, place: Mapping[str, float], side: str, body: Body) -> V3:
        """On the way from the foot to the chest, each hand a little to its side."""
        foot = LANDMARKS[f"{placement.words['round']} ball of the foot"](body)
        chest = LANDMARKS["chest"](body)
        spread = scale(body["chest"].frame[2], outward(side) * 5.0)
        return add(along(foot, unit(sub(chest, foot)), place.get("from foot", 60.0)), spread)


def fist(body: Body, hand: str) -> V3:
    """The middle of what a closed hand holds."""
    palm = body[f"{hand} palm"]
    return at(palm.end, palm.frame, (0.0, 0.5, -1.4 * outward(hand)))


def _bone(body: Body, side: str, hand: str) -> Bone:
    """From the edge of the sole to the fist on that side."""
    foot = body[f"{side} foot"]
    edge = at(foot.start, foot.frame, (sum(ON_SOLE) / 2, -sk.ANKLE_HEIGHT, EDGE * outward(hand)))
    return stretched(edge, fist(body, hand))


def _strand(view: Camera, body: Body, side: str, hand: str, role: str) -> Layer:
    """The cloth from the sole to one fist, with a fold and stripes."""
    foot, bone = body[f"{side} foot"], _bone(body, side, hand)
    z = EDGE * outward(hand)
    edges = [at(foot.start, foot.frame, (x, y, z)) for x, y in ((ON_SOLE[0], -6.4), (ON_SOLE[1], -6.2))]
    a, b = (view.page(p) for p in edges)
    end = view.page(bone.end)
    gather = view.flat(unit((bone.frame[1][1], -bone.frame[1][0], 0.0), (1.0, 0.0, 0.0)))
    c, d = _aside(end, gather, 2.2), _aside(end, gather, -2.2)
    if (a[0] - b[0]) * (c[0] - d[0]) + (a[1] - b[1]) * (c[1] - d[1]) < 0:
        c, d = d, c
    outline: Points = (a, _wave(a, c, 0.02), c, d, _wave(d, b, 0.02), b)
    fold = (_between(a, b, 0.4), _wave(_between(a, b, 0.4), _between(c, d, 0.45), -0.01), _between(c, d, 0.45))
    stripes = tuple((_between(a, c, t), _between(b, d, t)) for t in (0.16, 0.22))
    name = f"towel {hand}"
    cloth = (
        Shape(role, name, (outline,), "bow"), Shape("towel-line", name, (fold,), "open", 1.4),
        Shape("fr", name, stripes, "line", 0.9 * view.scale),
    )  # fmt: skip
    return Layer(name, view.depth(bone.start), cloth, ((along(bone.start, view.near, 1.5), bone.end, 3.0),))


def _wave(a: V2, b: V2, bow: float) -> V2:
    """The middle of an edge that hangs a little to one side."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    return (a[0] + b[0]) / 2 - dy * bow, (a[1] + b[1]) / 2 + dx * bow


def _aside(p: V2, way: V2, by: float) -> V2:
    return p[0] + way[0] * by, p[1] + way[1] * by


def _between(a: V2, b: V2, t: float) -> V2:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _tail(view: Camera, hand: str, held: V3, role: str) -> Layer:
    """The loose end: it opens downwards, with stripes and a fringe."""
    name = f"towel tail {hand}"

    def spot(x: float, y: float) -> V2:
        return view.page(add(held, (x - 3.0, y, outward(hand) * 1.5)))

    edges = ((-1.0, 2.0), (-4.6, -8.0), (-6.0, -TAIL), (5.4, -TAIL), (4.4, -8.0), (4.4, 2.0))
    cloth = tuple(spot(x, y) for x, y in edges)
    stripes = tuple((spot(-5.6 + i * 0.2, y), spot(5.2 - i * 0.1, y)) for i, y in enumerate((-TAIL + 4.5, -TAIL + 6.5)))
    fringe = tuple((spot(x, -TAIL), spot(x * 1.06, -TAIL - 2.6)) for x in (-5.4, -3.3, -1.2, 0.9, 3.0, 4.9))
    shapes = (
        Shape(role, name, fringe, "line", 0.8 * view.scale), Shape(role, name, (cloth,), "bow"),
        Shape("fr", name, stripes, "line", 0.9 * view.scale),
    )  # fmt: skip
    hanging = (held, add(held, (0.0, -TAIL, 0.0)), 3.0)
    return Layer(name, view.depth(held), shapes, (hanging,))


def _under_sole(view: Camera, body: Body, side: str) -> Layer:
    """The piece that lies on the sole."""
    foot = body[f"{side} foot"]
    corners = [(x, -6.9, z) for x, z in ((ON_SOLE[0], -1), (ON_SOLE[0], 1), (ON_SOLE[1], 1), (ON_SOLE[1], -1))]
    points = tuple(view.page(at(foot.start, foot.frame, (x, y, z * EDGE))) for x, y, z in corners)
    shape = Shape("to", f"{side} foot", (points,), "straight")
    middle = at(foot.start, foot.frame, (7.0, -7.4, 0.0))
    return Layer("towel sole", view.depth(middle), (shape,), ((middle, middle, 2.0),))
