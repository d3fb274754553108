"""Shapes and layers: what a drawing consists of before it is written as SVG."""

from __future__ import annotations

from dataclasses import dataclass

from posedraw.geometry import V2, V3

Points = tuple[V2, ...]
Span = tuple[V3, V3, float]  # from and to in the room, and the radius


@dataclass(frozen=True, slots=True)
class Shape:
    """One area or line. `role` names its colour, `bone` the bone that it follows; `curves` are its outlines on the page."""

    role: str
    bone: str
    curves: tuple[Points, ...]
    kind: str = "smooth"  # smooth · tube (two edges) · straight · bow (cloth) · open (a curve) · line · round · arc
    width: float = 0.0  # of a line's stroke, on the page
    far: bool = False
    caps: tuple[bool, bool] = (True, True)  # of a tube: whether its upper and its lower end are round
    edge: bool = True  # whether it has a contour over what lies behind it


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes of one part, in drawing order. `spans` is the space that they take: the depth sort compares it.

    Without spans a layer is placed by `depth` alone.
    """

    name: str
    depth: float
    shapes: tuple[Shape, ...]
    spans: tuple[Span, ...] = ()
    limb: str = ""  # the halves of a limb are drawn as one where nothing lies between them
