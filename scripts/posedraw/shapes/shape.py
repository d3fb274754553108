"""What a picture is made of before it is SVG: flat shapes, each moving with one bone."""

from __future__ import annotations

from dataclasses import dataclass

from posedraw.geometry import V2, V3

Points = tuple[V2, ...]
Span = tuple[V3, V3, float]  # from here to there in the room, and how thick


@dataclass(frozen=True, slots=True)
class Shape:
    """One area or line. `role` names its colour; `bone` what carries it; `curves` its outlines on the page."""

    role: str
    bone: str
    curves: tuple[Points, ...]
    kind: str = "smooth"  # smooth · tube (two edges) · straight · bow (cloth) · open (a curve) · line · round · arc
    width: float = 0.0  # of a line's stroke, on the page
    far: bool = False
    caps: tuple[bool, bool] = (True, True)  # of a tube: are its upper and its lower end round
    edge: bool = True  # it has a contour where it crosses what lies behind


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that belong together, in drawing order. `spans`: the room they take, by which layers hide each other."""

    name: str
    depth: float
    shapes: tuple[Shape, ...]
    spans: tuple[Span, ...] = ()
    limb: str = ""  # halves of one limb are drawn as one where nothing lies between them
