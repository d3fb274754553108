"""The arrows of one drawing, from the poses that they connect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posedraw.body.landmarks import LANDMARKS
from posedraw.geometry import V3
from posedraw.pose.model import Arrow, Figure
from posedraw.scene.camera import Camera
from posedraw.scene.resolve import Scene, resolve
from posedraw.scene.timeline import blend
from posedraw.shapes.arrows import arrow, ring, way
from posedraw.shapes.shape import Shape
from posedraw.svg.elements import Still


def arrows_of(figure: Figure, resolved: Mapping[str, Scene], view: Camera, pose: str, near: bool) -> tuple[str, str]:
    """The SVG of the arrows: (behind the body, in front of it)."""
    behind, before = "", ""
    for a in figure.arrows:
        if pose in a.shown and a.near == near:
            back, front = _arrow_shapes(figure, resolved, view, a, pose)
            behind += Still().draw(back)
            before += Still().draw(front)
    group = '<g class="gf-fig-arrows">{}</g>'
    return group.format(behind) if behind else "", group.format(before) if before else ""


def _arrow_shapes(
    figure: Figure, resolved: Mapping[str, Scene], view: Camera, a: Arrow, pose: str
) -> tuple[Sequence[Shape], Sequence[Shape]]:
    shift = (a.ahead * view.scale, -a.up * view.scale)
    place = LANDMARKS[a.place]

    def spot(scene: Scene) -> tuple[float, float]:
        x, y = view.page(place(scene.body))
        return x + shift[0], y + shift[1]

    here = spot(resolved[pose])
    if a.kind == "circle":
        return ring(view, here, a.wide, _axis(resolved[pose], a.round))
    if a.kind == "point":
        dx, dy = {"ahead": (1, 0), "behind": (-1, 0), "up": (0, -1), "down": (0, 1)}[a.way]
        reach = a.long * view.scale / 2
        return (), arrow(
            [(here[0] - dx * reach, here[1] - dy * reach), (here[0] + dx * reach, here[1] + dy * reach)],
            a.both,
        )
    start, end = figure.poses[a.start], figure.poses[a.end]
    points = [spot(resolved[a.start])]
    for step in range(1, 6):
        between = blend(start, end, resolved[a.start], resolved[a.end], step / 6)
        points.append(spot(resolve(between, figure.props, strict=False)))
    return (), arrow(way([*points, spot(resolved[a.end])]), a.both)


def _axis(scene: Scene, bone: str) -> V3:
    """The axis of a ring: a foot's long axis, by default the vertical."""
    return scene.body[bone].frame[0] if bone else (0.0, 1.0, 0.0)
