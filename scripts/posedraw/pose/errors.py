"""The error of posedraw: the key of the author's data, what was found, what was expected, and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

Path = tuple[str | int, ...]


class PoseError(Exception):
    """The first problem in a figure; `path` is the keys and list indexes that lead to the value."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{'.'.join(str(key) for key in path)}: {message}")
        self.path = path
        self.message = message


def nearest(word: str, known: Iterable[str]) -> str:
    """The remedy for an unknown word: the nearest known one, or all of them."""
    words = sorted(set(known))
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    return f"did you mean “{close[0]}”?" if close else f"known: {', '.join(words)}"


def unknown(path: Path, what: str, word: str, known: Iterable[str]) -> PoseError:
    """The error for a word that is not one of `known`; `what` names the kind of word."""
    return PoseError(path, f"“{word}” is not a known {what}; {nearest(word, known)}")


def number(path: Path, text: object, what: str = "a number") -> float:
    """The finite number in an author's text; `what` names it in the error. Raises PoseError."""
    if isinstance(text, (dict, list)):
        raise PoseError(path, f"expected {what}, found a {'mapping' if isinstance(text, dict) else 'list'}")
    try:
        value = float(str(text).strip())
    except ValueError:
        raise PoseError(path, f"“{text}” is not {what}; write digits, for example 30 or -12.5") from None
    if not -1e6 < value < 1e6:  # also refuses NaN and the infinities
        raise PoseError(path, f"“{text}” is not {what} a body can use; write digits, for example 30 or -12.5")
    return value
