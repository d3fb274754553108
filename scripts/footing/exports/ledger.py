"""The ledger of outputs: every path that a build writes belongs to one place in content/, and only one."""

from __future__ import annotations

from collections.abc import Iterator

from footing.content.loader import Sources
from footing.content.schema import dotted
from footing.content.yaml_document import Document, KeyPath
from footing.diagnostics import Problem, quoted, whole_file
from footing.exports.pdf import PAPER_SIZES
from footing.pages.views import PREVIEWS

Claim = tuple[str, Document | None, KeyPath]  # a path under docs/, and where its owner stands; None: the site itself

# Names that Windows does not accept for a file, whatever its ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def claims(sources: Sources) -> Iterator[Claim]:
    """Every path under docs/ that the content needs, bundles of scripts and styles aside. Former addresses come last."""
    for path in ("exercises.json", "exercises/index.md", "week/index.md", "week/patterns.json", f"{PREVIEWS}/site.png"):
        yield path, None, ()
    for document, exercise in sources.exercises:
        yield f"exercises/{exercise.slug}.md", document, ()
        yield f"{PREVIEWS}/{exercise.slug}.png", document, ()
    for document, plan in sources.plans:
        yield f"{PREVIEWS}/week-{plan.slug}.png", document, ()
        for path in _plan_files(plan.slug):
            yield path, document, ()
    for document, exercise in sources.exercises:
        for index, former in enumerate(exercise.formerly):
            yield f"exercises/{former}.md", document, ("formerly", index)
    for document, plan in sources.plans:
        for index, former in enumerate(plan.formerly):
            for path in _plan_files(former):
                yield path, document, ("formerly", index)


def _plan_files(slug: str) -> Iterator[str]:
    for end in (".md", ".json", ".ics"):
        yield f"week/{slug}{end}"
    for kind in ("", "-handout"):
        yield from (f"week/{slug}{kind}-{paper}.pdf" for paper in PAPER_SIZES)


def output_problems(sources: Sources) -> list[Problem]:
    """A problem for each place in content/ that needs a path which another place has, or which no system accepts."""
    owners: dict[str, str] = {}
    found: dict[tuple[str, KeyPath], Problem] = {}
    for path, document, where in claims(sources):
        if document and (reason := _refusal(path, owners.get(path))):
            found.setdefault((document.path, where), _problem(document, where, reason))
        owners.setdefault(path, document.path if document else "the site itself")
    return list(found.values())


def _refusal(path: str, owner: str | None) -> str:
    name = path.rpartition("/")[2].partition(".")[0]
    if name in _DEVICES:
        return f"{quoted(name)} is a name that Windows reserves, expected another"
    return f"needs docs/{path}, which {owner} has, expected an address of its own" if owner else ""


def _problem(document: Document, where: KeyPath, reason: str) -> Problem:
    if not where:
        return whole_file(document.path, f"{reason}; rename the file")
    return document.at(where, f"{dotted(where)}: {reason}; remove it")
