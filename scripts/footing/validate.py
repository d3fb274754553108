"""Documents to models: the shape of each file, then what only the files together can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from footing.amounts import Amount
from footing.load import SLUG, Document, Path_
from footing.models import Content, Exercise, Plan, Site, Vocabulary
from footing.problems import Problem, nearest, one_of

M = TypeVar("M", bound=BaseModel)
S = TypeVar("S", Exercise, Plan)


def parse(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The document as a `model`, or every way in which it isn't one."""
    if "slug" in document.data:
        return None, [document.at_key(("slug",), 'the key "slug" is not known: the file name is the address; remove it')]
    try:
        return model.model_validate({**document.data, "slug": document.slug}), []
    except ValidationError as error:
        found = [_problem(document, model, details) for details in error.errors(include_url=False)]
        return None, [*dict.fromkeys(found)]


def _problem(document: Document, model: type[BaseModel], details: ErrorDetails) -> Problem:
    where: Path_ = tuple(details["loc"])
    dotted = _dotted(where)
    kind = details["type"]
    if kind == "extra_forbidden":
        known = _known_keys(model, where[:-1])
        message = f'the key "{where[-1]}" is not known{_under(where)}.{nearest(str(where[-1]), known)}'
        return document.at_key(where, f"{message} Expected one of {one_of(known)}; rename or remove it")
    if kind == "missing":
        return document.at(where[:-1], f'"{where[-1]}" is missing{_under(where)}, expected here; add "{where[-1]}: …"')
    return document.at(where, f"{dotted}: {_reason(kind, details)}")


def _under(where: Path_) -> str:
    return f" in {_dotted(where[:-1])}" if len(where) > 1 else ""


def _dotted(where: Path_) -> str:
    text = ""
    for part in where:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _reason(kind: str, details: ErrorDetails) -> str:
    """What was found, what was expected and the remedy, for the kinds of fault that a type can find."""
    found, context = details["input"], details.get("ctx", {})
    if found == "" and kind not in ("missing",):
        return "is empty, expected a value; write it, or remove the key"
    shapes = {
        "string_type": "a text; write it on one line after the colon",
        "tuple_type": "a list; write it as [one, two], or each on a line of its own after a dash",
        "list_type": "a list; write it as [one, two], or each on a line of its own after a dash",
        "dict_type": "keys and values; write them indented below, as key: value",
        "model_type": "keys and values; write them indented below, as key: value",
    }
    if kind in shapes:
        return f"found {_shape(found)}, expected {shapes[kind]}"
    if kind == "string_too_long":
        return f"has {len(found)} characters, expected at most {context['max_length']}; shorten it"
    if kind == "too_short":
        return "is an empty list, expected at least one item; write one"
    if kind == "literal_error":
        known = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        return f'"{found}" is not known here.{nearest(str(found), known)} Expected one of {one_of(known)}'
    return details["msg"]


def _shape(found: object) -> str:
    if isinstance(found, dict):
        return "keys and values"
    return "a list" if isinstance(found, list | tuple) else f'"{found}"'


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {(field.alias or name): field.annotation for name, field in model.model_fields.items() if name != "slug"}


def _known_keys(model: type[BaseModel], where: Path_) -> list[str]:
    """The keys that may stand in the mapping under `where`."""
    for part in where:
        if not isinstance(part, str) or part not in (fields := _fields(model)):
            continue  # an index, or a word of the vocabulary: the model stays the same
        inner = next(iter(_models_in(fields[part])), None)
        if inner is None:
            return []
        model = inner
    return list(_fields(model))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


def check(
    site: tuple[Document, Site],
    vocabulary: Vocabulary,
    exercises: Sequence[tuple[Document, Exercise]],
    plans: Sequence[tuple[Document, Plan]],
    unread: frozenset[str],
) -> tuple[Content | None, list[Problem]]:
    """The content in the site's order, or what does not fit together.

    `unread` are the slugs of files that have problems of their own: nothing more is said of them.
    """
    problems: list[Problem] = []
    slugs = {exercise.slug: exercise for _, exercise in exercises}
    for document, exercise in exercises:
        problems += _check_exercise(document, exercise, vocabulary)
        problems += _check_formerly(document, exercise, set(slugs))
    for document, plan in plans:
        problems += _check_plan(document, plan, vocabulary, slugs, unread)
    problems += _check_site(*site, set(slugs), {plan.slug for _, plan in plans}, unread)
    if problems:
        return None, problems
    return Content(
        site=site[1],
        vocabulary=vocabulary,
        exercises=_in_order((exercise for _, exercise in exercises), site[1].order),
        plans=_in_order((plan for _, plan in plans), site[1].plans),
    ), []


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
    for other, exercise in exercises:
        for key in ("hold", "reps"):
            stated, chosen = getattr(exercise.dosage, key), getattr(exercise.assumed, key)
            if stated and stated.up_to and not chosen:
                message = f'dosage.{key}: "up to" names no figure to start from, so the timer starts at 1; add assumed.{key}'
                yield other.at(("dosage", key), message)


def _unknown(document: Document, where: Path_, word: str, known: Iterable[str], remedy: str) -> Iterator[Problem]:
    known = list(known)
    if word not in known:
        message = f'{_dotted(where)}: "{word}" is not known.{nearest(word, known)} Expected one of {one_of(known)}; {remedy}'
        yield document.at(where, message)


def _check_exercise(document: Document, exercise: Exercise, vocabulary: Vocabulary) -> Iterator[Problem]:
    remedy = "or add it to content/vocabulary.yml"
    for key, known in (
        ("positions", vocabulary.positions),
        ("areas", vocabulary.areas),
        ("tissues", vocabulary.tissues),
        ("furniture", vocabulary.furniture),
    ):
        for i, word in enumerate(getattr(exercise, key)):
            yield from _unknown(document, (key, i), word, known, remedy)
    for i, word in enumerate(exercise.assumed.positions):
        yield from _unknown(document, ("assumed", "positions", i), word, vocabulary.positions, remedy)
    for i, need in enumerate(exercise.equipment):
        yield from _unknown(document, ("equipment", i, "item"), need.item, vocabulary.equipment, remedy)
        for j, word in enumerate(need.or_):
            yield from _unknown(document, ("equipment", i, "or", j), word, vocabulary.equipment, remedy)
    if not exercise.main_positions:
        yield document.at((), '"positions" is missing and nothing is assumed; add "positions: [...]", or assumed.positions')
    yield from _check_dosage(document, exercise)


def _check_dosage(document: Document, exercise: Exercise) -> Iterator[Problem]:
    dosage, assumed = exercise.dosage, exercise.assumed
    if (dosage.hold or assumed.hold) and (dosage.move or assumed.move):
        yield document.at(("dosage",), "dosage: has both hold and move, expected one of them; keep the one that is done")
    if not (dosage.hold or dosage.move or assumed.hold):
        yield document.at(("dosage",), 'dosage: has neither hold nor move, expected one; add "hold: 10 s" (or assumed.hold)')
    if dosage.move and not (dosage.move.for_ or assumed.move):
        yield document.at(("dosage", "move"), 'dosage.move: has no time; add "for: 1 min" (or assumed.move)')
    if assumed.move and not dosage.move:
        yield document.at(("assumed", "move"), "assumed.move: nothing says what is moved; add dosage.move with its verb")
    for key, stated, chosen in _pairs(exercise):
        where: Path_ = ("assumed", *key)
        name = ".".join(key)
        if isinstance(stated, Amount) and isinstance(chosen, Amount):
            if stated.exact:
                yield document.at(where, f"assumed.{name}: the source states it exactly (dosage.{name}); remove it here")
            elif not stated.holds(chosen):
                yield document.at(where, f"assumed.{name}: lies outside what dosage.{name} states; choose within it")
    if dosage.sides and assumed.sides:
        yield document.at(("assumed", "sides"), "assumed.sides: the source states it (dosage.sides); remove it here")
    if exercise.positions and assumed.positions and not set(assumed.positions) <= set(exercise.positions):
        message = "assumed.positions: holds one that the source's positions do not; choose among them, or remove it"
        yield document.at(("assumed", "positions"), message)


def _pairs(exercise: Exercise) -> Iterator[tuple[tuple[str, ...], Amount | None, Amount | None]]:
    """Each amount as the source states it and as the site assumes it."""
    for key in ("hold", "reps", "per_day", "days_per_week"):
        yield (key,), getattr(exercise.dosage, key), getattr(exercise.assumed, key)
    stated, chosen = exercise.dosage.move, exercise.assumed.move
    yield ("move", "for"), stated and stated.for_, chosen and chosen.for_


def _check_formerly(document: Document, exercise: Exercise, slugs: set[str]) -> Iterator[Problem]:
    for i, old in enumerate(exercise.formerly):
        if not SLUG.fullmatch(old):
            yield document.at(("formerly", i), f'formerly[{i + 1}]: "{old}" was never an address; write the old file name')
        elif old in slugs:
            yield document.at(("formerly", i), f'formerly[{i + 1}]: "{old}" is an exercise today; remove it here')


def _check_plan(
    document: Document, plan: Plan, vocabulary: Vocabulary, exercises: dict[str, Exercise], unread: frozenset[str]
) -> Iterator[Problem]:
    for i, word in enumerate(plan.sessions):
        yield from _unknown(document, ("sessions", i), word, vocabulary.sessions, "or add it to content/vocabulary.yml")
    for key in ("days", "sessions"):
        yield from _repeats(document, key, getattr(plan, key))
    seen: set[str] = set()
    for i, entry in enumerate(plan.exercises):
        where: Path_ = ("exercises", i, "use")
        yield from _unknown(document, where, entry.use, exercises.keys() | unread, "or add its file to content/exercises/")
        if entry.use in seen:
            yield document.at(where, f'exercises[{i + 1}]: "{entry.use}" stands twice in this plan; keep one of them')
        seen.add(entry.use)
        if entry.use in exercises:
            moved = exercises[entry.use].dosage.move is not None
            wrong, right = ("hold", "move: {for: 1 min}") if moved else ("move", "hold: 10 s")
            if getattr(entry.dosage, wrong):
                message = f"dosage.{wrong}: is not what {entry.use} is measured in; write {right}"
                yield document.at(("exercises", i, "dosage", wrong), message)


def _repeats(document: Document, key: str, words: Sequence[str]) -> Iterator[Problem]:
    for i, word in enumerate(words):
        if word in words[:i]:
            yield document.at((key, i), f'{key}[{i + 1}]: "{word}" stands twice; keep one of them')


def _check_site(
    document: Document, site: Site, slugs: set[str], plans: set[str], unread: frozenset[str]
) -> Iterator[Problem]:
    for key, listed, existing, folder in (
        ("order", site.order, slugs, "content/exercises/"),
        ("plans", site.plans, plans, "content/plans/"),
    ):
        for i, slug in enumerate(listed):
            yield from _unknown(document, (key, i), slug, existing | unread, f"add its file to {folder}, or remove it here")
        yield from _repeats(document, key, listed)
    if site.recommended and site.recommended not in plans | unread:
        yield from _unknown(document, ("recommended",), site.recommended, plans, "choose a plan that exists")


def _repeated_names(exercises: Sequence[tuple[Document, Exercise]]) -> Iterator[Problem]:
    counts = Counter(exercise.name.casefold() for _, exercise in exercises)
    for document, exercise in exercises:
        if counts[exercise.name.casefold()] > 1:
            message = f'name: "{exercise.name}" is the name of another exercise too; readers could not tell them apart; change one'
            yield document.at(("name",), message)

