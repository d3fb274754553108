"""The page of a figure: 600 by 450 SVG units, the person as large as fits, the close-up beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from posedraw.body.landmarks import LANDMARKS
from posedraw.geometry import V2, V3
from posedraw.pose.model import Figure
from posedraw.props.protocol import Room
from posedraw.scene.camera import Camera
from posedraw.scene.resolve import Scene

WIDTH, HEIGHT = 600, 450
MARGIN = 20.0
LENS, LENS_OVER = 130.0, 105.0  # radius of the close-up, beside the person or over the drawing
OVER_AT = 322.0  # the middle of a close-up over the drawing
FLOOR_ENDS = -15.0  # centimetres behind the middle of the body, where no prop ends the floor
FLESH = 9.0  # centimetres that skin and cloth reach round a bone
SHADOW_BONES = (
    "pelvis",
    "chest",
    "head",
    "right foot",
    "left foot",
    "right palm",
    "left palm",
    "right toe tips",
    "left toe tips",
)


@dataclass(frozen=True, slots=True)
class Layout:
    view: Camera
    lens: Camera | None
    centre: V2  # of the lens
    radius: float
    floor: tuple[float, float, float]  # the line at which the floor ends: y, and x from and to
    shadow: tuple[float, float, float]  # x of its middle, y, half its width


def layout(figure: Figure, resolved: Mapping[str, Scene]) -> Layout:
    """The layout that all drawings of a figure share, so that a loop and its stills coincide."""
    points = [p for scene in resolved.values() for p in _reach(scene)]
    view = figure.camera
    flat = [view.page(p) for p in points]
    for arrow in figure.arrows:
        ends = [resolved[pose] for pose in (arrow.start, arrow.end) if pose] or [resolved[figure.still]]
        flat += [
            _shifted(view.page(LANDMARKS[arrow.place](scene.body)), arrow.ahead, arrow.up)
            for scene in ends
            if not arrow.near
        ]
    xs, ys = _span(flat)
    left, right = MARGIN, WIDTH - MARGIN - (2 * LENS + 4 if figure.closeup and not figure.closeup.over else 0)
    room = HEIGHT - 2 * MARGIN - 6
    scale = min((right - left) / (xs[1] - xs[0]), room / (ys[1] - ys[0]), 3.75)
    x = (left + right) / 2 - (xs[0] + xs[1]) / 2 * scale
    y = HEIGHT - MARGIN - 6 - ys[1] * scale
    placed = view.placed(scale, x, y)
    lens, centre, radius = None, (0.0, 0.0), 0.0
    if figure.closeup:
        near = figure.closeup
        radius = LENS_OVER if near.over else LENS
        centre = (OVER_AT, MARGIN + radius) if near.over else (WIDTH - MARGIN - radius + 8, MARGIN + radius + 22)
        here = LANDMARKS[near.place](resolved[figure.still].body)
        size = 2 * radius / near.size
        unplaced = near.camera.placed(size, 0.0, 0.0)
        at = unplaced.page(here)
        lens = near.camera.placed(size, centre[0] - at[0] - near.ahead * size, centre[1] - at[1] + near.up * size, True)
    return Layout(placed, lens, centre, radius, _floor(placed, figure.props), _shadow(placed, resolved[figure.still]))


def _floor(view: Camera, room: Room) -> tuple[float, float, float]:
    """Just behind the feet, or where a prop such as a wall ends the floor; below the page where a prop hides it."""
    props = [(placement.prop, placement) for placement in room.values()]
    if any(prop.hides_floor_line(placement) for prop, placement in props):
        return float(HEIGHT), 0.0, 0.0
    for prop, placement in props:
        if end := prop.floor_end(placement):
            x, y = view.page(end)
            return y, 15.0, x
    return view.page((0.0, 0.0, FLOOR_ENDS))[1], 15.0, WIDTH - 15.0


def _reach(scene: Scene) -> list[V3]:
    points: list[V3] = [(0.0, 0.0, 0.0)]
    for placement in scene.room.values():
        points += placement.prop.extent(placement)
    for name, bone in scene.body.bones.items():
        size = (
            14.0
            if name == "head"
            else 4.0
            if name.split()[-1] in ("palm", "fingers", "tips", "foot", "toes")
            else FLESH
        )
        for x, y, z in (bone.start, bone.end):
            points += [(x - size, max(y - size, 0.0), z), (x + size, y + size, z)]
    return points


def _shifted(p: V2, ahead: float, up: float) -> V2:
    return p[0] + ahead + (5 if ahead > 0 else -5), p[1] - up


def _span(points: Iterable[V2]) -> tuple[tuple[float, float], tuple[float, float]]:
    xs, ys = zip(*points, strict=True)
    return (min(xs), max(xs)), (min(ys), max(ys))


def _shadow(view: Camera, scene: Scene) -> tuple[float, float, float]:
    low = [scene.body[n].end for n in SHADOW_BONES if scene.body[n].end[1] < 70]
    xs = [view.page((x, 0.0, z))[0] for x, _, z in low]
    middle = (min(xs) + max(xs)) / 2
    return middle, view.page((0.0, 0.0, 0.0))[1], (max(xs) - min(xs)) / 2 + 9 * view.scale
