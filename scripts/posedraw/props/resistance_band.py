"""A resistance band: a loop over the forefoot, tied to another prop."""

from __future__ import annotations

from math import cos, radians, sin

from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Body, Bone, outward
from posedraw.geometry import V2, V3, along, at, mix, sub
from posedraw.pose.joints import SIDES
from posedraw.props.cloth import stretched
from posedraw.props.protocol import Choice, Placement, Prop, Room
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer, Shape

AHEAD = sk.BALL_AHEAD - 1.2  # where it lies over the foot, ahead of the ankle
WIDTH = 2.5
LOOP = (-4.7, 5.5, 3.0)  # its middle below the ankle; how far it reaches sideways, and up and down


class ResistanceBand(Prop):
    """`round`: the foot; `to`: the prop it is tied to."""

    name = "resistance band"
    settings = (Choice("round", SIDES), Choice("to", ("bed",)))

    def needs(self, placement: Placement) -> tuple[str, ...]:
        return (placement.words["to"],)

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        """The loop over the forefoot, two strands, and a knot."""
        foot = body[f"{room[self.name].words['round']} foot"]
        strands = self.bones(room, body)
        near = max(strands, key=lambda name: view.depth(strands[name].start))
        layers = [_loop(view, body, room[self.name].words["round"])]
        for name, bone in strands.items():
            line = (view.page(bone.start), view.page(bone.end))
            shape = Shape("n" if name == near else "nf", name, (line,), "line", WIDTH * view.scale)
            start, end = (sub(p, foot.frame[1]) for p in (bone.start, bone.end))
            layers.append(Layer(name, view.depth(bone.start), (shape,), ((start, end, 1.2),)))
        return [*layers, _knot(view, strands[near].end)]

    def bones(self, room: Room, body: Body) -> dict[str, Bone]:
        """A strand from each side of the forefoot to the knot."""
        words = room[self.name].words
        foot, tied_to = body[f"{words['round']} foot"], room[words["to"]]
        tied = tied_to.prop.tie_point(tied_to)
        assert tied is not None, "the choices of `to` are props that a band can be tied to"
        return {
            f"band {edge}": stretched(at(foot.start, foot.frame, (AHEAD, LOOP[0], LOOP[1] * outward(edge))), tied)
            for edge in SIDES
        }


def _loop(view: Camera, body: Body, side: str) -> Layer:
    """What is seen of the band where it goes over the foot."""
    foot = body[f"{side} foot"]
    y, wide, tall = LOOP

    def spot(a: float) -> V3:
        return at(foot.start, foot.frame, (AHEAD, y + tall * sin(radians(a)), wide * cos(radians(a))))

    middle = at(foot.start, foot.frame, (AHEAD, y, 0.0))
    arc = [spot(a) for a in range(0, 181, 30)]
    seen = [p for p in arc if view.depth(sub(p, middle)) > -2.2]
    line = tuple(view.page(p) for p in (seen if len(seen) > 1 else arc[:2]))
    shape = Shape("n", f"{side} foot", (line,), "open", WIDTH * view.scale)
    top = along(mix(seen[0], seen[-1], 0.5) if seen else middle, view.near, 6.0)
    return Layer("band loop", view.depth(middle) + 4, (shape,), ((top, top, 3.0),))


def _knot(view: Camera, tied: V3) -> Layer:
    """A turn round what it is tied to, a knot and its two ends."""
    x, y, z = tied

    def spot(dx: float, dy: float) -> V2:
        return view.page((x + dx, y + dy, z + 3.2))

    turn = (spot(-3.0, 0.0), spot(0.0, -0.4), spot(3.2, 0.4))
    tails = ((spot(0.0, 0.0), spot(-3.2, -5.4)), (spot(0.0, 0.0), spot(2.6, -5.8)))
    s = view.scale
    shapes = (
        Shape("nf", "", tails, "line", 1.7 * s), Shape("n", "", (turn,), "open", WIDTH * s),
        Shape("n", "", ((spot(-0.2, -0.4), (2.2 * s, 1.9 * s)),), "round"),
    )  # fmt: skip
    front = along(tied, view.near, 4.0)
    return Layer("knot", view.depth(tied) + 8, shapes, ((front, front, 3.0),))
