"""SVG path data: short, in whole numbers, and deterministic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot

from posedraw.geometry import V2


def numbers(values: Iterable[float]) -> str:
    """The values rounded, separated only where a minus does not separate them."""
    out = ""
    for value in values:
        text = str(round(value))
        out += text if not out or text[0] == "-" else " " + text
    return out


def tube(ups: Sequence[V2], downs: Sequence[V2], caps: tuple[bool, bool]) -> str:
    """A closed path down one edge of a limb, round its end, up the other edge and round its start."""
    there, back = _fitted(ups, closed=False), _fitted(downs[::-1], closed=False)
    first, last = rounded_point(there[0]), rounded_point(back[-1])
    d = f"M{numbers(first)}{_open(there)}{_turn(rounded_point(there[-1]), rounded_point(back[0]), caps[1])}{_open(back)}"
    return d + (_turn(last, first, True) if caps[0] else "") + "z"


def smooth(points: Sequence[V2], closed: bool = True) -> str:
    """A smooth curve through about the points, closed or from the first to the last."""
    fitted = _fitted(points, closed)
    return _ring(fitted) if closed else f"M{numbers(rounded_point(fitted[0]))}{_open(fitted)}"


def rounded_point(p: V2) -> tuple[int, int]:
    return round(p[0]), round(p[1])


def _turn(here: V2, there: V2, rounded: bool) -> str:
    dx, dy = there[0] - here[0], there[1] - here[1]
    radius = max(1, round(hypot(dx, dy) / 2))
    return f"a{radius} {radius} 0 0 0 {numbers((dx, dy))}" if rounded else f"l{numbers((dx, dy))}"


def _fitted(points: Sequence[V2], closed: bool) -> list[V2]:
    """Control points moved out of each bend, so that the curve passes about through the points."""
    last = len(points) - 1
    fitted = []
    for i, p in enumerate(points):
        if not closed and i in (0, last):
            fitted.append(p)
            continue
        a, b = points[i - 1], points[i + 1 if i < last else 0]
        fitted.append((p[0] + (p[0] - (a[0] + b[0]) / 2) / 3, p[1] + (p[1] - (a[1] + b[1]) / 2) / 3))
    return fitted


def _ring(points: Sequence[V2]) -> str:
    a, b = points[-1], points[0]
    start = rounded_point(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))
    return f"M{numbers(start)}{_curves_to(start, [*points, points[0]], start)}z"


def _open(points: Sequence[V2]) -> str:
    """A curve from the first point, which is the current point of the path, to the last."""
    here, end = rounded_point(points[0]), rounded_point(points[-1])
    if len(points) == 2:
        return f"l{numbers((end[0] - here[0], end[1] - here[1]))}"
    return _curves_to(here, points[1:], end)


def _curves_to(here: V2, controls: Sequence[V2], end: V2) -> str:
    """Quadratic curves that meet half-way between their control points.

    Each control point is then the reflection of the one before, so that `t` needs only the end of a curve. Ends are
    rounded one by one, and the reflections computed from the rounded ones, so that errors do not add up.
    """
    control = rounded_point(controls[0])
    values: list[float] = [control[0] - here[0], control[1] - here[1]]
    x, y = here
    for i in range(1, len(controls)):
        nx, ny = end
        if i < len(controls) - 1:
            nx, ny = rounded_point(((control[0] + controls[i][0]) / 2, (control[1] + controls[i][1]) / 2))
        values += [nx - x, ny - y]
        control = (round(2 * nx - control[0]), round(2 * ny - control[1]))
        x, y = nx, ny
    tail = values[4:]
    return f"q{numbers(values[:4])}" + (f"t{numbers(tail)}" if tail else "")


def line(points: Sequence[V2], closed: bool = False, begun: bool = False) -> str:
    """Straight strokes; with `begun` the first point is the current point of the path."""
    pts = [(round(x), round(y)) for x, y in points]
    d = "" if begun else f"M{numbers(pts[0])}"
    rest = [v for a, b in pairwise(pts) for v in (b[0] - a[0], b[1] - a[1])]
    if rest:
        d += f"l{numbers(rest)}"
    return d + ("z" if closed else "")


def circle(x: float, y: float, rx: float, ry: float | None = None) -> str:
    """A closed ellipse as a path."""
    w, h = max(1, round(rx)), max(1, round(rx if ry is None else ry))
    return f"M{numbers((x - w, y))}a{numbers((w, h))} 0 1 0 {2 * w} 0a{numbers((w, h))} 0 1 0-{2 * w} 0z"


def arc(start: V2, end: V2, radii: V2, turned: V2) -> str:
    """Part of an ellipse, clockwise on the page.

    `turned` is the angle of the first radius in degrees, and 1 for the larger part or 0 for the smaller.
    """
    flags = f"{round(turned[0])} {round(turned[1])} 1 "
    there = (round(end[0]) - round(start[0]), round(end[1]) - round(start[1]))
    return f"M{numbers(start)}a{numbers(radii)} {flags}{numbers(there)}"


def bowed(points: Sequence[V2]) -> str:
    """A piece of cloth: two long edges, each a curve through a middle point, with straight ends."""
    a, b, c, d, e, f = points
    there, back = smooth((a, b, c), closed=False), smooth((d, e, f), closed=False)
    gap = [round(q) - round(p) for p, q in zip(c, d, strict=True)]
    return f"{there}l{numbers(gap)}{back[back.index('q') :]}z"


START = re.compile(r"M(-?\d+) ?(-?\d+)")


def pen_of(d: str) -> tuple[int, int]:
    """The start, and so the end, of the last closed line in a path."""
    x, y = START.findall(d)[-1]
    return int(x), int(y)


def moved_pen(d: str, pen: tuple[int, int]) -> str:
    """The same path with a relative first move from `pen`, which takes fewer digits."""
    begin = START.match(d)
    if begin is None:
        return d
    return f"m{numbers((int(begin[1]) - pen[0], int(begin[2]) - pen[1]))}{d[begin.end() :]}"
