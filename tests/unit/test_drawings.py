"""Drawings: drawn once for equal figures, cached from build to build, and refused with the line of an invalid pose."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from footing import drawings as module
from footing.content.models import Exercise
from footing.content.schema import parse
from footing.diagnostics import ContentError
from footing.drawings import Drawing, Drawings, draw, figure_problems
from footing.pipeline import Generator
from posedraw import PoseError

from tests.support.copies import copy_assets
from tests.unit.builders import EXERCISE, PLAN, SITE, VOCABULARY, document, exercise

FIGURE: dict[str, Any] = {
    "poses": {"start": {"base": "standing"}, "up": {"base": "start", "both ankles": {"plantarflexion": "20"}}},
    "motion": ["start", "up 1 s", "start 1 s"],
    "describe": "A person stands and rises on the toes.",
}


def figure(**changes: Any) -> dict[str, Any]:
    return json.loads(json.dumps(FIGURE)) | changes  # type: ignore[no-any-return]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    """The data of every figure that is drawn and not taken from a cache, in order."""
    found: list[Mapping[str, Any]] = []

    def counted(data: Mapping[str, Any]) -> Drawing:
        found.append(data)
        return draw(data)

    monkeypatch.setattr(module, "draw", counted)
    return found


def save(drawings: Drawings, folder: Path) -> None:
    drawings.save(lambda name, data: (folder / name).write_bytes(data))


# Cache


def test_an_exercise_without_a_figure_has_no_drawing(tmp_path: Path) -> None:
    assert Drawings(tmp_path).of(exercise()) is None


def test_equal_figures_are_drawn_once(tmp_path: Path, drawn: list[Any]) -> None:
    drawings = Drawings(tmp_path)
    reordered = dict(reversed(figure().items()))
    first, second = exercise("a", figure=figure()), exercise("b", figure=reordered)
    assert drawings.of(first) is drawings.of(second) is drawings.of(first)
    assert len(drawn) == 1


def test_a_saved_drawing_is_used_by_the_next_process(tmp_path: Path, drawn: list[Any]) -> None:
    drawings = Drawings(tmp_path)
    first = drawings.of(exercise(figure=figure()))
    save(drawings, tmp_path)
    assert Drawings(tmp_path).of(exercise(figure=figure())) == first
    assert len(drawn) == 1


def test_only_a_changed_figure_is_drawn_again(tmp_path: Path, drawn: list[Any]) -> None:
    drawings = Drawings(tmp_path)
    other = figure(camera="front")
    before = {name: drawings.of(exercise(name, figure=data)) for name, data in (("a", figure()), ("b", other))}
    save(drawings, tmp_path)
    changed = figure()
    changed["poses"]["up"]["both ankles"] = {"plantarflexion": "30"}
    next_drawings = Drawings(tmp_path)
    assert next_drawings.of(exercise("a", figure=changed)) != before["a"]
    assert next_drawings.of(exercise("b", figure=other)) == before["b"]
    assert drawn == [figure(), other, changed]


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b"null", b'{"loop": ""}', b'{"stills": {}, "x": 1}', b"\xff\xfe"])
def test_a_damaged_cache_file_is_drawn_and_saved_again(tmp_path: Path, drawn: list[Any], junk: bytes) -> None:
    drawings = Drawings(tmp_path)
    first = drawings.of(exercise(figure=figure()))
    save(drawings, tmp_path)
    for file in tmp_path.iterdir():
        file.write_bytes(junk)
    drawings = Drawings(tmp_path)
    assert drawings.of(exercise(figure=figure())) == first
    save(drawings, tmp_path)
    assert Drawings(tmp_path).of(exercise(figure=figure())) == first
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
    copy_assets(Path(__file__).parents[2], root)
    (root / "mkdocs.yml").write_text("site_url: https://example.org/\n", encoding="utf-8")
    return root


def test_a_second_build_draws_nothing_and_gives_the_same_files(tmp_path: Path, drawn: list[Any]) -> None:
    root = project(tmp_path, one=figure(), two=figure(camera="front"))
    generator = Generator(root)
    files = generator.build().files
    generator.save_drawings()
    assert len(drawn) == 2
    assert Generator(root).build().files == files
    assert len(drawn) == 2


def test_while_serving_an_edit_of_one_figure_draws_that_one(tmp_path: Path, drawn: list[Any]) -> None:
    root = project(tmp_path, one=figure(), two=figure(camera="front"))
    generator = Generator(root)
    before = generator.build().files
    project(tmp_path, one=figure(), two=figure(camera="left side"))
    after = generator.build().files
    assert len(drawn) == 3
    assert after["exercises/one.md"] == before["exercises/one.md"]
    assert after["exercises/two.md"] != before["exercises/two.md"]


def test_an_impossible_figure_is_not_saved(tmp_path: Path) -> None:
    generator = Generator(project(tmp_path, one=figure(poses={"start": {"base": "floating"}})))
    with pytest.raises(ContentError, match="floating"):
        generator.build()
    generator.save_drawings()
    assert not (tmp_path / ".footing").exists()


# On a page

IDS = re.compile(r'(?:\bid=\\?"|\{: #)([^"\\ ]+)')
REFERENCES = re.compile(r'\b(?:aria-labelledby|aria-describedby)=\\?"([^"\\]+)|url\(#([^)]+)\)')


@pytest.mark.parametrize("path", ["exercises/one.md", "exercises/index.md", "week/a-week.md"])
def test_the_ids_of_a_page_are_unique_and_every_reference_has_a_target(tmp_path: Path, path: str) -> None:
    page = Generator(project(tmp_path, one=figure(), two=figure(camera="front"))).build().files[path]
    ids = IDS.findall(page)
    assert sorted(ids) == sorted(set(ids))
    assert {word for pair in REFERENCES.findall(page) for words in pair for word in words.split()} <= set(ids)
    assert "gf-ident" not in page
    assert "gf-name" not in page


def test_two_loops_on_one_page_have_different_keyframes(tmp_path: Path) -> None:
    drawing = Drawings(tmp_path).of(exercise(figure=figure()))
    assert drawing
    one, two = drawing.moving("one", "One"), drawing.moving("two", "Two")
    frames = [set(re.findall(r"@keyframes ([\w-]+)", svg)) for svg in (one, two)]
    assert frames[0]
    assert not frames[0] & frames[1]


def test_names_and_descriptions_are_escaped(tmp_path: Path) -> None:
    drawing = Drawings(tmp_path).of(exercise(figure=figure(describe='Up <b> & "down"')))
    assert drawing
    svg = drawing.moving("x", 'Toes < heels & "up"')
    assert re.search(r"<title [^>]*>Toes &lt; heels &amp; &quot;up&quot;</title>", svg)
    assert re.search(r"<desc [^>]*>Up &lt;b&gt; &amp; &quot;down&quot;</desc>", svg)


def test_the_loop_has_a_name_and_the_stills_are_hidden_from_screen_readers(tmp_path: Path) -> None:
    drawing = Drawings(tmp_path).of(exercise(figure=figure()))
    assert drawing
    moving = drawing.moving("x", "Rise")
    assert 'role="img"' in moving
    assert "@keyframes" in moving
    assert "prefers-reduced-motion:no-preference" in moving
    for still in (drawing.pose("start", "y"), drawing.thumbnail("z")):
        assert 'aria-hidden="true"' in still
        assert "<title" not in still
        assert "@keyframes" not in still
    assert drawing.still == "up"  # the one after the first, unless `still` names another
    assert drawing.thumbnail("y") == drawing.pose("up", "y")


def test_a_figure_without_motion_shows_a_still_with_its_name(tmp_path: Path) -> None:
    data = figure(still="start")
    del data["motion"]
    drawing = Drawings(tmp_path).of(exercise(figure=data))
    assert drawing
    svg = drawing.moving("x", "Rise")
    assert re.search(r"<title [^>]*>Rise</title>", svg)
    assert "@keyframes" not in svg


# Impossible poses

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


def problems_of(folder: Path, **changes: str) -> list[str]:
    words = {"pose": "up", "name": "up", "joint": "both ankles", "move": "plantarflexion", "angle": "20"}
    read = document(TEXT.format(**words | changes))
    model, problems = parse(read, Exercise)
    assert model, problems
    return [str(problem) for problem in figure_problems(read, model, Drawings(folder))]


def test_a_valid_figure_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == []


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
def test_an_invalid_pose_is_reported_with_file_line_and_column(
    tmp_path: Path, changes: dict[str, str], place: str, words: str
) -> None:
    [problem] = problems_of(tmp_path, **changes)
    assert problem.startswith(f"{PATH}:{place}: ")
    assert words in problem


def test_a_step_with_an_unknown_pose_is_reported_with_the_nearest_name(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, pose="upp")
    assert problem.startswith(f'{PATH}:9:11: steps[2].pose: "upp" is not a pose of this exercise\'s figure.')
    assert '"up"' in problem


def test_a_step_with_a_pose_needs_a_figure(tmp_path: Path) -> None:
    text = TEXT.format(pose="up", name="up", joint="both ankles", move="plantarflexion", angle="20")
    read = document(re.sub(r"figure:.*(?=updated)", "", text, flags=re.DOTALL))
    model, problems = parse(read, Exercise)
    assert model, problems
    found = [str(problem) for problem in figure_problems(read, model, Drawings(tmp_path))]
    assert [problem.split(": ")[0] for problem in found] == [f"{PATH}:7:11", f"{PATH}:9:11"]


def test_a_pose_problem_has_a_path_from_the_figures_keys() -> None:
    with pytest.raises(PoseError) as caught:
        draw(figure(poses={"start": {"base": "floating"}}))
    assert caught.value.path == ("poses", "start", "base")
