"""Named places on the body, for contacts, arrows and close-ups."""

from __future__ import annotations

from collections.abc import Callable

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, outward
from posedraw.geometry import V3, at
from posedraw.pose.joints import SIDES

SEAT_RADIUS = 9.5  # from the centre of a hip down to the seat
PALM_SKIN = 1.6  # from the middle of the hand to the skin of the palm
BACK = 11.2  # from the middle of the trunk to the skin of the back

Place = Callable[[Body], V3]


def _on(bone: str, v: V3, end: bool = False) -> Place:
    return lambda body: at(body[bone].end if end else body[bone].start, body[bone].frame, v)


def _side(side: str) -> dict[str, Place]:
    out = outward(side)
    sole = -sk.ANKLE_HEIGHT
    return {
        f"{side} toes": _on(f"{side} toe tips", (0, 0, 0), end=True),
        f"{side} ball of the foot": _on(f"{side} foot", (0, -sk.BALL_RADIUS, 0), end=True),
        f"{side} sole": _on(f"{side} foot", (4.0, sole + 0.3, 0)),
        f"{side} heel": _on(f"{side} foot", (-3.6, sole, 0)),
        f"{side} ankle": _on(f"{side} foot", (0, 0, 0)),
        f"{side} heel cord": _on(f"{side} shank", (-3.6, 7.0, 0), end=True),
        f"{side} shin": _on(f"{side} shank", (4.2, -sk.SHANK * 0.4, 0)),
        f"{side} calf": _on(f"{side} shank", (-6.4, -sk.SHANK * 0.3, 0)),
        f"{side} knee": _on(f"{side} shank", (5.4, 0, 0)),
        f"{side} thigh": _on(f"{side} thigh", (7.4, -sk.THIGH * 0.6, 0)),
        f"{side} hip": _on(f"{side} thigh", (1.0, 7.0, out * 6.0)),
        f"{side} hand": _on(f"{side} palm", (0, 0, -out * PALM_SKIN), end=True),
        f"{side} elbow": _on(f"{side} forearm", (0, 0, 0)),
        f"{side} shoulder": _on(f"{side} upper arm", (0, 0, 0)),
    }


LANDMARKS: dict[str, Place] = {
    **_side(SIDES[0]),
    **_side(SIDES[1]),
    "seat": _on("pelvis", (-1.0, -SEAT_RADIUS, 0)),
    "hips": _on("pelvis", (0, 0, 0)),
    "lower back": _on("pelvis", (-BACK, 3.0, 0)),
    "upper back": _on("chest", (-BACK, 9.0, 0)),
    "back of the head": _on("head", (-10.2, 0.0, 0)),
    "chest": _on("chest", (9.0, 10.0, 0)),
}
