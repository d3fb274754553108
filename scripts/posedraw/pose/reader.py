"""Reads a figure: camera, props, poses, motion, overlays and description."""

from __future__ import annotations

from collections.abc import Mapping

from posedraw.pose.errors import Path, PoseError, number, unknown
from posedraw.pose.model import Figure, Move, Pose
from posedraw.pose.overlay_reader import read_arrow, read_closeup
from posedraw.pose.pose_reader import read_poses
from posedraw.pose.values import list_of, pose_named, read_camera, words_of
from posedraw.props.reader import read_props
from posedraw.shapes.worked_areas import WORKS

KEYS = ("camera", "props", "poses", "motion", "still", "closeup", "works", "arrows", "describe")


def read_figure(raw: object, path: Path = ()) -> Figure:
    """The figure in a mapping as YAML gives it, whose scalars may all be text.

    Raises PoseError for the first problem; its path starts with `path`. That every contact can be reached is checked
    when the figure is drawn.
    """
    if not isinstance(raw, Mapping):
        raise PoseError(path, "expected a mapping with poses and describe")
    for key in raw:
        if key not in KEYS:
            raise unknown((*path, key), "part of a figure", str(key), KEYS)
    for key in ("poses", "describe"):
        if key not in raw:
            raise PoseError(
                path,
                f"{key} is missing; a figure needs poses, and a sentence that describes it to readers who cannot see it",
            )
    poses = read_poses(raw["poses"], (*path, "poses"))
    motion = _motion(raw.get("motion", []), poses, (*path, "motion"))
    still = pose_named(raw.get("still", _default_still(motion, poses)), poses, (*path, "still"))
    arrows = list_of(raw.get("arrows", []), (*path, "arrows"))
    describe = " ".join(str(raw["describe"]).split())
    if not describe:
        raise PoseError((*path, "describe"), "the description is empty; say in a sentence what the drawing shows")
    return Figure(
        read_camera(raw.get("camera", "side"), (*path, "camera")),
        read_props(raw.get("props", []), (*path, "props")),
        poses, motion, still,
        read_closeup(raw["closeup"], (*path, "closeup")) if "closeup" in raw else None,
        words_of(raw.get("works", []), WORKS, "worked area", (*path, "works")),
        tuple(read_arrow(a, poses, still, (*path, "arrows", i)) for i, a in enumerate(arrows)),
        describe,
    )  # fmt: skip


def _default_still(motion: tuple[Move, ...], poses: Mapping[str, Pose]) -> str:
    """The default of `still`: the pose after the first of the loop, or of the figure."""
    names = [m.pose for m in motion] or list(poses)
    return names[1] if len(names) > 1 else names[0]


def _motion(raw: object, poses: Mapping[str, Pose], path: Path) -> tuple[Move, ...]:
    moves: list[Move] = []
    for index, item in enumerate(list_of(raw, path)):
        here = (*path, index)
        words = str(item).split()
        seconds = 0.0
        steady = "steadily" in words
        words = [w for w in words if w not in ("s", "steadily")]
        if len(words) > 1 and words[-1].removesuffix("s").replace(".", "", 1).isdigit():
            seconds = number(here, words.pop().removesuffix("s"), "seconds")
        name = " ".join(words)
        if name == "hold" and moves:
            name = moves[-1].pose
        moves.append(Move(pose_named(name, poses, here), seconds, steady))
        if len(moves) > 1 and not 0.1 <= seconds <= 20:
            raise PoseError(
                here, f"“{item}” does not say how long it takes; write for example “{name} 1 s” (0.1 to 20)"
            )
    if moves and (len(moves) < 2 or moves[0].pose != moves[-1].pose):
        raise PoseError(path, f"a loop ends where it began; add “{moves[0].pose} 1 s” at the end")
    return tuple(moves)
