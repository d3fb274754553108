"""Resolves a pose: the body on its support surface, its limbs bent until every contact touches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from posedraw.body import skeleton as sk
from posedraw.body.contact_gap import gap
from posedraw.body.contacts import unreachable
from posedraw.body.foot_contact import place_leg
from posedraw.body.hand_contact import place_hand
from posedraw.body.kinematics import Body, forward, with_angles
from posedraw.body.landmarks import LANDMARKS
from posedraw.body.support import supported
from posedraw.pose.errors import PoseError
from posedraw.pose.joints import Angles
from posedraw.pose.model import Contact, Pose
from posedraw.props.protocol import Room


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment: the body, the props in the room, and the contacts between them."""

    body: Body
    room: Room
    contacts: Mapping[str, Contact]


def resolve(pose: Pose, props: Room, strict: bool = True) -> Scene:
    """The scene of a pose. An impossible contact raises PoseError if `strict`; otherwise the limb comes as near as it can."""
    usual = {name: placement.mirrored() if pose.flipped else placement for name, placement in props.items()}
    room = {name: pose.placements.get(name, placement).over(placement) for name, placement in usual.items()}
    angles: Angles = dict(pose.angles)
    body = supported(forward(angles), pose, room)
    for part in ("foot", "ankle", "hand"):  # in this order, as a hand may hold a foot that has been placed
        contacts = [(end, c) for end, c in sorted(pose.contacts.items()) if end.endswith(part)]
        for end, contact in contacts:
            _need_prop(contact, room)
            if part == "hand":
                place_hand(body, angles, end.split()[0], contact, room, strict)
            else:
                place_leg(body, angles, end, contact, room, strict)
        if contacts:
            body = with_angles(body, angles, "arm" if part == "hand" else "leg")
        for end, contact in contacts if strict else ():
            missing = gap(body, room, end, contact)
            if missing > sk.TOUCH:
                raise unreachable(end, contact, missing)
    return Scene(body, room, pose.contacts)


def _need_prop(contact: Contact, room: Room) -> None:
    if contact.on in LANDMARKS or contact.on == "floor" or contact.on in room:
        return
    raise PoseError(contact.path, f"there is no {contact.on} in this figure; add it to props")
