"""The shapes of trunk, arms, legs and feet, out of cross-sections along the bones (centimetres)."""

from . import skeleton as sk
from .camera import Camera
from .kinematics import Body, Bone, outward
from .outline import Station, half_widths, hull, thinned, tube
from .shapes import Points, Shape
from .space import V2, V3, about_ahead, add, along, at, compose, turned

THIGH: tuple[Station, ...] = (
    (0.0, 8.0, 9.6, 8.2),
    (0.28, 8.1, 8.4, 7.7),
    (0.72, 6.2, 6.1, 5.9),
    (1.0, 5.4, 5.1, 5.2),
)
LEGGING: tuple[Station, ...] = (
    (0.0, 5.4, 5.1, 5.2),
    (0.32, 4.2, 6.5, 5.3),
    (0.56, 3.7, 5.2, 4.4),
    (0.76, 3.4, 3.9, 3.5),
)
SHIN: tuple[Station, ...] = ((0.68, 3.0, 3.5, 3.2), (0.85, 2.8, 3.3, 2.9), (1.0, 2.6, 3.8, 3.1))
UPPER_ARM: tuple[Station, ...] = ((0.5, 4.0, 3.9, 3.9), (1.0, 3.5, 3.4, 3.4))
SLEEVE: tuple[Station, ...] = ((0.0, 5.2, 5.2, 4.9), (0.58, 4.9, 4.7, 4.6))
FOREARM: tuple[Station, ...] = ((0.0, 3.5, 3.5, 3.4), (0.3, 3.8, 3.6, 3.5), (1.0, 2.4, 2.4, 2.0))
PALM: tuple[Station, ...] = ((-0.05, 2.4, 2.4, 1.8), (0.5, 3.4, 3.5, 1.8), (1.0, 3.7, 3.7, 1.7))
FINGERS: tuple[Station, ...] = ((0.0, 3.6, 3.7, 1.6), (0.8, 2.7, 3.0, 1.2))
THUMB: tuple[Station, ...] = ((0.0, 1.7, 1.7, 1.5), (1.0, 1.2, 1.1, 1.1))

# of the trunk: bone, height above its start (cm), half-widths front, back, to the sides
Ring = tuple[str, float, float, float, float]
SHIRT: tuple[Ring, ...] = (
    ("pelvis", 6.0, 8.2, 8.0, 13.0), ("pelvis", 9.0, 9.9, 8.6, 14.2), ("waist", 2.0, 10.2, 8.0, 13.0),
    ("waist", 9.0, 10.3, 8.8, 12.9), ("chest", 1.0, 10.8, 10.5, 14.2), ("chest", 9.5, 10.8, 11.6, 15.6),
    ("chest", 16.5, 7.9, 10.9, 15.4), ("chest", 20.3, 4.6, 8.6, 11.0), ("chest", 22.6, 2.6, 6.4, 6.2),
)  # fmt: skip
HIPS: tuple[Ring, ...] = (
    ("pelvis", -9.0, 2.0, 7.6, 9.0), ("pelvis", -5.5, 7.4, 9.0, 14.6), ("pelvis", 0.5, 9.0, 10.3, 15.6),
    ("pelvis", 7.5, 9.6, 9.2, 14.2), ("pelvis", 11.0, 9.2, 7.8, 13.0),
)  # fmt: skip

# of the foot, in its own frame: x ahead of the ankle, its lower and upper bound, half its width
FOOT: tuple[tuple[float, float, float, float], ...] = (
    (-5.3, -5.6, -2.6, 1.6), (-3.4, -6.6, 1.0, 2.9), (0.0, -6.5, 2.6, 3.2), (3.6, -6.2, 0.2, 3.5),
    (7.6, -6.2, -2.6, 4.3), (sk.BALL_AHEAD, -6.63, -3.4, 4.9), (sk.BALL_AHEAD + 1.8, -6.3, -4.2, 4.2),
)  # fmt: skip
PROFILE: tuple[tuple[float, float], ...] = (
    (-3.4, 2.4), (-3.7, -1.0), (-5.8, -3.6), (-5.2, -5.9), (-2.8, -6.63), (3.2, -5.8), (8.0, -6.3),
    (sk.BALL_AHEAD, -6.63), (sk.BALL_AHEAD + 2.6, -5.0), (sk.BALL_AHEAD, -3.3), (7.4, -2.0), (4.2, -0.2),
    (2.6, 2.6),
)  # fmt: skip
EDGE = 4.0  # of the drawn edge of a toe or a finger in a close-up, both sides together

# the toes, big one first: where each leaves the ball (ahead, towards the little toe), its length and
# half-thickness
TOE_ROOTS: tuple[tuple[float, float, float, float], ...] = (
    (0.0, -3.0, 8.3, 1.55), (0.5, -0.7, 7.6, 1.1), (-0.4, 1.1, 6.9, 1.1), (-1.8, 2.7, 6.2, 1.1), (-3.4,
    4.1, 5.6, 1.1),
)  # fmt: skip


def limb(
    view: Camera,
    body: Body,
    bone: str,
    role: str,
    stations: tuple[Station, ...],
    far: bool,
    caps: tuple[bool, bool],
) -> Shape:
    part = body[bone]
    return Shape(
        role, bone, tube(view, part.start, part.end, part.frame, stations), "tube", far=far, caps=caps
    )


def trunk(view: Camera, body: Body, rings: tuple[Ring, ...]) -> Points:
    """One outline over several bones: the edges of the rings, joined."""
    centres = [at(body[ring[0]].start, body[ring[0]].frame, (0.0, ring[1], 0.0)) for ring in rings]
    page = [view.page(c) for c in centres]
    ups: list[V2] = []
    downs: list[V2] = []
    for i, (bone, _, front, back, side) in enumerate(rings):
        a, b = page[max(i - 1, 0)], page[min(i + 1, len(page) - 1)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        size = (dx * dx + dy * dy) ** 0.5 or 1e-6
        n = (-dy / size, dx / size)
        plus, minus = half_widths(view, body[bone].frame, front, back, side, n)
        ups.append((page[i][0] + n[0] * plus, page[i][1] + n[1] * plus))
        downs.append((page[i][0] - n[0] * minus, page[i][1] - n[1] * minus))
    return tuple(ups + downs[::-1])


def foot(view: Camera, body: Body, side: str) -> Points:
    """The foot without its toes: its profile seen from the side, else the hull of its sections."""
    bone = body[f"{side} foot"]
    sideways = abs(view.depth(bone.frame[2]))
    if sideways > 0.8:
        return tuple(view.page(at(bone.start, bone.frame, (x, y, 0.0))) for x, y in PROFILE)
    rings: list[V2] = []
    for x, low, high, wide in FOOT:
        middle, half = (low + high) / 2, (high - low) / 2
        for across, upward in (
            (1, 0),
            (0.7, 0.7),
            (0, 1),
            (-0.7, 0.7),
            (-1, 0),
            (-0.7, -0.7),
            (0, -1),
            (0.7, -0.7),
        ):
            v = (x, middle + half * upward, wide * across)
            rings.append(view.page(at(bone.start, bone.frame, v)))
    return thinned(hull(rings), 2.4 * view.scale)


def toe_points(body: Body, side: str, index: int) -> tuple[V3, V3, V3]:
    """Root, bend and tip of one toe, in the room."""
    ahead, outwards, size, _ = TOE_ROOTS[index]
    toes, tips = body[f"{side} toes"], body[f"{side} toe tips"]
    z = outwards * outward(side)
    root = at(toes.start, body[f"{side} foot"].frame, (ahead, 0.0, z))
    thick = TOE_ROOTS[index][3]
    middle = at(root, toes.frame, (size * 0.5, 0.35, 0.0))
    return root, middle, at(middle, tips.frame, (size * 0.5 - thick, thick - 1.8, 0.0))


def toes(view: Camera, body: Body, side: str, role: str, far: bool) -> list[Shape]:
    """The five toes as thick round strokes, the farthest first; in a close-up each has its edge and its
    nail."""
    order = sorted(range(5), key=lambda i: view.depth(toe_points(body, side, i)[1]))
    made = []
    for i in order:
        root, middle, tip = toe_points(body, side, i)
        a, b, c = view.page(root), view.page(middle), view.page(tip)
        width = 2 * TOE_ROOTS[i][3] * view.scale
        first, last = f"{side} toe {i}", f"{side} toe {i} tip"
        if not view.detail:
            made.append(Shape(role, first, ((a, b),), "line", width, far))
            made.append(Shape(role, last, ((b, c),), "line", width, far))
            continue
        edge = width + EDGE
        made += [
            Shape("e", first, ((a, b),), "line", edge, far),
            Shape("e", last, ((b, c),), "line", edge, far),
        ]
        made += [
            Shape(role, first, ((a, b),), "line", width, far),
            Shape(role, last, ((b, c),), "line", width, far),
        ]
        made += _nail(view, body, side, i, tip)
    return made


def toe_bones(body: Body, side: str) -> dict[str, Bone]:
    """Each toe by itself, for what is drawn as a line goes where its own ends go."""
    bones = {}
    frame = body[f"{side} toes"].frame
    for i in range(len(TOE_ROOTS)):
        root, middle, tip = toe_points(body, side, i)
        bones[f"{side} toe {i}"] = Bone(root, middle, frame)
        bones[f"{side} toe {i} tip"] = Bone(middle, tip, frame)
    return bones


def _nail(view: Camera, body: Body, side: str, index: int, tip: V3) -> list[Shape]:
    frame = body[f"{side} toe tips"].frame
    if view.depth(frame[1]) < 0.3 and view.depth(frame[0]) < 0.2:
        return []
    half = TOE_ROOTS[index][3]
    back = at(tip, frame, (half * 0.1, half * 0.72, 0.0))
    front = at(tip, frame, (half * 0.8, half * 0.42, 0.0))
    return [
        Shape(
            "na",
            f"{side} toe {index} tip",
            ((view.page(back), view.page(front)),),
            "line",
            half * 0.85 * view.scale,
        )
    ]


def fingers(view: Camera, body: Body, side: str, far: bool) -> list[Shape]:
    """Four fingers for a close-up, the farthest first: each bends once more than the hand does."""
    bone = body[f"{side} fingers"]
    bent = compose(
        bone.frame, about_ahead(outward(side) * body.angles.get((f"{side} fingers", "flexion"), 15.0) * 0.8)
    )
    spread = ((2.7, 4.2, 3.3), (0.9, 4.7, 3.7), (-0.9, 4.4, 3.4), (-2.6, 3.6, 2.6))
    made: list[Shape] = []
    for across, first, second in sorted(spread, key=lambda f: view.depth(bone.frame[0]) * f[0]):
        root = at(bone.start, bone.frame, (across, 0.6, 0.0))
        middle = along(root, bone.frame[1], -first)
        tip = along(middle, bent[1], -second)
        curve = tuple(view.page(p) for p in (root, middle, tip))
        width = 1.75 * view.scale
        made.append(Shape("e", f"{side} fingers", (curve,), "line", width + EDGE, far))
        made.append(Shape("skin", f"{side} fingers", (curve,), "line", width, far))
    return made


def fist(view: Camera, body: Body, side: str, far: bool) -> Shape:
    """The fingers in one: the more they are bent, the shorter they look, for their tips turn back."""
    bone = body[f"{side} fingers"]
    bent = body.angles.get((f"{side} fingers", "flexion"), 15.0)
    end = along(bone.start, bone.frame[1], -sk.FINGERS * (1 - 0.6 * max(0.0, bent - 20) / 70))
    curves = tube(view, bone.start, end, bone.frame, FINGERS)
    return Shape("skin", f"{side} fingers", curves, "tube", far=far, caps=(False, True))


def thumb(view: Camera, body: Body, side: str, far: bool) -> Shape:
    palm = body[f"{side} palm"]
    out = outward(side)
    root = at(palm.start, palm.frame, (1.8, -2.2, -0.4 * out))
    tip = add(root, turned(palm.frame, (2.6, -5.2, -1.6 * out)))
    return Shape("skin", f"{side} palm", tube(view, root, tip, palm.frame, THUMB), "tube", far=far)


NECK: tuple[Station, ...] = ((0.0, 6.4, 6.6, 6.8), (0.35, 4.9, 5.3, 5.2), (1.0, 4.8, 5.2, 5.0))


def neck(view: Camera, body: Body) -> Shape:
    bone = body["neck"]
    start, end = along(bone.start, bone.frame[1], -3.0), along(bone.end, bone.frame[1], 3.0)
    return Shape(
        "skin", "neck", tube(view, start, end, bone.frame, NECK), "tube", caps=(False, False), edge=False
    )
