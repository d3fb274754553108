"""Vectors and frames in three dimensions: x ahead, y up, z to the person's right; lengths in centimetres."""

from __future__ import annotations

from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt

V2 = tuple[float, float]
V3 = tuple[float, float, float]
Frame = tuple[V3, V3, V3]  # the images of ahead, up and right: a rotation by columns

WORLD: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def add(a: V3, b: V3) -> V3:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: V3, b: V3) -> V3:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: V3, by: float) -> V3:
    return (a[0] * by, a[1] * by, a[2] * by)


def along(a: V3, direction: V3, by: float) -> V3:
    return (a[0] + direction[0] * by, a[1] + direction[1] * by, a[2] + direction[2] * by)


def mix(a: V3, b: V3, t: float) -> V3:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def dot(a: V3, b: V3) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: V3, b: V3) -> V3:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: V3) -> float:
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: V3, b: V3) -> float:
    return length(sub(a, b))


def from_segment(p: V3, a: V3, b: V3) -> float:
    """The distance of a point from the segment between two others."""
    way = sub(b, a)
    size = dot(way, way)
    return distance(p, along(a, way, max(0.0, min(1.0, dot(sub(p, a), way) / size)) if size else 0.0))


def unit(a: V3, otherwise: V3 = (0.0, 1.0, 0.0)) -> V3:
    size = length(a)
    return scale(a, 1 / size) if size > 1e-9 else otherwise


def across(a: V3, direction: V3) -> V3:
    """The part of `a` at right angles to the unit vector `direction`."""
    return along(a, direction, -dot(a, direction))


def about_ahead(angle: float) -> Frame:
    if not angle:
        return WORLD
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((1.0, 0.0, 0.0), (0.0, c, s), (0.0, -s, c))


def about_up(angle: float) -> Frame:
    if not angle:
        return WORLD
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c))


def about_right(angle: float) -> Frame:
    if not angle:
        return WORLD
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, s, 0.0), (-s, c, 0.0), (0.0, 0.0, 1.0))


def turned(frame: Frame, v: V3) -> V3:
    """The vector in world coordinates; `v` is in the coordinates of `frame`."""
    f, u, r = frame
    x, y, z = v
    return (
        f[0] * x + u[0] * y + r[0] * z,
        f[1] * x + u[1] * y + r[1] * z,
        f[2] * x + u[2] * y + r[2] * z,
    )


def at(origin: V3, frame: Frame, v: V3) -> V3:
    return add(origin, turned(frame, v))


def compose(outer: Frame, *inner: Frame) -> Frame:
    for frame in inner:
        if frame is WORLD:
            continue
        outer = (turned(outer, frame[0]), turned(outer, frame[1]), turned(outer, frame[2]))
    return outer


def relative(frame: Frame, parent: Frame) -> Frame:
    """`frame` as seen from `parent`: compose(parent, relative(frame, parent)) == frame."""
    f, u, r = parent
    return tuple((dot(f, v), dot(u, v), dot(r, v)) for v in frame)  # type: ignore[return-value]


def angles_zxy(frame: Frame) -> tuple[float, float, float]:
    """The angles in degrees (about right, about ahead, about up), with frame == right · ahead · up."""
    f, u, r = frame
    second = asin(max(-1.0, min(1.0, u[2])))
    if hypot(u[0], u[1]) < 1e-6:  # gimbal lock: only the sum of the two other angles is defined
        return (degrees(atan2(f[1], f[0])), degrees(second), 0.0)
    return (degrees(atan2(-u[0], u[1])), degrees(second), degrees(atan2(-f[2], r[2])))


def angles_yxz(frame: Frame) -> tuple[float, float, float]:
    """The angles in degrees (about up, about ahead, about right), with frame == up · ahead · right."""
    f, u, r = frame
    second = asin(max(-1.0, min(1.0, -r[1])))
    if hypot(r[0], r[2]) < 1e-6:
        return (degrees(atan2(-f[2], f[0])), degrees(second), 0.0)
    return (degrees(atan2(r[0], r[2])), degrees(second), degrees(atan2(f[1], u[1])))


def between(a: V3, b: V3) -> float:
    """The angle between two unit vectors, in degrees."""
    return degrees(acos(max(-1.0, min(1.0, dot(a, b)))))


def frame_of(ahead: V3, up: V3) -> Frame:
    """The frame whose up is `up` and whose ahead is as near to `ahead` as it can be."""
    u = unit(up)
    f = unit(across(ahead, u), unit(across((1.0, 0.0, 0.0), u), unit(across((0.0, 0.0, 1.0), u))))
    return (f, u, cross(f, u))
