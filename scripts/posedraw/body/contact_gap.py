"""How far the end of a limb is from what it should touch."""

from __future__ import annotations

from posedraw.body import skeleton as sk
from posedraw.body.contacts import on_body
from posedraw.body.kinematics import Body, lowest_of_foot
from posedraw.body.landmarks import LANDMARKS
from posedraw.body.support import floor_height
from posedraw.geometry import at, distance, dot, from_segment, sub
from posedraw.pose.model import Contact
from posedraw.props.placing import BALL, Room

FINGER = 0.9  # half the thickness of a finger


def gap(body: Body, room: Room, end: str, contact: Contact) -> float:
    """Centimetres between the skin of the end and the thing; 0 for a foot meant to be in the air."""
    side, part = end.split()
    if part == "ankle":
        return distance(body[f"{side} foot"].start, on_body(body, contact, 3.6))
    return _hand(body, room, side, contact) if part == "hand" else _foot(body, room, side, contact)


def _foot(body: Body, room: Room, side: str, contact: Contact) -> float:
    if contact.on in LANDMARKS:
        return distance(body[f"{side} foot"].start, LANDMARKS[contact.on](body))
    foot = body[f"{side} foot"]
    if contact.on == "tennis ball":
        ball = room["tennis ball"].numbers
        sole = at(foot.start, foot.frame, (0.0, -sk.ANKLE_HEIGHT, 0.0))
        centre = (ball["ahead"], BALL, ball["right"])
        return abs(dot(sub(sole, centre), foot.frame[1]) - BALL)
    return abs(lowest_of_foot(body, side)) if contact.place.get("up", 0.0) <= 0 else 0.0


def _hand(body: Body, room: Room, side: str, contact: Contact) -> float:
    palm = LANDMARKS[f"{side} hand"](body)
    if contact.on == "wall":
        return abs(palm[0] - room["wall"].numbers["ahead"])
    if contact.on in ("worktop", "chair"):
        return abs(palm[1] - room[contact.on].numbers["height"])
    if contact.on == "floor":
        return abs(palm[1] - floor_height(room))
    if contact.on == "towel":
        foot = LANDMARKS[f"{room['towel'].words['round']} ball of the foot"](body)
        return abs(distance(body[f"{side} palm"].end, foot) - contact.place.get("from foot", 60.0))
    if contact.on.endswith("thigh"):
        return distance(palm, on_body(body, contact, 0.0))
    if contact.on.endswith("toes"):
        fingers = body[f"{side} fingers"]
        between = from_segment(LANDMARKS[contact.on](body), fingers.start, fingers.end)
        return max(0.0, between - sk.TOE_RADIUS - FINGER)
    return distance(body[f"{side} palm"].end, LANDMARKS[contact.on](body))
