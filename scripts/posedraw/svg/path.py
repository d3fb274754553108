"""SVG path data: short, whole numbers, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot

from posedraw.geometry import V2


def numbers(values: Iterable[float]) -> str:
    """Whole numbers with no more between them than is needed."""
    out = ""
    for value in values:
        text = str(round(value))
        out += text if not out or text[0] == "-" else " " + text
    return out


def tube(ups: Sequence[V2], downs: Sequence[V2], caps: tuple[bool, bool]) -> str:
    """Down one edge of a limb, round its end, up the other edge, round its beginning."""
    there, back = _fitted(ups, closed=False), _fitted(downs[::-1], closed=False)
    first, last = whole(there[0]), whole(back[-1])
    d = f"M{numbers(first)}{_open(there)}{_turn(whole(there[-1]), whole(back[0]), caps[1])}{_open(back)}"
    return d + (_turn(last, first, True) if caps[0] else "") + "z"


def smooth(points: Sequence[V2], closed: bool = True) -> str:
    """A smooth line by the points, closed or from the first to the last."""
    fitted = _fitted(points, closed)
    return _ring(fitted) if closed else f"M{numbers(whole(fitted[0]))}{_open(fitted)}"


def whole(p: V2) -> tuple[int, int]:
    return round(p[0]), round(p[1])


def _turn(here: V2, there: V2, rounded: bool) -> str:
    dx, dy = there[0] - here[0], there[1] - here[1]
    radius = max(1, round(hypot(dx, dy) / 2))
    return f"a{radius} {radius} 0 0 0 {numbers((dx, dy))}" if rounded else f"l{numbers((dx, dy))}"


def _fitted(points: Sequence[V2], closed: bool) -> list[V2]:
    """Points moved out of each bend, so that the curve they steer passes about where they were."""
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
    start = whole(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))
    return f"M{numbers(start)}{_steered(start, [*points, points[0]], start)}z"


def _open(points: Sequence[V2]) -> str:
    """From the first point, where the pen is, to the last."""
    here, end = whole(points[0]), whole(points[-1])
    if len(points) == 2:
        return f"l{numbers((end[0] - here[0], end[1] - here[1]))}"
    return _steered(here, points[1:], end)


def _steered(here: V2, steers: Sequence[V2], end: V2) -> str:
    """Quadratic curves whose joints lie half-way between their steering points: then each steering point
    is the
    mirror image of the one before, and `t` needs but the joint. The joint is rounded so that what the
    mirror gives
    stays near what was meant."""
    steer = whole(steers[0])
    values: list[float] = [steer[0] - here[0], steer[1] - here[1]]
    x, y = here
    for i in range(1, len(steers)):
        nx, ny = end
        if i < len(steers) - 1:
            nx, ny = whole(((steer[0] + steers[i][0]) / 2, (steer[1] + steers[i][1]) / 2))
        values += [nx - x, ny - y]
        steer = (round(2 * nx - steer[0]), round(2 * ny - steer[1]))
        x, y = nx, ny
    tail = values[4:]
    return f"q{numbers(values[:4])}" + (f"t{numbers(tail)}" if tail else "")


def line(points: Sequence[V2], closed: bool = False, begun: bool = False) -> str:
    """Straight strokes; `begun` where the pen is at the first point already."""
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
    """Part of an ellipse, clockwise on the page; `turned`: the slant of its first radius, and 1 where it is the
    greater part."""
    flags = f"{round(turned[0])} {round(turned[1])} 1 "
    there = (round(end[0]) - round(start[0]), round(end[1]) - round(start[1]))
    return f"M{numbers(start)}a{numbers(radii)} {flags}{numbers(there)}"


def bowed(points: Sequence[V2]) -> str:
    """A piece of cloth: two long edges, each a curve by its middle, with straight ends."""
    a, b, c, d, e, f = points
    there, back = smooth((a, b, c), closed=False), smooth((d, e, f), closed=False)
    gap = [round(q) - round(p) for p, q in zip(c, d, strict=True)]
    return f"{there}l{numbers(gap)}{back[back.index('q') :]}z"


START = re.compile(r"M(-?\d+) ?(-?\d+)")


def pen_of(d: str) -> tuple[int, int]:
    """Where a closed line begins, and so ends; of several the last."""
    x, y = START.findall(d)[-1]
    return int(x), int(y)


def moved_pen(d: str, pen: tuple[int, int]) -> str:
    """The same line begun from where the pen is: fewer digits."""
    begin = START.match(d)
    if begin is None:
        return d
    return f"m{numbers((int(begin[1]) - pen[0], int(begin[2]) - pen[1]))}{d[begin.end() :]}"
