"""A person as layers of shapes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from posedraw.body.kinematics import Body
from posedraw.geometry import along, sub
from posedraw.pose.joints import SIDES
from posedraw.scene.camera import Camera
from posedraw.scene.depth_sort import in_order
from posedraw.shapes import foot
from posedraw.shapes import hand as fingers
from posedraw.shapes import limbs as lm
from posedraw.shapes.head import head
from posedraw.shapes.shape import Layer, Shape
from posedraw.shapes.silhouette import Station
from posedraw.shapes.worked_areas import marks

SIDE_BY_SIDE = 4.0  # centimetres; with a smaller difference in depth of the hips neither leg is the far one
ARMS_FIRST = 2.5  # centimetres that an arm counts as nearer, so that it is drawn over the body that it touches


def person(
    view: Camera, body: Body, works: Iterable[str] = (), near: str = "", without: Iterable[str] = ()
) -> list[Layer]:
    """The layers of a person.

    `near` is the side in full colour, by default the one nearer the camera; `without` names parts to leave out.
    """
    worked, left_out = frozenset(works), frozenset(without)
    near = near or nearer_side(view, body)
    apart = abs(view.depth(sub(body["right thigh"].start, body["left thigh"].start)))
    layers: list[Layer] = [la for la in _trunk(view, body) if la.name not in left_out]
    for side in SIDES:
        far = side != near and apart > SIDE_BY_SIDE
        if f"{side} leg" not in left_out:
            layers += _leg(view, body, side, far, worked, "trunk" not in left_out)
        if f"{side} arm" not in left_out:
            layers += _arm(view, body, side, far)
    return layers


def nearer_side(view: Camera, body: Body) -> str:
    return max(SIDES, key=lambda side: view.depth(body[f"{side} thigh"].start))


def ordered(view: Camera, layers: Iterable[Layer]) -> list[Layer]:
    """The layers, farthest first; the halves of a limb are one layer where nothing lies between them."""
    joined: list[Layer] = []
    for layer in in_order(view, layers):
        last = joined[-1] if joined else None
        if last and layer.limb and layer.limb == last.limb:
            upper, lower = (last, layer) if last.name.startswith("upper") else (layer, last)
            join = _whole_leg if layer.limb.endswith("leg") else _whole_arm
            joined[-1] = replace(last, shapes=join(upper.shapes, lower.shapes))
        else:
            joined.append(layer)
    return joined


def _whole_leg(upper: tuple[Shape, ...], lower: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """The bare foot, then hip, thigh and shank, then the worked areas."""
    return tuple(sorted((*lower, *upper), key=lambda s: 2 if s.role == "work" else s.role == "legs"))


def _whole_arm(upper: tuple[Shape, ...], lower: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Upper arm and forearm, the hand over them, the sleeve last."""
    arm = next(i for i, shape in enumerate(lower) if shape.kind == "tube")
    return (*lower[:arm], upper[0], *lower[arm:], *upper[1:])


def _trunk(view: Camera, body: Body) -> list[Layer]:
    shirt = Shape("top", "trunk", (lm.trunk(view, body, lm.SHIRT),))
    chest, skull = body["chest"], body["head"]
    middle = view.depth(chest.start)
    crown = along(skull.start, skull.frame[1], 12.0)
    return [
        Layer("trunk", middle, (lm.neck(view, body), shirt), ((body["pelvis"].start, chest.end, 9.0),)),
        Layer("head", middle + 1.5, tuple(head(view, body)), ((skull.start, crown, 9.0),)),
    ]


def _leg(view: Camera, body: Body, side: str, far: bool, worked: frozenset[str], hips: bool) -> list[Layer]:
    def part(bone: str, role: str, stations: tuple[Station, ...], caps: tuple[bool, bool]) -> Shape:
        return lm.limb(view, body, f"{side} {bone}", role, stations, far, caps)

    thigh, shank, tips = (body[f"{side} {bone}"] for bone in ("thigh", "shank", "toe tips"))
    toe_role = "flush" if f"{side} toes" in worked else "skin"
    under, over = foot.toes(view, body, side, toe_role, far)
    lower = [
        *under,
        part("shank", "skin", lm.SHIN, (False, True)), foot.outline(view, body, side, far),
        *over, *foot.ankle_bone(view, body, side, far),
        *marks(view, body, side, worked, "skin"),
        part("shank", "legs", lm.LEGGING, (True, False)),
        *marks(view, body, side, worked, "legs", "shank"),
    ]  # fmt: skip
    upper = [
        *([Shape("legs", "pelvis", (lm.trunk(view, body, lm.HIPS),))] if hips and not far else []),
        part("thigh", "legs", lm.THIGH, (True, True)),
        *marks(view, body, side, worked, "legs", "thigh"),
    ]
    limb = f"{side} leg"
    return [
        Layer(f"upper {limb}", view.depth(thigh.end), tuple(upper), ((thigh.start, thigh.end, 6.0),), limb),
        Layer(
            f"lower {limb}", view.depth(shank.start), tuple(lower),
            ((shank.start, shank.end, 4.0), (shank.end, tips.end, 3.5)), limb,
        ),
    ]  # fmt: skip


def _arm(view: Camera, body: Body, side: str, far: bool) -> list[Layer]:
    def part(bone: str, role: str, stations: tuple[Station, ...], caps: tuple[bool, bool]) -> Shape:
        return lm.limb(view, body, f"{side} {bone}", role, stations, far, caps)

    before, over = fingers.hand(view, body, side, far)
    thumb = fingers.thumb(view, body, side, far) if view.detail or not far else []
    if fingers.thumb_behind(view, body, side):
        before, thumb = [*thumb, *before], []
    lower = (*before, part("forearm", "skin", lm.FOREARM, (True, False)), fingers.palm(view, body, side, far),
             *over, *thumb)  # fmt: skip
    upper = (part("upper arm", "skin", lm.UPPER_ARM, (False, True)), part("upper arm", "top", lm.SLEEVE, (True, False)))
    arm, palm, tips = (body[f"{side} {bone}"] for bone in ("upper arm", "palm", "fingers"))
    first = [along(p, view.near, ARMS_FIRST) for p in (arm.start, arm.end, palm.start, palm.end, tips.end)]
    limb = f"{side} arm"
    return [
        Layer(f"upper {limb}", view.depth(arm.start), upper, ((first[0], first[1], 4.0),), limb),
        Layer(
            f"lower {limb}", view.depth(palm.end) + 6, lower,
            ((first[1], first[2], 3.0), (first[2], first[3], 3.0), (first[3], first[4], 2.0)), limb,
        ),
    ]  # fmt: skip
