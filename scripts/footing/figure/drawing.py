"""Shapes to SVG elements: neighbours of one colour become one path, with a gap left round the whole."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from .path import circle, line, smooth, tube
from .shapes import Shape

# role → (class near, class far)
CLASSES = {"skin": "s", "top": "t", "legs": "l", "hair": "h", "ink": "i", "line": "e", "work": "w"}


def outline(shape: Shape) -> str:
    if shape.kind == "round":
        return "".join(circle(x, y, rx, ry) for (x, y), (rx, ry) in shape.curves)
    if shape.kind == "tube":
        return tube(shape.curves[0], shape.curves[1], shape.caps)
    if shape.kind == "line":
        return "".join(line(points) for points in shape.curves)
    if shape.kind == "straight":
        return "".join(line(points, closed=True) for points in shape.curves)
    return "".join(smooth(points, closed=shape.kind == "smooth") for points in shape.curves)


def class_of(shape: Shape) -> str:
    name = CLASSES.get(shape.role, shape.role)
    stroked = shape.kind in ("open", "line")
    words = [name + ("f" if shape.far and name in "stl" else "")]
    if stroked:
        words.append("o")
    elif shape.edge:
        words.append("g")
    return " ".join(words)


def element(shape: Shape, d: str, extra: str = "") -> str:
    width = f' stroke-width="{round(shape.width)}"' if shape.width else ""
    return f'<path class="{class_of(shape)}"{width}{extra} d="{d}"/>'


class Still:
    """Draws shapes that stand still: neighbours that look alike share one element."""

    def draw(self, shapes: Iterable[Shape]) -> str:
        return "".join(element(group[0], _together(group)) for group in alike(shapes))


def _together(group: Sequence[Shape]) -> str:
    """One path of them all; lines that go on where the last one ended are not begun anew."""
    d, end = "", None
    for shape in group:
        if shape.kind != "line":
            d += outline(shape)
            continue
        for points in shape.curves:
            d += line(points, begun=points[0] == end)
            end = points[-1]
    return d


def alike(shapes: Iterable[Shape]) -> Iterator[Sequence[Shape]]:
    for _, group in groupby(shapes, key=lambda s: (class_of(s), round(s.width))):
        yield list(group)
