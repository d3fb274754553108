"""The body keeps its measures, its joints their range, and its contacts touch: in every pose and every
frame."""

import math

import pytest
from hypothesis import given, settings
from posedraw.body import skeleton as sk
from posedraw.body.contact_gap import gap
from posedraw.body.kinematics import Body, Bone, forward, lowest_of_foot
from posedraw.body.landmarks import LANDMARKS
from posedraw.geometry import V3, at, distance, dot, from_segment, length, mix, scale, sub
from posedraw.pose.bases import BASES
from posedraw.pose.joints import JOINTS, SIDES
from posedraw.pose.pose_reader import base_pose
from posedraw.props.pencil import RADIUS as PENCIL
from posedraw.props.protocol import Box
from posedraw.props.tennis_ball import RADIUS as BALL
from posedraw.props.towel import EDGE, fist
from posedraw.scene.resolve import Scene, resolve
from posedraw.shapes.foot import TOES, toe_points
from posedraw.shapes.hand import finger_points
from posedraw.svg.document import carriers

from tests.unit.posedraw.figures import ANGLES, SLUGS, all_figures, all_scenes

LENGTHS = {
    "thigh": sk.THIGH, "shank": sk.SHANK, "upper arm": sk.UPPER_ARM, "forearm": sk.FOREARM, "palm": sk.PALM,
    "fingers": sk.FINGERS, "toes": sk.TOE_FIRST, "toe tips": sk.TOES - sk.TOE_FIRST,
    "foot": math.hypot(sk.BALL_AHEAD, sk.ANKLE_HEIGHT - sk.BALL_RADIUS),
}  # fmt: skip
TRUNK = {"pelvis": sk.LUMBAR, "waist": sk.WAIST, "chest": sk.NECK_BASE, "neck": sk.NECK}


def check_lengths(body: Body) -> None:
    expected = {f"{side} {name}": size for side in SIDES for name, size in LENGTHS.items()} | TRUNK
    for name, size in expected.items():
        assert distance(body[name].start, body[name].end) == pytest.approx(size, abs=1e-6), name


def check_joined(body: Body) -> None:
    """Each bone begins where the one before it ends, and its axes stand square."""
    for side in SIDES:
        for upper, lower in (("thigh", "shank"), ("shank", "foot"), ("foot", "toes"), ("toes", "toe tips"),
                             ("upper arm", "forearm"), ("forearm", "palm"), ("palm", "fingers")):  # fmt: skip
            assert distance(body[f"{side} {upper}"].end, body[f"{side} {lower}"].start) < 1e-9
    for name, bone in body.bones.items():
        if name == "trunk":
            continue  # as long as the back is bent
        ahead, up, right = bone.frame
        for a, b in ((ahead, up), (up, right), (ahead, right)):
            assert abs(dot(a, b)) < 1e-6, name
        assert all(abs(length(v) - 1) < 1e-6 for v in bone.frame), name


def solids(scene: Scene, *names: str) -> list[Box]:
    """The boxes of the props named, or of all."""
    return [box for name in names or scene.room for box in scene.room[name].prop.solids(scene.room[name])]


@pytest.mark.parametrize("slug", SLUGS)
def test_limbs_keep_their_length_in_every_frame(slug: str) -> None:
    for scene in all_scenes(slug).values():
        check_lengths(scene.body)
        check_joined(scene.body)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_joint_stays_within_its_healthy_range(slug: str) -> None:
    for name, scene in all_scenes(slug).items():
        for (joint, move), value in scene.body.angles.items():
            bounds = JOINTS[joint][move]
            assert bounds.least - 0.5 <= value <= bounds.most + 0.5, f"{name}: {joint} {move} {value:.1f}"


@pytest.mark.parametrize("slug", SLUGS)
def test_what_should_touch_touches_within_a_hundredth_of_the_height(slug: str) -> None:
    for name, scene in all_scenes(slug).items():
        for end, contact in scene.contacts.items():
            missing = gap(scene.body, scene.room, end, contact)
            assert missing <= sk.HEIGHT / 100, f"{name}: {end} on {contact.on}: {missing:.2f} cm"


@pytest.mark.parametrize("slug", SLUGS)
def test_no_foot_and_no_back_goes_through_the_floor(slug: str) -> None:
    for name, scene in all_scenes(slug).items():
        assert min(lowest_of_foot(scene.body, side) for side in SIDES) > -sk.TOUCH, name
        for place in ("seat", "upper back", "lower back", "back of the head"):
            assert LANDMARKS[place](scene.body)[1] > -sk.TOUCH, f"{name}: {place}"


def test_the_ball_rolls_under_the_sole_and_never_into_it() -> None:
    for name, scene in all_scenes("foot-massage").items():
        end = next((e for e, c in scene.contacts.items() if c.on == "tennis ball"), "")
        foot, ball = scene.body[end], scene.room["tennis ball"].numbers
        sole = at(foot.start, foot.frame, (0.0, -sk.ANKLE_HEIGHT, 0.0))
        above = dot(sub(sole, (ball["ahead"], BALL, ball["right"])), foot.frame[1])
        assert above == pytest.approx(BALL, abs=0.05), name


@pytest.mark.parametrize("slug", SLUGS)
def test_no_limb_goes_through_furniture(slug: str) -> None:
    for name, scene in all_scenes(slug).items():
        for x0, x1, y0, y1, z0, z1 in solids(scene):
            for bone in scene.body.bones.values():
                for x, y, z in (mix(bone.start, bone.end, i / 6) for i in range(7)):
                    deep = min(x - x0, x1 - x, y - y0, y1 - y, z - z0, z1 - z)
                    assert deep <= sk.TOUCH / 2, f"{name}: {deep:.1f} cm deep"


def test_the_towel_lies_on_the_sole_and_in_both_fists() -> None:
    for name, scene in all_scenes("leg-stretch-up").items():
        body, side = scene.body, scene.room["towel"].words["round"]
        foot = body[f"{side} foot"]
        for hand in SIDES:
            cloth = carriers(scene)[f"towel {hand}"]
            below = dot(sub(cloth.start, foot.start), foot.frame[1])
            assert below == pytest.approx(-sk.ANKLE_HEIGHT, abs=sk.TOUCH / 2), name
            ahead = dot(sub(cloth.start, foot.start), foot.frame[0])
            assert 0 < ahead < sk.BALL_AHEAD + sk.TOUCH, name
            fingers = finger_points(body, hand)
            assert min(from_segment(cloth.end, root, bend) for root, bend, _ in fingers) < 2 * sk.TOUCH, name
            assert body.angles[f"{hand} fingers", "flexion"] > 60, f"{name}: an open hand holds nothing"


def test_the_towel_is_drawn_from_the_sole_to_the_fist() -> None:
    figure = all_figures()["leg-stretch-up"]
    view = figure.camera.placed(1.0, 0.0, 0.0)
    for name, scene in all_scenes("leg-stretch-up").items():
        foot = scene.body[f"{scene.room['towel'].words['round']} foot"]
        layers = {layer.name: layer for layer in scene.room["towel"].prop.layers(view, scene.room, scene.body)}
        for hand in SIDES:
            a, _, c, d, _, b = layers[f"towel {hand}"].shapes[0].curves[0]
            held = view.page(fist(scene.body, hand))
            assert math.dist(((c[0] + d[0]) / 2, (c[1] + d[1]) / 2), held) < sk.TOUCH, name
            sole = view.page(at(foot.start, foot.frame, (0.5 * sk.BALL_AHEAD, -sk.ANKLE_HEIGHT, 0.0)))
            assert math.dist(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), sole) < EDGE + 2 * sk.TOUCH, name


def test_every_toe_closes_on_the_pencil() -> None:
    scene = all_scenes("grab-a-pencil")["grip"]
    stick = carriers(scene)["pencil"]
    for index, (_, _, _, thick, _) in enumerate(TOES):
        root, bend, tip = toe_points(scene.body, "right", index)
        apart = min(across(p, stick) for a, b in ((root, bend), (bend, tip)) for p in between(a, b))
        assert -sk.TOUCH < apart - thick - PENCIL < sk.TOUCH, f"toe {index}: {apart:.1f} cm"
    assert stick.start[1] > PENCIL - sk.TOUCH


def across(p: V3, stick: Bone) -> float:
    """How far a point is from the axis of the pencil."""
    way = sub(p, stick.start)
    return length(sub(way, scale(stick.frame[2], dot(way, stick.frame[2]))))


def between(a: V3, b: V3) -> list[V3]:
    return [mix(a, b, i / 8) for i in range(9)]


def test_the_band_runs_from_the_edges_of_the_foot_to_the_leg_of_the_bed() -> None:
    for name, scene in all_scenes("resistance-band-stretch").items():
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


def test_the_band_grows_longer_as_the_foot_comes_back() -> None:
    def reach(name: str) -> float:
        scene = all_scenes("resistance-band-stretch")[name]
        bone = carriers(scene)["band right"]
        return distance(bone.start, bone.end)

    assert reach("pull") > reach("start") + 2


def test_a_mirrored_pose_has_its_things_on_the_other_side() -> None:
    poses = all_scenes("foot-massage")
    here, there = (poses[n].room["tennis ball"].numbers["right"] for n in ("middle", "other foot"))
    assert there == -here
    for place in ("toes", "knee", "hand"):
        x, y, z = LANDMARKS[f"right {place}"](poses["middle"].body)
        assert LANDMARKS[f"left {place}"](poses["other foot"].body) == pytest.approx((x, y, -z))
    assert all_scenes("leg-stretch-up")["other leg"].room["towel"].words["round"] == "left"


def test_the_heels_rise_and_the_toes_stay() -> None:
    poses = all_scenes("stand-on-your-toes")
    down, up = (LANDMARKS["right heel"](poses[n].body)[1] for n in ("start", "up"))
    assert down < 0.5
    assert up > 6
    assert lowest_of_foot(poses["up"].body, "right") == pytest.approx(0, abs=0.01)


def test_the_leg_goes_up_to_a_gentle_height_with_the_other_knee_bent() -> None:
    angles = all_scenes("leg-stretch-up")["up"].body.angles
    assert angles["right hip", "flexion"] <= 80
    assert angles["left knee", "flexion"] > 60


@pytest.mark.parametrize("name", list(BASES))
def test_a_base_pose_stands_by_itself(name: str) -> None:
    scene = resolve(base_pose(name), {})
    check_lengths(scene.body)
    assert min(lowest_of_foot(scene.body, side) for side in SIDES) > -sk.TOUCH


@settings(max_examples=60, deadline=None)
@given(ANGLES)
def test_any_healthy_pose_is_a_whole_body(angles: dict[tuple[str, str], float]) -> None:
    body = forward(angles)
    check_lengths(body)
    check_joined(body)
    assert all(math.isfinite(v) for bone in body.bones.values() for v in (*bone.start, *bone.end))


def test_every_figure_is_looked_at() -> None:
    assert len(all_figures()) == 9
