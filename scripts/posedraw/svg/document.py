"""A figure as SVG text: the still of a pose, or the loop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Protocol

from posedraw.body.kinematics import Bone
from posedraw.pose.joints import SIDES
from posedraw.pose.model import Figure
from posedraw.scene.camera import Camera
from posedraw.scene.layout import HEIGHT, WIDTH, Layout, layout
from posedraw.scene.resolve import Scene
from posedraw.scene.timeline import moments, scenes, seconds, shown
from posedraw.shapes.foot import toe_bones
from posedraw.shapes.overlays import arrows_of
from posedraw.shapes.person import nearer_side, ordered, person
from posedraw.shapes.shape import Layer, Shape
from posedraw.shapes.silhouette import within
from posedraw.svg.elements import Still
from posedraw.svg.keyframes import Loop, Track
from posedraw.svg.path import numbers
from posedraw.svg.style import own_sheet

MAY_COME = 1.6  # radii; shapes within this distance of a close-up may move into it


class Pen(Protocol):
    """Writes shapes as SVG: still (`Still`), or moving (`Loop`)."""

    def draw(self, shapes: Iterable[Shape]) -> str: ...


def draw_stills(figure: Figure, ident: str, titles: Mapping[str, str]) -> dict[str, str]:
    """The still of each pose named in `titles` (pose → title), as SVG text by the pose's name.

    `ident` is the start of every id. A still whose title is empty is hidden from screen readers. Raises PoseError for
    a contact out of reach.
    """
    resolved = shown(figure, scenes(figure))
    page = layout(figure, resolved)
    return {name: _still(figure, resolved, page, name, ident_of(ident, name), title) for name, title in titles.items()}


def draw_still(figure: Figure, ident: str, title: str = "", pose: str = "", standalone: bool = False) -> str:
    """The still of one pose, by default the figure's `still`, as SVG text.

    Without a title it is hidden from screen readers. A `standalone` one includes the style sheet. Raises PoseError for
    a contact out of reach.
    """
    resolved = shown(figure, scenes(figure))
    return _still(figure, resolved, layout(figure, resolved), pose or figure.still, ident, title, standalone)


def ident_of(*words: str) -> str:
    return "-".join(words).replace(" ", "-")


def _still(
    figure: Figure,
    resolved: Mapping[str, Scene],
    page: Layout,
    pose: str,
    ident: str,
    title: str,
    alone: bool = False,
) -> str:
    body = _page(figure, resolved, page, pose, ident, Still(), Still())
    if figure.poses[pose].flipped:
        body = f'<g transform="matrix(-1 0 0 1 {WIDTH} 0)">{body}</g>'
    return _svg(figure, ident, title, body, own_sheet() if alone else "")


def draw_moving(figure: Figure, ident: str, title: str = "", standalone: bool = False) -> str:
    """The loop as SVG text: the figure's still, whose parts key frames move where animation is allowed.

    Raises PoseError for a contact out of reach, and for a part that turns 60° or more away from the still.
    """
    resolved = scenes(figure)
    page = layout(figure, shown(figure, resolved))
    carried: dict[int, dict[str, Bone]] = {}
    frames = []
    for moment in moments(figure, resolved):
        bones = carried.get(id(moment.scene)) or carried.setdefault(id(moment.scene), carriers(moment.scene))
        frames.append((moment.share, bones))
    start, length = carriers(resolved[figure.still]), seconds(figure)
    far = Loop(ident, Track(page.view, start, frames), "m")
    near = Loop(ident, Track(page.lens or page.view, start, frames), "n")
    body = _page(figure, resolved, page, figure.still, ident, far, near)
    rules = f".{ident}-m{{animation:{length:g}s linear infinite}}{far.style()}{near.style()}"
    sheet = f"@media screen and (prefers-reduced-motion:no-preference){{{rules}}}"
    return _svg(figure, ident, title, body, (own_sheet() if standalone else "") + sheet, "gf-fig gf-fig-moving")


def carriers(scene: Scene) -> dict[str, Bone]:
    """Every bone that a shape can follow: those of the body, each toe, and those of the props."""
    toes = {name: bone for side in SIDES for name, bone in toe_bones(scene.body, side).items()}
    bones = {**scene.body.bones, **toes}
    for placement in scene.room.values():
        bones |= placement.prop.bones(scene.room, scene.body)
    return bones


def _props(view: Camera, scene: Scene) -> list[Layer]:
    return [la for placed in scene.room.values() for la in placed.prop.layers(view, scene.room, scene.body)]


def _page(
    figure: Figure, resolved: Mapping[str, Scene], page: Layout, pose: str, ident: str, pen: Pen, near_pen: Pen
) -> str:
    """Ground, props, person, arrows, and the close-up over them."""
    scene = resolved[pose]
    behind, before = arrows_of(figure, resolved, page.view, pose, near=False)
    layers = ordered(page.view, [*_props(page.view, scene), *person(page.view, scene.body, figure.works)])
    drawn = _ground(page) + behind + _drawn(layers, pen) + before
    if page.lens and figure.closeup:
        close = figure.closeup
        side = nearer_side(page.view, scene.body)  # each limb has the colour that it has outside the close-up
        someone = person(page.lens, scene.body, figure.works, side, close.without)
        layers = ordered(page.lens, [*_props(page.lens, scene), *someone])
        behind, before = arrows_of(figure, resolved, page.lens, pose, near=True)
        radius = page.radius * (1 if isinstance(near_pen, Still) else MAY_COME)
        seen = [_seen(la, page, radius) for la in layers]
        drawn += _lens(page, page.lens, ident, behind + _drawn(seen, near_pen) + before)
    return drawn


def _drawn(layers: Iterable[Layer], pen: Pen) -> str:
    return "".join(pen.draw(layer.shapes) for layer in layers)


def _seen(layer: Layer, page: Layout, radius: float) -> Layer:
    """The layer with those of its shapes that lie at least partly in the close-up."""
    return Layer(layer.name, layer.depth, tuple(s for s in layer.shapes if within(s, page.centre, radius)))


def _ground(page: Layout) -> str:
    x, y, half = page.shadow
    height, start, end = (round(v) for v in page.floor)
    line = f'<path class="f" d="M{start} {height}H{end}"/>' if end else ""
    return line + (f'<ellipse class="d" cx="{round(x)}" cy="{round(y) + 3}" rx="{round(half)}" ry="10"/>')


def _lens(page: Layout, lens: Camera, ident: str, drawing: str) -> str:
    (x, y), r = page.centre, page.radius
    window = f'<circle cx="{round(x)}" cy="{round(y)}" r="{round(r)}"'
    floor = lens.page((0.0, 0.0, 0.0))[1] - abs(lens.flat((0.0, 0.0, 1.0))[1]) * 40
    ground = ""
    if floor < y + r:
        corner, side = numbers((x - r, max(floor, y - r))), round(2 * r)
        ground = f'<path class="fl" d="M{corner}h{side}V{round(y + r)}h-{side}z"/>'
    return (
        f'<clipPath id="{ident}-c">{window}/></clipPath>{window} class="lens"/>'
        f'<g class="near" clip-path="url(#{ident}-c)">{ground}{drawing}</g>{window} class="rim"/>'
    )


def _svg(figure: Figure, ident: str, title: str, body: str, sheet: str, classes: str = "gf-fig") -> str:
    style = f"<style>{sheet}</style>" if sheet else ""
    if not title:
        return f'<svg class="{classes}" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{style}{body}</svg>'
    words = f'<title id="{ident}-t">{escape(title)}</title><desc id="{ident}-d">{escape(figure.describe)}</desc>'
    return (
        f'<svg class="{classes}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{ident}-t" '
        f'aria-describedby="{ident}-d">{words}{style}{body}</svg>'
    )
