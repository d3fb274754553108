"""The shapes of a bare foot: one outline of heel, arch and ball, and five toes (centimetres)."""

from __future__ import annotations

from math import cos, hypot, pi, radians, sin

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, Bone, outward
from posedraw.geometry import V2, V3, about_up, along, at, compose, turned
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Shape
from posedraw.shapes.silhouette import hull, thinned

# sections of the foot: x ahead of the ankle, lower and upper bound, how far it reaches to the big and the little toe
Section = tuple[float, float, float, float, float]
SECTIONS: tuple[Section, ...] = (
    (-4.6, -6.0, -2.2, 2.1, 2.1), (-3.0, -6.63, -0.2, 2.9, 2.9), (0.0, -6.63, 1.0, 3.2, 3.2),
    (4.4, -5.8, 0.0, 3.5, 3.9),
    (8.4, -6.1, -2.3, 4.4, 4.6), (sk.BALL_AHEAD, -6.63, -3.4, 4.9, 4.9),
)  # fmt: skip
SLANT = 1.8  # so much farther back than its middle is the ball at the little toe, and ahead at the big one
ALONG = 0.4  # seen more end-on than this, the outline is the hull of all sections
# the toes, big one first: where each leaves the ball (ahead, towards the little toe), length, half-thickness, fan
TOES: tuple[tuple[float, float, float, float, float], ...] = (
    (0.0, -3.1, 8.2, 1.62, -3.0), (0.3, -0.8, 8.0, 1.1, 0.0), (-0.4, 1.0, 7.5, 1.1, 3.0), (-1.4, 2.6, 6.9, 1.1, 6.0),
    (-2.6, 3.8, 6.2, 1.1, 9.0),
)  # fmt: skip
CONTOUR, NEAR_CONTOUR = 2.4, 4.0  # of toes and fingers, both sides together, on the page


def outline(view: Camera, body: Body, side: str, far: bool) -> Shape:
    """The outline of the foot without its toes."""
    bone = body[f"{side} foot"]
    name = f"{side} foot"
    way = view.flat(bone.frame[0])
    size = hypot(*way)
    if size < ALONG * view.scale:
        return Shape("skin", name, (_hull(view, bone, side),), far=far)
    ahead, n = (way[0] / size, way[1] / size), (-way[1] / size, way[0] / size)
    ups = [_bound(view, bone, side, section, n) for section in SECTIONS]
    downs = [_bound(view, bone, side, section, (-n[0], -n[1])) for section in SECTIONS]
    if view.detail:  # round the ball, for what of it is seen between the toes
        for edge, turn in ((ups, 1.0), (downs, -1.0)):
            edge.append(_bound(view, bone, side, SECTIONS[-1], (ahead[0] + n[0] * turn, ahead[1] + n[1] * turn)))
    return Shape("skin", name, (tuple(ups), tuple(downs)), "tube", far=far, caps=(True, False))


def _bound(view: Camera, bone: Bone, side: str, section: Section, way: V2) -> V2:
    """The point of a section that lies farthest in a direction of the page."""
    x, low, high, inner, outer = section
    out = outward(side)
    cx, cy = view.page(at(bone.start, bone.frame, (x, (low + high) / 2, (outer - inner) / 2 * out)))
    back = SLANT if section is SECTIONS[-1] else 0.0
    tall = view.flat(turned(bone.frame, (0.0, (high - low) / 2, 0.0)))
    wide = view.flat(turned(bone.frame, (-back, 0.0, (inner + outer) / 2 * out)))
    t, w = tall[0] * way[0] + tall[1] * way[1], wide[0] * way[0] + wide[1] * way[1]
    reach = hypot(t, w) or 1e-6
    return cx + (tall[0] * t + wide[0] * w) / reach, cy + (tall[1] * t + wide[1] * w) / reach


def _hull(view: Camera, bone: Bone, side: str) -> tuple[V2, ...]:
    points = []
    for x, low, high, inner, outer in SECTIONS:
        for step in range(8):
            a = step * pi / 4
            z = (outer - inner) / 2 * outward(side) + (inner + outer) / 2 * cos(a)
            points.append(view.page(at(bone.start, bone.frame, (x, (low + high) / 2 + (high - low) / 2 * sin(a), z))))
    return thinned(hull(points), 2.4 * view.scale)


def toe_points(body: Body, side: str, index: int) -> tuple[V3, V3, V3]:
    """Root, bend and tip of one toe, in the room."""
    ahead, outwards, size, thick, fan = TOES[index]
    toes, tips, out = body[f"{side} toes"], body[f"{side} toe tips"], outward(side)
    turn = about_up(-fan * out)
    root = at(toes.start, body[f"{side} foot"].frame, (ahead, 0.0, outwards * out))
    middle = at(root, compose(toes.frame, turn), (size * 0.5, 0.45, 0.0))
    return root, middle, at(middle, compose(tips.frame, turn), (size * 0.5 - thick, thick - 1.9, 0.0))


def toe_bones(body: Body, side: str) -> dict[str, Bone]:
    """The two bones of each toe, as the line of a toe follows its own ends."""
    bones = {}
    frame = body[f"{side} toes"].frame
    for i in range(len(TOES)):
        root, middle, tip = toe_points(body, side, i)
        bones[f"{side} toe {i}"] = Bone(root, middle, frame)
        bones[f"{side} toe {i} tip"] = Bone(middle, tip, frame)
    return bones


def toes(view: Camera, body: Body, side: str, role: str, far: bool) -> tuple[list[Shape], list[Shape]]:
    """(the toes, farthest first; what is drawn of them over the foot).

    Each toe is a stroke with round ends. In a close-up each has its own contour and a nail.
    """
    points = [toe_points(body, side, i) for i in range(5)]
    order = sorted(range(5), key=lambda i: view.depth(points[i][1]))
    straight = not view.detail and body.angles.get((f"{side} toes", "curl"), 0.0) < 5
    contours, fills = [], []
    for i in order:
        a, b, c = (view.page(p) for p in points[i])
        width = 2 * TOES[i][3] * view.scale
        name = f"{side} toe {i}"
        strokes = ((name, (a, c)),) if straight else ((name, (a, b)), (f"{name} tip", (b, c)))
        edge = width + (NEAR_CONTOUR if view.detail else CONTOUR)
        contours.append([Shape("line", bone, (line,), "line", edge) for bone, line in strokes])
        fills.append([Shape(role, bone, (line,), "line", width, far) for bone, line in strokes])
    if not view.detail:  # one contour round all toes
        return [s for shapes in contours for s in shapes], [s for shapes in fills for s in shapes]
    nails = [s for i in range(5) for s in _nail(view, body, side, i, points[i][2])]
    drawn = [s for contour, fill in zip(contours, fills, strict=True) for s in (*contour, *fill)]
    return [*drawn, *nails], _roots(view, body, side, role, far)


def _roots(view: Camera, body: Body, side: str, role: str, far: bool) -> list[Shape]:
    """Strokes that cover the contour where the toes leave the foot."""
    strokes = []
    for i, (_, _, _, thick, _) in enumerate(TOES):
        root, middle, _ = toe_points(body, side, i)
        line = (view.page(root), view.page(along(root, _way(root, middle), thick * 1.4)))
        strokes.append(Shape(role, f"{side} toe {i}", (line,), "line", 2 * (thick - 0.02) * view.scale, far))
    return strokes


def _way(a: V3, b: V3) -> V3:
    size = sum((q - p) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5 or 1.0
    return ((b[0] - a[0]) / size, (b[1] - a[1]) / size, (b[2] - a[2]) / size)


def _nail(view: Camera, body: Body, side: str, index: int, tip: V3) -> list[Shape]:
    """The nail, on the upper side of the tip and visible only from there."""
    frame = compose(body[f"{side} toe tips"].frame, about_up(-TOES[index][4] * outward(side)))
    if view.depth(frame[1]) < 0.15:
        return []
    half = TOES[index][3]
    ends = [at(tip, frame, (half * x, half * y, 0.0)) for x, y in ((0.0, 0.8), (0.55, 0.62))]
    line = tuple(view.page(p) for p in ends)
    return [Shape("nail", f"{side} toe {index} tip", (line,), "line", half * 0.95 * view.scale)]


def ankle_bone(view: Camera, body: Body, side: str, far: bool) -> list[Shape]:
    """The ankle bone on the visible side, as a short curve; in a close-up only."""
    bone = body[f"{side} foot"]
    facing = view.depth(bone.frame[2])
    if abs(facing) < 0.75 or not view.detail:
        return []
    z = 2.6 if facing > 0 else -2.6
    curve = tuple(
        view.page(at(bone.start, bone.frame, (0.4 + 0.9 * cos(radians(a)), 0.6 + 0.9 * sin(radians(a)), z)))
        for a in (210, 255, 300, 345)
    )
    return [Shape("line", f"{side} foot", (curve,), "open", 0.45 * view.scale)]
