"""An exercise's poses to its pictures. What was drawn once from the same data is not drawn again."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import posedraw as engine
from posedraw import PoseError
from posedraw.scene.timeline import scenes
from posedraw.svg.inline_colours import Ink, inline_colours

from footing.content.models import Exercise
from footing.content.schema import dotted
from footing.content.yaml_document import Document
from footing.diagnostics import Problem, nearest, one_of, quoted

# In a kept drawing these stand for the name and the ids of the page that shows it: equal poses are one drawing.
_IDENT, _NAME = "gf-ident", "gf-name"
MANY = 24  # new figures from which on other processes draw faster than they start
POSE_NAME = re.compile(r"[a-z0-9]+(?:[ -][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One figure as SVG text: its loop, and each of its poses; `still` names the pose that stands for the exercise."""

    loop: str
    stills: Mapping[str, str]
    still: str

    def moving(self, ident: str, name: str) -> str:
        """The loop, or the still of a figure without motion, named and described."""
        return self.loop.replace(_IDENT, ident).replace(_NAME, escape(name))

    def pose(self, name: str, ident: str) -> str:
        """One pose, as decoration beside words that say the same."""
        return self.stills[name].replace(_IDENT, ident)

    def thumbnail(self, ident: str) -> str:
        """The exercise in one picture."""
        return self.pose(self.still, ident)

    def plain(self, name: str, ink: Ink) -> str:
        """One pose as a picture of its own, with its colours written out: for paper."""
        return inline_colours(self.stills[name], ink)


class Pictures:
    """Draws figures, and remembers them in `folder` from one build to the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[str, Drawing] = {}
        self._new: set[str] = set()
        self._keys: dict[int, tuple[object, str]] = {}

    def of(self, exercise: Exercise) -> Drawing | None:
        """The exercise's drawing; None where it has no figure. Raises PoseError for a figure that cannot be."""
        data = exercise.figure
        if data is None:
            return None
        key = self._key(data)
        return self._known(key) or self._add(key, draw(data))

    def prepare(self, exercises: Iterable[Exercise], told: Callable[[int], None]) -> None:
        """Where many figures are new, draw them on all processors; else each is drawn when it is asked for.

        A figure that cannot be drawn is left out here, for `of` to tell why. `told` hears how many are done.
        """
        figures = {self._key(data): data for exercise in exercises if (data := exercise.figure) is not None}
        new = {key: data for key, data in figures.items() if not self._known(key)}
        if len(new) < MANY or os.cpu_count() == 1:
            return
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # here, for few builds need them
        from multiprocessing import get_context

        with suppress(OSError, BrokenExecutor), ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            # A system that gives no processes draws one figure after another.
            drawings = pool.map(_draw_or_none, new.values(), chunksize=4)
            for done, (key, drawing) in enumerate(zip(new, drawings, strict=True), 1):
                if drawing:
                    self._add(key, drawing)
                told(done)

    def _key(self, data: Mapping[str, Any]) -> str:
        """What stands for a figure's data, and for the hand that draws it."""
        found, key = self._keys.get(id(data), (None, ""))
        if found is not data:
            key = sha256((_engine_mark() + json.dumps(data, sort_keys=True)).encode()).hexdigest()[:32]
            self._keys[id(data)] = (data, key)
        return key

    def _add(self, key: str, drawing: Drawing) -> Drawing:
        self._drawn[key] = drawing
        self._new.add(key)
        return drawing

    def _known(self, key: str) -> Drawing | None:
        """What was drawn before, in this build or, as far as it can be read, in an earlier one."""
        if key not in self._drawn:
            with suppress(OSError, ValueError, TypeError):
                self._drawn[key] = Drawing(**json.loads((self._folder / f"{key}.json").read_text("utf-8")))
        return self._drawn.get(key)

    def keep(self, write: Callable[[str, str], None]) -> None:
        """Put new drawings beside the earlier ones with `write(name, text)`."""
        for key in sorted(self._new):
            drawing = self._drawn[key]
            kept = {"loop": drawing.loop, "stills": dict(drawing.stills), "still": drawing.still}
            write(f"{key}.json", json.dumps(kept))
        self._new.clear()


def draw(data: Mapping[str, Any]) -> Drawing:
    """Every picture of a figure. Raises PoseError, its path counted from the figure's own keys."""
    read = engine.read_figure(data)
    for name in read.poses:
        if not POSE_NAME.fullmatch(name):
            raise PoseError(("poses", name), f"{quoted(name)} cannot name a pose; write lower-case words")
    scenes(read)  # an arm or a leg that cannot reach shows only here
    stills = engine.draw_stills(read, _IDENT, dict.fromkeys(read.poses, ""))
    named = f"{_IDENT}-loop"
    loop = engine.draw_moving(read, named, _NAME) if read.motion else engine.draw_still(read, named, _NAME)
    return Drawing(loop, stills, read.still)


def _draw_or_none(data: Mapping[str, Any]) -> Drawing | None:
    try:
        return draw(data)
    except PoseError:
        return None


@cache
def _engine_mark() -> str:
    """Changes with the engine's code, so that no drawing outlives the hand that drew it."""
    whole = sha256()
    for file in sorted(Path(engine.__file__).parent.rglob("*.py")):
        whole.update(file.read_bytes())
    return whole.hexdigest()


def figure_problems(document: Document, exercise: Exercise, pictures: Pictures) -> Iterator[Problem]:
    """What keeps an exercise from being drawn, and steps that name a pose it doesn't have."""
    try:
        drawing = pictures.of(exercise)
    except PoseError as problem:
        where = ("figure", *problem.path)
        at_fault = document.at_key if _names_key(problem) else document.at
        yield at_fault(where, f"{dotted(where)}: {problem.message}")
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
    """Whether the key itself is at fault, an unknown joint say, and not what stands under it."""
    key = problem.path[-1] if problem.path else None
    return isinstance(key, str) and problem.message.startswith((f"“{key}”", quoted(key)))
