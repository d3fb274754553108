"""The props that feet and hands move: a ball, a towel, a pencil and a band stay where they touch the body."""

import math

import pytest
from posedraw.body import skeleton as sk
from posedraw.body.kinematics import Bone
from posedraw.geometry import V3, at, distance, dot, from_segment, length, mix, scale, sub
from posedraw.pose.joints import SIDES
from posedraw.props.pencil import RADIUS as PENCIL
from posedraw.props.tennis_ball import RADIUS as BALL
from posedraw.props.tennis_ball import centre
from posedraw.props.towel import EDGE, fist
from posedraw.shapes.foot import TOES, toe_points
from posedraw.shapes.hand import finger_points
from posedraw.svg.document import carriers

from tests.support.figures import scenes_of, solids
from tests.unit.posedraw.figures import FIGURES


def test_a_ball_touches_the_sole_at_every_moment() -> None:
    for name, scene in scenes_of(FIGURES["cork-roll"]).items():
        end = next((e for e, c in scene.contacts.items() if c.on == "tennis ball"), "")
        foot, ball = scene.body[end], centre(scene.room["tennis ball"])
        sole = at(foot.start, foot.frame, (0.0, -sk.ANKLE_HEIGHT, 0.0))
        above = dot(sub(sole, ball), foot.frame[1])
        assert above == pytest.approx(BALL, abs=0.05), name


def test_a_towel_lies_on_the_sole_and_in_both_fists() -> None:
    for name, scene in scenes_of(FIGURES["scarf-lift"]).items():
        body, side = scene.body, scene.room["towel"].words["round"]
        foot = body[f"{side} foot"]
        for hand in SIDES:
            strand = carriers(scene)[f"towel {hand}"]
            below = dot(sub(strand.start, foot.start), foot.frame[1])
            assert below == pytest.approx(-sk.ANKLE_HEIGHT, abs=sk.TOUCH / 2), name
            ahead = dot(sub(strand.start, foot.start), foot.frame[0])
            assert 0 < ahead < sk.BALL_AHEAD + sk.TOUCH, name
            fingers = finger_points(body, hand)
            assert min(from_segment(strand.end, root, bend) for root, bend, _ in fingers) < 2 * sk.TOUCH, name
            assert body.angles[f"{hand} fingers", "flexion"] > 60, f"{name}: {hand} hand is open"


def test_a_towel_is_drawn_from_the_sole_to_the_fist() -> None:
    figure = FIGURES["scarf-lift"]
    view = figure.camera.placed(1.0, 0.0, 0.0)
    for name, scene in scenes_of(FIGURES["scarf-lift"]).items():
        foot = scene.body[f"{scene.room['towel'].words['round']} foot"]
        layers = {layer.name: layer for layer in scene.room["towel"].prop.layers(view, scene.room, scene.body)}
        for hand in SIDES:
            a, _, c, d, _, b = layers[f"towel {hand}"].shapes[0].curves[0]
            held = view.page(fist(scene.body, hand))
            assert math.dist(((c[0] + d[0]) / 2, (c[1] + d[1]) / 2), held) < sk.TOUCH, name
            sole = view.page(at(foot.start, foot.frame, (0.5 * sk.BALL_AHEAD, -sk.ANKLE_HEIGHT, 0.0)))
            assert math.dist(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), sole) < EDGE + 2 * sk.TOUCH, name


def test_every_toe_closes_on_a_pencil() -> None:
    scene = scenes_of(FIGURES["sponge-squeeze"])["grip"]
    pencil = carriers(scene)["pencil"]
    for index, (_, _, _, thick, _) in enumerate(TOES):
        root, bend, tip = toe_points(scene.body, "right", index)
        apart = min(across(p, pencil) for a, b in ((root, bend), (bend, tip)) for p in between(a, b))
        assert -sk.TOUCH < apart - thick - PENCIL < sk.TOUCH, f"toe {index}: {apart:.1f} cm"
    assert pencil.start[1] > PENCIL - sk.TOUCH


def across(p: V3, pencil: Bone) -> float:
    """How far a point is from the axis of the pencil."""
    way = sub(p, pencil.start)
    return length(sub(way, scale(pencil.frame[2], dot(way, pencil.frame[2]))))


def between(a: V3, b: V3) -> list[V3]:
    return [mix(a, b, i / 8) for i in range(9)]


def test_a_band_runs_from_both_edges_of_the_foot_to_the_leg_of_the_bed() -> None:
    for name, scene in scenes_of(FIGURES["cord-pull"]).items():
        side = scene.room["resistance band"].words["round"]
        foot, post = scene.body[f"{side} foot"], solids(scene, "bed")[2]
        for edge in SIDES:
            strand = carriers(scene)[f"band {edge}"]
            x, y, z = (dot(sub(strand.start, foot.start), axis) for axis in foot.frame)
            assert 0.7 * sk.BALL_AHEAD < x < sk.BALL_AHEAD + sk.TOUCH, name
            assert -sk.ANKLE_HEIGHT < y < 0, name
            assert 4.4 < abs(z) < 4.9 + sk.TOUCH, name
            inside = zip(strand.end, post[::2], post[1::2], strict=True)
            assert all(low - sk.TOUCH <= v <= high + sk.TOUCH for v, low, high in inside), name


def test_a_band_stretches_as_the_foot_is_pulled_back() -> None:
    def reach(name: str) -> float:
        scene = scenes_of(FIGURES["cord-pull"])[name]
        bone = carriers(scene)["band right"]
        return distance(bone.start, bone.end)

    assert reach("pull") > reach("start") + 2
