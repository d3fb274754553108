"""Small readers of an author's data, each with the remedy where it is wrong."""

from collections.abc import Mapping

from .contacts import OPPOSITES
from .joints import plain
from .landmarks import LANDMARKS
from .pose import Pose
from .problem import Path, PoseProblem, number, unknown


def list_of(raw: object, path: Path) -> list[object]:
    if not isinstance(raw, list):
        raise PoseProblem(path, "expected a list; write for example [one, two]")
    return raw


def words_of(raw: object, known: tuple[str, ...], what: str, path: Path) -> tuple[str, ...]:
    words = []
    for index, word in enumerate(list_of(raw, path)):
        words.append(plain(word))
        if words[-1] not in known:
            raise unknown((*path, index), what, words[-1], known)
    return tuple(words)


def pose_named(word: object, poses: Mapping[str, Pose], path: Path) -> str:
    if str(word) not in poses:
        raise unknown(path, "pose of this figure", str(word), poses)
    return str(word)


def is_yes(value: object) -> bool:
    return str(value) in ("yes", "true")


def settings_of(raw: object, known: tuple[str, ...], what: str, path: Path) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise PoseProblem(path, f"expected a mapping with {', '.join(known)}")
    for key in raw:
        if key not in known:
            raise unknown((*path, key), what, str(key), known)
    return raw


def centimetres(data: Mapping[str, object], known: tuple[str, ...], path: Path) -> dict[str, float]:
    return {
        OPPOSITES.get(k, k): number((*path, k), data[k], "centimetres") * (-1 if k in OPPOSITES else 1)
        for k in known
        if k in data
    }


def place_named(word: object, path: Path) -> str:
    if plain(word) not in LANDMARKS:
        raise unknown(path, "place of the body", plain(word), LANDMARKS)
    return plain(word)
