"""Forward kinematics: from joint angles to the position of every bone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from posedraw.body import skeleton as sk
from posedraw.geometry import V3, Frame, about_ahead, about_right, about_up, add, at, compose, sub, turned
from posedraw.pose.joints import SIDES

AngleMap = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Bone:
    """One rigid segment: its upper joint, its lower end, and its rotation."""

    start: V3
    end: V3
    frame: Frame
    rod: bool = False  # equally thick from all sides: drawn alike from wherever it is seen


@dataclass(frozen=True, slots=True)
class Body:
    bones: Mapping[str, Bone]
    angles: AngleMap

    def __getitem__(self, name: str) -> Bone:
        return self.bones[name]


def outward(side: str) -> float:
    """+1 for the right side, whose outward direction is +z, and -1 for the left."""
    return 1.0 if side == "right" else -1.0


def root_frame(angles: AngleMap) -> Frame:
    get = angles.get
    return compose(
        about_up(-get(("body", "turn right"), 0.0)),
        about_right(-get(("body", "lean forward"), 0.0)),
        about_ahead(get(("body", "tip right"), 0.0)),
    )


def root_place(angles: AngleMap) -> V3:
    get = angles.get
    return (get(("body", "ahead"), 0.0), get(("body", "up"), 0.0), get(("body", "right"), 0.0))


def ball_joint(angles: AngleMap, joint: str, sign: float, order: str) -> Frame:
    """The rotation of a joint with three axes, such as the hip: flexion first, then abduction, then rotation.

    `order` names the three movements, separated by `|`; `sign` is `outward` of the side.
    """
    bend, lift, turn = (angles.get((joint, move), 0.0) for move in order.split("|"))
    frame = about_right(bend)
    if lift:
        frame = compose(frame, about_ahead(-sign * lift))
    return compose(frame, about_up(-sign * turn)) if turn else frame


LIMB = "flexion|abduction|external rotation"


def _trunk(angles: AngleMap, name: str, half: float) -> Frame:
    flexion, bend, turn = (angles.get((name, m), 0.0) * half for m in ("flexion", "bend right", "turn right"))
    frame = about_right(-flexion)
    if bend:
        frame = compose(frame, about_ahead(bend))
    return compose(frame, about_up(-turn)) if turn else frame


def foot_joint(angles: AngleMap, side: str) -> Frame:
    sign = outward(side)
    get = angles.get
    ankle = f"{side} ankle"
    inversion, turn = get((ankle, "inversion"), 0.0), get((ankle, "turn in"), 0.0)
    frame = about_right(get((ankle, "dorsiflexion"), 0.0))
    if inversion:
        frame = compose(frame, about_ahead(-sign * inversion))
    return compose(frame, about_up(sign * turn)) if turn else frame


def hand_joint(angles: AngleMap, side: str) -> tuple[Frame, Frame]:
    """(rotation of the forearm, rotation of the wrist)"""
    sign = outward(side)
    get = angles.get
    wrist = f"{side} wrist"
    bend = compose(about_ahead(sign * get((wrist, "flexion"), 0.0)), about_right(-get((wrist, "ulnar deviation"), 0.0)))
    return about_up(sign * get((f"{side} forearm", "pronation"), 0.0)), bend


DOWN: V3 = (0.0, -1.0, 0.0)
AHEAD: V3 = (1.0, 0.0, 0.0)


def forward(angles: AngleMap, place: V3 | None = None) -> Body:
    """The body with these joint angles (degrees); `place` is the middle between the hips, by default that of the angles."""
    bones = _middle(angles, root_place(angles) if place is None else place)
    for side in SIDES:
        _arm(bones, angles, side)
        _leg(bones, angles, side)
    return Body(bones, angles)


def with_angles(body: Body, angles: AngleMap, part: str) -> Body:
    """The body with both arms (`part` "arm") or both legs ("leg") at other angles."""
    bones = dict(body.bones)
    for side in SIDES:
        (_arm if part == "arm" else _leg)(bones, angles, side)
    return Body(bones, angles)


def _bone(start: V3, frame: Frame, size: float, direction: V3 = (0.0, 1.0, 0.0)) -> Bone:
    tip = turned(frame, (direction[0] * size, direction[1] * size, direction[2] * size))
    return Bone(start, add(start, tip), frame)


def _middle(angles: AngleMap, hips: V3) -> dict[str, Bone]:
    pelvis = _bone(hips, root_frame(angles), sk.LUMBAR)
    spine = _trunk(angles, "spine", 0.5)
    waist = _bone(pelvis.end, compose(pelvis.frame, spine), sk.WAIST)
    chest = _bone(waist.end, compose(waist.frame, spine), sk.NECK_BASE)
    up = sub(chest.end, hips)  # one bone for the whole trunk; its length changes as the back bends
    trunk = Bone(hips, chest.end, (chest.frame[0], up, chest.frame[2]))
    nod = _trunk(angles, "neck", 0.5)
    start = at(chest.end, chest.frame, (-1.0, 0.0, 0.0))
    neck = _bone(start, compose(chest.frame, about_right(-14), nod), sk.NECK)
    head = _bone(neck.end, compose(chest.frame, nod, nod), sk.HEAD / 2)
    return {"pelvis": pelvis, "waist": waist, "chest": chest, "trunk": trunk, "neck": neck, "head": head}


def _arm(bones: dict[str, Bone], angles: AngleMap, side: str) -> None:
    sign, chest = outward(side), bones["chest"]
    shoulder = at(chest.start, chest.frame, (-0.5, sk.CHEST, sign * sk.SHOULDER_HALF))
    upper = compose(chest.frame, ball_joint(angles, f"{side} shoulder", sign, LIMB))
    arm = bones[f"{side} upper arm"] = _bone(shoulder, upper, sk.UPPER_ARM, DOWN)
    hinge = compose(upper, about_right(angles.get((f"{side} elbow", "flexion"), 0.0)))
    turn, bend = hand_joint(angles, side)
    forearm = bones[f"{side} forearm"] = _bone(arm.end, compose(hinge, turn), sk.FOREARM, DOWN)
    palm = bones[f"{side} palm"] = _bone(forearm.end, compose(forearm.frame, bend), sk.PALM, DOWN)
    flexed = about_ahead(sign * angles.get((f"{side} fingers", "flexion"), 15.0))
    bones[f"{side} fingers"] = _bone(palm.end, compose(palm.frame, flexed), sk.FINGERS, DOWN)


def _leg(bones: dict[str, Bone], angles: AngleMap, side: str) -> None:
    sign, pelvis = outward(side), bones["pelvis"]
    hip = at(pelvis.start, pelvis.frame, (0.0, 0.0, sign * sk.HIP_HALF))
    upper = compose(pelvis.frame, ball_joint(angles, f"{side} hip", sign, LIMB))
    thigh = bones[f"{side} thigh"] = _bone(hip, upper, sk.THIGH, DOWN)
    knee = compose(upper, about_right(-angles.get((f"{side} knee", "flexion"), 0.0)))
    shank = bones[f"{side} shank"] = _bone(thigh.end, knee, sk.SHANK, DOWN)
    foot = compose(knee, foot_joint(angles, side))
    ball = at(shank.end, foot, (sk.BALL_AHEAD, sk.BALL_RADIUS - sk.ANKLE_HEIGHT, 0.0))
    bones[f"{side} foot"] = Bone(shank.end, ball, foot)
    raised = compose(foot, about_right(angles.get((f"{side} toes", "extension"), 0.0)))
    first = bones[f"{side} toes"] = _bone(ball, raised, sk.TOE_FIRST, AHEAD)
    curled = compose(raised, about_right(-angles.get((f"{side} toes", "curl"), 0.0)))
    bones[f"{side} toe tips"] = _bone(first.end, curled, sk.TOES - sk.TOE_FIRST, AHEAD)


def lowest_of_foot(body: Body, side: str) -> float:
    """The height of the lowest point of a foot, in centimetres."""
    foot, toes, tips = body[f"{side} foot"], body[f"{side} toes"], body[f"{side} toe tips"]
    heel = at(foot.start, foot.frame, (-sk.HEEL_BACK + 2.6, -sk.ANKLE_HEIGHT + 2.6, 0.0))
    return min(
        heel[1] - 2.6,
        foot.end[1] - sk.BALL_RADIUS,
        toes.end[1] - sk.TOE_RADIUS - 0.2,
        tips.end[1] - sk.TOE_RADIUS,
    )


def moved(body: Body, by: V3) -> Body:
    return Body({n: Bone(add(b.start, by), add(b.end, by), b.frame) for n, b in body.bones.items()}, body.angles)
