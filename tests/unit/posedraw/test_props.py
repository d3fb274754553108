"""Props: a new one is a class and a line in the registry; all else asks its protocol."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from footing.content.models import Exercise
from footing.content.schema import parse
from footing.drawings import Drawings, figure_problems
from posedraw import PoseError, draw_moving, draw_still, read_figure
from posedraw.body.kinematics import Body, Bone
from posedraw.body.landmarks import LANDMARKS, SEAT_RADIUS
from posedraw.geometry import V3, WORLD, along
from posedraw.props.protocol import Choice, Length, Placement, Prop, Room, Surface
from posedraw.props.registry import PROPS
from posedraw.props.surfaces import UP
from posedraw.scene.camera import Camera
from posedraw.scene.layout import layout
from posedraw.scene.timeline import scenes, shown
from posedraw.shapes.shape import Layer, Shape

from tests.unit.builders import document


class Drum(Prop):
    """An invented prop: it stands beside the person, who can sit on it or lay a hand on it."""

    name = "drum"
    settings = (Length("ahead", 30.0), Length("right", 0.0), Length("height", 50.0), Choice("skin", ("pale", "dark")))
    touched_by = ("hand",)
    contact_keys = ("beat",)

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        low, high = self._axis(room[self.name])
        role = "wa" if room[self.name].words["skin"] == "pale" else "wd"
        shape = Shape(role, self.name, ((view.page(low), view.page(high)),), "line", 20 * view.scale)
        return [Layer(self.name, view.depth(low), (shape,), ((low, high, 10.0),))]

    def bones(self, room: Room, body: Body) -> dict[str, Bone]:
        low, high = self._axis(room[self.name])
        return {self.name: Bone(low, high, WORLD, rod=True)}

    def extent(self, placement: Placement) -> tuple[V3, ...]:
        return self._axis(placement)

    def seat_height(self, placement: Placement) -> float:
        return placement.numbers["height"]

    def palm_surface(self, placement: Placement, place: Mapping[str, float], side: str, body: Body) -> Surface:
        top = self._axis(placement)[1]
        return Surface(along(top, UP, place.get("beat", 0.0)), UP, (1.0, 0.0, 0.0))

    def _axis(self, placement: Placement) -> tuple[V3, V3]:
        x, z = placement.numbers["ahead"], placement.numbers["right"]
        return (x, 0.0, z), (x, placement.numbers["height"], z)


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PROPS, "drum", Drum())


def figure(settings: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "props": [{"drum": settings or {}}],
        "poses": {"start": {"base": "standing"}},
        "describe": "A person stands before a drum.",
    } | more


def seat(height: str) -> dict[str, Any]:
    return {"base": "sitting-on-chair", "props": {"drum": {"height": height, "ahead": "0"}}}


def test_an_invented_prop_is_read_with_its_defaults() -> None:
    drum = read_figure(figure({"height": "70"})).props["drum"]
    assert drum.numbers == {"ahead": 30.0, "right": 0.0, "height": 70.0}
    assert drum.words == {"skin": "pale"}


def test_an_invented_prop_is_drawn() -> None:
    without = draw_still(read_figure(figure(props=[])), "a")
    drawn = draw_still(read_figure(figure()), "a")
    assert 'class="wa' not in without
    assert 'class="wa' in drawn
    assert 'class="wd' in draw_still(read_figure(figure({"skin": "dark"})), "a")


@pytest.mark.parametrize(("right", "in_front"), [("40", True), ("-40", False)])
def test_an_invented_prop_is_drawn_before_or_after_the_person_by_its_depth(right: str, in_front: bool) -> None:
    svg = draw_still(read_figure(figure({"ahead": "0", "right": right, "height": "120"})), "a")
    roles = re.findall(r' class="(\w+)', svg)
    assert (roles.index("wa") > roles.index("l")) == in_front


def test_an_invented_prop_moves_in_a_loop() -> None:
    poses = {"start": {"base": "standing"}, "away": {"base": "start", "props": {"drum": {"ahead": "80"}}}}
    moving = draw_moving(read_figure(figure(poses=poses, motion=["start", "away 1 s", "start 1 s"])), "a")
    drum = re.search(r'<g class="wa[^>]*><path class="a-m ([\w-]+)"', moving)
    assert drum
    assert f"@keyframes {drum[1]}" in moving


def test_a_drawing_leaves_room_for_an_invented_prop() -> None:
    def scale(ahead: str) -> float:
        far = read_figure(figure({"ahead": ahead}))
        return layout(far, shown(far, scenes(far))).view.scale

    assert scale("300") < scale("30")


def test_a_body_sits_on_an_invented_seat() -> None:
    whole = scenes(read_figure(figure(poses={"low": seat("40"), "high": seat("52")})))
    assert {name: scene.body["pelvis"].start[1] for name, scene in whole.items()} == pytest.approx(
        {"low": 40 + SEAT_RADIUS, "high": 52 + SEAT_RADIUS}
    )


def test_a_hand_lies_flat_on_an_invented_surface() -> None:
    pose = {"base": "standing", "contacts": {"right hand": {"on": "drum", "beat": "5"}}}
    body = scenes(read_figure(figure({"height": "90", "right": "20"}, poses={"start": pose})))["start"].body
    assert LANDMARKS["right hand"](body)[1] == pytest.approx(95, abs=0.1)


def test_mirroring_exchanges_the_sides_of_an_invented_prop() -> None:
    poses = {"start": {"base": "standing"}, "other": {"base": "start", "mirror": "yes"}}
    whole = scenes(read_figure(figure({"right": "25"}, poses=poses)))
    assert [scene.room["drum"].numbers["right"] for scene in whole.values()] == [25.0, -25.0]


@pytest.mark.parametrize(
    ("settings", "key", "words"),
    [
        ({"heights": "40"}, "heights", "“heights” is not a known setting of the drum; did you mean “height”?"),
        ({"height": "tall"}, "height", "“tall” is not centimetres"),
        ({"skin": "pal"}, "skin", "“pal” is not a known skin of the drum; did you mean “pale”?"),
    ],
)
def test_a_problem_in_a_setting_of_an_invented_prop_names_its_key(
    settings: dict[str, str], key: str, words: str
) -> None:
    with pytest.raises(PoseError) as caught:
        read_figure(figure(settings))
    assert caught.value.path == ("props", 0, "drum", key)
    assert words in caught.value.message


YAML = """\
name: Drum
summary: Sit before a drum.
positions: [sitting]
areas: [toes]
steps: [Sit down.]
dosage: {hold: 3 s}
figure:
  props:
    - drum: {ahead: 0, %s}
  poses:
    start: {base: sitting-on-chair}
  describe: A person sits on a drum.
updated: 2026-11-22
"""


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("height: 45", []),
        ("heights: 45", ["9:24: figure.props[1].drum.heights: “heights” is not a known setting of the drum"]),
        ("height: tall", ["9:32: figure.props[1].drum.height: “tall” is not centimetres"]),
    ],
)
def test_a_problem_in_an_invented_prop_is_reported_with_line_and_column(
    tmp_path: Path, setting: str, expected: list[str]
) -> None:
    read = document(YAML % setting)
    model, _ = parse(read, Exercise)
    assert model
    found = [str(problem) for problem in figure_problems(read, model, Drawings(tmp_path))]
    assert len(found) == len(expected)
    for problem, start in zip(found, expected, strict=True):
        assert problem.startswith(f"content/exercises/towel-scrunch.yml:{start}")


def test_an_invented_prop_that_no_foot_can_touch_is_refused_for_a_foot() -> None:
    pose = {"base": "standing", "contacts": {"right foot": "drum"}}
    with pytest.raises(PoseError, match="“drum” is not a known target for the right foot"):
        read_figure(figure(poses={"start": pose}))


class Rug(Prop):
    """An invented prop without settings."""

    name = "rug"
    settings = ()

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        return []


@pytest.mark.parametrize("settings", [{"ahead": "3"}, "ahead"])
def test_a_prop_without_settings_is_written_by_its_name_alone(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setitem(PROPS, "rug", Rug())
    assert "rug" in read_figure(figure(props=["rug"])).props
    with pytest.raises(PoseError) as caught:
        read_figure(figure(props=[{"rug": settings}]))
    assert caught.value.path == ("props", 0, "rug")
    assert caught.value.message == "the rug has no settings; write its name alone"


@pytest.mark.parametrize(
    ("base", "prop", "expected"),
    [
        ("sitting-on-chair", {"chair": {"height": "50"}}, 50.0),
        ("standing", {"worktop": {"ahead": "20", "height": "90"}}, 90.0),
    ],
)
def test_a_hand_lies_flat_on_furniture(base: str, prop: dict[str, Any], expected: float) -> None:
    [name] = prop
    contacts = {"left hand": {"on": name, "ahead": "20"}, "right hand": "nothing"}
    pose = {"base": base, "spine": {"flexion": "30"}, "contacts": contacts}
    body = scenes(read_figure(figure(props=[prop], poses={"start": pose})))["start"].body
    assert LANDMARKS["left hand"](body)[1] == pytest.approx(expected, abs=1)  # a wrist at its limit slants the palm


def test_a_pencil_seen_along_its_length_is_drawn_as_a_circle() -> None:
    def strokes(camera: str) -> list[str]:
        return re.findall(
            r' class="pc[^>]*d="([^"]*)"', draw_still(read_figure(figure(props=["pencil"], camera=camera)), "a")
        )

    assert all("a" in d for d in strokes("side"))
    assert not any("a" in d for d in strokes("front"))


def test_a_prop_that_another_one_needs_must_be_in_the_figure() -> None:
    with pytest.raises(PoseError) as caught:
        read_figure(figure(props=["mat", {"resistance band": {"round": "left"}}]))
    assert caught.value.path == ("props", 1, "resistance band")
    assert caught.value.message == "the resistance band needs the bed; add bed to props"


@pytest.mark.parametrize("end", ["floor", "tennis ball"])
def test_an_ankle_is_laid_on_the_body_only(end: str) -> None:
    pose = {"base": "standing", "contacts": {"right ankle": end}}
    with pytest.raises(PoseError, match=f"“{end}” is not a known target for the right ankle"):
        read_figure(figure(props=["tennis ball"], poses={"start": pose}))
