"""Checks across files: names that must exist, repeated names, and the order of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from footing.content.dose_checks import check_dose
from footing.content.loader import Sources
from footing.content.models import Content, Exercise, Plan, PlanEntry, Site, Vocabulary
from footing.content.reader import SLUG
from footing.content.schema import dotted
from footing.content.yaml_document import Document, KeyPath
from footing.diagnostics import Problem, nearest, one_of, quoted, whole_file

S = TypeVar("S", Exercise, Plan)
WORD_LISTS = ("positions", "areas", "tissues", "furniture")


@dataclass(frozen=True, slots=True)
class _Names:
    """The slugs of the files of one kind, and the current slug of each former one."""

    current: set[str]
    renamed: dict[str, str]


def check_content(sources: Sources, unread: Collection[str]) -> tuple[Content | None, list[Problem]]:
    """The content in the site's order; None if there are problems.

    `unread` are the paths of files that have problems of their own: a name that only they could define is accepted.
    """
    if not sources.site or not sources.vocabulary or {"content/exercises", "content/plans"} & {*unread}:
        return None, []  # without a whole folder, every name of a file in it would be reported as unknown
    document, site = sources.site
    vocabulary = sources.vocabulary[1]
    exercises, plans = sources.exercises, sources.plans
    exercise_names = _names(exercises, unread, "content/exercises")
    plan_names = _names(plans, unread, "content/plans")
    by_slug = {exercise.slug: exercise for _, exercise in exercises}
    problems = [problem for invalid in sources.invalid_exercises for problem in _check_words(invalid, vocabulary)]
    for each, exercise in exercises:
        problems += _check_exercise(each, exercise, vocabulary)
    problems += _check_formerly(exercises, exercise_names.current, "an exercise")
    problems += _check_formerly(plans, plan_names.current, "a plan")
    for each, plan in plans:
        problems += _check_plan(each, plan, vocabulary, by_slug, exercise_names)
    problems += _check_site(document, site, exercise_names, plan_names)
    problems += _check_times(document, site, vocabulary)
    if not exercise_names.current:
        message = "contains no exercise, expected at least one; add one, for example foot-massage.yml"
        problems.append(whole_file("content/exercises", message))
    if problems:
        return None, problems
    return Content(
        site=site,
        vocabulary=vocabulary,
        exercises=_in_order((exercise for _, exercise in exercises), site.order),
        plans=_in_order((plan for _, plan in plans), site.plans),
    ), []


def _names(items: Sequence[tuple[Document, S]], unread: Iterable[str], folder: str) -> _Names:
    renamed = {old: item.slug for _, item in items for old in item.formerly}
    return _Names({*(item.slug for _, item in items), *_slugs(unread, folder)}, renamed)


def _slugs(paths: Iterable[str], folder: str) -> Iterator[str]:
    """The slugs of the files of `folder` among `paths`."""
    for path in map(PurePosixPath, paths):
        if str(path.parent) == folder and SLUG.fullmatch(path.stem):
            yield path.stem


def _in_order(items: Iterable[S], order: Sequence[str]) -> tuple[S, ...]:
    """In the site's order; items that it does not list come last, sorted by slug."""
    rank = {slug: i for i, slug in enumerate(order)}
    return tuple(sorted(items, key=lambda item: (rank.get(item.slug, len(rank)), item.slug)))


def _unknown_word(
    document: Document, where: KeyPath, word: str, known: Iterable[str], remedy: str
) -> Iterator[Problem]:
    if word not in (known := sorted(known)):
        yield document.at(where, f"{dotted(where)}: {_not_known(word, known)}; {remedy}")


def _unknown_slug(document: Document, where: KeyPath, slug: str, names: _Names, remedy: str) -> Iterator[Problem]:
    """A slug that belongs to no file; for a former slug, the message gives the current one."""
    if slug in names.current or slug not in names.renamed:
        yield from _unknown_word(document, where, slug, names.current, remedy)
    else:
        message = f"{quoted(slug)} was renamed, expected its current name; write {quoted(names.renamed[slug])}"
        yield document.at(where, f"{dotted(where)}: {message}")


def _not_known(word: str, known: Sequence[str]) -> str:
    return f"{quoted(word)} is not known.{nearest(word, known)} Expected one of {one_of(known)}"


def _repeats(document: Document, key: str, words: Sequence[str]) -> Iterator[Problem]:
    """Words that a list holds more than once."""
    for i, word in enumerate(words):
        if word in words[:i]:
            yield document.at(
                (key, i), f"{key}[{i + 1}]: {quoted(word)} is listed twice, expected once; keep one of them"
            )


def _check_words(document: Document, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Words that are not in the vocabulary. Also checked in a file with other problems, to report all of them at once."""
    for where, word in document.texts():
        match where:
            case ("positions" | "areas" | "tissues" | "furniture" as known, int()):
                pass
            case ("assumed", "positions" as known, int()):
                pass
            case ("equipment" as known, int(), "item") | ("equipment" as known, int(), "or", int()):
                pass
            case _:
                continue
        remedy = "choose one, or add it to content/vocabulary.yml"
        yield from _unknown_word(document, where, word, getattr(vocabulary, known), remedy)


def _check_exercise(document: Document, exercise: Exercise, vocabulary: Vocabulary) -> Iterator[Problem]:
    yield from _check_words(document, vocabulary)
    for key in WORD_LISTS:
        yield from _repeats(document, key, getattr(exercise, key))
    if not exercise.main_positions:
        message = (
            '"positions" is missing, expected here or in assumed; add "positions: [...]" where the source states them'
        )
        yield document.at((), message)
    yield from check_dose(document, exercise)


def _check_formerly(items: Sequence[tuple[Document, S]], slugs: set[str], kind: str) -> Iterator[Problem]:
    claimed: set[str] = set()
    for document, item in items:
        for i, old in enumerate(item.formerly):
            problem = ""
            if not SLUG.fullmatch(old):
                problem = "cannot be a former address, expected an old file name without .yml; correct it"
            elif old in slugs:
                problem = f"is {kind} today, expected an address that is free; remove it"
            elif old in claimed:
                problem = "is already listed as a former address, expected once; keep it in one place"
            claimed.add(old)
            if problem:
                yield document.at(("formerly", i), f"formerly[{i + 1}]: {quoted(old)} {problem}")


def _check_plan(
    document: Document, plan: Plan, vocabulary: Vocabulary, exercises: dict[str, Exercise], names: _Names
) -> Iterator[Problem]:
    remedy = "choose one, or add it to content/vocabulary.yml"
    for i, word in enumerate(plan.sessions):
        yield from _unknown_word(document, ("sessions", i), word, vocabulary.sessions, remedy)
    for key in ("days", "sessions"):
        yield from _repeats(document, key, getattr(plan, key))
    used = [entry.use for entry in plan.exercises]
    for i, entry in enumerate(plan.exercises):
        where: KeyPath = ("exercises", i, "use") if ("exercises", i, "use") in document.values else ("exercises", i)
        yield from _unknown_slug(document, where, entry.use, names, "choose one, or add its file to content/exercises/")
        if entry.use in used[:i]:
            message = f"{quoted(entry.use)} is listed twice in this plan, expected once; keep one of them"
            yield document.at(where, f"{dotted(where)}: {message}")
        if entry.use in exercises:
            yield from _check_change(document, i, entry, exercises[entry.use])


def _check_change(document: Document, i: int, entry: PlanEntry, exercise: Exercise) -> Iterator[Problem]:
    """A plan may change how long a hold or a movement lasts, but not turn one into the other."""
    wrong, right, example = ("hold", "move", "{for: 1 min}") if exercise.dosage.move else ("move", "hold", "10 s")
    if getattr(entry.dosage, wrong):
        message = f"is not what {entry.use} is measured in, expected {right}; write {right}: {example}"
        yield document.at(("exercises", i, "dosage", wrong), f"exercises[{i + 1}].dosage.{wrong}: {message}")


def _check_site(document: Document, site: Site, exercises: _Names, plans: _Names) -> Iterator[Problem]:
    for key, listed, existing, folder in (
        ("order", site.order, exercises, "content/exercises/"),
        ("plans", site.plans, plans, "content/plans/"),
    ):
        for i, slug in enumerate(listed):
            yield from _unknown_slug(document, (key, i), slug, existing, f"add its file to {folder}, or remove it here")
        yield from _repeats(document, key, listed)
    if site.recommended:
        yield from _unknown_slug(document, ("recommended",), site.recommended, plans, "choose one, or remove the key")


def _check_times(document: Document, site: Site, vocabulary: Vocabulary) -> Iterator[Problem]:
    for word in site.times:
        if word not in vocabulary.sessions:
            remedy = "choose one, or add it to content/vocabulary.yml"
            message = f"times: {_not_known(word, sorted(vocabulary.sessions))}; {remedy}"
            yield document.at_key(("times", word), message)
