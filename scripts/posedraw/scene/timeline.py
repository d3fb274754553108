"""The loop of a figure: poses interpolated by joint angles, so that bones keep their lengths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import cos, pi

from posedraw.body.kinematics import AngleMap
from posedraw.pose.model import Contact, Figure, Pose, mirrored
from posedraw.props.protocol import Placement
from posedraw.scene.resolve import Scene, resolve

STEPS_A_SECOND = 5  # moments in a second of movement


@dataclass(frozen=True, slots=True)
class Moment:
    """The scene at one instant; `share` is the time, from 0 at the start of the loop to 1 at its end."""

    share: float
    scene: Scene


@lru_cache(maxsize=8)
def scenes(figure: Figure) -> dict[str, Scene]:
    """The scene of every pose, by its name. Raises PoseError for a contact out of reach."""
    return {name: resolve(pose, figure.props) for name, pose in figure.poses.items()}


def shown(figure: Figure, resolved: Mapping[str, Scene]) -> dict[str, Scene]:
    """The scene of every pose as its still shows it.

    A mirrored pose is not mirrored here: its page is flipped instead, so that the working side stays the near one.
    """
    return {**resolved, **_unmirrored(figure)}


@lru_cache(maxsize=8)
def _unmirrored(figure: Figure) -> dict[str, Scene]:
    return {name: resolve(mirrored(pose), figure.props) for name, pose in figure.poses.items() if pose.flipped}


def seconds(figure: Figure) -> float:
    return sum(move.seconds for move in figure.motion)


def moments(figure: Figure, resolved: Mapping[str, Scene]) -> Iterator[Moment]:
    """The moments of the loop, from its first pose back to it; none without motion."""
    if not figure.motion:
        return
    total = seconds(figure) or 1.0
    first = figure.motion[0]
    yield Moment(0.0, resolved[first.pose])
    now, here = 0.0, first.pose
    known: dict[tuple[str, str, float], Scene] = {}  # a movement back reuses the scenes of the movement there
    counts = _counts(figure)
    for move in figure.motion[1:]:
        if move.pose != here:
            count = counts[frozenset((here, move.pose))]
            for step in range(1, count):
                t = step / count
                eased = t if move.steady else (1 - cos(pi * t)) / 2
                key, back = (here, move.pose, round(eased, 6)), (move.pose, here, round(1 - eased, 6))
                scene = known.get(key) or known.get(back)
                if scene is None:
                    scene = known[key] = _between(figure, resolved, here, move.pose, eased)
                yield Moment((now + move.seconds * t) / total, scene)
        now += move.seconds
        here = move.pose
        yield Moment(now / total, resolved[here])


def _counts(figure: Figure) -> dict[frozenset[str], int]:
    """The number of steps between two poses, the same in both directions."""
    counts: dict[frozenset[str], int] = {}
    for a, b in pairwise(figure.motion):
        pair = frozenset((a.pose, b.pose))
        counts[pair] = max(3, round(b.seconds * STEPS_A_SECOND), counts.get(pair, 0))
    return counts


def _between(figure: Figure, resolved: Mapping[str, Scene], a: str, b: str, share: float) -> Scene:
    pose = blend(figure.poses[a], figure.poses[b], resolved[a], resolved[b], share)
    return resolve(pose, figure.props, strict=False)


def blend(a: Pose, b: Pose, at_a: Scene, at_b: Scene, t: float) -> Pose:
    """The pose at a share `t` between two: contacts that both have are kept, all else is interpolated by angles."""
    angles = mixed(at_a.body.angles, at_b.body.angles, t)
    contacts = {end: _contact(c, b.contacts[end], t) for end, c in a.contacts.items() if _same(c, b.contacts.get(end))}
    names = a.placements.keys() | b.placements.keys()
    placements = {name: _placement(at_a.room[name], at_b.room[name], t) for name in sorted(names) if name in at_a.room}
    support = a.support if a.support == b.support else "free"
    if support == "free":
        angles = _by_height(angles, at_a, at_b, t)
    return replace(a, angles=angles, contacts=contacts, placements=placements, support=support)


def mixed(a: AngleMap, b: AngleMap, t: float) -> dict[tuple[str, str], float]:
    keys = sorted(a.keys() | b.keys())
    return {key: a.get(key, 0.0) + (b.get(key, 0.0) - a.get(key, 0.0)) * t for key in keys}


def _by_height(angles: dict[tuple[str, str], float], a: Scene, b: Scene, t: float) -> dict[tuple[str, str], float]:
    low, high = a.body["pelvis"].start[1], b.body["pelvis"].start[1]
    return {**angles, ("body", "up"): low + (high - low) * t}


def _same(a: Contact, b: Contact | None) -> bool:
    return b is not None and a.on == b.on


def _contact(a: Contact, b: Contact, t: float) -> Contact:
    keys = a.place.keys() | b.place.keys()
    place = {}
    for key in sorted(keys):
        low = a.place.get(key, b.place.get(key, 0.0) if key not in ("heel", "toes", "up") else 0.0)
        high = b.place.get(key, a.place.get(key, 0.0) if key not in ("heel", "toes", "up") else 0.0)
        place[key] = low + (high - low) * t
    return Contact(a.on, place, a.path)


def _placement(a: Placement, b: Placement, t: float) -> Placement:
    return replace(a, numbers={k: v + (b.numbers[k] - v) * t for k, v in a.numbers.items()})
