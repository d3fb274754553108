"""Shapes as SVG elements: neighbouring shapes that look alike share one path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from posedraw.shapes.shape import Shape
from posedraw.svg.path import arc, bowed, circle, line, moved_pen, pen_of, rounded_point, smooth, tube

# role → class, for roles whose class differs; far skin, top and legs have an f after it
CLASSES = {"skin": "s", "top": "t", "legs": "l", "hair": "h", "ink": "i", "line": "e", "work": "w",
    "flush": "wt", "nail": "na", "rubber": "ru", "towel-line": "tl",
}  # fmt: skip


def outline(shape: Shape) -> str:
    """The path data of a shape."""
    if shape.kind == "round":
        return "".join(circle(x, y, rx, ry) for (x, y), (rx, ry) in shape.curves)
    if shape.kind == "arc":
        return "".join(arc(*points) for points in shape.curves)
    if shape.kind == "tube":
        return tube(shape.curves[0], shape.curves[1], shape.caps)
    if shape.kind == "line":
        return "".join(line(points) for points in shape.curves)
    if shape.kind == "bow":
        return "".join(bowed(points) for points in shape.curves)
    if shape.kind == "straight":
        return "".join(line(points, closed=True) for points in shape.curves)
    return "".join(smooth(points, closed=shape.kind == "smooth") for points in shape.curves)


@cache
def _look(role: str, kind: str, far: bool, edge: bool) -> str:
    name = CLASSES.get(role, role)
    stroked = kind in ("open", "line", "arc")
    words = [name + ("f" if far and name in "stl" else "")]
    if stroked:
        words.append("o")
    elif edge:
        words.append("g")
    return " ".join(words)


def class_of(shape: Shape) -> str:
    return _look(shape.role, shape.kind, shape.far, shape.edge)


def element(shape: Shape, d: str, extra: str = "") -> str:
    width = f' stroke-width="{round(shape.width)}"' if shape.width else ""
    return f'<path class="{class_of(shape)}"{width}{extra} d="{d}"/>'


class Still:
    """Writes shapes that do not move: neighbouring shapes that look alike share one element."""

    def draw(self, shapes: Iterable[Shape]) -> str:
        return "".join(element(group[0], _together(group)) for group in alike(shapes))


def _together(group: Sequence[Shape]) -> str:
    """One path for all shapes; a line that starts where the last one ended continues it."""
    d, end, pen = "", None, None
    for shape in group:
        for curve in [(c,) for c in shape.curves] if shape.kind in ("line", "open") else [shape.curves]:
            begun = shape.kind == "line" and curve[0][0] == end
            more = line(curve[0], begun=True) if begun else outline(replace(shape, curves=curve))
            d += more if begun or pen is None else moved_pen(more, pen)
            end = curve[0][-1] if shape.kind in ("line", "open") else None
            pen = rounded_point(end) if end else None if shape.kind == "arc" else pen_of(more)
    return d


def alike(shapes: Iterable[Shape]) -> Iterator[Sequence[Shape]]:
    for _, group in groupby(shapes, key=lambda s: (class_of(s), round(s.width))):
        yield list(group)
