"""Arrows of movement: along the way a place of the body takes, or round it."""

from collections.abc import Sequence
from math import cos, hypot, radians, sin

from .camera import Camera
from .shapes import Shape
from .space import V2

WIDTH = 6.0
HEAD = 15.0


def arrow(points: Sequence[V2], both: bool) -> list[Shape]:
    """A curved line with a head at its end, and at its beginning if the way goes both ways."""
    heads = [_head(points[-2], points[-1])]
    if both:
        heads.append(_head(points[1], points[0]))
    return [
        Shape("a", "", (tuple(points),), "open", WIDTH, edge=False),
        Shape("a", "", tuple(heads), "line", WIDTH, edge=False),
    ]


def _head(before: V2, tip: V2) -> tuple[V2, V2, V2]:
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    size = hypot(dx, dy) or 1.0
    x, y = dx / size * HEAD, dy / size * HEAD
    return (tip[0] - x - y * 0.75, tip[1] - y + x * 0.75), tip, (tip[0] - x + y * 0.75, tip[1] - y - x * 0.75)


def ring(view: Camera, centre: V2, wide: float, high: float) -> tuple[list[Shape], list[Shape]]:
    """Most of an ellipse, as (the half behind the body, the half before it, with the head)."""
    rx, ry = wide * view.scale / 2, high * view.scale / 2

    def arc(*degrees: int) -> tuple[V2, ...]:
        return tuple((centre[0] + rx * cos(radians(a)), centre[1] + ry * sin(radians(a))) for a in degrees)

    front = [Shape("a", "", (arc(0, 30, 60, 90, 120, 150, 180),), "open", WIDTH, edge=False)]
    back = [Shape("a", "", (arc(-62, -40, -20, 0),), "open", WIDTH, edge=False)]
    back += arrow(arc(180, 200, 220, 240), both=False)
    return back, front


def way(points: Sequence[V2]) -> list[V2]:
    """The way lengthened until an arrow can be seen on it, a few points at most."""
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
