"""Other forms of the words of a page, so that a search for "stretches" finds "stretch"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

Forms = Mapping[str, Sequence[str]]


def forms_of(groups: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    """Each word to the words of its groups."""
    forms: dict[str, list[str]] = {}
    for group in groups:
        for word in group:
            forms.setdefault(word.casefold(), []).extend(group)
    return forms


def other_forms(text: str, forms: Forms) -> Iterator[str]:
    """The other forms of every word in `text`, each once, in its order."""
    words = dict.fromkeys(re.findall(r"\w+", text.casefold()))
    found = (form for word in words for form in forms.get(word, ()))
    yield from dict.fromkeys(form for form in found if form.casefold() not in words)
