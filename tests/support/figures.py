"""The figures of a folder of exercises, and what must hold for every pose and every moment of a loop."""

import gzip
import math
from functools import cache
from pathlib import Path

import pytest
import yaml
from posedraw.body import skeleton as sk
from posedraw.body.contact_gap import gap
from posedraw.body.kinematics import Body, lowest_of_foot
from posedraw.body.landmarks import LANDMARKS
from posedraw.geometry import distance, dot, length, mix
from posedraw.pose.joints import JOINTS, SIDES
from posedraw.pose.model import Figure
from posedraw.pose.reader import read_figure
from posedraw.props.protocol import Box
from posedraw.scene.resolve import Scene
from posedraw.scene.timeline import moments, scenes

LENGTHS = {
    "thigh": sk.THIGH, "shank": sk.SHANK, "upper arm": sk.UPPER_ARM, "forearm": sk.FOREARM, "palm": sk.PALM,
    "fingers": sk.FINGERS, "toes": sk.TOE_FIRST, "toe tips": sk.TOES - sk.TOE_FIRST,
    "foot": math.hypot(sk.BALL_AHEAD, sk.ANKLE_HEIGHT - sk.BALL_RADIUS),
}  # fmt: skip
TRUNK = {"pelvis": sk.LUMBAR, "waist": sk.WAIST, "chest": sk.NECK_BASE, "neck": sk.NECK}
CONNECTED = (
    ("thigh", "shank"), ("shank", "foot"), ("foot", "toes"), ("toes", "toe tips"), ("upper arm", "forearm"),
    ("forearm", "palm"), ("palm", "fingers"),
)  # fmt: skip


@cache
def figures_in(folder: Path) -> dict[str, Figure]:
    """The figure of each exercise that has one, by the exercise's slug."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yml"))}
    data = {slug: yaml.load(text, Loader=yaml.CBaseLoader) for slug, text in files.items()}
    return {slug: read_figure(raw["figure"]) for slug, raw in data.items() if "figure" in raw}


@cache
def scenes_of(figure: Figure) -> dict[str, Scene]:
    """Every pose and every moment of the loop."""
    poses = scenes(figure)
    return poses | {f"loop at {m.share:.3f}": m.scene for m in moments(figure, poses)}


def solids(scene: Scene, *names: str) -> list[Box]:
    """The boxes of the named props, or of all props."""
    return [box for name in names or scene.room for box in scene.room[name].prop.solids(scene.room[name])]


def gzipped_size(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))


def check_lengths(body: Body) -> None:
    expected = {f"{side} {name}": size for side in SIDES for name, size in LENGTHS.items()} | TRUNK
    for name, size in expected.items():
        assert distance(body[name].start, body[name].end) == pytest.approx(size, abs=1e-6), name


def check_connected(body: Body) -> None:
    """Each bone begins where the one before it ends, and its axes are at right angles."""
    for side in SIDES:
        for upper, lower in CONNECTED:
            assert distance(body[f"{side} {upper}"].end, body[f"{side} {lower}"].start) < 1e-9
    for name, bone in body.bones.items():
        if name == "trunk":
            continue  # its length changes as the back bends
        ahead, up, right = bone.frame
        for a, b in ((ahead, up), (up, right), (ahead, right)):
            assert abs(dot(a, b)) < 1e-6, name
        assert all(abs(length(v) - 1) < 1e-6 for v in bone.frame), name


def check_ranges(figure: Figure) -> None:
    for name, scene in scenes_of(figure).items():
        for (joint, move), value in scene.body.angles.items():
            bounds = JOINTS[joint][move]
            assert bounds.least - 0.5 <= value <= bounds.most + 0.5, f"{name}: {joint} {move} {value:.1f}"


def check_contacts(figure: Figure) -> None:
    """Everything in contact is nearer than a hundredth of the body's height."""
    for name, scene in scenes_of(figure).items():
        for end, contact in scene.contacts.items():
            missing = gap(scene.body, scene.room, end, contact)
            assert missing <= sk.HEIGHT / 100, f"{name}: {end} on {contact.on}: {missing:.2f} cm"


def check_floor(figure: Figure) -> None:
    """No foot and no part of the back is below the floor."""
    for name, scene in scenes_of(figure).items():
        assert min(lowest_of_foot(scene.body, side) for side in SIDES) > -sk.TOUCH, name
        for place in ("seat", "upper back", "lower back", "back of the head"):
            assert LANDMARKS[place](scene.body)[1] > -sk.TOUCH, f"{name}: {place}"


def check_furniture(figure: Figure) -> None:
    """No limb passes through a solid of a prop."""
    for name, scene in scenes_of(figure).items():
        for x0, x1, y0, y1, z0, z1 in solids(scene):
            for bone in scene.body.bones.values():
                for x, y, z in (mix(bone.start, bone.end, i / 6) for i in range(7)):
                    depth = min(x - x0, x1 - x, y - y0, y1 - y, z - z0, z1 - z)
                    assert depth <= sk.TOUCH / 2, f"{name}: {depth:.1f} cm deep"
