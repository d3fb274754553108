"""An orthographic camera: from the room (centimetres) onto the page (SVG units), with depth."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from posedraw.geometry import V2, V3, dot


@dataclass(frozen=True, slots=True)
class Camera:
    """`right`, `up` and `near` are the page's axes in the room; `scale` is SVG units a centimetre."""

    right: V3
    up: V3
    near: V3
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    detail: bool = False  # so near that toes and fingers are drawn one by one

    def flat(self, v: V3) -> V2:
        """The direction on the page, where y points down."""
        return (dot(v, self.right) * self.scale, -dot(v, self.up) * self.scale)

    def page(self, v: V3) -> V2:
        return (self.x + dot(v, self.right) * self.scale, self.y - dot(v, self.up) * self.scale)

    def depth(self, v: V3) -> float:
        return dot(v, self.near)

    def placed(self, scale: float, x: float, y: float, detail: bool = False) -> Camera:
        return Camera(self.right, self.up, self.near, scale, x, y, detail)


def camera(turn: float, tilt: float) -> Camera:
    """The camera at `turn` degrees (0 sees the right side, 90 the front), looking down by `tilt` degrees."""
    ct, st, cp, sp = cos(radians(turn)), sin(radians(turn)), cos(radians(tilt)), sin(radians(tilt))
    return Camera((ct, 0.0, -st), (-st * sp, cp, -ct * sp), (st * cp, sp, ct * cp))
