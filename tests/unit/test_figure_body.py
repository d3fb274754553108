"""The body keeps its measures, its joints their range, and its contacts touch: in every pose and every
frame."""

import math

import pytest
from footing.figure import skeleton as sk
from footing.figure.bases import BASES
from footing.figure.joints import JOINTS, SIDES
from footing.figure.kinematics import Body, forward, lowest_of_foot
from footing.figure.landmarks import LANDMARKS
from footing.figure.pose import base_pose
from footing.figure.props import BALL
from footing.figure.resolve import resolve
from footing.figure.space import at, distance, dot, length, sub
from footing.figure.touch import gap
from hypothesis import given, settings

from tests.unit.figures import ANGLES, SLUGS, all_figures, all_scenes

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


def test_the_band_pulls_harder_the_farther_the_foot_comes_back() -> None:
    from footing.figure.things import thing_bones

    def reach(name: str) -> float:
        scene = all_scenes("resistance-band-stretch")[name]
        bone = thing_bones(scene.room, scene.body)["band right"]
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
