"""Places a hand: bends an arm until the hand grips something, or lies flat on it."""

from __future__ import annotations

from math import atan2, degrees

from posedraw.body import skeleton as sk
from posedraw.body.contacts import SLACK, bounded, on_body, set_angles, unreachable
from posedraw.body.inverse_kinematics import solve_arm
from posedraw.body.kinematics import Body, outward
from posedraw.body.landmarks import LANDMARKS, PALM_SKIN
from posedraw.body.support import floor_height, heading, lies
from posedraw.geometry import (
    V3,
    Frame,
    across,
    along,
    angles_yxz,
    cross,
    dot,
    relative,
    scale,
    sub,
    unit,
)
from posedraw.pose.joints import Angles
from posedraw.pose.model import Contact
from posedraw.props.protocol import Room, Surface
from posedraw.props.surfaces import UP, aside

HELD = (2.8, 1.7)  # from the toes that a hand holds to its knuckles: beyond the tips, and below the pads


def place_hand(body: Body, angles: Angles, side: str, contact: Contact, room: Room, strict: bool) -> None:
    flat = _flat_hand(body, side, contact, room)
    target = flat[0] if flat else grip_point(body, side, contact, room)
    found = solve_arm(body, side, target, sk.FOREARM + (0.0 if flat else sk.PALM))
    if strict and found.overstretch > SLACK:
        raise unreachable(f"{side} hand", contact, found.overstretch)
    set_angles(angles, f"{side} shoulder", found.ball, contact, strict)
    set_angles(angles, f"{side} elbow", {"flexion": found.hinge}, contact, strict)
    if flat:
        angles.setdefault((f"{side} fingers", "flexion"), 2.0)
    turn, bent, deviation = _wrist(body, side, contact, found.lower, flat[1] if flat else None)
    angles[f"{side} wrist", "flexion"] = bounded(f"{side} wrist", "flexion", bent)
    angles[f"{side} wrist", "ulnar deviation"] = bounded(f"{side} wrist", "ulnar deviation", deviation)
    if turn is not None:
        angles[f"{side} forearm", "pronation"] = bounded(f"{side} forearm", "pronation", turn)


def _wrist(
    body: Body, side: str, contact: Contact, lower: Frame, hand: Frame | None
) -> tuple[float | None, float, float]:
    """(pronation of the forearm, None to keep it; flexion and ulnar deviation of the wrist), in degrees."""
    if hand:
        turn, bent, deviation = angles_yxz(relative(hand, lower))
        return outward(side) * turn, outward(side) * bent, -deviation
    tips = _toe_tips(body, contact)
    return (_facing(lower, side, scale(tips, -1.0)) if tips else None), 0.0, 0.0


def grip_point(body: Body, side: str, contact: Contact, room: Room) -> V3:
    """The point round which the knuckles close, for a contact that is not a flat surface."""
    if contact.on in room:
        placement = room[contact.on]
        if held := placement.prop.grip(placement, contact.place, side, body):
            return held
    spot = LANDMARKS[contact.on](body)
    if not contact.on.endswith("toes"):
        return spot
    tips, sole, _ = body[contact.on.replace("toes", "toe tips")].frame
    return along(along(spot, tips, HELD[0]), sole, -HELD[1])


def _toe_tips(body: Body, contact: Contact) -> V3 | None:
    """The direction of the toes that a hand holds: the palm lies on their tips, the fingers hook over to their pads."""
    return body[contact.on.replace("toes", "toe tips")].frame[0] if contact.on.endswith("toes") else None


def _facing(lower: Frame, side: str, towards: V3) -> float:
    """The rotation of the forearm in degrees that makes the palm face `towards`."""
    ahead, right = dot(lower[0], towards), dot(lower[2], towards)
    return degrees(atan2(-ahead, -outward(side) * right))


def _flat_hand(body: Body, side: str, contact: Contact, room: Room) -> tuple[V3, Frame] | None:
    """(position of the wrist, frame of the hand) for a palm laid flat on a surface; None if it is not."""
    surface = surface_under(body, side, contact, room)
    if surface is None:
        return None
    spot, normal, fingers = surface
    wrist = along(along(spot, normal, PALM_SKIN), fingers, -sk.PALM)
    right, up = scale(normal, outward(side)), scale(fingers, -1.0)
    return wrist, (cross(up, right), up, right)


def surface_under(body: Body, side: str, contact: Contact, room: Room) -> Surface | None:
    """The surface that a palm is laid flat on; None for a contact in which the hand closes round something."""
    if contact.on in room:
        placement = room[contact.on]
        return placement.prop.palm_surface(placement, contact.place, side, body)
    if contact.on == "floor":
        away = 1.0 if lies(body) else -1.0  # towards the feet of a body that lies, backwards of one that sits
        point = (contact.place.get("ahead", 0.0), floor_height(room), aside(contact.place, side))
        return Surface(point, UP, scale(heading(body), away))
    if contact.on.endswith("thigh"):
        normal, spot = body[contact.on].frame[0], on_body(body, contact, 0.0)
        return Surface(spot, normal, unit(across(sub(spot, body[f"{side} upper arm"].start), normal)))
    return None
