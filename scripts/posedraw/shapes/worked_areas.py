"""Worked areas: coloured bands over a muscle, the sole or a joint."""

from __future__ import annotations

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body
from posedraw.geometry import V3, at
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Shape

# area → what it is drawn over, its bone, its line in the bone's frame (cm), and its width (cm)
Band = tuple[str, str, tuple[V3, ...], float]
BANDS: dict[str, Band] = {
    "sole": ("skin", "foot", ((-4.4, -6.0, 0), (-1.5, -5.9, 0), (3.2, -5.2, 0), (7.4, -5.4, 0), (11.5,
    -5.9, 0)), 1.9),
    "calf": ("legs", "shank", tuple((-x, -sk.SHANK * t, 0.0) for x, t in ((3.4, 0.1), (4.7, 0.22), (5.0,
    0.34), (3.9, 0.5), (2.7, 0.62))), 2.8),
    "heel cord": ("skin", "shank", tuple((-x, -sk.SHANK * t, 0.0) for x, t in ((2.4, 0.74), (2.2, 0.84),
    (2.8, 0.95))), 2.0),
    "shin": ("legs", "shank", tuple((x, -sk.SHANK * t, 0.0) for x, t in ((3.2, 0.14), (2.9, 0.33), (2.3,
    0.5), (2.0, 0.66))), 2.6),
    "back of thigh": ("legs", "thigh", tuple((-x, -sk.THIGH * t, 0.0) for x, t in ((6.3, 0.2), (5.6, 0.45),
    (4.2, 0.7), (3.0, 0.88))), 3.2),
}  # fmt: skip
AREAS = (*BANDS, "toes", "ankle")
WORKS = tuple(f"{side} {area}" for side in ("right", "left") for area in AREAS)


def marks(view: Camera, body: Body, side: str, worked: frozenset[str], over: str, along: str = "") -> list[Shape]:
    """What is worked, drawn over the skin or over the legs' clothes; `along`: of this bone only."""
    made = []
    for area, (ground, bone, line, width) in BANDS.items():
        if ground == over and f"{side} {area}" in worked and along in ("", bone):
            part = body[f"{side} {bone}"]
            points = tuple(view.page(at(part.start, part.frame, v)) for v in line)
            made.append(Shape("work", f"{side} {bone}", (points,), "open", width * view.scale, edge=False))
    if over == "skin" and f"{side} ankle" in worked:
        foot, r = body[f"{side} foot"], 2.3 * view.scale
        spot = view.page(at(foot.start, foot.frame, (-0.2, -1.6, 0)))
        made.append(Shape("work", f"{side} foot", ((spot, (r, r)),), "round", edge=False))
    return made
