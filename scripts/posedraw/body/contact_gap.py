"""The distance between the end of a limb and what it touches."""

from __future__ import annotations

from posedraw.body import skeleton as sk
from posedraw.body.contacts import on_body
from posedraw.body.hand_contact import grip_point, surface_under
from posedraw.body.kinematics import Body, lowest_of_foot
from posedraw.body.landmarks import LANDMARKS
from posedraw.geometry import distance, dot, from_segment, sub
from posedraw.pose.model import Contact
from posedraw.props.protocol import Room

FINGER = 0.9  # half the thickness of a finger


def gap(body: Body, room: Room, end: str, contact: Contact) -> float:
    """Centimetres between the skin of `end` and what the contact puts it on; 0 for a foot that is lifted (`up`)."""
    side, part = end.split()
    if part == "ankle":
        return distance(body[f"{side} foot"].start, on_body(body, contact, 3.6))
    return _hand(body, room, side, contact) if part == "hand" else _foot(body, room, side, contact)


def _foot(body: Body, room: Room, side: str, contact: Contact) -> float:
    foot = body[f"{side} foot"]
    if contact.on in LANDMARKS:
        return distance(foot.start, LANDMARKS[contact.on](body))
    if contact.on in room:
        placement = room[contact.on]
        if ankle := placement.prop.ankle_on(placement, contact.place, foot.frame):
            return distance(foot.start, ankle)
    return abs(lowest_of_foot(body, side)) if contact.place.get("up", 0.0) <= 0 else 0.0


def _hand(body: Body, room: Room, side: str, contact: Contact) -> float:
    palm, knuckles = LANDMARKS[f"{side} hand"](body), body[f"{side} palm"].end
    if contact.on.endswith("thigh"):
        return distance(palm, on_body(body, contact, 0.0))
    if surface := surface_under(body, side, contact, room):
        return abs(dot(sub(palm, surface.point), surface.normal))
    if contact.on.endswith("toes"):
        fingers = body[f"{side} fingers"]
        between = from_segment(LANDMARKS[contact.on](body), fingers.start, fingers.end)
        return max(0.0, between - sk.TOE_RADIUS - FINGER)
    return distance(knuckles, grip_point(body, side, contact, room))
