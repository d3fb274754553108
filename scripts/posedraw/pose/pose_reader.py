"""Reads poses: a base, the joints that differ from it, contacts and props."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from posedraw.body.contacts import Raw
from posedraw.pose.bases import BASES
from posedraw.pose.contact_reader import read_contacts
from posedraw.pose.errors import Path, PoseError, unknown
from posedraw.pose.joints import JOINTS, Angles, joints_named, plain, read_movement, unknown_joint
from posedraw.pose.model import Pose, mirrored
from posedraw.pose.values import mapping
from posedraw.props.reader import read_placement

SUPPORTS = ("feet", "chair", "floor", "back", "free")
KEYS = ("base", "mirror", "support", "contacts", "props")


def read_poses(raw: object, path: Path) -> dict[str, Pose]:
    """The poses of a figure, by name. A pose may have any other pose of the figure as its base. Raises PoseError."""
    if not isinstance(raw, Mapping) or not raw:
        raise PoseError(
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
        raise PoseError(here, "expected a mapping; write for example {base: standing, right knee: {flexion: 20}}")
    start = _start(entry, raw, here, done, (*within, name), path)
    done[name] = replace(_differ(start, entry, here), name=name, path=here)
    return done[name]


def _start(entry: Raw, raw: Raw, here: Path, done: dict[str, Pose], within: tuple[str, ...], path: Path) -> Pose:
    if "base" not in entry:
        if path == ("bases",):
            return Pose("", {}, {}, "feet", {})
        raise PoseError(
            here,
            f"a pose needs a base; write base: and one of {', '.join(BASES)}, or another pose of this figure",
        )
    base = str(entry["base"])
    if base in within:
        raise PoseError((*here, "base"), f"“{base}” starts from itself; start from one of {', '.join(BASES)}")
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
            raise PoseError(
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
    placements = dict(pose.placements)
    for name, where in mapping(entry.get("props", {}), (*path, "props")).items():
        placements[plain(name)] = read_placement(name, where, (*path, "props", name))
    return Pose(pose.name, angles, held, support, placements, path, pose.flipped)
