"""Outlines on the page from cross-sections along a bone."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from posedraw.geometry import V2, V3, Frame
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Points, Shape

Station = tuple[float, float, float, float]  # share of the bone, and half-widths: front, back, to the sides


def half_widths(view: Camera, frame: Frame, front: float, back: float, side: float, n: V2) -> tuple[float, float]:
    """The extent of a section along the page's direction `n`, and against it."""
    ahead, right = view.flat(frame[0]), view.flat(frame[2])
    a = ahead[0] * n[0] + ahead[1] * n[1]
    r = (right[0] * n[0] + right[1] * n[1]) * side
    plus, minus = (front, back) if a > 0 else (back, front)
    return hypot(a * plus, r), hypot(a * minus, r)


def tube(view: Camera, start: V3, end: V3, frame: Frame, stations: Sequence[Station]) -> tuple[Points, Points]:
    """The two edges of a limb, both from its upper end to its lower."""
    a, b = view.page(start), view.page(end)
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = hypot(dx, dy) or 1e-6
    n = (-dy / size, dx / size)
    ups: list[V2] = []
    downs: list[V2] = []
    for t, front, back, side in stations:
        x, y = a[0] + dx * t, a[1] + dy * t
        plus, minus = half_widths(view, frame, front, back, side, n)
        ups.append((x + n[0] * plus, y + n[1] * plus))
        downs.append((x - n[0] * minus, y - n[1] * minus))
    return tuple(ups), tuple(downs)


def hull(points: Sequence[V2]) -> Points:
    """The convex hull of points on the page."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return tuple(ordered)

    def chain(line: Sequence[V2]) -> list[V2]:
        out: list[V2] = []
        for p in line:
            while len(out) > 1 and (out[-1][0] - out[-2][0]) * (p[1] - out[-2][1]) <= (out[-1][1] - out[-2][1]) * (
                p[0] - out[-2][0]
            ):
                out.pop()
            out.append(p)
        return out

    return tuple(chain(ordered)[:-1] + chain(ordered[::-1])[:-1])


def thinned(points: Sequence[V2], gap: float) -> Points:
    """The points without those nearer than `gap` to the one before."""
    kept = [points[0]]
    for p in points[1:]:
        if hypot(p[0] - kept[-1][0], p[1] - kept[-1][1]) >= gap:
            kept.append(p)
    if len(kept) > 3 and hypot(kept[0][0] - kept[-1][0], kept[0][1] - kept[-1][1]) < gap:
        kept.pop()
    return tuple(kept)


def within(shape: Shape, centre: V2, radius: float) -> bool:
    """Whether a shape is at least partly within `radius` of `centre`."""
    if shape.kind == "round":
        (x, y), (rx, ry) = shape.curves[0]
        return hypot(x - centre[0], y - centre[1]) < radius + max(rx, ry)
    curves = [shape.curves[0] + shape.curves[1][::-1]] if shape.kind == "tube" else shape.curves
    reach = radius + shape.width / 2 + (_half(shape.curves) if shape.kind == "tube" else 0.0)
    closed = shape.kind not in ("open", "line")
    return any(_near(curve, centre, reach) or (closed and _encloses(curve, centre)) for curve in curves)


def _half(edges: tuple[Points, ...]) -> float:
    """Half the width of a tube's wider end, which is how far a round cap reaches beyond it."""
    ups, downs = edges
    return max(hypot(u[0] - d[0], u[1] - d[1]) for u, d in ((ups[0], downs[0]), (ups[-1], downs[-1]))) / 2


def _near(curve: Points, centre: V2, reach: float) -> bool:
    pairs = zip(curve, curve[1:] + curve[:1], strict=True)
    return any(_from_segment(centre, a, b) < reach for a, b in pairs)


def _from_segment(p: V2, a: V2, b: V2) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / size)) if size else 0.0
    return hypot(p[0] - a[0] - dx * t, p[1] - a[1] - dy * t)


def _encloses(curve: Points, p: V2) -> bool:
    inside = False
    for a, b in zip(curve, curve[1:] + curve[:1], strict=True):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]:
            inside = not inside
    return inside
