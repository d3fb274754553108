"""What a limb's end touches, as an author writes it, and where on the thing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import skeleton as sk
from .joints import JOINTS, SIDES, Angles, check_range, plain
from .kinematics import Body
from .landmarks import LANDMARKS
from .problem import Path, PoseProblem, number, unknown
from .space import V3, at, mix

Raw = Mapping[str, Any]

SLACK = sk.TOUCH / 2  # a target this much out of reach is as good as touched

ENDS = tuple(f"{side} {end}" for side in SIDES for end in ("hand", "foot", "ankle"))
HAND_ON = ("floor", "wall", "worktop", "towel", "chair")
FOOT_ON = ("floor", "tennis ball")
OPPOSITES = {"behind": "ahead", "down": "up", "left": "right"}
PLACE = ("ahead", "up", "right", "along", "heel", "toes", "turn out", "from foot")


@dataclass(frozen=True, slots=True)
class Contact:
    """One end of a limb on something, and where on it."""

    on: str
    place: Mapping[str, float] = field(default_factory=dict)
    path: Path = ()


def mapping(value: object, path: Path) -> Raw:
    if not isinstance(value, Mapping):
        raise PoseProblem(path, "expected a mapping: a name, a colon, and what it is")
    return value


def read_contacts(raw: object, path: Path) -> Iterator[tuple[str, Contact]]:
    for key, value in mapping(raw, path).items():
        here = (*path, key)
        end = plain(key)
        if end not in ENDS:
            raise unknown(here, "end of a limb", end, ENDS)
        place: dict[str, float] = {}
        target = value
        if isinstance(value, Mapping):
            target = value.get("on", "")
            for word, text in value.items():
                if word == "on":
                    continue
                name = OPPOSITES.get(plain(word), plain(word))
                if name not in PLACE:
                    raise unknown((*here, word), "place", plain(word), [*PLACE, *OPPOSITES])
                place[name] = number((*here, word), text) * (-1 if plain(word) in OPPOSITES else 1)
        on = plain(target)
        where = (*here, "on") if isinstance(value, Mapping) and "on" in value else here
        known = (*(HAND_ON if end.endswith("hand") else FOOT_ON), *LANDMARKS, "nothing")
        if on not in known:
            raise unknown(where, f"thing for the {end} to touch", on, known)
        yield end, Contact(on, place, here)


def unreachable(end: str, contact: Contact, missing: float) -> PoseProblem:
    return PoseProblem(
        contact.path,
        f"the {end} cannot reach the {contact.on}: {missing:.0f} cm are missing; bring the body "
        f"nearer, or move what it should touch",
    )


def set_angles(angles: Angles, joint: str, values: Mapping[str, float], contact: Contact, strict: bool) -> None:
    for name, value in values.items():
        if strict:
            try:
                check_range(joint, JOINTS[joint][name], value, contact.path)
            except PoseProblem as problem:
                raise PoseProblem(contact.path, f"to touch the {contact.on}, {problem.message}") from None
        angles[joint, name] = value


def on_body(body: Body, contact: Contact, thickness: float) -> V3:
    """A point on the body, or above the skin of a thigh."""
    side = contact.on.split()[0]
    if contact.on.endswith("thigh"):
        share = contact.place.get("along", 0.6)
        bone = body[f"{side} thigh"]
        skin = 8.6 - 2.8 * share + thickness
        return at(mix(bone.start, bone.end, share), bone.frame, (skin, 0.0, contact.place.get("right", 0.0)))
    return LANDMARKS[contact.on](body)


def bounded(joint: str, name: str, value: float) -> float:
    """The nearest a healthy joint comes: a palm may lie a little askew."""
    move = JOINTS[joint][name]
    return max(move.least, min(move.most, value))
