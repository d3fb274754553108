"""An orthographic camera: from the room onto the page, with the depth that tells what hides what."""

from dataclasses import dataclass
from math import cos, radians, sin

from .problem import Path, PoseProblem, number, unknown
from .space import V2, V3, dot

NAMED = {"side": (0.0, 4.0), "three-quarter": (38.0, 10.0), "front": (90.0, 4.0), "left side": (180.0, 4.0)}


@dataclass(frozen=True, slots=True)
class Camera:
    """`right`, `up` and `near` are the page's axes in the room."""

    right: V3
    up: V3
    near: V3
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    detail: bool = False  # near enough to tell toes and fingers apart

    def flat(self, v: V3) -> V2:
        """A direction, on the page (y down)."""
        return (dot(v, self.right) * self.scale, -dot(v, self.up) * self.scale)

    def page(self, v: V3) -> V2:
        return (self.x + dot(v, self.right) * self.scale, self.y - dot(v, self.up) * self.scale)

    def depth(self, v: V3) -> float:
        return dot(v, self.near)

    def placed(self, scale: float, x: float, y: float, detail: bool = False) -> "Camera":
        return Camera(self.right, self.up, self.near, scale, x, y, detail)


def camera(turn: float, tilt: float) -> Camera:
    """`turn` 0 sees the right side, 90 the front; `tilt` looks down from above."""
    ct, st, cp, sp = cos(radians(turn)), sin(radians(turn)), cos(radians(tilt)), sin(radians(tilt))
    return Camera((ct, 0.0, -st), (-st * sp, cp, -ct * sp), (st * cp, sp, ct * cp))


def read_camera(value: object, path: Path) -> Camera:
    if isinstance(value, dict):
        for key in value:
            if key not in ("turn", "tilt"):
                raise unknown((*path, key), "setting of the camera", str(key), ("turn", "tilt"))
        turn = number((*path, "turn"), value.get("turn", 0), "an angle in degrees")
        tilt = number((*path, "tilt"), value.get("tilt", 4), "an angle in degrees")
        if not -30 <= tilt <= 80:
            raise PoseProblem((*path, "tilt"), f"a tilt of {tilt:.0f}° shows nothing one could follow; write -30 to 80")
        return camera(turn, tilt)
    if str(value) not in NAMED:
        raise unknown(path, "camera", str(value), NAMED)
    return camera(*NAMED[str(value)])
