"""Readers of single values. Each raises PoseError with the value's path and the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from posedraw.body.landmarks import LANDMARKS
from posedraw.pose.errors import Path, PoseError, number, unknown
from posedraw.pose.joints import plain
from posedraw.pose.model import Pose
from posedraw.scene.camera import Camera, camera

OPPOSITES = {"behind": "ahead", "down": "up", "left": "right"}
NAMED_CAMERAS = {"side": (0.0, 4.0), "three-quarter": (38.0, 10.0), "front": (90.0, 4.0), "left side": (180.0, 4.0)}


def mapping(value: object, path: Path) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise PoseError(path, "expected a mapping: a name, a colon, and what it is")
    return value


def list_of(raw: object, path: Path) -> list[object]:
    if not isinstance(raw, list):
        raise PoseError(path, "expected a list; write for example [one, two]")
    return raw


def words_of(raw: object, known: tuple[str, ...], what: str, path: Path) -> tuple[str, ...]:
    words = []
    for index, word in enumerate(list_of(raw, path)):
        words.append(plain(word))
        if words[-1] not in known:
            raise unknown((*path, index), what, words[-1], known)
    return tuple(words)


def pose_named(word: object, poses: Mapping[str, Pose], path: Path) -> str:
    if str(word) not in poses:
        raise unknown(path, "pose of this figure", str(word), poses)
    return str(word)


def is_yes(value: object) -> bool:
    return str(value) in ("yes", "true")


def settings_of(raw: object, known: tuple[str, ...], what: str, path: Path) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise PoseError(path, f"expected a mapping with {', '.join(known)}")
    for key in raw:
        if key not in known:
            raise unknown((*path, key), what, str(key), known)
    return raw


def centimetres(data: Mapping[str, object], known: tuple[str, ...], path: Path) -> dict[str, float]:
    return {
        OPPOSITES.get(k, k): number((*path, k), data[k], "centimetres") * (-1 if k in OPPOSITES else 1)
        for k in known
        if k in data
    }


def place_named(word: object, path: Path) -> str:
    if plain(word) not in LANDMARKS:
        raise unknown(path, "place of the body", plain(word), LANDMARKS)
    return plain(word)


def read_camera(value: object, path: Path) -> Camera:
    if isinstance(value, dict):
        for key in value:
            if key not in ("turn", "tilt"):
                raise unknown((*path, key), "setting of the camera", str(key), ("turn", "tilt"))
        turn = number((*path, "turn"), value.get("turn", 0), "an angle in degrees")
        tilt = number((*path, "tilt"), value.get("tilt", 4), "an angle in degrees")
        if not -30 <= tilt <= 80:
            raise PoseError((*path, "tilt"), f"a tilt of {tilt:.0f}° shows nothing one could follow; write -30 to 80")
        return camera(turn, tilt)
    if str(value) not in NAMED_CAMERAS:
        raise unknown(path, "camera", str(value), NAMED_CAMERAS)
    return camera(*NAMED_CAMERAS[str(value)])
