"""Models to one content: what only the files together can tell, and what makes sense only in the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from footing.content.amounts import Amount
from footing.content.models import Content, Exercise, Plan, PlanEntry, Site, Vocabulary
from footing.content.reader import SLUG
from footing.content.schema import dotted
from footing.content.yaml_document import Document, Path_
from footing.diagnostics import Problem, nearest, one_of, quoted, whole_file

S = TypeVar("S", Exercise, Plan)
WORD_LISTS = ("positions", "areas", "tissues", "furniture")


@dataclass(frozen=True, slots=True)
class _Names:
    """What the files of one kind are called, and what old names have become."""

    today: set[str]
    renamed: dict[str, str]


def check(
    site: tuple[Document, Site],
    vocabulary: Vocabulary,
    exercises: Sequence[tuple[Document, Exercise]],
    plans: Sequence[tuple[Document, Plan]],
    unread: Iterable[str] = (),
    faulty: Iterable[Document] = (),
) -> tuple[Content | None, list[Problem]]:
    """The content in the site's order, or what does not fit together.

    `unread` are the paths of files that have problems of their own; of those that are `faulty` exercises only the
    words are looked at.
    """
    if {"content/exercises", "content/plans"} & {*unread}:
        return None, []  # without the folder, no word that names one of its files can be judged
    problems = [problem for document in faulty for problem in _check_words(document, vocabulary)]
    slugs = {exercise.slug: exercise for _, exercise in exercises}
    all_exercises = _names(exercises, unread, "content/exercises")
    all_plans = _names(plans, unread, "content/plans")
    for document, exercise in exercises:
        problems += _check_exercise(document, exercise, vocabulary)
    problems += _check_formerly(exercises, all_exercises.today, "an exercise")
    problems += _check_formerly(plans, all_plans.today, "a plan")
    for document, plan in plans:
        problems += _check_plan(document, plan, vocabulary, slugs, all_exercises)
    problems += _check_site(*site, all_exercises, all_plans)
    problems += _check_times(*site, vocabulary)
    if not all_exercises.today:
        message = "holds no exercise, expected at least one; write it, for example as foot-massage.yml"
        problems.append(whole_file("content/exercises", message))
    if problems:
        return None, problems
    return Content(
        site=site[1],
        vocabulary=vocabulary,
        exercises=_in_order((exercise for _, exercise in exercises), site[1].order),
        plans=_in_order((plan for _, plan in plans), site[1].plans),
    ), []


def _names(items: Sequence[tuple[Document, S]], unread: Iterable[str], folder: str) -> _Names:
    renamed = {old: item.slug for _, item in items for old in item.formerly}
    return _Names({*(item.slug for _, item in items), *_slugs(unread, folder)}, renamed)


def _slugs(paths: Iterable[str], folder: str) -> Iterator[str]:
    """What the files of `folder` among `paths` would be called, if they could be read."""
    for path in map(PurePosixPath, paths):
        if str(path.parent) == folder and SLUG.fullmatch(path.stem):
            yield path.stem


def _in_order(items: Iterable[S], order: Sequence[str]) -> tuple[S, ...]:
    """In the site's order; what it does not list comes last, by name."""
    rank = {slug: i for i, slug in enumerate(order)}
    return tuple(sorted(items, key=lambda item: (rank.get(item.slug, len(rank)), item.slug)))


def warnings(
    site: tuple[Document, Site],
    exercises: Sequence[tuple[Document, Exercise]],
    plans: Sequence[tuple[Document, Plan]],
) -> Iterator[Problem]:
    """What can be published as it is, but was hardly meant so."""
    document, settings = site
    if settings.address.removesuffix("/").endswith(".example"):
        yield document.at(("address",), "address: is still the example; write the site's own, here and in mkdocs.yml")
    for key, listed, items in (("order", settings.order, exercises), ("plans", settings.plans, plans)):
        for other, model in items:
            if model.slug not in listed:
                yield document.at((key,), f'{key}: does not list {other.path}, which comes last; add "{model.slug}"')
    yield from _repeated_names(exercises)
    for other, plan in plans:
        if missing := [word for word in plan.sessions if settings.times and word not in settings.times]:
            message = f"no time of day for {one_of(missing)}, so {other.path} has no calendar; add it"
            yield document.at(("times",), f"times: {message}")
    for other, exercise in exercises:
        for key in ("hold", "reps"):
            stated, chosen = getattr(exercise.dosage, key), getattr(exercise.assumed, key)
            if stated and stated.up_to and not chosen:
                message = (
                    f'dosage.{key}: "up to" names no figure to start from, so the timer starts at 1; add assumed.{key}'
                )
                yield other.at(("dosage", key), message)


def _unknown(document: Document, where: Path_, word: str, known: Iterable[str], remedy: str) -> Iterator[Problem]:
    if word not in (known := sorted(known)):
        yield document.at(where, f"{dotted(where)}: {_not_known(word, known)}; {remedy}")


def _unnamed(document: Document, where: Path_, slug: str, names: _Names, remedy: str) -> Iterator[Problem]:
    """A slug that no file has: of one that had it, the name of today is told."""
    if slug in names.today or slug not in names.renamed:
        yield from _unknown(document, where, slug, names.today, remedy)
    else:
        message = f"{quoted(slug)} was renamed, expected the name of today; write {quoted(names.renamed[slug])}"
        yield document.at(where, f"{dotted(where)}: {message}")


def _not_known(word: str, known: Sequence[str]) -> str:
    return f"{quoted(word)} is not known.{nearest(word, known)} Expected one of {one_of(known)}"


def _repeats(document: Document, key: str, words: Sequence[str]) -> Iterator[Problem]:
    for i, word in enumerate(words):
        if word in words[:i]:
            yield document.at((key, i), f"{key}[{i + 1}]: {quoted(word)} stands twice, expected once; keep one of them")


def _check_words(document: Document, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Words that are not in the vocabulary: told of a file that has other faults too, so that one look mends all."""
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
        yield from _unknown(document, where, word, getattr(vocabulary, known), remedy)


def _check_exercise(document: Document, exercise: Exercise, vocabulary: Vocabulary) -> Iterator[Problem]:
    yield from _check_words(document, vocabulary)
    for key in WORD_LISTS:
        yield from _repeats(document, key, getattr(exercise, key))
    if not exercise.main_positions:
        message = (
            '"positions" is missing, expected here or in assumed; add "positions: [...]" where the source states them'
        )
        yield document.at((), message)
    yield from _check_length(document, exercise)
    yield from _check_assumed(document, exercise)


def _check_length(document: Document, exercise: Exercise) -> Iterator[Problem]:
    """A dose is a hold or a movement, and lasts some time."""
    dosage, assumed = exercise.dosage, exercise.assumed
    given = [(part, key) for part in ("dosage", "assumed") for key in ("hold", "move") if _has(exercise, part, key)]
    if other := [where for where in given if where[1] != given[-1][1]]:
        message = f"stands beside {dotted(other[0])}, expected a hold or a movement; keep the one that is done"
        yield document.at(given[-1], f"{dotted(given[-1])}: {message}")
    elif assumed.move and not dosage.move:
        message = 'assumed.move: no movement is stated, expected its verb; add "move: {verb: roll}" to dosage'
        yield document.at(("assumed", "move"), message)
    elif dosage.move and not (dosage.move.for_ or assumed.move):
        message = 'dosage.move: has no time, expected one; add "for: 1 min" here, or "move: {for: 1 min}" to assumed'
        yield document.at(("dosage", "move"), message)
    elif not (dosage.hold or dosage.move or assumed.hold):
        message = 'dosage: has neither hold nor move, expected one; add "hold: 10 s" here, or to assumed'
        yield document.at(("dosage",), message)


def _has(exercise: Exercise, part: str, key: str) -> bool:
    return getattr(getattr(exercise, part), key) is not None


def _check_assumed(document: Document, exercise: Exercise) -> Iterator[Problem]:
    """The site chooses only where the source leaves a choice, and within it."""
    for key, stated, chosen in _pairs(exercise):
        if not stated or not chosen or (stated.holds(chosen) and not stated.exact):
            continue
        name, where = dotted(key), ("assumed", *key)
        there, here = quoted(document.text(("dosage", *key))), quoted(document.text(where))
        if stated.exact:
            message = f"{here} is assumed where dosage.{name} states {there}, expected no choice; remove it"
        else:
            message = f"{here} lies outside dosage.{name}, expected a figure within {there}; choose one"
        yield document.at(where, f"assumed.{name}: {message}")
    if exercise.dosage.sides and exercise.assumed.sides:
        message = "is assumed where dosage.sides states it, expected no choice; remove it"
        yield document.at(("assumed", "sides"), f"assumed.sides: {quoted(exercise.assumed.sides)} {message}")
    stated_in, chosen_in = exercise.positions, exercise.assumed.positions
    if len(stated_in) == 1 and chosen_in:
        message = f"assumed.positions: the source states {stated_in[0]}, expected no choice; remove it"
        yield document.at(("assumed", "positions"), message)
    elif stated_in:
        for i, word in enumerate(chosen_in):
            if word not in stated_in:
                message = (
                    f"{quoted(word)} is none of the positions stated, expected one of {one_of(stated_in)}; choose one"
                )
                yield document.at(("assumed", "positions", i), f"assumed.positions[{i + 1}]: {message}")


def _pairs(exercise: Exercise) -> Iterator[tuple[tuple[str, ...], Amount | None, Amount | None]]:
    """Each amount as the source states it and as the site assumes it."""
    dosage, assumed = exercise.dosage, exercise.assumed
    yield ("hold",), dosage.hold, assumed.hold
    yield ("move", "for"), dosage.move.for_ if dosage.move else None, assumed.move.for_ if assumed.move else None
    for key in ("reps", "per_day", "days_per_week"):
        yield (key,), getattr(dosage, key), getattr(assumed, key)


def _check_formerly(items: Sequence[tuple[Document, S]], slugs: set[str], kind: str) -> Iterator[Problem]:
    claimed: set[str] = set()
    for document, item in items:
        for i, old in enumerate(item.formerly):
            fault = ""
            if not SLUG.fullmatch(old):
                fault = "was never an address, expected an old file name without .yml; correct it"
            elif old in slugs:
                fault = f"is {kind} today, expected an address that is free; remove it"
            elif old in claimed:
                fault = f"was {kind}'s address already, expected once; keep it where it leads to"
            claimed.add(old)
            if fault:
                yield document.at(("formerly", i), f"formerly[{i + 1}]: {quoted(old)} {fault}")


def _check_plan(
    document: Document, plan: Plan, vocabulary: Vocabulary, exercises: dict[str, Exercise], names: _Names
) -> Iterator[Problem]:
    remedy = "choose one, or add it to content/vocabulary.yml"
    for i, word in enumerate(plan.sessions):
        yield from _unknown(document, ("sessions", i), word, vocabulary.sessions, remedy)
    for key in ("days", "sessions"):
        yield from _repeats(document, key, getattr(plan, key))
    used = [entry.use for entry in plan.exercises]
    for i, entry in enumerate(plan.exercises):
        where: Path_ = ("exercises", i, "use") if ("exercises", i, "use") in document.values else ("exercises", i)
        yield from _unnamed(document, where, entry.use, names, "choose one, or add its file to content/exercises/")
        if entry.use in used[:i]:
            message = f"{quoted(entry.use)} stands twice in this plan, expected once; keep one of them"
            yield document.at(where, f"{dotted(where)}: {message}")
        if entry.use in exercises:
            yield from _check_change(document, i, entry, exercises[entry.use])


def _check_change(document: Document, i: int, entry: PlanEntry, exercise: Exercise) -> Iterator[Problem]:
    """A plan may change how long a hold or a movement lasts, but not the one into the other."""
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
            yield from _unnamed(document, (key, i), slug, existing, f"add its file to {folder}, or remove it here")
        yield from _repeats(document, key, listed)
    if site.recommended:
        yield from _unnamed(document, ("recommended",), site.recommended, plans, "choose one, or remove the key")


def _check_times(document: Document, site: Site, vocabulary: Vocabulary) -> Iterator[Problem]:
    for word in site.times:
        if word not in vocabulary.sessions:
            remedy = "choose one, or add it to content/vocabulary.yml"
            message = f"times: {_not_known(word, sorted(vocabulary.sessions))}; {remedy}"
            yield document.at_key(("times", word), message)


def _repeated_names(exercises: Sequence[tuple[Document, Exercise]]) -> Iterator[Problem]:
    counts = Counter(exercise.name.casefold() for _, exercise in exercises)
    for document, exercise in exercises:
        if counts[exercise.name.casefold()] > 1:
            message = "is the name of another exercise too; readers could not tell them apart; change one"
            yield document.at(("name",), f"name: {quoted(exercise.name)} {message}")
