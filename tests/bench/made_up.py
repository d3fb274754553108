"""Any number of exercises, as numbered copies of those of a project, and edits of them."""

import re
from collections.abc import Callable
from pathlib import Path
from time import time_ns

EXERCISES = "content/exercises"
_FIGURE = re.compile(r"^figure:\n(?:[ \n].*\n|\n)*", re.MULTILINE)
_STEP_POSE = re.compile(r"^ +pose: .+\n", re.MULTILINE)
_CAMERA = re.compile(r"^figure:\n(?:  camera: .+\n)?", re.MULTILINE)


def multiply(copy: Path, total: int) -> None:
    """Adds numbered copies of the site's exercises, each in the site's order too, until there are `total`."""
    site = copy / "content/site.yml"
    text = site.read_text(encoding="utf-8")
    listed = re.search(r"^order:\n((?:  - .+\n)+)", text, flags=re.MULTILINE)
    assert listed, "site.yml has no order of its exercises"
    slugs = re.findall(r"- (\S+)", listed[1])
    copies = []
    for more in range(len(slugs), total):
        rounds, which = divmod(more, len(slugs))
        copies.append(_copy(copy / EXERCISES, slugs[which], f"{rounds + 1:03}"))
    order = listed[0] + "".join(f"  - {slug}\n" for slug in copies)
    site.write_text(text.replace(listed[0], order), encoding="utf-8")


def _copy(folder: Path, slug: str, number: str) -> str:
    text = (folder / f"{slug}.yml").read_text(encoding="utf-8")
    text = re.sub(r"^name: (.+)$", rf"name: \1 {number}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^formerly: .+\n", "", text, flags=re.MULTILINE)  # an old name leads to one exercise only
    (folder / f"{slug}-{number}.yml").write_text(text, encoding="utf-8")
    return f"{slug}-{number}"


def without_figures(copy: Path) -> None:
    """Takes the figure, and the poses of the steps, out of every exercise."""
    for file in (copy / EXERCISES).glob("*.yml"):
        _change(file, lambda text: _STEP_POSE.sub("", _FIGURE.sub("", text)))


def all_different(copy: Path) -> None:
    """Turns the camera of every figure by a different angle, so that no two drawings are equal."""
    for number, file in enumerate(sorted((copy / EXERCISES).glob("*.yml"))):
        file.write_text(_turned(file.read_text(encoding="utf-8"), 10 + number / 100), encoding="utf-8")


def edit_figure(file: Path) -> None:
    """Turns the camera of one figure, differently each time."""
    _change(file, lambda text: _turned(text, 10 + time_ns() % 10**9 / 10**8))


def _turned(text: str, turn: float) -> str:
    return _CAMERA.sub(f"figure:\n  camera: {{turn: {turn:.8f}}}\n", text, count=1)


def _change(file: Path, changed: Callable[[str], str]) -> None:
    file.write_text(changed(file.read_text(encoding="utf-8")), encoding="utf-8")


def edit(file: Path) -> None:
    """Changes, differently each time, the sentence that stands on an exercise's page, card and data."""
    summary = f"summary: Changed at {time_ns()}."
    _change(file, lambda text: re.sub(r"^summary: .+$", summary, text, count=1, flags=re.MULTILINE))


def edit_on_paper(file: Path) -> None:
    """Changes, differently each time, a step and the name: they stand on paper and in the picture for links too."""
    step = f"steps:\n  - Changed at {time_ns()}.\n"
    name = rf"name: \1 {time_ns() % 1000}"
    _change(file, lambda text: re.sub(r"^steps:\n(?:  - Changed .+\n)?", step, text, count=1, flags=re.MULTILINE))
    _change(file, lambda text: re.sub(r"^name: (\D+?)(?: \d+)?$", name, text, count=1, flags=re.MULTILINE))
