"""Movement as CSS: one set of key frames for each bone that moves, shared by all its shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from math import hypot

from posedraw.body.kinematics import Bone
from posedraw.geometry import V2, dot
from posedraw.pose.errors import PoseError
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Shape
from posedraw.svg.elements import class_of, outline

Matrix = tuple[float, float, float, float, float, float]
STILL: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MATRIX_TOLERANCE = 0.004  # a difference of a matrix too small to be seen
POSITION_TOLERANCE = 0.45  # and of a position on the page

ROUND = ("thigh", "shank", "upper arm", "forearm", "palm")  # equally thick from all sides

# The share of a part's area that is left after a turn of 60°: beyond that its flat drawing shows its edge.
MIN_VISIBLE_AREA = 0.5

FOOT_AXIS_WEIGHTS = (1.0, 0.1, 0.2)  # the squares of a foot's reach ahead, up and to the side of its ankle


class Track:
    """The transform of every bone on the page at each moment, relative to the still."""

    def __init__(
        self, view: Camera, start: Mapping[str, Bone], frames: Sequence[tuple[float, Mapping[str, Bone]]]
    ) -> None:
        self.view, self.start, self.frames = view, start, frames

    def matrices(self, name: str) -> list[tuple[float, Matrix]]:
        line = self.start[name].rod or " toe " in name or name.endswith(ROUND)
        transform = (
            self._rod_transform if line else self._solid_transform if name.endswith("foot") else self._flat_transform
        )(name)
        known: dict[int, Matrix] = {}
        keyframes = []
        for share, bones in self.frames:
            matrix = known.get(id(bones)) or known.setdefault(id(bones), transform(bones[name]))
            keyframes.append((share, matrix))
        return keyframes

    def _flat_transform(self, name: str) -> Callable[[Bone], Matrix]:
        """The transform of a flat part, from the two axes of its bone that lie flattest on the page."""
        base = self.start[name]
        i, j, (a, b, c, d) = self._axes(base)
        x, y = self.view.page(base.start)

        def transform(bone: Bone) -> Matrix:
            p, q = self.view.flat(bone.frame[i]), self.view.flat(bone.frame[j])
            seen = _area(p, q) * (a * d - b * c)
            if seen < MIN_VISIBLE_AREA:
                raise _turned_away(name, seen)
            u, v = self.view.page(bone.start)
            return (
                p[0] * a + q[0] * b, p[1] * a + q[1] * b, p[0] * c + q[0] * d, p[1] * c + q[1] * d, u - x, v - y,
            )  # fmt: skip

        return transform

    def _solid_transform(self, name: str) -> Callable[[Bone], Matrix]:
        """The transform of a solid part: the least-squares fit of its three axes, weighted by their lengths."""
        base = self.start[name]
        flat = [self.view.flat(v) for v in base.frame]
        xx, xy, yy = (_spread(flat, flat, i, j) for i, j in ((0, 0), (0, 1), (1, 1)))
        size = xx * yy - xy * xy
        x, y = self.view.page(base.start)

        def transform(bone: Bone) -> Matrix:
            now = [self.view.flat(v) for v in bone.frame]
            sums = ((_spread(flat, now, 0, j), _spread(flat, now, 1, j)) for j in (0, 1))
            (a, c), (b, d) = (((p * yy - q * xy) / size, (q * xx - p * xy) / size) for p, q in sums)
            u, v = self.view.page(bone.start)
            return a, b, c, d, u - x, v - y

        return transform

    def carrier(self, name: str) -> str:
        """The bone whose key frames move `name`: the palm for fingers whose flexion does not change."""
        palm = name.replace("fingers", "palm")
        if palm == name or any(abs(self._bend(bones, name, palm)) > 0.02 for _, bones in self.frames):
            return name
        return palm

    def _bend(self, bones: Mapping[str, Bone], name: str, palm: str) -> float:
        """The change of the angle between two bones since the still, as a difference of cosines."""
        now = dot(bones[name].frame[1], bones[palm].frame[1])
        return now - dot(self.start[name].frame[1], self.start[palm].frame[1])

    def _rod_transform(self, name: str) -> Callable[[Bone], Matrix]:
        """The transform of a part equally thick from all sides: rotated, and stretched along itself."""
        base = self.start[name]
        x, y = self.view.page(base.start)
        ex, ey = self.view.page(base.end)
        size = hypot(ex - x, ey - y) or 1.0
        c0, s0 = (ex - x) / size, (ey - y) / size

        def transform(bone: Bone) -> Matrix:
            u, v = self.view.page(bone.start)
            eu, ev = self.view.page(bone.end)
            now = hypot(eu - u, ev - v) or 1.0
            c1, s1, k = (eu - u) / now, (ev - v) / now, max(0.4, min(2.5, now / size))
            # rotate to the x axis, stretch, rotate to the new direction
            a, b = c1 * k * c0 + s1 * s0, s1 * k * c0 - c1 * s0
            c, d = c1 * k * s0 - s1 * c0, s1 * k * s0 + c1 * c0
            return a, b, c, d, u - x, v - y

        return transform

    def _axes(self, base: Bone) -> tuple[int, int, tuple[float, float, float, float]]:
        """The two axes of a bone that lie flattest on the page, and the inverse of their projection."""
        flat = [self.view.flat(v) for v in base.frame]
        i, j = max(((0, 1), (1, 2), (0, 2)), key=lambda ij: abs(_area(flat[ij[0]], flat[ij[1]])))
        size = _area(flat[i], flat[j]) or 1.0
        p, q = flat[i], flat[j]
        return i, j, (q[1] / size, -p[1] / size, -q[0] / size, p[0] / size)


def _turned_away(name: str, seen: float) -> PoseError:
    found = f"shows {max(0, round(seen * 100))} % of it" if seen > 0 else "shows it from behind"
    return PoseError(
        ("motion",),
        f"turns the {name} so far from the still that the loop {found}, expected a turn of less than 60°; "
        "turn it less, or leave the turn to the stills of the steps",
    )


def _spread(these: Sequence[V2], those: Sequence[V2], i: int, j: int) -> float:
    return sum(w * p[i] * q[j] for w, p, q in zip(FOOT_AXIS_WEIGHTS, these, those, strict=True))


def _area(p: V2, q: V2) -> float:
    return p[0] * q[1] - p[1] * q[0]


class Loop:
    """Writes shapes that move, and collects the style sheet that moves them."""

    def __init__(self, ident: str, track: Track, prefix: str) -> None:
        self.ident, self.track, self.prefix = ident, track, prefix
        self.carriers: dict[str, str] = {}
        self.moves: dict[str, tuple[str, str]] = {}  # bone → (class, rules); empty for a bone that does not move

    def draw(self, shapes: Iterable[Shape]) -> str:
        return "".join(
            self._group(list(group)) for _, group in groupby(shapes, key=lambda s: (class_of(s), round(s.width)))
        )

    def _group(self, group: list[Shape]) -> str:
        first = group[0]
        paths = ""
        for name, alike in groupby(group, key=lambda s: self._class(s.bone)):
            d = "".join(outline(s) for s in alike)
            class_attribute = f' class="{self.ident}-m {name}"' if name else ""
            paths += f'<path{class_attribute} d="{d}"/>'
        look = class_of(first)
        width = f' stroke-width="{round(first.width)}"' if first.width else ""
        fills = ""
        if look.endswith(" g") and paths.count("<path") > 1:  # the contours first, then the fills over them
            fills = f'<g class="{look[:-2]}">{paths}</g>'
        return f'<g class="{look}"{width}>{paths}</g>{fills}'

    def _class(self, bone: str) -> str:
        if bone not in self.track.start:
            return ""
        if bone not in self.carriers:
            self.carriers[bone] = self.track.carrier(bone)
        bone = self.carriers[bone]
        if bone not in self.moves:
            self.moves[bone] = self._rules(bone)
        return self.moves[bone][0]

    def _rules(self, bone: str) -> tuple[str, str]:
        keyframes = self.track.matrices(bone)
        if all(_close(matrix, STILL) for _, matrix in keyframes):
            return "", ""
        name = f"{self.ident}-{self.prefix}{sum(1 for cls, _ in self.moves.values() if cls)}"
        x, y = self.track.view.page(self.track.start[bone].start)
        keys = "".join(f"{_short(share * 100, 1)}%{{transform:{_css(matrix)}}}" for share, matrix in thinned(keyframes))
        return (
            name,
            f".{name}{{animation-name:{name};transform-origin:{round(x)}px {round(y)}px}}@keyframes {name}{{{keys}}}",
        )

    def style(self) -> str:
        return "".join(rule for _, rule in self.moves.values())


def _close(m: Matrix, n: Matrix) -> bool:
    return (
        abs(m[0] - n[0]) < MATRIX_TOLERANCE and abs(m[1] - n[1]) < MATRIX_TOLERANCE and abs(m[2] - n[2]) < MATRIX_TOLERANCE
        and abs(m[3] - n[3]) < MATRIX_TOLERANCE and abs(m[4] - n[4]) < POSITION_TOLERANCE and abs(m[5] - n[5]) < POSITION_TOLERANCE
    )  # fmt: skip


def thinned(keyframes: list[tuple[float, Matrix]]) -> list[tuple[float, Matrix]]:
    """The key frames without those that interpolation between their neighbours gives as well."""
    kept = [keyframes[0]]
    index = 0
    while index < len(keyframes) - 1:
        last = index + 1
        while last + 1 < len(keyframes) and _straight(keyframes, index, last + 1):
            last += 1
        kept.append(keyframes[last])
        index = last
    return kept


def _straight(keyframes: list[tuple[float, Matrix]], first: int, last: int) -> bool:
    (t0, a), (t1, b) = keyframes[first], keyframes[last]
    for t, m in keyframes[first + 1 : last]:
        share = (t - t0) / (t1 - t0) if t1 > t0 else 0.0
        between = tuple([p + (q - p) * share for p, q in zip(a, b, strict=True)])
        if not _close(between, m):  # type: ignore[arg-type]
            return False
    return True


def _short(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if value else "0"
    if "0." in text[:3]:
        text = text.replace("0.", ".", 1) if text[0] == "0" or text[:2] == "-0" else text
    return "0" if text in ("-0", "") else text


@lru_cache(maxsize=1024)
def _css(m: Matrix) -> str:
    return f"matrix({','.join(_short(v, 3) for v in m[:4])},{_short(m[4], 1)},{_short(m[5], 1)})"
