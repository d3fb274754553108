"""The shapes of a hand: a palm, a thumb, and four fingers that bend twice (centimetres)."""

from __future__ import annotations

from posedraw.body.kinematics import Body, outward
from posedraw.geometry import V3, about_ahead, at, compose, mix
from posedraw.scene.camera import Camera
from posedraw.shapes.foot import CONTOUR, NEAR_CONTOUR
from posedraw.shapes.shape import Points, Shape
from posedraw.shapes.silhouette import Station, tube

PALM: tuple[Station, ...] = ((0.0, 2.5, 2.5, 1.9), (1.0, 3.7, 3.7, 1.6))
# of each finger, from the thumb's neighbour: where it leaves the palm, the length of its two drawn parts, its fan
FINGERS = ((2.75, 4.3, 3.3, 4.0), (0.95, 4.7, 3.7, 1.0), (-0.85, 4.4, 3.4, -2.0), (-2.6, 3.6, 2.7, -6.0))
THICK = 1.78
OPEN_THUMB = ((2.0, -1.6, -0.5), (4.2, -4.4, -1.2), (5.0, -7.4, -1.5))
CLOSED_THUMB = ((2.2, -1.6, -0.6), (4.0, -4.6, -1.6), (2.4, -7.2, -3.6))
HOLDING_THUMB = ((2.0, -1.6, -0.6), (4.0, -3.6, -3.0), (3.4, -4.0, -6.0))
THUMB_ROOT = (0.7, -1.0, 0.0)  # inside the palm, so that no contour cuts the thumb off
STRAIGHT = 14.0
CLOSED = 50.0  # fingers bent more than this hold something


def curl(body: Body, side: str) -> float:
    """The bend of the fingers' middle joints in degrees: their `curl`, by default their flexion."""
    joint = f"{side} fingers"
    return body.angles.get((joint, "curl"), body.angles.get((joint, "flexion"), 15.0) * 0.9)


def finger_points(body: Body, side: str) -> list[tuple[V3, V3, V3]]:
    """Root, middle and tip of every finger; each bends once more than the hand does."""
    bone, out = body[f"{side} fingers"], outward(side)
    bent = about_ahead(out * curl(body, side))
    points = []
    for across, first, second, fan in FINGERS:
        frame = bone.frame
        root = at(bone.start, frame, (across, 0.7, 0.0))
        middle = at(root, frame, (first * fan * 0.0175, -first, 0.0))
        tip = at(middle, compose(frame, bent), (second * fan * 0.0175, -second, 0.0))
        points.append((root, middle, tip))
    return points


def hand(view: Camera, body: Body, side: str, far: bool) -> tuple[list[Shape], list[Shape]]:
    """(the contour of the fingers, drawn before the arm; fingers and thumb, drawn over it)"""
    name = f"{side} fingers"
    points = finger_points(body, side)
    bone = body[name]
    order = sorted(range(4), key=lambda i: sum(view.depth(p) for p in points[i]))
    straight = curl(body, side) < STRAIGHT
    curves: list[Points] = [tuple(view.page(p) for p in (points[i][::2] if straight else points[i])) for i in order]
    width = THICK * view.scale
    contour = [Shape("line", name, (c,), "line", width + (NEAR_CONTOUR if view.detail else CONTOUR)) for c in curves]
    if view.detail:
        over = []
        for edge, curve in zip(contour, curves, strict=True):
            over += [edge, Shape("skin", name, (curve,), "line", width, far)]
        return [], over
    if far:
        curves.append(_thumb(view, body, side))
        contour.append(Shape("line", f"{side} palm", (curves[-1],), "line", width + CONTOUR))
    over = [Shape("skin", name, (c,), "line", width, far) for c in curves]
    spread = view.flat(bone.frame[0])
    if far or _closed(body, side) or abs(spread[0]) + abs(spread[1]) < 0.5 * view.scale:
        return contour, over
    gaps = [tuple(view.page(mix(p, q, 0.5)) for p, q in zip(points[i], points[i + 1], strict=True)) for i in range(3)]
    return contour, [*over, *(Shape("line", name, (gap,), "line", 1.2) for gap in gaps)]


def thumb(view: Camera, body: Body, side: str, far: bool) -> list[Shape]:
    """The thumb with a contour, which grows out of the palm; outside a close-up that of a far hand is drawn with the fingers."""
    line = _thumb(view, body, side)
    palm = body[f"{side} palm"]
    root = view.page(at(palm.start, palm.frame, THUMB_ROOT))
    width = THICK * view.scale
    edge = NEAR_CONTOUR if view.detail else CONTOUR
    return [
        Shape("line", f"{side} palm", (line,), "line", width + edge),
        Shape("skin", f"{side} palm", ((root, *line),), "line", width, far),
    ]


def thumb_behind(view: Camera, body: Body, side: str) -> bool:
    """Whether the hand hides the thumb. Outside a close-up the thumb is always shown."""
    palm, out = body[f"{side} palm"], outward(side)
    return view.detail and _closed(body, side) and view.depth(palm.frame[2]) * out > 0


def _thumb(view: Camera, body: Body, side: str) -> Points:
    """Along an open hand, across the fingers of a closed one, opposite them where they hold something thick."""
    palm, out = body[f"{side} palm"], outward(side)
    bent = CLOSED_THUMB if curl(body, side) > CLOSED else HOLDING_THUMB
    spots = bent if _closed(body, side) else OPEN_THUMB
    return tuple(view.page(at(palm.start, palm.frame, (x, y, z * out))) for x, y, z in spots)


def _closed(body: Body, side: str) -> bool:
    return body.angles.get((f"{side} fingers", "flexion"), 15.0) > CLOSED


def palm(view: Camera, body: Body, side: str, far: bool) -> Shape:
    bone = body[f"{side} palm"]
    curves = tube(view, bone.start, bone.end, bone.frame, PALM)
    return Shape("skin", f"{side} palm", curves, "tube", far=far, caps=(True, True))
