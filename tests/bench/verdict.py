"""The verdict of a measurement: each ratio against its limit, as a table.

A ratio is judged by CPU seconds: other work on the machine disturbs them less than the clock's, and drawing on
several processors does not reduce them. The clock's ratio is printed beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

FLAT = "bytes of an exercise's page, large site : small site"
MEMORY = ("whole", "whole, figures", "generator", "bare", "bare, all pages")


@dataclass(frozen=True, slots=True)
class Seconds:
    cpu: float
    clock: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One size of the site: seconds and peak memory of each measure, the bytes of an exercise's page, and the figures
    drawn again after an edit, by what was edited."""

    seconds: Mapping[str, Seconds]
    megabytes: Mapping[str, float]
    page_bytes: float
    drawn_again: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio of two measures' seconds, and its limit; None if it is only printed."""

    what: str
    measure: str
    to: str
    most: float | None
    sizes: tuple[int, ...] = (10, 900)


# Without figures, which have a budget of their own, and without papers, which a bare site has none of: the last of them.
TARGETS = (
    Target("whole build : bare site, same navigation", "whole", "bare", 1.5),
    Target("whole build : bare site, every page in navigation", "whole", "bare, all pages", 0.4, (900,)),
    Target("generator : MkDocs on the bare site, cold", "generator", "bare", 0.5),
    Target("generator : MkDocs on this site, cold", "generator", "mkdocs", None),
    Target("generator : MkDocs, one edit while serving", "generator, serving", "mkdocs", 0.1),
    Target("generator : MkDocs, one edit in a new process", "generator, edit", "mkdocs", None),
    Target("whole build, figures : bare site, same navigation", "whole, figures", "bare", None),
    Target("generator, figures : MkDocs on the bare site, cold", "generator, figures", "bare", None),
    Target("generator, figures : MkDocs, edit while serving", "generator, figures, serving", "mkdocs, figures", 0.1),
    Target("whole build, figures : without", "whole, figures", "whole", None, (10,)),
    Target("whole build, figures : without", "whole, figures", "whole", 1.5, (900,)),
    Target("whole build, figures drawn before : without", "whole, drawn before", "whole", 1.5),
    Target("PDFs, pictures, calendars: after one edit : cold", "paper, edit", "paper", 0.2, (900,)),
    Target("generator, each figure another : whole, without", "generator, all different", "whole", None, (900,)),
)
# What was edited, and how many figures may be drawn again for it.
DRAWN_AGAIN = {"a sentence": 0, "a figure": 1}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the verdict. `of` shows what the figures are of."""

    what: str
    size: int
    most: float | None
    measured: float
    clock: float | None
    of: str

    @property
    def missed(self) -> bool:
        return self.most is not None and self.measured > self.most


def judged(measured: Mapping[int, Measured]) -> list[Row]:
    rows = []
    for target in TARGETS:
        for size in sorted(set(target.sizes) & measured.keys()):
            seconds = measured[size].seconds
            ours, theirs = seconds[target.measure], seconds[target.to]
            of = f"{ours.cpu:.3f} s : {theirs.cpu:.3f} s"
            rows.append(Row(target.what, size, target.most, ours.cpu / theirs.cpu, ours.clock / theirs.clock, of))
    for what, most in DRAWN_AGAIN.items():
        for size, found in sorted(measured.items()):
            again = found.drawn_again[what]
            rows.append(Row(f"figures drawn again after an edit of {what}", size, most, again, None, f"of {size}"))
    small, large = measured[min(measured)], measured[max(measured)]
    of = f"{large.page_bytes:.0f} : {small.page_bytes:.0f} bytes"
    rows.append(Row(FLAT, max(measured), 1.1, large.page_bytes / small.page_bytes, None, of))
    return rows


def table(rows: list[Row], measured: Mapping[int, Measured]) -> str:
    lines = [f"{'':53}{'exercises':>9}{'target':>8}{'measured':>10}{'clock':>8}  CPU seconds"]
    for row in rows:
        most = "–" if row.most is None else f"≤ {row.most:.4g}"
        clock = "" if row.clock is None else f"{row.clock:.3f}"
        missed = "  MISSED" if row.missed else ""
        lines.append(f"{row.what:53}{row.size:>9}{most:>8}{row.measured:>10.3f}{clock:>8}  {row.of}{missed}")
    lines += [
        f"{'peak memory: ' + name:53}{size:>9}{'–':>8}{found.megabytes[name]:>7.0f} MB"
        for size, found in sorted(measured.items())
        for name in MEMORY
    ]
    return "\n".join(lines)
