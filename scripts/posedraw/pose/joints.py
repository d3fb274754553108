"""Joints, their movements by anatomical name, and their healthy ranges.

Ranges: American Academy of Orthopaedic Surgeons, Joint Motion: Method of Measuring and Recording (1965), as
tabled in C. C. Norkin and D. J. White, Measurement of Joint Motion, 5th ed. (F. A. Davis, 2016). Where those
have no value (the arm across the chest, the foot turned under the shin) the limit is an estimate, marked below.
A finger bends at its knuckle (flexion) and at its middle joint (curl), a toe at the ball (flexion) and in itself (curl).
Outward rotation of the hip is 45° with the thigh straight and 60° with it bent: I. A. Kapandji, The
Physiology of the Joints, vol. 2.
"""

from __future__ import annotations

from dataclasses import dataclass

from posedraw.pose.errors import Path, PoseError, nearest, number, unknown


@dataclass(frozen=True, slots=True)
class Movement:
    """One axis of a joint: `positive` up to `most` degrees, and `negative`, its opposite, down to `least`."""

    positive: str
    negative: str
    least: float
    most: float


def _moves(*rows: tuple[str, str, float, float]) -> dict[str, Movement]:
    return {row[0]: Movement(*row) for row in rows}


PAIRED: dict[str, dict[str, Movement]] = {
    "hip": _moves(
        ("flexion", "extension", -30, 120),
        ("abduction", "adduction", -30, 45),
        ("external rotation", "internal rotation", -45, 60),
    ),
    "knee": _moves(("flexion", "extension", 0, 135)),
    "ankle": _moves(
        ("dorsiflexion", "plantarflexion", -50, 20),
        ("inversion", "eversion", -15, 35),
        ("turn in", "turn out", -20, 20),  # an estimate
    ),
    "toes": _moves(("extension", "flexion", -45, 70), ("curl", "uncurl", 0, 90)),
    "shoulder": _moves(
        ("flexion", "extension", -60, 180),
        ("abduction", "adduction", -50, 180),  # adduction is an estimate
        ("external rotation", "internal rotation", -70, 90),
    ),
    "elbow": _moves(("flexion", "extension", 0, 150)),
    "forearm": _moves(("pronation", "supination", -80, 80)),
    "wrist": _moves(("flexion", "extension", -70, 80), ("ulnar deviation", "radial deviation", -20, 30)),
    "fingers": _moves(("flexion", "extension", -20, 90), ("curl", "uncurl", 0, 100)),
}
SINGLE: dict[str, dict[str, Movement]] = {
    "spine": _moves(
        ("flexion", "extension", -25, 80),
        ("bend right", "bend left", -35, 35),
        ("turn right", "turn left", -45, 45),
    ),
    "neck": _moves(
        ("flexion", "extension", -45, 45),
        ("bend right", "bend left", -45, 45),
        ("turn right", "turn left", -60, 60),
    ),
    # the whole body in the room: rotations in degrees, and shifts from its base in centimetres
    "body": _moves(
        ("lean forward", "lean back", -180, 180),
        ("tip right", "tip left", -90, 90),
        ("turn right", "turn left", -180, 180),
        ("ahead", "behind", -300, 300),
        ("up", "down", -300, 300),
        ("right", "left", -300, 300),
    ),
}
SHORT = {"rotation": "external rotation"}
SIDES = ("right", "left")

JOINTS: dict[str, dict[str, Movement]] = {
    **SINGLE,
    **{f"{side} {name}": moves for side in SIDES for name, moves in PAIRED.items()},
}

Angles = dict[tuple[str, str], float]


def plain(key: object) -> str:
    """An author's word in lower case with single spaces, `_` and `-` included."""
    return " ".join(str(key).replace("_", " ").replace("-", " ").lower().split())


def joints_named(key: object) -> tuple[str, ...]:
    """The joints that a key such as “right hip”, “both hips” or “spine” names; empty if unknown."""
    name = plain(key)
    if name in JOINTS:
        return (name,)
    if name.startswith("both "):
        word = name[5:]
        for single in (word, word.removesuffix("s")):
            if single in PAIRED:
                return tuple(f"{side} {single}" for side in SIDES)
    return ()


def read_movement(joint: str, key: object, text: object, path: Path) -> tuple[str, float]:
    """(movement, signed degrees) of an entry such as `plantarflexion: 30`.

    Raises PoseError for an unknown movement and for an angle beyond the healthy range.
    """
    name = SHORT.get(plain(key), plain(key))
    value = number(path, text, "an angle in degrees" if joint != "body" else "a number")
    for move in JOINTS[joint].values():
        if name not in (move.positive, move.negative):
            continue
        signed = value if name == move.positive else -value
        check_range(joint, move, signed, path)
        return move.positive, signed
    known = [word for m in JOINTS[joint].values() for word in (m.positive, m.negative)]
    raise PoseError(path, f"“{name}” is not a movement of the {joint}; {nearest(name, known)}")


def check_range(joint: str, move: Movement, value: float, path: Path) -> None:
    """Raise PoseError if `value` is more than half a degree beyond the healthy range."""
    if move.least - 0.5 <= value <= move.most + 0.5:
        return
    name, bound = (move.positive, move.most) if value > 0 else (move.negative, -move.least)
    found, limit = f"{abs(value):.0f}", f"{bound:.0f}"
    raise PoseError(
        path,
        f"{joint} {name} {found}° is beyond a healthy {limit}°; write at most {limit}, or share it "
        f"with a neighbouring joint",
    )


def unknown_joint(path: Path, word: str) -> PoseError:
    return unknown(path, "joint", plain(word), [*JOINTS, *(f"both {name}" for name in PAIRED)])
