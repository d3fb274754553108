"""Documents to models: whether each file, by itself, has the keys and values of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from footing.content.yaml_document import Document, KeyPath
from footing.diagnostics import Problem, nearest, one_of, quoted

M = TypeVar("M", bound=BaseModel)


def parse(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The document as a `model`; None with every problem if it is not valid."""
    problems: list[Problem] = []
    if "slug" in document.data:
        message = 'the key "slug" is not known: the file name is the address, expected no such key; remove it'
        problems.append(document.at_key(("slug",), message))
    try:
        value = model.model_validate({**document.data, "slug": document.slug})
    except ValidationError as error:
        found = [
            _problem(document, model, details)
            for details in error.errors(include_url=False)
            if not (details["type"] == "too_short" and details["input"])  # only its bad items were left out
        ]
        problems += dict.fromkeys(found)  # a text that was read as a key is unknown as well as missing
    return (None, problems) if problems else (value, [])


def _problem(document: Document, model: type[BaseModel], details: ErrorDetails) -> Problem:
    where: KeyPath = tuple(details["loc"])
    kind = details["type"]
    if kind in _ERRORS_OF_A_CUT_TEXT and (cut := _cut_at_colon(document, model, where, kind)):
        return cut
    if kind == "extra_forbidden":
        known = _known_keys(model, where[:-1])
        key = str(where[-1])
        message = f"the key {quoted(key)} is not known{_under(where)}.{nearest(key, known)}"
        return document.at_key(where, f"{message} Expected one of {one_of(known)}; rename or remove it")
    if kind == "missing":
        expected = _expected_words(_fields(_model_at(model, where[:-1]))[str(where[-1])])
        message = f'"{where[-1]}" is missing{_under(where)}, expected {expected}; add "{where[-1]}: …"'
        return document.at(where[:-1], message)
    if where[-1] == "[key]":
        return document.at_key(where[:-1], f"{dotted(where[:-2])}: {_reason(kind, details)}")
    return document.at(where, f"{dotted(where)}: {_reason(kind, details)}")


_ERRORS_OF_A_CUT_TEXT = ("string_type", "extra_forbidden", "missing")


def _cut_at_colon(document: Document, model: type[BaseModel], where: KeyPath, kind: str) -> Problem | None:
    """The problem of a text with a colon, which YAML reads as a key and its value."""
    around = where if kind == "string_type" else where[:-1]
    known = [] if kind == "string_type" else _known_keys(model, around)
    found = document.value_at(around)
    if not isinstance(found, dict) or len(found) != 1 or (known and "text" not in known):
        return None
    [(key, value)] = found.items()
    in_braces = document.keys[(*around, key)] != document.values[around]
    if not isinstance(value, str) or in_braces or _misspelt(key, known):
        return None
    message = f'the colon after {quoted(key)} makes YAML read a key, expected a text; put the whole text in "quotes"'
    return document.at(around, f"{dotted(around)}: {message}")


def _misspelt(key: str, known: list[str]) -> bool:
    """Whether the author meant a key: known keys are lower-case words, and a sentence begins with a capital."""
    return key.lower() in known or (key.islower() and bool(nearest(key, known)))


def _under(where: KeyPath) -> str:
    return f" in {dotted(where[:-1])}" if len(where) > 1 else ""


def dotted(where: KeyPath) -> str:
    text = ""
    for part in where:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


_SHAPES = {
    "string_type": "a text; write it on one line",
    "amount_type": "a text; write it on one line",
    "tuple_type": "a list; write it as [one, two], or each on a line of its own after a dash",
    "dict_type": "keys and values; write them indented below, as key: value",
    "model_type": "keys and values; write them indented below, as key: value",
}


def _reason(kind: str, details: ErrorDetails) -> str:
    """What was found, what was expected and the remedy, for each kind of validation error."""
    found, context = details["input"], details.get("ctx", {})
    if found == "":
        return "is empty, expected a value; write it, or remove the key"
    if kind in _SHAPES:
        return f"found {_shape(found)}, expected {_SHAPES[kind]}"
    if kind == "string_too_long":
        return f"has {len(found)} characters, expected at most {context['max_length']}; shorten it"
    if kind == "too_short":
        return "is an empty list, expected at least one item; write one"
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", context["expected"])
        meant = nearest(str(found), known)
        return f"{_shape(found)} is not known here.{meant} Expected one of {one_of(known)}; choose one"
    return details["msg"]


def _shape(found: object) -> str:
    if isinstance(found, dict):
        return "keys and values"
    return "a list" if isinstance(found, list | tuple) else quoted(str(found))


def _known_keys(model: type[BaseModel], where: KeyPath) -> list[str]:
    """The keys that the mapping at `where` may have."""
    return list(_fields(_model_at(model, where)))


def _model_at(model: type[BaseModel], where: KeyPath) -> type[BaseModel]:
    """The model of the mapping at `where`."""
    parts = iter(where)
    for part in parts:
        if isinstance(part, int):
            continue  # the items of a list are all of one model
        annotation = _fields(model)[part]
        if get_origin(annotation) is dict:
            next(parts, None)  # a word of the vocabulary: any is allowed here
        model = next(_models_in(annotation))
    return model


def _expected_words(annotation: Any) -> str:
    """The words of a closed list that is expected there; "here" for any other value."""
    if get_origin(annotation) is Literal:
        return f"one of {one_of(get_args(annotation))}"
    few = [one for one in get_args(annotation) if get_origin(one) is Literal]
    return f"some of {one_of(get_args(few[0]))}" if few else "here"


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """The type of each key, by the name that an author writes."""
    return {(field.alias or name): field.annotation for name, field in model.model_fields.items() if name != "slug"}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
