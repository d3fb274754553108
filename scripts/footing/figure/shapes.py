"""What a picture is made of before it is SVG: flat shapes, each moving with one bone."""

from dataclasses import dataclass

from .space import V2

Points = tuple[V2, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One area or line. `role` names its colour; `bone` what carries it; `curves` its outlines on the
    page."""

    role: str
    bone: str
    curves: tuple[Points, ...]
    kind: str = "smooth"  # smooth · tube (two edges) · straight · open (a curve) · line (strokes) · round
    width: float = 0.0  # of a line's stroke, on the page
    far: bool = False
    caps: tuple[bool, bool] = (True, True)  # of a tube: are its upper and its lower end round
    edge: bool = True  # a gap is left round it where it crosses what lies behind


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that belong together, in drawing order; nearer layers are drawn later."""

    name: str
    depth: float
    shapes: tuple[Shape, ...]
