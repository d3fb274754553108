"""Pictures are drawn once from the same data, remembered from build to build, and refused with a place."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from footing import drawings as pictures
from footing.content.models import Exercise
from footing.content.schema import parse
from footing.diagnostics import ContentError
from footing.drawings import MANY, Drawing, Pictures, draw, figure_problems
from footing.pipeline import DRAWINGS, Generator, keep_drawings
from posedraw import PoseError

from tests.unit import real
from tests.unit.made import EXERCISE, PLAN, SITE, VOCABULARY, document, exercise
from tests.unit.real import GENERATED

FIGURE: dict[str, Any] = {
    "poses": {"start": {"base": "standing"}, "up": {"base": "start", "both ankles": {"plantarflexion": "20"}}},
    "motion": ["start", "up 1 s", "start 1 s"],
    "describe": "A person stands and rises on the toes.",
}


def figure(**changes: Any) -> dict[str, Any]:
    return json.loads(json.dumps(FIGURE)) | changes  # type: ignore[no-any-return]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    """The data of every figure that is really drawn, in order."""
    found: list[Mapping[str, Any]] = []

    def counted(data: Mapping[str, Any]) -> Drawing:
        found.append(data)
        return draw(data)

    monkeypatch.setattr(pictures, "draw", counted)
    return found


def keep(made: Pictures, folder: Path) -> list[str]:
    """What it has to write, written."""
    names = []

    def write(name: str, text: str) -> None:
        names.append(name)
        (folder / name).write_text(text, encoding="utf-8")

    made.keep(write)
    return names


# Drawn once


def test_many_new_figures_are_drawn_by_other_processes_alike(drawn: list[Mapping[str, Any]], tmp_path: Path) -> None:
    figures = [figure(describe=f"A person rises, {number}.") for number in range(MANY)]
    exercises = [exercise(f"e-{number}", figure=data) for number, data in enumerate(figures)]
    told: list[int] = []
    found = Pictures(tmp_path)
    found.prepare([*exercises, exercise("like-the-first", figure=figures[0]), exercise("bare")], told.append)
    assert [found.of(each) for each in exercises] == [draw(data) for data in figures]
    assert drawn == []
    assert told == list(range(1, MANY + 1))
    assert len(keep(found, tmp_path)) == MANY
    Pictures(tmp_path).prepare(exercises, told.append)
    assert len(told) == MANY


def test_a_few_new_figures_are_drawn_when_they_are_asked_for(drawn: list[Mapping[str, Any]], tmp_path: Path) -> None:
    exercises = [exercise(figure=figure(describe=f"A person rises, {number}.")) for number in range(MANY - 1)]
    Pictures(tmp_path).prepare(exercises, told=lambda done: pytest.fail("one by one is quicker"))
    assert drawn == []


def test_an_impossible_figure_among_many_is_told_with_its_place(tmp_path: Path) -> None:
    figures = [figure(describe=f"A person rises, {number}.") for number in range(MANY)]
    figures[3]["still"] = "asleep"
    found = Pictures(tmp_path)
    exercises = [exercise(figure=data) for data in figures]
    found.prepare(exercises, lambda done: None)
    with pytest.raises(PoseError, match="asleep"):
        found.of(exercises[3])


def test_an_exercise_without_a_figure_has_no_drawing(tmp_path: Path) -> None:
    assert Pictures(tmp_path).of(exercise()) is None


def test_equal_figures_are_one_drawing_whoever_has_them(tmp_path: Path, drawn: list[Any]) -> None:
    made = Pictures(tmp_path)
    first, second = exercise("a", figure=figure()), exercise("b", figure=figure())
    assert made.of(first) is made.of(second) is made.of(first)
    assert len(drawn) == 1


def test_the_order_of_keys_draws_nothing_anew(tmp_path: Path, drawn: list[Any]) -> None:
    made = Pictures(tmp_path)
    turned = dict(reversed(figure().items()))
    assert made.of(exercise("a", figure=figure())) is made.of(exercise("b", figure=turned))
    assert len(drawn) == 1


def test_a_kept_drawing_is_read_back_the_same(tmp_path: Path, drawn: list[Any]) -> None:
    made = Pictures(tmp_path)
    first = made.of(exercise(figure=figure()))
    assert len(keep(made, tmp_path)) == 1
    assert keep(made, tmp_path) == []  # once is enough
    again = Pictures(tmp_path)
    assert again.of(exercise(figure=figure())) == first
    assert keep(again, tmp_path) == []
    assert len(drawn) == 1


def test_a_changed_pose_draws_one_anew(tmp_path: Path, drawn: list[Any]) -> None:
    made = Pictures(tmp_path)
    other = figure(camera="front")
    before = {name: made.of(exercise(name, figure=data)) for name, data in (("a", figure()), ("b", other))}
    keep(made, tmp_path)
    changed = figure()
    changed["poses"]["up"]["both ankles"] = {"plantarflexion": "30"}
    again = Pictures(tmp_path)
    assert again.of(exercise("a", figure=changed)) != before["a"]
    assert again.of(exercise("b", figure=other)) == before["b"]
    assert drawn == [figure(), other, changed]
    assert len(keep(again, tmp_path)) == 1


@pytest.mark.parametrize("junk", ["", "{", "[]", "null", '{"loop": ""}', '{"stills": {}, "moves": 1}', "\0"])
def test_a_spoilt_file_is_drawn_again_and_mended(tmp_path: Path, drawn: list[Any], junk: str) -> None:
    made = Pictures(tmp_path)
    first = made.of(exercise(figure=figure()))
    [name] = keep(made, tmp_path)
    (tmp_path / name).write_text(junk, encoding="utf-8")
    again = Pictures(tmp_path)
    assert again.of(exercise(figure=figure())) == first
    assert len(drawn) == 2
    assert keep(again, tmp_path) == [name]
    assert Pictures(tmp_path).of(exercise(figure=figure())) == first
    assert len(drawn) == 2


def test_a_file_that_is_no_text_is_drawn_again(tmp_path: Path, drawn: list[Any]) -> None:
    made = Pictures(tmp_path)
    made.of(exercise(figure=figure()))
    [name] = keep(made, tmp_path)
    (tmp_path / name).write_bytes(b"\xff\xfe\x00")
    Pictures(tmp_path).of(exercise(figure=figure()))
    assert len(drawn) == 2


def test_another_engine_draws_anew(tmp_path: Path, drawn: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    made = Pictures(tmp_path)
    made.of(exercise(figure=figure()))
    keep(made, tmp_path)
    monkeypatch.setattr(pictures, "_engine_mark", lambda: "another hand")
    Pictures(tmp_path).of(exercise(figure=figure()))
    assert len(drawn) == 2


# From build to build


def project(root: Path, **figures: dict[str, Any]) -> Path:
    """A project of exercises with these figures. JSON is YAML too."""
    files: dict[str, Any] = {
        "site": {**SITE, "order": list(figures), "address": "https://example.org/"},
        "vocabulary": VOCABULARY,
        "plans/a-week": {**PLAN, "exercises": list(figures)},
    }
    for slug, data in figures.items():
        files[f"exercises/{slug}"] = {**EXERCISE, "name": slug.title(), "figure": data}
    for name, content in files.items():
        file = root / "content" / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content), encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_url: https://example.org/\n", encoding="utf-8")
    return root


def test_a_second_build_draws_nothing_and_makes_the_same(tmp_path: Path, drawn: list[Any]) -> None:
    root = project(tmp_path, one=figure(), two=figure(camera="front"))
    first = Generator(root)
    files = first.make().files
    keep_drawings(root, first)
    assert len(list((root / DRAWINGS).iterdir())) == len(drawn) == 2
    assert Generator(root).make().files == files
    assert len(drawn) == 2


def test_an_edit_of_one_figure_draws_that_one(tmp_path: Path, drawn: list[Any]) -> None:
    root = project(tmp_path, one=figure(), two=figure(camera="front"))
    serving = Generator(root)
    before = serving.make().files
    project(tmp_path, one=figure(), two=figure(camera="left side"))
    after = serving.make().files
    assert len(drawn) == 3
    assert after["exercises/one.md"] == before["exercises/one.md"]
    assert after["exercises/two.md"] != before["exercises/two.md"]


def test_nothing_is_kept_of_a_figure_that_cannot_be(tmp_path: Path) -> None:
    root = project(tmp_path, one=figure(poses={"start": {"base": "floating"}}))
    made = Generator(root)
    with pytest.raises(ContentError, match="floating"):
        made.make()
    keep_drawings(root, made)
    assert not (root / DRAWINGS).exists()


# What stands on a page

IDS = re.compile(r'(?:\bid=\\?"|\{: #)([^"\\ ]+)')
REFERENCES = re.compile(r'\b(?:aria-labelledby|aria-describedby)=\\?"([^"\\]+)|url\(#([^)]+)\)')


@pytest.mark.parametrize("path", GENERATED)
def test_the_ids_of_a_page_are_its_own_and_lead_somewhere(path: str) -> None:
    page = real.made().files[path]
    ids = IDS.findall(page)
    assert sorted(ids) == sorted(set(ids))
    assert {word for pair in REFERENCES.findall(page) for words in pair for word in words.split()} <= set(ids)
    assert "gf-ident" not in page
    assert "gf-name" not in page


def test_a_loops_key_frames_are_its_own(tmp_path: Path) -> None:
    """Two moving figures on one page must not lead each other's limbs."""
    drawing = Pictures(tmp_path).of(exercise(figure=figure()))
    assert drawing
    one, two = drawing.moving("one", "One"), drawing.moving("two", "Two")
    frames = [set(re.findall(r"@keyframes ([\w-]+)", svg)) for svg in (one, two)]
    assert frames[0]
    assert not frames[0] & frames[1]


def test_a_name_is_text(tmp_path: Path) -> None:
    drawing = Pictures(tmp_path).of(exercise(figure=figure(describe='Up <b> & "down"')))
    assert drawing
    svg = drawing.moving("x", 'Toes < heels & "up"')
    assert re.search(r"<title [^>]*>Toes &lt; heels &amp; &quot;up&quot;</title>", svg)
    assert re.search(r"<desc [^>]*>Up &lt;b&gt; &amp; &quot;down&quot;</desc>", svg)


def test_the_moving_picture_is_told_and_the_stills_are_decoration(tmp_path: Path) -> None:
    drawing = Pictures(tmp_path).of(exercise(figure=figure()))
    assert drawing
    moving = drawing.moving("x", "Rise")
    assert 'role="img"' in moving
    assert "@keyframes" in moving
    assert "prefers-reduced-motion:no-preference" in moving
    for still in (drawing.pose("start", "y"), drawing.thumbnail("z")):
        assert 'aria-hidden="true"' in still
        assert "<title" not in still
        assert "@keyframes" not in still
    assert drawing.still == "up"  # the one after the first, unless another is told
    assert drawing.thumbnail("y") == drawing.pose("up", "y")


def test_without_motion_the_large_picture_is_a_still_with_its_name(tmp_path: Path) -> None:
    data = figure(still="start")
    del data["motion"]
    drawing = Pictures(tmp_path).of(exercise(figure=data))
    assert drawing
    svg = drawing.moving("x", "Rise")
    assert re.search(r"<title [^>]*>Rise</title>", svg)
    assert "@keyframes" not in svg


# A pose that cannot be

TEXT = """\
name: Rise
summary: Rise on your toes.
positions: [standing]
areas: [toes]
steps:
  - text: Stand.
    pose: start
  - text: Rise.
    pose: {pose}
dosage: {{hold: 3 s}}
figure:
  poses:
    start: {{base: standing}}
    {name}:
      base: start
      {joint}: {{{move}: {angle}}}
  motion: [start, {name} 1 s, start 1 s]
  describe: A person rises on the toes.
updated: 2026-11-22
"""
PATH = "content/exercises/towel-scrunch.yml"


def told(folder: Path, **changes: str) -> list[str]:
    words = {"pose": "up", "name": "up", "joint": "both ankles", "move": "plantarflexion", "angle": "20"}
    read = document(TEXT.format(**words | changes))
    model, problems = parse(read, Exercise)
    assert model, problems
    return [str(problem) for problem in figure_problems(read, model, Pictures(folder))]


def test_a_good_figure_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"joint": "both ankels"}, "16:7: figure.poses.up.both ankels", "did you mean “both ankle"),
        ({"move": "plantarflexon"}, "16:21: figure.poses.up.both ankles.plantarflexon", "“plantarflexion”?"),
        ({"angle": "80"}, "16:37: figure.poses.up.both ankles.plantarflexion", "beyond a healthy 50°"),
        ({"angle": "steep"}, "16:37: figure.poses.up.both ankles.plantarflexion", "“steep” is not an angle"),
        ({"name": "Up!", "pose": "start"}, "14:5: figure.poses.Up!", "cannot name a pose; write lower-case words"),
    ],
)
def test_a_bad_pose_is_told_with_file_line_and_column(
    tmp_path: Path, changes: dict[str, str], place: str, words: str
) -> None:
    [problem] = told(tmp_path, **changes)
    assert problem.startswith(f"{PATH}:{place}: ")
    assert words in problem


def test_a_step_that_names_an_unknown_pose_is_told_with_the_nearest(tmp_path: Path) -> None:
    [problem] = told(tmp_path, pose="upp")
    assert problem.startswith(f'{PATH}:9:11: steps[2].pose: "upp" is not a pose of this exercise\'s figure.')
    assert '"up"' in problem


def test_a_step_cannot_show_a_pose_without_a_figure(tmp_path: Path) -> None:
    text = TEXT.format(pose="up", name="up", joint="both ankles", move="plantarflexion", angle="20")
    read = document(re.sub(r"figure:.*(?=updated)", "", text, flags=re.DOTALL))
    model, problems = parse(read, Exercise)
    assert model, problems
    found = [str(problem) for problem in figure_problems(read, model, Pictures(tmp_path))]
    assert [problem.split(": ")[0] for problem in found] == [f"{PATH}:7:11", f"{PATH}:9:11"]


def test_drawing_a_bad_pose_says_where_from_the_figures_own_keys() -> None:
    with pytest.raises(PoseError) as caught:
        draw(figure(poses={"start": {"base": "floating"}}))
    assert caught.value.path == ("poses", "start", "base")
