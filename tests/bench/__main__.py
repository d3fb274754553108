"""Measures the build against bare Material sites of the same Markdown, and its papers; fails where a target is missed.

What is compared runs in turns, several times over, and the medians count: machines are noisy.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from tests.bench import bare
from tests.bench.made_up import edit, multiply
from tests.bench.measure import Run, run
from tests.tools.copies import copy_sources

PROJECT = Path(__file__).resolve().parents[2]
GENERATED = ("docs/exercises", "docs/week", "docs/assets/made", "docs/exercises.json", ".footing", "site")
EDITED = "content/exercises/foot-massage.yml"
SITE = ("site",)
BUILD = ("scripts/build.py", "build", "--no-paper")
PAPER = ("scripts/build.py", "build", "--pages")
FLAT = "bytes of an exercise's page, large site : small site"


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio of two measures' seconds, and the most it may be; None where it is only told."""

    what: str
    measure: str
    to: str
    most: float | None
    sizes: tuple[int, ...] = (9, 900)


TARGETS = (
    Target("whole build : bare site, same navigation", "whole", "bare", 1.5),
    Target("whole build : bare site, every page in navigation", "whole", "bare, all pages", 0.4, (900,)),
    Target("generator : MkDocs on the bare site, cold", "generator", "bare", 0.5),
    Target("generator : MkDocs on this site, cold", "generator", "mkdocs", None),
    Target("generator : MkDocs, one edit while serving", "generator, serving", "mkdocs", 0.1),
    Target("generator : MkDocs, one edit in a new process", "generator, edit", "mkdocs", None),
    Target("PDFs and pictures: after one edit : cold", "paper, edit", "paper", 0.2, (900,)),
    Target("pages with PDFs and pictures, edit : cold", "with paper, edit", "with paper", None),
)
NOTE = "Bare Material has neither PDFs nor pictures for links: but for the lines that name them, all is without (--no-paper)."


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the verdict. `of` shows what the ratio is of."""

    what: str
    size: int
    ratio: float
    most: float | None
    of: str

    @property
    def missed(self) -> bool:
        return self.most is not None and self.ratio > self.most


@dataclass(frozen=True, slots=True)
class Measured:
    """One size of the site: seconds and peak memory of each measure, and the bytes of an exercise's page."""

    seconds: Mapping[str, float]
    megabytes: Mapping[str, float]
    page_bytes: float


def measure(size: int, repeats: int, folder: Path) -> Measured:
    copy = copy_sources(PROJECT, folder / "project")
    multiply(copy, size)
    run(copy, *BUILD)  # warms the disk, and makes the Markdown that the bare sites take
    page_bytes = mean(page.stat().st_size for page in copy.glob("site/exercises/*/index.html"))
    sections = bare.make(copy, folder / "sections", every_page_in_navigation=False)
    all_pages = bare.make(copy, folder / "all-pages", every_page_in_navigation=True)
    mkdocs = ("-m", "mkdocs", "build", "--quiet")

    measures: dict[str, Callable[[], Run]] = {
        "whole": lambda: run(without(GENERATED, copy), *BUILD),
        "bare": lambda: run(without(SITE, sections), *mkdocs),
        "bare, all pages": lambda: run(without(SITE, all_pages), *mkdocs),
        "generator": lambda: run(without(GENERATED, copy), *BUILD, "--pages"),
        "mkdocs": lambda: run(without(SITE, copy), *mkdocs),
        "generator, edit": lambda: run(edited(copy), *BUILD, "--pages"),
        "generator, serving": lambda: timed_within(run(copy, "-m", "tests.bench.serving", EDITED)),
    }
    measures |= {
        "with paper": lambda: run(without(GENERATED, copy), *PAPER),
        "with paper, edit": lambda: run(edited(copy, on_paper=True), *PAPER),
    }
    runs: dict[str, list[Run]] = defaultdict(list)
    for repeat in range(repeats):
        for name, once in measures.items():
            print(f"{size} exercises, {repeat + 1} of {repeats}: {name}", file=sys.stderr)
            runs[name].append(once())
    for name in ("with paper", "with paper, edit"):
        runs[name.removeprefix("with ")] = [only_paper(whole) for whole in runs[name]]
    return Measured(
        {name: median(one.seconds for one in found) for name, found in runs.items()},
        {name: max(one.megabytes for one in found) for name, found in runs.items()},
        page_bytes,
    )


def without(names: tuple[str, ...], folder: Path) -> Path:
    for name in names:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        else:
            (folder / name).unlink(missing_ok=True)
    return folder


def edited(copy: Path, *, on_paper: bool = False) -> Path:
    edit(copy / EDITED, on_paper=on_paper)
    return copy


def only_paper(whole: Run) -> Run:
    """The run with the seconds that it tells for its stage "paper"."""
    told = re.search(r"\bpaper ([0-9.]+) s", whole.said)
    assert told, whole.said
    return Run(float(told[1]), whole.megabytes, whole.said)


def timed_within(whole: Run) -> Run:
    """The run with the seconds that it tells itself."""
    return Run(float(whole.said), whole.megabytes, whole.said)


def judged(measured: Mapping[int, Measured]) -> list[Row]:
    rows = []
    for target in TARGETS:
        for size in sorted(set(target.sizes) & measured.keys()):
            seconds = measured[size].seconds
            ours, theirs = seconds[target.measure], seconds[target.to]
            rows.append(Row(target.what, size, ours / theirs, target.most, f"{ours:.3f} s : {theirs:.3f} s"))
    small, large = measured[min(measured)], measured[max(measured)]
    of = f"{large.page_bytes:.0f} : {small.page_bytes:.0f} bytes"
    rows.append(Row(FLAT, max(measured), large.page_bytes / small.page_bytes, 1.1, of))
    return rows


def table(rows: list[Row], measured: Mapping[int, Measured]) -> str:
    lines = [f"{'':52}{'exercises':>10}{'target':>10}{'measured':>10}"]
    for row in rows:
        most = "" if row.most is None else f"≤ {row.most:.2f}"
        missed = "  MISSED" if row.missed else ""
        lines.append(f"{row.what:52}{row.size:>10}{most:>10}{row.ratio:>10.3f}  {row.of}{missed}")
    lines += [
        f"{'peak memory: ' + name:52}{size:>10}{'':>10}{found.megabytes[name]:>7.0f} MB"
        for size, found in sorted(measured.items())
        for name in ("whole", "generator", "bare", "bare, all pages", "with paper")
    ]
    return "\n".join([*lines, NOTE])


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[9, 900], help="numbers of exercises")
    parser.add_argument("--repeats", type=int, help="runs of each measure (more for a small site than for a large)")
    options = parser.parse_args()
    measured = {}
    for size in options.sizes:
        repeats = options.repeats or (7 if size < 100 else 3)
        with tempfile.TemporaryDirectory(prefix="good-footing-bench-") as folder:
            measured[size] = measure(size, repeats, Path(folder))
    rows = judged(measured)
    print(table(rows, measured))
    return 1 if any(row.missed for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
