"""Arrows of movement: along the path of a place of the body, or round it."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, degrees, hypot, radians, sin

from posedraw.geometry import V2, V3, cross, unit
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Shape

WIDTH = 5.0
HEAD, HALF = 16.0, 8.0  # the length of an arrow's head, and half its width
ROUND = 0.34  # the least ratio of a ring's radii, so that one seen edge-on stays a ring
CASING = 6.0  # the gap round an arrow, both sides together


def arrow(points: Sequence[V2], both: bool) -> list[Shape]:
    """A curved line with a head at its end, and with `both` at its start."""
    heads = [_head(points[-2], points[-1])]
    line = list(points)
    line[-1] = _neck(heads[0])
    if both:
        heads.append(_head(points[1], points[0]))
        line[0] = _neck(heads[1])
    return _cased([Shape("a", "", (tuple(line),), "open", WIDTH)], heads)


def _cased(stems: list[Shape], heads: list[tuple[V2, V2, V2]]) -> list[Shape]:
    """Stems and heads with a gap round them, so that they stand out from what they cross."""
    gaps = [Shape("ag", s.bone, s.curves, s.kind, WIDTH + CASING) for s in stems]
    return [*gaps, *stems, Shape("a", "", tuple(heads), "straight", edge=False)] if heads else [*gaps, *stems]


def _head(before: V2, tip: V2) -> tuple[V2, V2, V2]:
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    size = hypot(dx, dy) or 1.0
    x, y = dx / size, dy / size
    base = (tip[0] - x * HEAD, tip[1] - y * HEAD)
    return (base[0] - y * HALF, base[1] + x * HALF), tip, (base[0] + y * HALF, base[1] - x * HALF)


def _neck(head: tuple[V2, V2, V2]) -> V2:
    """Where the line ends inside its head."""
    (ax, ay), (tx, ty), (bx, by) = head
    return (ax + bx) * 0.35 + tx * 0.3, (ay + by) * 0.35 + ty * 0.3


def ring(view: Camera, centre: V2, wide: float, axis: V3) -> tuple[list[Shape], list[Shape]]:
    """A circle about an axis, as an open ellipse on the page: (its part behind the body, its part in front with the head)."""
    level = unit(
        cross(axis, view.near), unit(cross(axis, (1.0, 0.0, 0.0)))
    )  # in the plane of the ring, and parallel to the page
    other = cross(axis, level)
    if view.depth(other) < 0:
        level, other = (-level[0], -level[1], -level[2]), (-other[0], -other[1], -other[2])
    u, v = view.flat(level), view.flat(other)
    half = wide / 2
    radii = (half * view.scale, half * max(hypot(*v), ROUND * view.scale))
    slant = degrees(atan2(u[1], u[0]))

    def spot(angle: float) -> V2:
        """The point at an angle in degrees: from 0 to 180 it is in front of the body, from 180 to 360 behind."""
        c, s = cos(radians(slant)), sin(radians(slant))
        x, y = radii[0] * cos(radians(angle)), radii[1] * sin(radians(angle)) * turn
        return centre[0] + x * c - y * s, centre[1] + x * s + y * c

    turn = 1.0 if u[0] * v[1] - u[1] * v[0] >= 0 else -1.0
    stops = (56.0, 180.0, 388.0) if turn > 0 else (124.0, 0.0, -208.0)  # clockwise on the page

    def part(a: float, b: float) -> Shape:
        return Shape("a", "", ((spot(a), spot(b), radii, (slant, float(abs(b - a) > 180))),), "arc", WIDTH)

    first, middle, last = stops
    side = 360.0 if turn > 0 else -180.0
    head = _head(spot(last - 9 * turn), spot(last))
    return _cased([part(middle, side)], []), _cased([part(first, middle), part(side, last - 12 * turn)], [head])


def way(points: Sequence[V2]) -> list[V2]:
    """The path, lengthened if it is too short for an arrow to be seen, with a few points at most."""
    a, b = points[0], points[-1]
    size = hypot(b[0] - a[0], b[1] - a[1])
    least = 3.0 * HEAD
    if 1 < size < least:
        grow = (least / size - 1) / 2
        dx, dy = (b[0] - a[0]) * grow, (b[1] - a[1]) * grow
        return [(a[0] - dx, a[1] - dy), *points[1:-1][:: max(1, len(points) // 3)], (b[0] + dx, b[1] + dy)]
    step = max(1, (len(points) - 1) // 3)
    kept = list(points[::step])
    return kept if kept[-1] == b else [*kept, b]
