"""A figure as its author wrote it: camera, props, poses, motion, arrows, and the words for who cannot see
it."""

from collections.abc import Mapping
from dataclasses import dataclass

from .camera import Camera, read_camera
from .contacts import OPPOSITES
from .joints import SIDES, plain
from .landmarks import LANDMARKS
from .pose import Pose, read_poses
from .problem import Path, PoseProblem, number, unknown
from .props import Placing, read_props
from .work import WORKS

KEYS = ("camera", "props", "poses", "motion", "still", "closeup", "works", "arrows", "describe")

KINDS = ("follow", "circle", "point")
LAYERS = ("head", "trunk", *(f"{side} {limb}" for side in SIDES for limb in ("arm", "leg")))
SHIFTS = ("ahead", "behind", "up", "down")  # on the page: along it, and over it


@dataclass(frozen=True, slots=True)
class Move:
    """One leg of the loop: to a pose in so many seconds (0 seconds of way: it begins there)."""

    pose: str
    seconds: float
    steady: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    kind: str  # follow · circle · point
    place: str
    start: str = ""
    end: str = ""
    both: bool = False
    wide: float = 12.0
    high: float = 12.0
    ahead: float = 0.0
    up: float = 0.0
    shown: tuple[str, ...] = ()
    near: bool = False  # in the close-up
    way: str = ""  # of one that points: ahead · behind · up · down
    long: float = 26.0


@dataclass(frozen=True, slots=True)
class Closeup:
    """A round window onto one place, seen nearer and from elsewhere."""

    place: str
    camera: Camera
    size: float = 30.0  # centimetres across
    ahead: float = 0.0
    up: float = 0.0
    over: bool = False  # laid over the picture instead of beside it
    without: tuple[str, ...] = ()

    @property
    def side(self) -> str:
        word = self.place.split()[0]
        return word if word in SIDES else ""


@dataclass(frozen=True, slots=True)
class Figure:
    camera: Camera
    props: Mapping[str, Placing]
    poses: Mapping[str, Pose]
    motion: tuple[Move, ...]
    still: str
    closeup: Closeup | None
    works: tuple[str, ...]
    arrows: tuple[Arrow, ...]
    describe: str


def read_figure(raw: object, path: Path = ()) -> Figure:
    """The checked figure of a plain mapping, all its scalars text."""
    if not isinstance(raw, Mapping):
        raise PoseProblem(path, "expected a mapping with poses and describe")
    for key in raw:
        if key not in KEYS:
            raise unknown((*path, key), "part of a figure", str(key), KEYS)
    for key in ("poses", "describe"):
        if key not in raw:
            raise PoseProblem(
                path,
                f"{key} is missing; a figure needs poses, and a sentence that describes it to who "
                f"cannot see it",
            )
    poses = read_poses(raw["poses"], (*path, "poses"))
    motion = _motion(raw.get("motion", []), poses, (*path, "motion"))
    still = _pose_name(raw.get("still", _longest(motion, poses)), poses, (*path, "still"))
    arrows = _list(raw.get("arrows", []), (*path, "arrows"))
    describe = " ".join(str(raw["describe"]).split())
    if not describe:
        raise PoseProblem(
            (*path, "describe"), "the description is empty; say what the picture shows in a sentence"
        )
    return Figure(
        read_camera(raw.get("camera", "side"), (*path, "camera")),
        read_props(raw.get("props", []), (*path, "props")),
        poses, motion, still,
        _closeup(raw["closeup"], (*path, "closeup")) if "closeup" in raw else None,
        _words(raw.get("works", []), WORKS, "worked area", (*path, "works")),
        tuple(_arrow(a, poses, still, (*path, "arrows", i)) for i, a in enumerate(arrows)),
        describe,
    )  # fmt: skip


def _longest(motion: tuple[Move, ...], poses: Mapping[str, Pose]) -> str:
    """The pose a picture stands still in, unless told: the one after the start."""
    names = [m.pose for m in motion] or list(poses)
    return names[1] if len(names) > 1 else names[0]


def _list(raw: object, path: Path) -> list[object]:
    if not isinstance(raw, list):
        raise PoseProblem(path, "expected a list; write for example [one, two]")
    return raw


def _words(raw: object, known: tuple[str, ...], what: str, path: Path) -> tuple[str, ...]:
    words = []
    for index, word in enumerate(_list(raw, path)):
        words.append(plain(word))
        if words[-1] not in known:
            raise unknown((*path, index), what, words[-1], known)
    return tuple(words)


def _pose_name(word: object, poses: Mapping[str, Pose], path: Path) -> str:
    if str(word) not in poses:
        raise unknown(path, "pose of this figure", str(word), poses)
    return str(word)


def _motion(raw: object, poses: Mapping[str, Pose], path: Path) -> tuple[Move, ...]:
    moves: list[Move] = []
    for index, item in enumerate(_list(raw, path)):
        here = (*path, index)
        words = str(item).split()
        seconds = 0.0
        steady = "steadily" in words
        words = [w for w in words if w not in ("s", "steadily")]
        if len(words) > 1 and words[-1].removesuffix("s").replace(".", "", 1).isdigit():
            seconds = number(here, words.pop().removesuffix("s"), "seconds")
        name = " ".join(words)
        if name == "hold" and moves:
            name = moves[-1].pose
        moves.append(Move(_pose_name(name, poses, here), seconds, steady))
        if len(moves) > 1 and not 0.1 <= seconds <= 20:
            raise PoseProblem(
                here, f"“{item}” does not say how long it takes; write for example “{name} 1 s” (0.1 to 20)"
            )
    if moves and (len(moves) < 2 or moves[0].pose != moves[-1].pose):
        raise PoseProblem(path, f"a loop ends where it began; add “{moves[0].pose} 1 s” at the end")
    return tuple(moves)


def _yes(value: object) -> bool:
    return str(value) in ("yes", "true")


def _settings(raw: object, known: tuple[str, ...], what: str, path: Path) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise PoseProblem(path, f"expected a mapping with {', '.join(known)}")
    for key in raw:
        if key not in known:
            raise unknown((*path, key), what, str(key), known)
    return raw


def _arrow(raw: object, poses: Mapping[str, Pose], still: str, path: Path) -> Arrow:
    known = (*KINDS, "from", "to", "at", "both ways", "wide", "high", "long", *SHIFTS, "in", "closeup")
    data = _settings(raw, known, "setting of an arrow", path)
    kind = next((k for k in KINDS if k in data), "")
    if not kind:
        raise PoseProblem(
            path,
            "an arrow needs follow:, circle: or point:; write for example {follow: right heel, "
            "from: start, to: up}",
        )
    names = {}
    where = kind
    if kind == "point":
        where = "at"
        names["way"] = str(data[kind])
        if names["way"] not in SHIFTS:
            raise unknown((*path, kind), "way to point", names["way"], SHIFTS)
    if where not in data:
        raise PoseProblem(
            path,
            "at is missing; an arrow points from a place of the body, for example {point: ahead, at: hips}",
        )
    place = _place(data[where], (*path, where))
    for word, name in (("from", "start"), ("to", "end")):
        if kind == "follow":
            if word not in data:
                raise PoseProblem(
                    path, f"{word} is missing; an arrow follows a place from one pose to another"
                )
            names[name] = _pose_name(data[word], poses, (*path, word))
    shown = tuple(
        _pose_name(p, poses, (*path, "in", i))
        for i, p in enumerate(_list(data.get("in", [still]), (*path, "in")))
    )
    return Arrow(
        kind,
        place,
        both=_yes(data.get("both ways", "no")),
        shown=shown,
        near=_yes(data.get("closeup", "no")),
        start=names.get("start", ""),
        end=names.get("end", ""),
        way=names.get("way", ""),
        **_centimetres(data, ("wide", "high", "long", *SHIFTS), path),
    )


def _centimetres(data: Mapping[str, object], known: tuple[str, ...], path: Path) -> dict[str, float]:
    return {
        OPPOSITES.get(k, k): number((*path, k), data[k], "centimetres") * (-1 if k in OPPOSITES else 1)
        for k in known
        if k in data
    }


def _place(word: object, path: Path) -> str:
    if plain(word) not in LANDMARKS:
        raise unknown(path, "place of the body", plain(word), LANDMARKS)
    return plain(word)


def _closeup(raw: object, path: Path) -> Closeup:
    known = ("of", "turn", "tilt", "size", *SHIFTS, "over", "without")
    data = _settings(raw, known, "setting of a close-up", path)
    if "of" not in data:
        raise PoseProblem(
            path, "of is missing; say which place of the body is seen near, for example {of: right toes}"
        )
    view = {k: data[k] for k in ("turn", "tilt") if k in data}
    values = _centimetres(data, ("size", *SHIFTS), path)
    without = _words(data.get("without", []), LAYERS, "part of the body", (*path, "without"))
    place = _place(data["of"], (*path, "of"))
    return Closeup(
        place, read_camera(view, path), over=_yes(data.get("over", "no")), without=without, **values
    )
