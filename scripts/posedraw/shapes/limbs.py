"""The shapes of trunk, neck, arms and legs, from cross-sections along the bones (centimetres)."""

from __future__ import annotations

from posedraw.body.kinematics import Body
from posedraw.geometry import V2, along, at
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Points, Shape
from posedraw.shapes.silhouette import Station, half_widths, tube

THIGH: tuple[Station, ...] = (
    (0.0, 8.0, 9.6, 8.2),
    (0.5, 7.3, 7.3, 6.9),
    (1.0, 5.4, 5.1, 5.2),
)
LEGGING: tuple[Station, ...] = (
    (0.0, 5.4, 5.1, 5.2),
    (0.4, 4.4, 5.7, 5.1),
    (0.76, 3.5, 3.9, 3.6),
)
SHIN: tuple[Station, ...] = ((0.7, 3.0, 3.5, 3.2), (1.0, 2.6, 3.5, 3.0))
UPPER_ARM: tuple[Station, ...] = ((0.5, 4.0, 3.9, 3.9), (1.0, 3.5, 3.4, 3.4))
SLEEVE: tuple[Station, ...] = ((0.03, 4.4, 4.4, 4.3), (0.2, 5.1, 5.0, 4.8), (0.58, 4.8, 4.6, 4.5))
FOREARM: tuple[Station, ...] = ((0.0, 3.5, 3.5, 3.4), (0.3, 3.8, 3.6, 3.5), (1.0, 2.4, 2.4, 2.0))

# of the trunk: bone, height above its start (cm), half-widths front, back, to the sides
Ring = tuple[str, float, float, float, float]
SHIRT: tuple[Ring, ...] = (
    ("pelvis", 3.0, 7.0, 7.0, 11.0), ("pelvis", 8.0, 9.2, 8.4, 13.6), ("waist", 3.0, 10.2, 8.0, 12.9),
    ("waist", 15.0, 10.6, 9.9, 13.6), ("chest", 9.0, 10.8, 11.6, 15.6),
    ("chest", 16.5, 7.9, 10.9, 16.4), ("chest", 20.6, 4.6, 8.6, 14.0), ("chest", 22.8, 2.6, 6.4, 7.6),
)  # fmt: skip
HIPS: tuple[Ring, ...] = (
    ("pelvis", -8.6, 3.0, 6.6, 8.0), ("pelvis", -5.0, 7.2, 9.4, 13.6), ("pelvis", 0.0, 8.6, 10.5, 15.5),
    ("pelvis", 7.5, 8.2, 8.0, 12.8),
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
    return Shape(role, bone, tube(view, part.start, part.end, part.frame, stations), "tube", far=far, caps=caps)


def trunk(view: Camera, body: Body, rings: tuple[Ring, ...]) -> Points:
    """One outline over several bones, through the edges of their rings."""
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


NECK: tuple[Station, ...] = ((0.0, 6.4, 6.6, 6.8), (0.35, 4.9, 5.3, 5.2), (1.0, 4.8, 5.2, 5.0))


def neck(view: Camera, body: Body) -> Shape:
    bone = body["neck"]
    start, end = along(bone.start, bone.frame[1], -3.0), along(bone.end, bone.frame[1], 3.0)
    return Shape("skin", "neck", tube(view, start, end, bone.frame, NECK), "tube", caps=(False, False), edge=False)
