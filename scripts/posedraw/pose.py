"""Poses as an author writes them: a base, the joints that differ, and what touches what."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .bases import BASES
from .contacts import Contact, Raw, mapping, read_contacts
from .joints import JOINTS, Angles, joints_named, plain, read_movement, unknown_joint
from .problem import Path, PoseProblem, unknown
from .props import Placing, read_placing

SUPPORTS = ("feet", "chair", "floor", "back", "free")
KEYS = ("base", "mirror", "support", "contacts", "props")


@dataclass(frozen=True, slots=True)
class Pose:
    name: str
    angles: Mapping[tuple[str, str], float]
    contacts: Mapping[str, Contact]
    support: str
    placing: Mapping[str, Placing]  # props this pose puts elsewhere than the figure does
    path: Path = ()
    flipped: bool = False  # right and left were exchanged an odd number of times


def read_poses(raw: object, path: Path) -> dict[str, Pose]:
    """Every pose of a figure; a pose may start from another one of the same figure, in any order."""
    if not isinstance(raw, Mapping) or not raw:
        raise PoseProblem(
            path,
            "expected poses, each a name and what differs from its base; write for example start: {base: standing}",
        )
    done: dict[str, Pose] = {}
    for name in raw:
        _read(str(name), raw, path, done, ())
    return {str(name): done[str(name)] for name in raw}


def base_pose(name: str) -> Pose:
    done: dict[str, Pose] = {}
    return _read(name, BASES, ("bases",), done, ())


def _read(name: str, raw: Raw, path: Path, done: dict[str, Pose], within: tuple[str, ...]) -> Pose:
    if name in done:
        return done[name]
    here = (*path, name)
    entry = raw[name]
    if not isinstance(entry, Mapping):
        raise PoseProblem(here, "expected a mapping; write for example {base: standing, right knee: {flexion: 20}}")
    start = _start(entry, raw, here, done, (*within, name), path)
    done[name] = replace(_differ(start, entry, here), name=name, path=here)
    return done[name]


def _start(entry: Raw, raw: Raw, here: Path, done: dict[str, Pose], within: tuple[str, ...], path: Path) -> Pose:
    if "base" not in entry:
        if path == ("bases",):
            return Pose("", {}, {}, "feet", {})
        raise PoseProblem(
            here,
            f"a pose needs a base; write base: and one of {', '.join(BASES)}, or another pose of this figure",
        )
    base = str(entry["base"])
    if base in within:
        raise PoseProblem((*here, "base"), f"“{base}” starts from itself; start from one of {', '.join(BASES)}")
    if base in raw:
        return _read(base, raw, path, done, within)
    if base.replace(" ", "-") in BASES:
        return base_pose(base.replace(" ", "-"))
    raise unknown((*here, "base"), "base pose", base, [*BASES, *(str(key) for key in raw if key != within[-1])])


def _differ(start: Pose, entry: Raw, path: Path) -> Pose:
    pose = mirrored(start) if str(entry.get("mirror", "no")) in ("yes", "true") else start
    angles: Angles = dict(pose.angles)
    for key, value in entry.items():
        if key in KEYS:
            continue
        here = (*path, key)
        joints = joints_named(key)
        if not joints:
            raise unknown_joint(here, str(key))
        if not isinstance(value, Mapping):
            moves = list(JOINTS[joints[0]].values())
            raise PoseProblem(
                here,
                f"expected movements of the {joints[0]} with their degrees; write for example "
                f"{{{moves[0].positive}: 20}}",
            )
        for joint in joints:
            for move, degrees in value.items():
                found, angle = read_movement(joint, move, degrees, (*here, move))
                angles[joint, found] = angle
    support = str(entry.get("support", pose.support))
    if support not in SUPPORTS:
        raise unknown((*path, "support"), "support", support, SUPPORTS)
    contacts = {**pose.contacts, **dict(read_contacts(entry.get("contacts", {}), (*path, "contacts")))}
    held = {end: c for end, c in contacts.items() if c.on != "nothing"}
    placing = dict(pose.placing)
    for name, where in mapping(entry.get("props", {}), (*path, "props")).items():
        placing[plain(name)] = read_placing(plain(name), where, (*path, "props", name))
    return Pose(pose.name, angles, held, support, placing, path, pose.flipped)


def other_side(name: str) -> str:
    """The same thing on the other side of the body."""
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
    placing = {name: where.mirrored() for name, where in pose.placing.items()}
    return replace(pose, angles=angles, contacts=contacts, placing=placing, flipped=not pose.flipped)
