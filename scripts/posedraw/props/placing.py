"""The things an exercise needs: what they are called, and where they stand (centimetres)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from posedraw.body import skeleton as sk
from posedraw.body.landmarks import SEAT_RADIUS
from posedraw.pose.errors import Path, PoseError, number, unknown
from posedraw.pose.joints import plain

BESIDE = 28.0  # from the middle of the body to the edge of a worktop along its side
BALL = 3.35  # radius of a tennis ball
SEAT_HEIGHT = sk.SHANK + sk.ANKLE_HEIGHT - SEAT_RADIUS  # so that the feet stand flat
MAT = 1.2

# name → what an author may set, with its usual value: a number, or a word where the usual value is one
PROPS: dict[str, dict[str, float | str]] = {
    "chair": {"ahead": 0.0, "height": SEAT_HEIGHT},
    "mat": {"from": -85.0, "to": 100.0},
    "wall": {"ahead": 62.0},
    "worktop": {"ahead": 38.0, "height": 94.0, "along": "front"},
    "tennis ball": {"ahead": 48.0, "right": sk.HIP_HALF},
    "pencil": {"under": "right"},
    "towel": {"round": "right"},
    "resistance band": {"round": "right", "to": "bed"},
    "bed": {"ahead": 150.0, "right": 0.0},
}
WORDS = {
    "under": ("right", "left"),
    "round": ("right", "left"),
    "to": ("bed",),
    "along": ("front", "left", "right"),
}


@dataclass(frozen=True, slots=True)
class Placing:
    """Where one prop is."""

    numbers: Mapping[str, float]
    words: Mapping[str, str]

    def mirrored(self) -> Placing:
        other = {"right": "left", "left": "right"}
        numbers = {k: -v if k == "right" else v for k, v in self.numbers.items()}
        return Placing(numbers, {k: other.get(v, v) for k, v in self.words.items()})

    def over(self, usual: Placing) -> Placing:
        return Placing({**usual.numbers, **self.numbers}, {**usual.words, **self.words})


Room = Mapping[str, Placing]


def usual_placing(name: str) -> Placing:
    values = PROPS[name].items()
    numbers = {k: v for k, v in values if isinstance(v, float)}
    return Placing(numbers, {k: v for k, v in values if isinstance(v, str)})


def read_placing(name: str, value: object, path: Path) -> Placing:
    if name not in PROPS:
        raise unknown(path, "prop", name, PROPS)
    if not isinstance(value, Mapping):
        raise PoseError(path, f"expected where the {name} is; write for example {{{next(iter(PROPS[name]))}: 40}}")
    numbers: dict[str, float] = {}
    words: dict[str, str] = {}
    for raw, text in value.items():
        key, here = plain(raw), (*path, raw)
        if key not in PROPS[name]:
            raise unknown(here, f"setting of the {name}", key, PROPS[name])
        if isinstance(PROPS[name][key], float):
            numbers[key] = number(here, text, "centimetres")
        else:
            words[key] = plain(text)
            if words[key] not in WORDS[key]:
                raise unknown(here, f"{key} of the {name}", words[key], WORDS[key])
    return Placing(numbers, words)


def read_props(raw: object, path: Path) -> dict[str, Placing]:
    """The props of a figure: a list of names, or of one name with its settings."""
    if not isinstance(raw, list):
        raise PoseError(path, "expected a list of props; write for example [chair, towel]")
    room: dict[str, Placing] = {}
    for index, item in enumerate(raw):
        here = (*path, index)
        entries = item.items() if isinstance(item, Mapping) else [(item, {})]
        for key, settings in entries:
            name = plain(key)
            if name not in PROPS:
                raise unknown(here, "prop", name, PROPS)
            inner = (*here, key) if isinstance(item, Mapping) else here
            room[name] = read_placing(name, settings, inner).over(usual_placing(name))
    return room
