"""An invalid figure is refused with the path of the value, what was found, and the remedy."""

from typing import Any

import pytest
from posedraw import PoseError, read_figure
from posedraw.scene.timeline import scenes

GOOD: dict[str, Any] = {"poses": {"start": {"base": "standing"}}, "describe": "A person stands."}


def figure(**more: Any) -> dict[str, Any]:
    return {**GOOD, **more}


def pose(**more: Any) -> dict[str, Any]:
    return {
        **GOOD,
        "poses": {"start": {"base": "standing", **{k.replace("_", " "): v for k, v in more.items()}}},
    }


CASES: list[tuple[Any, tuple[str | int, ...], str]] = [
    ("text", (), "expected a mapping"),
    ({"poses": GOOD["poses"]}, (), "describe is missing"),
    (figure(pose={}), ("pose",), "did you mean “poses”?"),
    (figure(poses={}), ("poses",), "expected poses"),
    (figure(poses={"start": {}}), ("poses", "start"), "a pose needs a base"),
    (figure(poses={"start": {"base": "standin"}}), ("poses", "start", "base"), "did you mean “standing”?"),
    (figure(poses={"a": {"base": "b"}, "b": {"base": "a"}}), ("poses", "b", "base"), "starts from itself"),
    (pose(right_kne={"flexion": "3"}), ("poses", "start", "right kne"), "did you mean “right knee”?"),
    (pose(right_knee={"flexon": "3"}), ("poses", "start", "right knee", "flexon"), "did you mean “flexion”?"),
    (
        pose(right_knee={"flexion": "160"}),
        ("poses", "start", "right knee", "flexion"),
        "beyond a healthy 135°",
    ),
    (
        pose(right_knee={"extension": "20"}),
        ("poses", "start", "right knee", "extension"),
        "beyond a healthy 0°",
    ),
    (
        pose(right_knee={"flexion": "ten"}),
        ("poses", "start", "right knee", "flexion"),
        "“ten” is not an angle",
    ),
    (
        pose(right_knee={"flexion": "nan"}),
        ("poses", "start", "right knee", "flexion"),
        "“nan” is not an angle",
    ),
    (pose(right_knee={"flexion": ["1"]}), ("poses", "start", "right knee", "flexion"), "found a list"),
    (pose(right_knee="20"), ("poses", "start", "right knee"), "write for example {flexion: 20}"),
    (pose(support="air"), ("poses", "start", "support"), "“air” is not a known support"),
    (
        pose(contacts={"left hnd": "wall"}),
        ("poses", "start", "contacts", "left hnd"),
        "did you mean “left hand”?",
    ),
    (
        pose(contacts={"left hand": "celing"}),
        ("poses", "start", "contacts", "left hand"),
        "target for the left hand",
    ),
    (
        pose(contacts={"left hand": {"on": "wal"}}),
        ("poses", "start", "contacts", "left hand", "on"),
        "did you mean “wall”?",
    ),
    (
        pose(contacts={"left hand": {"on": "floor", "forward": "3"}}),
        ("poses", "start", "contacts", "left hand", "forward"),
        "not a known place",
    ),
    (
        pose(contacts={"left hand": "wall"}),
        ("poses", "start", "contacts", "left hand"),
        "there is no wall in this figure; add it to props",
    ),
    (
        pose(contacts={"left hand": "floor"}),
        ("poses", "start", "contacts", "left hand"),
        "cannot reach the floor",
    ),
    (
        pose(contacts={"left foot": {"on": "floor", "ahead": "70"}}),
        ("poses", "start", "contacts", "left foot"),
        "cannot reach the floor",
    ),
    (figure(props="chair"), ("props",), "expected a list of props"),
    (figure(props=["chiar"]), ("props", 0), "did you mean “chair”?"),
    (figure(props=[{"chair": {"hight": "40"}}]), ("props", 0, "chair", "hight"), "did you mean “height”?"),
    (figure(props=[{"wall": {"ahead": "far"}}]), ("props", 0, "wall", "ahead"), "“far” is not centimetres"),
    (
        figure(props=[{"towel": {"round": "neck"}}]),
        ("props", 0, "towel", "round"),
        "not a known round of the towel",
    ),
    (figure(props=[{"chair": "near"}]), ("props", 0, "chair"), "write for example {ahead: 40}"),
    (figure(props=[{"towel": "left"}]), ("props", 0, "towel"), "write for example {round: right}"),
    (pose(props={"chiar": {"ahead": "3"}}), ("poses", "start", "props", "chiar"), "did you mean “chair”?"),
    (pose(props=["chair"]), ("poses", "start", "props"), "expected a mapping"),
    (figure(arrows=[{"point": "sideways", "at": "hips"}]), ("arrows", 0, "point"), "not a known way to point"),
    (figure(arrows=[{"point": "up"}]), ("arrows", 0), "at is missing"),
    (figure(camera="sideways"), ("camera",), "did you mean “side”?"),
    (figure(camera={"tilt": "95"}), ("camera", "tilt"), "write -30 to 80"),
    (figure(motion=["start", "start"]), ("motion", 1), "does not say how long it takes"),
    (figure(motion=["start", "up 1 s"]), ("motion", 1), "not a known pose of this figure"),
    (figure(works=["right elbow"]), ("works", 0), "not a known worked area"),
    (figure(arrows=[{"to": "start"}]), ("arrows", 0), "an arrow needs follow:"),
    (
        figure(arrows=[{"follow": "right heal", "from": "start", "to": "start"}]),
        ("arrows", 0, "follow"),
        "did you mean “right heel”?",
    ),
    (figure(closeup={"turn": "3"}), ("closeup",), "of is missing"),
    (figure(still="end"), ("still",), "not a known pose of this figure"),
    (figure(describe=" "), ("describe",), "the description is empty"),
]


@pytest.mark.parametrize(("raw", "path", "words"), CASES, ids=[f"{'.'.join(map(str, c[1]))}: {c[2]}" for c in CASES])
def test_an_error_has_the_path_of_the_value_and_the_remedy(raw: Any, path: tuple[str | int, ...], words: str) -> None:
    with pytest.raises(PoseError) as caught:
        scenes(read_figure(raw))
    assert caught.value.path == path
    assert words in caught.value.message


def test_a_loop_that_does_not_end_at_its_first_pose_is_refused() -> None:
    raw = figure(poses={"a": {"base": "standing"}, "b": {"base": "a"}}, motion=["a", "b 1 s"])
    with pytest.raises(PoseError, match="add “a 1 s” at the end"):
        read_figure(raw)


def test_a_valid_figure_is_read() -> None:
    assert set(scenes(read_figure(GOOD))) == {"start"}
