"""What placing a hand and placing a foot share: targets on the body, checked angles, and the error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body
from posedraw.body.landmarks import LANDMARKS
from posedraw.geometry import V3, at, mix
from posedraw.pose.errors import PoseError
from posedraw.pose.joints import JOINTS, Angles, check_range
from posedraw.pose.model import Contact

Raw = Mapping[str, Any]

SLACK = sk.TOUCH / 2  # centimetres; a target this little out of reach counts as touched


def unreachable(end: str, contact: Contact, missing: float) -> PoseError:
    return PoseError(
        contact.path,
        f"the {end} cannot reach the {contact.on}: {missing:.0f} cm are missing; bring the body "
        f"nearer, or move what it should touch",
    )


def set_angles(angles: Angles, joint: str, values: Mapping[str, float], contact: Contact, strict: bool) -> None:
    for name, value in values.items():
        if strict:
            try:
                check_range(joint, JOINTS[joint][name], value, contact.path)
            except PoseError as problem:
                raise PoseError(contact.path, f"to touch the {contact.on}, {problem.message}") from None
        angles[joint, name] = value


def on_body(body: Body, contact: Contact, thickness: float) -> V3:
    """The point of the body that a contact names: a landmark, or `thickness` above the skin of a thigh."""
    side = contact.on.split()[0]
    if contact.on.endswith("thigh"):
        share = contact.place.get("along", 0.6)
        bone = body[f"{side} thigh"]
        skin = 8.6 - 2.8 * share + thickness
        return at(mix(bone.start, bone.end, share), bone.frame, (skin, 0.0, contact.place.get("right", 0.0)))
    return LANDMARKS[contact.on](body)


def bounded(joint: str, name: str, value: float) -> float:
    """The value limited to the healthy range: a palm that a wrist cannot lay flat lies at a slant."""
    move = JOINTS[joint][name]
    return max(move.least, min(move.most, value))
