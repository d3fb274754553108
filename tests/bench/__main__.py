"""Measures the build of the invented programme against bare Material sites of the same Markdown.

It fails if a ratio misses its target.

What is compared runs in turns, several times over, and the least of each counts: what disturbs a run only makes it
longer.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from tests.bench import bare
from tests.bench.made_up import EXERCISES, all_different, edit, edit_figure, edit_on_paper, multiply, without_figures
from tests.bench.measure import Run, run
from tests.bench.verdict import Measured, Seconds, judged, table
from tests.support.copies import copy_programme

PROJECT = Path(__file__).resolve().parents[2]
EDITED = f"{EXERCISES}/cork-roll.yml"
DRAWINGS = ".footing/drawings"
GENERATED = ("docs/exercises", "docs/week", "docs/assets/made", "docs/exercises.json", ".footing/manifest.json", "site")
COLD = (*GENERATED, ".footing")
SITE = ("site",)

WHOLE = ("scripts/build.py", "build", "--no-paper")
GENERATOR = (*WHOLE, "--pages")
PAPER = ("scripts/build.py", "build", "--pages")
MKDOCS = ("-m", "mkdocs", "build", "--quiet")
SERVING = ("-m", "tests.bench.serving", EDITED)

LARGE = 100  # a site of more exercises is measured less often
ONCE = (
    "bare, all pages",
    "generator, all different",
    "paper",
    "paper, edit",
)  # of a large site: they take long, and are far from any target


@dataclass(frozen=True, slots=True)
class Sites:
    """One content in every shape that is measured."""

    plain: Path
    figures: Path
    different: Path
    sections: Path
    all_pages: Path

    def measures(self) -> dict[str, Callable[[], Run]]:
        plain, figures = self.plain, self.figures
        return {
            "whole": lambda: run(without(COLD, plain), *WHOLE),
            "bare": lambda: run(without(SITE, self.sections), *MKDOCS),
            "bare, all pages": lambda: run(without(SITE, self.all_pages), *MKDOCS),
            "generator": lambda: run(without(COLD, plain), *GENERATOR),
            "mkdocs": lambda: run(without(SITE, plain), *MKDOCS),
            "generator, edit": lambda: run(edited(plain), *GENERATOR),
            "generator, serving": lambda: timed_within(run(plain, *SERVING)),
            "whole, figures": lambda: run(without(COLD, figures), *WHOLE),
            "whole, drawn before": lambda: run(without(GENERATED, figures), *WHOLE),
            "generator, figures": lambda: run(without(COLD, figures), *GENERATOR),
            "generator, figures, serving": lambda: timed_within(run(figures, *SERVING)),
            "mkdocs, figures": lambda: run(without(SITE, figures), *MKDOCS),
            "paper": lambda: only_paper(run(without(COLD, figures), *PAPER)),
            "paper, edit": lambda: only_paper(run(edited(figures, edit_on_paper), *PAPER)),
            "generator, all different": lambda: run(without(COLD, self.different), *GENERATOR),
        }


def made_up(size: int, folder: Path) -> Sites:
    plain, figures, different = (copy_programme(PROJECT, folder / name) for name in ("plain", "figures", "different"))
    for project in (plain, figures, different):
        multiply(project, size)
    without_figures(plain)
    all_different(different)
    for project in (plain, figures):
        run(project, *WHOLE)  # warms the disk, and writes the Markdown of the bare sites
    sections = bare.make(plain, folder / "sections", every_page_in_navigation=False)
    all_pages = bare.make(plain, folder / "all-pages", every_page_in_navigation=True)
    return Sites(plain, figures, different, sections, all_pages)


def measure(size: int, repeats: int, folder: Path) -> Measured:
    sites = made_up(size, folder)
    page_bytes = mean(page.stat().st_size for page in sites.figures.glob("site/exercises/*/index.html"))
    runs: dict[str, list[Run]] = defaultdict(list)
    for repeat in range(repeats):
        for name, once in sites.measures().items():
            if repeat == 0 or size < LARGE or name not in ONCE:
                print(f"{size} exercises, {repeat + 1} of {repeats}: {name}", file=sys.stderr)
                runs[name].append(once())
    return Measured(
        {name: Seconds(min(r.cpu for r in found), min(r.seconds for r in found)) for name, found in runs.items()},
        {name: max(one.megabytes for one in found) for name, found in runs.items()},
        page_bytes,
        {"a sentence": drawn_again(sites.figures, edit), "a figure": drawn_again(sites.figures, edit_figure)},
    )


def without(names: tuple[str, ...], folder: Path) -> Path:
    for name in names:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        else:
            (folder / name).unlink(missing_ok=True)
    return folder


def edited(copy: Path, change: Callable[[Path], None] = edit) -> Path:
    change(copy / EDITED)
    return copy


def only_paper(whole: Run) -> Run:
    """The run with the seconds printed for its stage "exports"; by the clock, for it uses all processors."""
    found = re.search(r"\bexports ([0-9.]+) s", whole.output)
    assert found, whole.output
    return Run(float(found[1]), float(found[1]), whole.megabytes, whole.output)


def timed_within(whole: Run) -> Run:
    """The run with the seconds that the program itself printed."""
    clock, cpu = map(float, whole.output.split())
    return Run(clock, cpu, whole.megabytes, whole.output)


def drawn_again(copy: Path, change: Callable[[Path], None]) -> int:
    """How many drawings a change of one exercise brings: each is kept as a file named after its data."""
    run(copy, *GENERATOR)
    before = set((copy / DRAWINGS).iterdir())
    change(copy / EDITED)
    run(copy, *GENERATOR)
    return len(set((copy / DRAWINGS).iterdir()) - before)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 900], help="numbers of exercises")
    parser.add_argument("--repeats", type=int, help="runs of each measure (more for a small site than for a large)")
    options = parser.parse_args()
    measured = {}
    for size in options.sizes:
        repeats = options.repeats or (5 if size < LARGE else 2)
        with tempfile.TemporaryDirectory(prefix="good-footing-bench-") as folder:
            measured[size] = measure(size, repeats, Path(folder))
    rows = judged(measured)
    print(table(rows, measured))
    return 1 if any(row.missed for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
