"""What is bound round a foot: a towel held in both hands, a band tied to the bed (centimetres)."""

from __future__ import annotations

from math import cos, radians, sin

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, Bone, outward
from posedraw.geometry import V2, V3, add, along, at, mix, sub, unit
from posedraw.pose.joints import SIDES
from posedraw.props.placing import Placing, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Points, Shape

TOWEL_AT = (2.5, 12.5)  # the part of the sole a towel lies on: from and to ahead of the ankle
TOWEL_EDGE = 5.4  # from the middle of the foot to where the towel turns up
BAND_AT = sk.BALL_AHEAD - 1.2  # where a band lies over the foot
BAND_WIDE = 2.5
BAND_LOOP = (-4.7, 5.5, 3.0)  # its middle below the ankle, how far it reaches sideways, and up and down
KNOT = 12.0  # how high the band is tied to the leg of the bed
TAIL = 19.0  # of the towel below the fists


def stretched(start: V3, end: V3) -> Bone:
    """Something soft from here to there: its frame is as long as it is, so that it can stretch."""
    up = sub(start, end)
    direction = unit(up)
    side = unit((direction[1], -direction[0], 0.0), (1.0, 0.0, 0.0))
    return Bone(start, end, (side, up, (0.0, 0.0, 1.0)))


def towel_bone(body: Body, side: str, hand: str) -> Bone:
    """From the edge of the sole to the fist on that side."""
    foot = body[f"{side} foot"]
    edge = at(foot.start, foot.frame, (sum(TOWEL_AT) / 2, -sk.ANKLE_HEIGHT, TOWEL_EDGE * outward(hand)))
    return stretched(edge, grip(body, hand))


def grip(body: Body, hand: str) -> V3:
    """The middle of what a closed hand holds."""
    palm = body[f"{hand} palm"]
    return at(palm.end, palm.frame, (0.0, 0.5, -1.4 * outward(hand)))


def band_bone(body: Body, side: str, edge: str, room: Room) -> Bone:
    """From the side of the forefoot to the leg of the bed."""
    foot = body[f"{side} foot"]
    start = at(foot.start, foot.frame, (BAND_AT, BAND_LOOP[0], BAND_LOOP[1] * outward(edge)))
    bed = room["bed"].numbers
    return stretched(start, (bed["ahead"] + 2.5, KNOT, bed["right"] - 2.5))


def _wave(a: V2, b: V2, bow: float) -> V2:
    """The middle of an edge that hangs a little to one side."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    return (a[0] + b[0]) / 2 - dy * bow, (a[1] + b[1]) / 2 + dx * bow


def towel(view: Camera, where: Placing, body: Body) -> list[Layer]:
    """Wide round the sole, gathered in the fists, hanging open below them."""
    side = where.words["round"]
    foot = body[f"{side} foot"]
    near = max(SIDES, key=lambda hand: view.depth(towel_bone(body, side, hand).start))
    layers = []
    for hand in SIDES:
        bone, fist = towel_bone(body, side, hand), grip(body, hand)
        z = TOWEL_EDGE * outward(hand)
        spots = [at(foot.start, foot.frame, (x, y, z)) for x, y in ((TOWEL_AT[0], -6.4), (TOWEL_AT[1], -6.2))]
        a, b = (view.page(p) for p in spots)
        end = view.page(fist)
        side_way = unit((bone.frame[1][1], -bone.frame[1][0], 0.0), (1.0, 0.0, 0.0))
        gather = view.flat(side_way)
        c, d = _aside(end, gather, 2.2), _aside(end, gather, -2.2)
        if (a[0] - b[0]) * (c[0] - d[0]) + (a[1] - b[1]) * (c[1] - d[1]) < 0:
            c, d = d, c
        role = "to" if hand == near else "tof"
        outline: Points = (a, _wave(a, c, 0.02), c, d, _wave(d, b, 0.02), b)
        fold = (_between(a, b, 0.4), _wave(_between(a, b, 0.4), _between(c, d, 0.45), -0.01), _between(c, d, 0.45))
        stripes = tuple((_between(a, c, t), _between(b, d, t)) for t in (0.16, 0.22))
        name = f"towel {hand}"
        cloth = (
            Shape(role, name, (outline,), "bow"), Shape("towel-line", name, (fold,), "open", 1.4),
            Shape("fr", name, stripes, "line", 0.9 * view.scale),
        )  # fmt: skip
        hangs = (fist, add(fist, (0.0, -TAIL, 0.0)), 3.0)
        layers += [
            Layer(f"towel tail {hand}", view.depth(fist), _tail(view, hand, fist, role), (hangs,)),
            Layer(name, view.depth(bone.start), cloth, ((along(bone.start, view.near, 1.5), bone.end, 3.0),)),
        ]  # fmt: skip
    return [*layers, _under_sole(view, body, side)]


def _aside(p: V2, way: V2, by: float) -> V2:
    return p[0] + way[0] * by, p[1] + way[1] * by


def _between(a: V2, b: V2, t: float) -> V2:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _tail(view: Camera, hand: str, fist: V3, role: str) -> tuple[Shape, ...]:
    """The loose end: it opens downwards, with stripes and a fringe."""
    name = f"towel tail {hand}"

    def spot(x: float, y: float) -> V2:
        return view.page(add(fist, (x - 3.0, y, outward(hand) * 1.5)))

    edges = ((-1.0, 2.0), (-4.6, -8.0), (-6.0, -TAIL), (5.4, -TAIL), (4.4, -8.0), (4.4, 2.0))
    cloth = tuple(spot(x, y) for x, y in edges)
    stripes = tuple((spot(-5.6 + i * 0.2, y), spot(5.2 - i * 0.1, y)) for i, y in enumerate((-TAIL + 4.5, -TAIL + 6.5)))
    fringe = tuple((spot(x, -TAIL), spot(x * 1.06, -TAIL - 2.6)) for x in (-5.4, -3.3, -1.2, 0.9, 3.0, 4.9))
    return (
        Shape(role, name, fringe, "line", 0.8 * view.scale), Shape(role, name, (cloth,), "bow"),
        Shape("fr", name, stripes, "line", 0.9 * view.scale),
    )  # fmt: skip


def _under_sole(view: Camera, body: Body, side: str) -> Layer:
    """The piece that lies on the sole."""
    foot = body[f"{side} foot"]
    corners = [(x, -6.9, z) for x, z in ((TOWEL_AT[0], -1), (TOWEL_AT[0], 1), (TOWEL_AT[1], 1), (TOWEL_AT[1], -1))]
    points = tuple(view.page(at(foot.start, foot.frame, (x, y, z * TOWEL_EDGE))) for x, y, z in corners)
    shape = Shape("to", f"{side} foot", (points,), "straight")
    middle = at(foot.start, foot.frame, (7.0, -7.4, 0.0))
    return Layer("towel sole", view.depth(middle), (shape,), ((middle, middle, 2.0),))


def band(view: Camera, where: Placing, body: Body, room: Room) -> list[Layer]:
    """A loop over the forefoot, two strands, a loop round the leg of the bed with a knot."""
    side = where.words["round"]
    foot = body[f"{side} foot"]
    layers = [_loop(view, body, side)]
    strands = {edge: band_bone(body, side, edge, room) for edge in SIDES}
    near = max(SIDES, key=lambda edge: view.depth(strands[edge].start))
    for edge, bone in strands.items():
        line = (view.page(bone.start), view.page(bone.end))
        shape = Shape("n" if edge == near else "nf", f"band {edge}", (line,), "line", BAND_WIDE * view.scale)
        start, end = (sub(p, foot.frame[1]) for p in (bone.start, bone.end))
        layers.append(Layer(f"band {edge}", view.depth(bone.start), (shape,), ((start, end, 1.2),)))
    return [*layers, _knot(view, strands[near].end)]


def _loop(view: Camera, body: Body, side: str) -> Layer:
    """What is seen of the band where it goes over the foot."""
    foot = body[f"{side} foot"]
    y, wide, tall = BAND_LOOP

    def spot(a: float) -> V3:
        return at(foot.start, foot.frame, (BAND_AT, y + tall * sin(radians(a)), wide * cos(radians(a))))

    middle = at(foot.start, foot.frame, (BAND_AT, y, 0.0))
    arc = [spot(a) for a in range(0, 181, 30)]
    seen = [p for p in arc if view.depth(sub(p, middle)) > -2.2]
    line = tuple(view.page(p) for p in (seen if len(seen) > 1 else arc[:2]))
    shape = Shape("n", f"{side} foot", (line,), "open", BAND_WIDE * view.scale)
    top = along(mix(seen[0], seen[-1], 0.5) if seen else middle, view.near, 6.0)
    return Layer("band loop", view.depth(middle) + 4, (shape,), ((top, top, 3.0),))


def _knot(view: Camera, tied: V3) -> Layer:
    x, y, z = tied

    def spot(dx: float, dy: float) -> V2:
        return view.page((x + dx, y + dy, z + 3.2))

    round_leg = (spot(-3.0, 0.0), spot(0.0, -0.4), spot(3.2, 0.4))
    tails = ((spot(0.0, 0.0), spot(-3.2, -5.4)), (spot(0.0, 0.0), spot(2.6, -5.8)))
    s = view.scale
    shapes = (
        Shape("nf", "", tails, "line", 1.7 * s), Shape("n", "", (round_leg,), "open", BAND_WIDE * s),
        Shape("n", "", ((spot(-0.2, -0.4), (2.2 * s, 1.9 * s)),), "round"),
    )  # fmt: skip
    before = along(tied, view.near, 4.0)
    return Layer("knot", view.depth(tied) + 8, shapes, ((before, before, 3.0),))
