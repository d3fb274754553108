"""The checked data of a figure: poses, contacts, overlays and motion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from posedraw.pose.errors import Path
from posedraw.pose.joints import Angles
from posedraw.props.protocol import Placement
from posedraw.scene.camera import Camera


@dataclass(frozen=True, slots=True)
class Contact:
    """What the end of a limb touches, and the position on it: centimetres, degrees, and shares for `along`."""

    on: str
    place: Mapping[str, float] = field(default_factory=dict)
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Pose:
    name: str
    angles: Mapping[tuple[str, str], float]
    contacts: Mapping[str, Contact]
    support: str
    placements: Mapping[str, Placement]  # the settings that this pose changes of a prop
    path: Path = ()
    flipped: bool = False  # mirrored an odd number of times


@dataclass(frozen=True, slots=True)
class Arrow:
    kind: str  # follow · circle · point
    place: str
    start: str = ""
    end: str = ""
    both: bool = False
    wide: float = 12.0
    round: str = ""  # of a circle: the foot that is its axis (by default it is level)
    ahead: float = 0.0
    up: float = 0.0
    shown: tuple[str, ...] = ()
    near: bool = False  # in the close-up
    way: str = ""  # of a pointing arrow: ahead · behind · up · down
    long: float = 26.0


@dataclass(frozen=True, slots=True)
class Closeup:
    """A round window that shows one place of the body larger, with its own camera."""

    place: str
    camera: Camera
    size: float = 30.0  # centimetres across
    ahead: float = 0.0
    up: float = 0.0
    over: bool = False  # over the drawing instead of beside it
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One step of the loop: to a pose in `seconds`; the first has 0."""

    pose: str
    seconds: float
    steady: bool = False


@dataclass(frozen=True, eq=False)  # equal only to itself, so that its scenes can be cached
class Figure:
    camera: Camera
    props: Mapping[str, Placement]
    poses: Mapping[str, Pose]
    motion: tuple[Move, ...]
    still: str
    closeup: Closeup | None
    works: tuple[str, ...]
    arrows: tuple[Arrow, ...]
    describe: str


def other_side(name: str) -> str:
    """The name with right and left exchanged: “right knee” for “left knee”."""
    if name.startswith("right "):
        return "left " + name[6:]
    return "right " + name[5:] if name.startswith("left ") else name


def mirrored(pose: Pose) -> Pose:
    """The pose with right and left exchanged."""
    angles: Angles = {}
    for (joint, move), value in pose.angles.items():
        swaps = move in ("bend right", "turn right", "tip right", "right")
        angles[other_side(joint), move] = -value if swaps else value
    contacts = {
        other_side(end): Contact(other_side(c.on), {k: -v if k == "right" else v for k, v in c.place.items()}, c.path)
        for end, c in pose.contacts.items()
    }
    placements = {name: placement.mirrored() for name, placement in pose.placements.items()}
    return replace(pose, angles=angles, contacts=contacts, placements=placements, flipped=not pose.flipped)
