"""Depth order: layers that overlap on the page are ordered by their depths at the place of the overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from posedraw.geometry import V3, dot
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Span

Flat = tuple[
    float, float, float, float, float, float, float
]  # a span on the page: x, y and depth of each end, and its radius
CLEAR = 0.6  # centimetres; with a smaller difference in depth neither layer hides the other


def in_order(view: Camera, layers: Iterable[Layer]) -> list[Layer]:
    """The layers, farthest first; the halves of a limb follow each other unless something lies between them."""
    waiting = sorted(layers, key=lambda layer: layer.depth)
    behind = _hidden(view, waiting)
    drawn: list[Layer] = []
    while waiting:
        left = {id(layer) for layer in waiting}
        limbs: dict[str, list[Layer]] = {}
        for layer in waiting:
            limbs.setdefault(layer.limb or layer.name, []).append(layer)
        hiding = ((ls, set().union(*(behind[id(la)] for la in ls)) & left) for ls in limbs.values())
        whole = (ls for ls, hidden in hiding if hidden <= {id(la) for la in ls})
        part = ([la] for la in waiting if not behind[id(la)] & left)
        chosen = next(whole, None) or next(part, None) or waiting[:1]
        drawn += chosen
        waiting = [la for la in waiting if la not in chosen]
    return drawn


def _hidden(view: Camera, layers: Sequence[Layer]) -> dict[int, set[int]]:
    """The layers, by id, that must be drawn before each layer."""
    flat = {id(la): [_flat(view, span) for span in la.spans] for la in layers}
    before: dict[int, set[int]] = {id(la): set() for la in layers}
    for a, b in combinations([la for la in layers if la.spans], 2):
        if a.limb and a.limb == b.limb:
            continue  # they share a joint
        nearer = _nearer(flat[id(a)], flat[id(b)])
        if nearer > CLEAR:
            before[id(a)].add(id(b))
        elif nearer < -CLEAR:
            before[id(b)].add(id(a))
    return before


def _flat(view: Camera, span: Span) -> Flat:
    a, b, girth = span
    return (*_seen(view, a), *_seen(view, b), girth)


def _seen(view: Camera, p: V3) -> V3:
    return dot(p, view.right), dot(p, view.up), dot(p, view.near)


def _nearer(these: Sequence[Flat], those: Sequence[Flat]) -> float:
    """By how much the first spans are nearer to the camera where the two overlap most; 0 if they do not overlap."""
    most, nearer = 0.0, 0.0
    for a in these:
        for b in those:
            reach = a[6] + b[6]
            if _apart(a, b, 0, reach) or _apart(a, b, 1, reach):
                continue
            away, s, t = _closest(a, b)
            if reach - away > most:
                most = reach - away
                nearer = a[2] + (a[5] - a[2]) * s - b[2] - (b[5] - b[2]) * t
    return nearer


def _apart(a: Flat, b: Flat, i: int, reach: float) -> bool:
    return max(a[i], a[i + 3]) + reach < min(b[i], b[i + 3]) or max(b[i], b[i + 3]) + reach < min(a[i], a[i + 3])


def _closest(a: Flat, b: Flat) -> tuple[float, float, float]:
    """(distance on the page, share along the first, share along the second) where two spans are nearest."""
    ux, uy, vx, vy = a[3] - a[0], a[4] - a[1], b[3] - b[0], b[4] - b[1]
    wx, wy = a[0] - b[0], a[1] - b[1]
    uu, uv, vv = ux * ux + uy * uy, ux * vx + uy * vy, vx * vx + vy * vy
    uw, vw = ux * wx + uy * wy, vx * wx + vy * wy
    square = uu * vv - uv * uv
    s = _share((uv * vw - vv * uw) / square) if square > 1e-6 else 0.5
    t = _share((uv * s + vw) / vv) if vv > 1e-6 else 0.0
    s = _share((uv * t - uw) / uu) if uu > 1e-6 else 0.0
    dx, dy = wx + ux * s - vx * t, wy + uy * s - vy * t
    return float((dx * dx + dy * dy) ** 0.5), s, t


def _share(value: float) -> float:
    return max(0.0, min(1.0, value))
