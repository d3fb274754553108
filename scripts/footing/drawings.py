"""The drawings of the exercises' figures, cached by the figure's data; the only module that uses posedraw."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import posedraw
from posedraw import PoseError
from posedraw.scene.timeline import scenes
from posedraw.svg.contact_sheet import joints_sheet, poses_sheet
from posedraw.svg.inline_colours import Ink, inline_colours

from footing.content.models import Exercise
from footing.content.schema import dotted
from footing.content.yaml_document import Document
from footing.diagnostics import Problem, nearest, one_of, quoted
from footing.files import sealed, unsealed

# Placeholders for the ids and the name of the page that shows a drawing: equal figures share one cached drawing.
_IDENT, _NAME = "gf-ident", "gf-name"
POSE_NAME = re.compile(r"[a-z0-9]+(?:[ -][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One figure as SVG text: its loop, and a still of each pose; `still` names the pose shown for the exercise."""

    loop: str
    stills: Mapping[str, str]
    still: str

    def moving(self, ident: str, name: str) -> str:
        """The loop (the still of a figure without motion), with `name` as its title and a description."""
        return self.loop.replace(_IDENT, ident).replace(_NAME, escape(name))

    def pose(self, name: str, ident: str) -> str:
        """The still of one pose, hidden from screen readers: the text beside it says the same."""
        return self.stills[name].replace(_IDENT, ident)

    def thumbnail(self, ident: str) -> str:
        """The still that represents the exercise."""
        return self.pose(self.still, ident)

    def plain(self, name: str, ink: Ink) -> str:
        """The still of one pose as a complete SVG file with literal colours, for PDFs and previews."""
        return inline_colours(self.stills[name], ink)


class Drawings:
    """Draws figures, and caches the drawings in memory and in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cached: dict[str, Drawing] = {}
        self._unsaved: set[str] = set()
        self._keys: dict[
            int, tuple[object, str]
        ] = {}  # by the id of a figure's data, which is the same object while serving

    def of(self, exercise: Exercise) -> Drawing | None:
        """The exercise's drawing; None if it has no figure. Raises PoseError for an impossible figure."""
        if exercise.figure is None:
            return None
        key = self._key(exercise.figure)
        drawing = self._cached.get(key) or self._load(key)
        if drawing is None:
            drawing = draw(exercise.figure)
            self._unsaved.add(key)
        self._cached[key] = drawing
        return drawing

    def save(self, write: Callable[[str, bytes], object]) -> None:
        """Save new drawings with `write(name, bytes)`, which must put them into `folder`."""
        for key in sorted(self._unsaved):
            write(f"{key}.json", sealed(key, json.dumps(asdict(self._cached[key]))))
        self._unsaved.clear()

    def _key(self, data: Mapping[str, Any]) -> str:
        """The cache key: a hash of the figure's data and of posedraw's code."""
        keyed_data, key = self._keys.get(id(data), (None, ""))
        if keyed_data is not data:
            key = sha256((_engine_hash() + json.dumps(data, sort_keys=True)).encode()).hexdigest()[:32]
            self._keys[id(data)] = (data, key)
        return key

    def _load(self, key: str) -> Drawing | None:
        """A drawing saved by an earlier build; None if there is none, or not the one that was saved."""
        saved = unsealed(key, self._folder / f"{key}.json")
        return Drawing(**json.loads(saved)) if saved is not None else None


def draw(data: Mapping[str, Any]) -> Drawing:
    """The drawing of a figure. Raises PoseError, with a path that starts at the figure's own keys."""
    figure = posedraw.read_figure(data)
    for name in figure.poses:
        if not POSE_NAME.fullmatch(name):
            raise PoseError(("poses", name), f"{quoted(name)} cannot name a pose; write lower-case words")
    scenes(figure)  # places every pose, so that a hand or foot out of reach is reported with the pose's path
    stills = posedraw.draw_stills(figure, _IDENT, dict.fromkeys(figure.poses, ""))
    ident = f"{_IDENT}-loop"
    draw_loop = posedraw.draw_moving if figure.motion else posedraw.draw_still
    return Drawing(draw_loop(figure, ident, _NAME), stills, figure.still)


@cache
def _engine_hash() -> str:
    """A hash of posedraw's code, so that a changed engine draws every figure again."""
    whole = sha256()
    for file in sorted(Path(posedraw.__file__).parent.rglob("*.py")):
        whole.update(file.read_bytes())
    return whole.hexdigest()


def figure_styles() -> str:
    """The style rules that every drawing on a page needs."""
    return posedraw.style_sheet()


def contact_sheets(exercises: Iterable[Exercise]) -> dict[str, str]:
    """HTML pages for authors of figures: every pose of every exercise, and the movements of every joint."""
    figures = {each.slug: posedraw.read_figure(each.figure) for each in exercises if each.figure is not None}
    return {"figures.html": poses_sheet(figures), "joints.html": joints_sheet()}


def figure_problems(document: Document, exercise: Exercise, drawings: Drawings) -> Iterator[Problem]:
    """Why an exercise's figure cannot be drawn, and steps that name a pose that the figure does not have."""
    try:
        drawing = drawings.of(exercise)
    except PoseError as problem:
        where = ("figure", *problem.path)
        report = document.at_key if _names_key(problem) else document.at
        yield report(where, f"{dotted(where)}: {problem.message}")
        return
    poses = drawing.stills if drawing else {}
    for i, step in enumerate(exercise.steps):
        if step.pose and step.pose not in poses:
            where = ("steps", i, "pose")
            found = f"{quoted(step.pose)} is not a pose of this exercise's figure"
            remedy = (
                f".{nearest(step.pose, poses)} Expected one of {one_of(poses)}; correct it, or add it to figure.poses"
            )
            if drawing is None:
                remedy = ", which has none; add a figure with this pose, or remove the key"
            yield document.at(where, f"{dotted(where)}: {found}{remedy}")


def _names_key(problem: PoseError) -> bool:
    """Whether the problem is the key itself, such as an unknown joint, and not its value."""
    key = problem.path[-1] if problem.path else None
    return isinstance(key, str) and problem.message.startswith((f"“{key}”", quoted(key)))
