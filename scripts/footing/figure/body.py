"""A whole person as layers of shapes, the farthest first."""

from collections.abc import Iterable
from dataclasses import replace

from . import limbs as lm
from .camera import Camera
from .head import head
from .joints import SIDES
from .kinematics import Body
from .outline import Station
from .shapes import Layer, Shape
from .space import V3, mix, sub
from .work import marks

SIDE_BY_SIDE = 4.0  # with the hips no farther apart in depth than this, neither side is the far one


def person(
    view: Camera, body: Body, works: Iterable[str] = (), near: str = "", without: Iterable[str] = ()
) -> list[Layer]:
    """`near`: the side drawn in full colour, else the one nearer the camera; `without`: layers left out."""
    worked, left_out = frozenset(works), frozenset(without)
    near = near or max(SIDES, key=lambda side: view.depth(body[f"{side} thigh"].start))
    layers: list[Layer] = [*_trunk(view, body)]
    apart = abs(view.depth(sub(body["right thigh"].start, body["left thigh"].start)))
    for side in SIDES:
        far = side != near and apart > SIDE_BY_SIDE
        layers.append(_leg(view, body, side, far, worked))
        if f"{side} arm" not in left_out:
            layers += _arm(view, body, side, far)
    return _joined_arms(
        sorted((la for la in layers if la.name not in left_out), key=lambda layer: layer.depth)
    )


def _trunk(view: Camera, body: Body) -> list[Layer]:
    shirt = Shape("top", "trunk", (lm.trunk(view, body, lm.SHIRT),))
    neck = lm.neck(view, body)
    middle = view.depth(body["chest"].start)
    return [Layer("trunk", middle, (neck, shirt)), Layer("head", middle + 1.5, tuple(head(view, body)))]


def _leg(view: Camera, body: Body, side: str, far: bool, worked: frozenset[str]) -> Layer:
    def part(bone: str, role: str, stations: tuple[Station, ...], caps: tuple[bool, bool]) -> Shape:
        return lm.limb(view, body, f"{side} {bone}", role, stations, far, caps)

    foot = Shape("skin", f"{side} foot", (lm.foot(view, body, side),), far=far)
    toe_role = "work" if f"{side} toes" in worked else "skin"
    shapes = [part("shank", "skin", lm.SHIN, (False, False)), foot, *lm.toes(view, body, side, toe_role, far)]
    if view.detail:  # once more without its edge, over the roots of the toes
        shapes.append(replace(foot, edge=False))
    shapes += marks(view, body, side, worked, "skin")
    if not far:
        shapes.append(Shape("legs", "pelvis", (lm.trunk(view, body, lm.HIPS),)))
    shapes += [
        part("thigh", "legs", lm.THIGH, (True, True)),
        part("shank", "legs", lm.LEGGING, (True, False)),
    ]
    shapes += marks(view, body, side, worked, "legs")
    return Layer(f"{side} leg", view.depth(body[f"{side} shank"].start), tuple(shapes))


def _arm(view: Camera, body: Body, side: str, far: bool) -> list[Layer]:
    def part(bone: str, role: str, stations: tuple[Station, ...], caps: tuple[bool, bool]) -> Shape:
        return lm.limb(view, body, f"{side} {bone}", role, stations, far, caps)

    fingers = lm.fingers(view, body, side, far) if view.detail else [lm.fist(view, body, side, far)]
    lower = (
        part("forearm", "skin", lm.FOREARM, (True, False)),
        part("palm", "skin", lm.PALM, (True, True)),
        *fingers,
        lm.thumb(view, body, side, far),
    )
    upper = (
        part("upper arm", "skin", lm.UPPER_ARM, (False, False)),
        part("upper arm", "top", lm.SLEEVE, (True, False)),
    )
    elbow = body[f"{side} forearm"].start
    shoulder: V3 = mix(body[f"{side} upper arm"].start, elbow, 0.5)
    return [
        Layer(f"{side} upper arm", view.depth(shoulder), upper),
        Layer(f"{side} lower arm", view.depth(body[f"{side} palm"].end) + 6, lower),
    ]


def _joined_arms(layers: list[Layer]) -> list[Layer]:
    """Where nothing lies between the two halves of an arm they become one, without an edge at the elbow."""
    joined: list[Layer] = []
    for layer in layers:
        last = joined[-1] if joined else None
        if last and {last.name, layer.name} in [{f"{s} upper arm", f"{s} lower arm"} for s in SIDES]:
            upper, lower = (last, layer) if last.name.endswith("upper arm") else (layer, last)
            shapes = (*lower.shapes, *upper.shapes)
            joined[-1] = Layer(last.name, last.depth, shapes)
        else:
            joined.append(layer)
    return joined
