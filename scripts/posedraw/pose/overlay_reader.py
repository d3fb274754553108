"""Reads overlays: arrows of movement, and a close-up."""

from __future__ import annotations

from collections.abc import Mapping

from posedraw.pose.errors import Path, PoseError, unknown
from posedraw.pose.joints import SIDES
from posedraw.pose.model import Arrow, Closeup, Pose
from posedraw.pose.values import (
    centimetres,
    is_yes,
    list_of,
    place_named,
    pose_named,
    read_camera,
    settings_of,
    words_of,
)

KINDS = ("follow", "circle", "point")
LAYERS = ("head", "trunk", *(f"{side} {limb}" for side in SIDES for limb in ("arm", "leg")))
FEET = ("right foot", "left foot")
SHIFTS = ("ahead", "behind", "up", "down")  # on the page: ahead is to the right


def read_arrow(raw: object, poses: Mapping[str, Pose], still: str, path: Path) -> Arrow:
    known = (*KINDS, "from", "to", "at", "both ways", "wide", "round", "long", *SHIFTS, "in", "closeup")
    data = settings_of(raw, known, "setting of an arrow", path)
    kind = next((k for k in KINDS if k in data), "")
    if not kind:
        raise PoseError(
            path,
            "an arrow needs follow:, circle: or point:; write for example {follow: right heel, from: start, to: up}",
        )
    names = {}
    where = kind
    if kind == "point":
        where = "at"
        names["way"] = str(data[kind])
        if names["way"] not in SHIFTS:
            raise unknown((*path, kind), "way to point", names["way"], SHIFTS)
    if where not in data:
        raise PoseError(
            path,
            "at is missing; an arrow points from a place of the body, for example {point: ahead, at: hips}",
        )
    place = place_named(data[where], (*path, where))
    for word, name in (("from", "start"), ("to", "end")):
        if kind == "follow":
            if word not in data:
                raise PoseError(path, f"{word} is missing; an arrow follows a place from one pose to another")
            names[name] = pose_named(data[word], poses, (*path, word))
    shown = tuple(
        pose_named(p, poses, (*path, "in", i)) for i, p in enumerate(list_of(data.get("in", [still]), (*path, "in")))
    )
    return Arrow(
        kind,
        place,
        both=is_yes(data.get("both ways", "no")),
        shown=shown,
        near=is_yes(data.get("closeup", "no")),
        start=names.get("start", ""),
        end=names.get("end", ""),
        way=names.get("way", ""),
        round=words_of([data["round"]], FEET, "foot", path)[0] if "round" in data else "",
        **centimetres(data, ("wide", "long", *SHIFTS), path),
    )


def read_closeup(raw: object, path: Path) -> Closeup:
    known = ("of", "turn", "tilt", "size", *SHIFTS, "over", "without")
    data = settings_of(raw, known, "setting of a close-up", path)
    if "of" not in data:
        raise PoseError(path, "of is missing; say which place of the body is seen near, for example {of: right toes}")
    view = {k: data[k] for k in ("turn", "tilt") if k in data}
    values = centimetres(data, ("size", *SHIFTS), path)
    without = words_of(data.get("without", []), LAYERS, "part of the body", (*path, "without"))
    place = place_named(data["of"], (*path, "of"))
    return Closeup(place, read_camera(view, path), over=is_yes(data.get("over", "no")), without=without, **values)
