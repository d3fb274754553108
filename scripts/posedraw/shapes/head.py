"""The head: three views (profile, three-quarter, front), interpolated by the angle of the face to the camera."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, hypot

from posedraw.body.kinematics import Body
from posedraw.geometry import V2, at
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Points, Shape

Line = tuple[V2, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One view of the head in centimetres from its middle: x to where the face looks, y up."""

    face: Line
    hair: Line
    ear: V2
    eyes: tuple[V2, V2]
    brows: tuple[Line, Line]
    nose: Line
    mouth: Line


PROFILE = View(
    face=((-3.0, 9.0), (4.0, 9.4), (7.8, 6.2), (8.7, 2.6), (8.9, 1.2), (10.6, -1.5), (9.9, -2.6), (9.0,
        -3.2), (9.3, -4.6),
          (8.9, -6.2), (8.5, -8.6), (6.6, -10.3), (3.2, -9.7), (-1.2, -6.6), (-5.0, -5.0), (-8.0, 0.0)),
    hair=((8.3, 6.6), (7.6, 10.0), (3.4, 12.6), (-2.2, 12.9), (-7.4, 10.6), (-10.4, 5.6), (-10.4, 0.0),
        (-8.4, -5.2),
          (-5.6, -7.0), (-4.0, -5.0), (-3.6, -1.6), (-1.8, 2.0), (1.2, 2.2), (2.2, 5.2), (5.2, 7.0)),
    ear=(-1.2, -0.6), eyes=((6.2, 0.8), (6.2, 0.8)), brows=(((4.7, 3.6), (6.2, 4.1), (7.6, 3.5)), ((4.7,
        3.6), (6.2, 4.1), (7.6, 3.5))),
    nose=((9.6, -2.7), (9.2, -2.9), (8.8, -2.6)), mouth=((9.0, -5.3), (7.9, -5.6), (6.9, -4.9)),
)  # fmt: skip
QUARTER = View(
    face=((-4.0, 9.2), (3.6, 9.6), (6.9, 6.6), (7.6, 2.6), (7.2, 0.6), (7.6, -1.6), (7.5, -3.2), (7.1,
        -4.6), (6.5, -6.4),
          (5.4, -8.4), (4.4, -9.8), (2.2, -10.4), (-0.6, -9.6), (-4.4, -6.6), (-6.4, -3.4), (-7.6, 1.0)),
    hair=((7.4, 6.2), (7.2, 9.8), (3.6, 12.5), (-2.0, 12.9), (-6.8, 10.8), (-9.3, 6.0), (-9.3, 0.4), (-8.0,
        -4.6),
          (-6.2, -6.2), (-5.4, -4.4), (-5.6, -1.4), (-4.6, 2.2), (-2.6, 4.4), (0.8, 6.2), (4.6, 6.4)),
    ear=(-5.0, -0.8), eyes=((6.0, 0.6), (0.9, 0.6)), brows=(((4.9, 3.5), (6.0, 3.9), (7.0, 3.3)), ((-0.6,
        3.4), (0.9, 4.0), (2.4, 3.5))),
    nose=((4.4, -0.6), (5.1, -2.7), (3.8, -2.9)), mouth=((5.9, -5.4), (4.0, -6.3), (1.9, -5.2)),
)  # fmt: skip
FRONT = View(
    face=((-5.0, 9.0), (5.0, 9.0), (7.0, 6.0), (7.4, 2.6), (7.4, 0.6), (7.3, -1.6), (7.0, -3.2), (6.4,
        -5.0), (5.4, -7.0),
          (3.8, -9.2), (2.0, -10.3), (-2.0, -10.3), (-3.8, -9.2), (-6.0, -6.2), (-7.1, -3.0), (-7.4, 1.4)),
    hair=((8.2, 3.0), (8.2, 8.6), (4.2, 12.4), (0.0, 13.0), (-4.2, 12.4), (-8.2, 8.6), (-8.2, 3.0), (-7.8,
        -1.2),
          (-7.2, -1.6), (-6.9, 0.6), (-6.6, 3.0), (-5.2, 6.0), (-1.8, 7.4), (2.2, 7.6), (6.2, 5.4)),
    ear=(-7.6, -0.8), eyes=((3.1, 0.6), (-3.1, 0.6)), brows=(((1.8, 3.5), (3.1, 4.0), (4.5, 3.4)), ((-4.5,
        3.4), (-3.1, 4.0), (-1.8, 3.5))),
    nose=((0.3, -0.8), (0.9, -2.7), (-0.6, -2.9)), mouth=((2.6, -5.3), (0.0, -6.3), (-2.6, -5.3)),
)  # fmt: skip


def _blend(a: Line, b: Line, t: float) -> Line:
    return tuple((p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t) for p, q in zip(a, b, strict=True))


def _view(turned_away: float) -> View:
    """The view at an angle in degrees: 0 sees the face from the front, 90 from the side."""
    if turned_away >= 58:
        return PROFILE
    a, b, t = (FRONT, QUARTER, turned_away / 45) if turned_away < 45 else (QUARTER, PROFILE, (turned_away - 45) / 45)
    return View(
        _blend(a.face, b.face, t), _blend(a.hair, b.hair, t), _blend((a.ear,), (b.ear,), t)[0],
        tuple(_blend(a.eyes, b.eyes, t)),  # type: ignore[arg-type]
        (_blend(a.brows[0], b.brows[0], t), _blend(a.brows[1], b.brows[1], t)),
        _blend(a.nose, b.nose, t), _blend(a.mouth, b.mouth, t),
    )  # fmt: skip


def head(view: Camera, body: Body) -> list[Shape]:
    bone = body["head"]
    centre = view.page(at(bone.start, bone.frame, (1.6, 4.6, 0.0)))
    ahead, up = view.flat(bone.frame[0]), view.flat(bone.frame[1])
    size = hypot(*up) or 1e-6
    v = (up[0] / size, up[1] / size)
    # the direction of the face on the page: at right angles to the head's up, to one side or the other
    sideways = ahead[0] * -v[1] + ahead[1] * v[0]
    h = (-v[1], v[0]) if sideways >= 0 else (v[1], -v[0])
    away = degrees(atan2(abs(sideways) / view.scale, max(view.depth(bone.frame[0]), 0.0)))
    drawn = _view(away)
    s = view.scale

    def page(line: Line) -> Points:
        return tuple((centre[0] + (h[0] * x + v[0] * y) * s, centre[1] + (h[1] * x + v[1] * y) * s) for x, y in line)

    def spot(p: V2, rx: float, ry: float) -> tuple[Points, ...]:
        return ((page((p,))[0], (rx * s, ry * s)),)

    profile = away >= 58
    shapes = [
        Shape("skin", "head", (page(drawn.face),)),
        Shape("hair", "head", (page(drawn.hair),), edge=False),
    ]
    if away > 20:
        shapes.append(Shape("skin", "head", spot(drawn.ear, 1.5, 2.1), "round", edge=False))
        shapes.append(
            Shape(
                "line",
                "head",
                (
                    page(
                        (
                            (drawn.ear[0] + 0.3, drawn.ear[1] + 0.9),
                            (drawn.ear[0] - 0.5, drawn.ear[1]),
                            (drawn.ear[0] + 0.2, drawn.ear[1] - 0.8),
                        )
                    ),
                ),
                "open",
                0.4 * s,
            )
        )
    for eye, brow in zip(drawn.eyes[: 1 if profile else 2], drawn.brows, strict=False):
        shapes.append(Shape("ink", "head", spot(eye, 0.75, 0.95), "round", edge=False))
        shapes.append(Shape("line", "head", (page(brow),), "open", 0.55 * s))
    shapes.append(Shape("line", "head", (page(drawn.nose), page(drawn.mouth)), "open", 0.55 * s))
    return shapes
