"""Places a foot: bends a leg until its sole is on something, or its ankle on the other leg."""

from __future__ import annotations

from posedraw.body import skeleton as sk
from posedraw.body.contacts import SLACK, on_body, set_angles, unreachable
from posedraw.body.inverse_kinematics import solve_leg
from posedraw.body.kinematics import Body, outward
from posedraw.body.landmarks import LANDMARKS
from posedraw.body.support import heading
from posedraw.geometry import (
    V3,
    Frame,
    about_right,
    about_up,
    add,
    along,
    angles_zxy,
    compose,
    cross,
    relative,
    sub,
    turned,
)
from posedraw.pose.joints import Angles
from posedraw.pose.model import Contact
from posedraw.props.protocol import Room

HEEL_ROUND = 2.6  # radius of the heel where it meets the floor


def place_leg(body: Body, angles: Angles, end: str, contact: Contact, room: Room, strict: bool) -> None:
    """Bend the leg until its foot meets the contact; updates `angles`. Raises PoseError where it cannot reach."""
    side, part = end.split()
    frame: Frame | None = None
    if part == "ankle" or contact.on in LANDMARKS:
        ankle = on_body(body, contact, 3.6)
    else:
        frame = _foot_frame(body, side, contact)
        ankle = _ankle_at(frame, _toe_direction(body, side, contact), side, contact, room)
    found = solve_leg(body, side, ankle)
    if strict and found.overstretch > SLACK:
        raise unreachable(end, contact, found.overstretch)
    set_angles(angles, f"{side} hip", found.ball, contact, strict)
    set_angles(angles, f"{side} knee", {"flexion": found.hinge}, contact, strict)
    if frame is None:
        return
    sign = outward(side)
    dorsi, inversion, turn = angles_zxy(relative(frame, found.lower))
    values = {"dorsiflexion": dorsi, "inversion": -sign * inversion, "turn in": sign * turn}
    set_angles(angles, f"{side} ankle", values, contact, strict)
    if "heel" in contact.place:
        relaxed = max(0.3, 1 - contact.place.get("up", 0.0) / 12)  # the toes relax when the foot is lifted
        lifted = contact.place["heel"] * relaxed
        angles[f"{side} toes", "extension"] = max(-45.0, min(70.0, lifted))


def _toe_direction(body: Body, side: str, contact: Contact) -> V3:
    """The foot's direction over the floor, a unit vector."""
    return turned(about_up(-outward(side) * contact.place.get("turn out", 4.0)), heading(body))


def _foot_frame(body: Body, side: str, contact: Contact) -> Frame:
    place = contact.place
    way = _toe_direction(body, side, contact)
    pitch = place.get("toes", 0.0) - place.get("heel", 0.0)
    level = (way, (0.0, 1.0, 0.0), cross(way, (0.0, 1.0, 0.0)))
    return compose(level, about_right(pitch))


def _ankle_at(frame: Frame, way: V3, side: str, contact: Contact, room: Room) -> V3:
    place = contact.place
    sole = -sk.ANKLE_HEIGHT
    if contact.on in room:
        placement = room[contact.on]
        if ankle := placement.prop.ankle_on(placement, place, frame):
            return ankle
    here = (place.get("ahead", 0.0), place.get("up", 0.0), place.get("right", outward(side) * sk.HIP_HALF))
    if place.get("heel", 0.0) >= place.get("toes", 0.0):  # the foot pitches about its ball
        ball_at = add(along(here, way, sk.BALL_AHEAD), (0.0, sk.BALL_RADIUS, 0.0))
        return sub(ball_at, turned(frame, (sk.BALL_AHEAD, sole + sk.BALL_RADIUS, 0.0)))
    heel = (-sk.HEEL_BACK + HEEL_ROUND, sole + HEEL_ROUND, 0.0)  # the foot pitches about its heel
    heel_at = add(along(here, way, heel[0]), (0.0, HEEL_ROUND, 0.0))
    return sub(heel_at, turned(frame, heel))
