"""What a prop offers: its settings, the surfaces that a body can touch, and what is drawn of it.

Lengths are centimetres; points are in the room: x ahead, y up, z to the person's right. `Prop` has a default for
everything but its name, settings and layers, so that a prop defines only what it has. Nothing outside `props/` knows a
prop by its name: the reader, contacts, layout, depth order and key frames ask this protocol.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from posedraw.body.kinematics import Body, Bone
from posedraw.geometry import V3, Frame
from posedraw.scene.camera import Camera
from posedraw.shapes.shape import Layer

Box = tuple[float, float, float, float, float, float]  # from and to along x, y and z


@dataclass(frozen=True, slots=True)
class Length:
    """A setting in centimetres. A key frame between two poses interpolates it."""

    name: str
    default: float

    @property
    def example(self) -> str:
        return f"{self.name}: 40"


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting that is one of a few words, of which the first is the default."""

    name: str
    options: tuple[str, ...]

    @property
    def default(self) -> str:
        return self.options[0]

    @property
    def example(self) -> str:
        return f"{self.name}: {self.default}"


Setting = Length | Choice


class Surface(NamedTuple):
    """A flat surface under a palm: where the knuckles lie, the way out of the surface, and the way the fingers point."""

    point: V3
    normal: V3
    fingers: V3


class Prop(Protocol):
    """One kind of prop. It has no state: where it stands in a pose is in a `Placement`."""

    name: str
    settings: tuple[Setting, ...]
    touched_by: tuple[str, ...] = ()  # the ends of limbs that a contact may put on it: hand, foot
    contact_keys: tuple[str, ...] = ()  # what a contact may say of it beside the keys that all contacts have

    def layers(self, view: Camera, room: Room, body: Body) -> list[Layer]:
        """What is drawn, each layer with its depth and the spans of the room by which layers hide each other."""
        ...

    def bones(self, room: Room, body: Body) -> dict[str, Bone]:
        """The bones that the shapes of a moving prop name; in a loop the shapes follow them. None if it stays still."""
        return {}

    def needs(self, placement: Placement) -> tuple[str, ...]:
        """The names of the props that must be in the room too."""
        return ()

    # Where it stands

    def extent(self, placement: Placement) -> tuple[V3, ...]:
        """Points that the drawing must not cut off."""
        return ()

    def solids(self, placement: Placement) -> tuple[Box, ...]:
        """The boxes that no limb may pass through."""
        return ()

    def floor_end(self, placement: Placement) -> V3 | None:
        """The point at which the floor ends, if it ends at this prop."""
        return None

    def hides_floor_line(self, placement: Placement) -> bool:
        """Whether it covers the line at which the floor ends."""
        return False

    # What a body can do with it

    def floor_height(self, placement: Placement) -> float:
        """How high it raises the floor on which a body sits or lies and a hand is laid."""
        return 0.0

    def seat_height(self, placement: Placement) -> float | None:
        """The height of the seat for `support: chair`; None if it is no seat."""
        return None

    def palm_surface(self, placement: Placement, place: Mapping[str, float], side: str, body: Body) -> Surface | None:
        """Where the palm of one side lies flat; None if a hand grips it (see `grip`). `place`: the contact's numbers."""
        return None

    def grip(self, placement: Placement, place: Mapping[str, float], side: str, body: Body) -> V3 | None:
        """Where the knuckles of one side close round it; None if a hand does not hold it."""
        return None

    def ankle_on(self, placement: Placement, place: Mapping[str, float], frame: Frame) -> V3 | None:
        """Where the ankle is with the sole on it, for a foot that lies as `frame`; None if no foot goes on it."""
        return None

    def tie_point(self, placement: Placement) -> V3 | None:
        """Where a band is tied to it; None if a band cannot be."""
        return None


@dataclass(frozen=True, slots=True)
class Placement:
    """The settings of one prop in one pose; those written in a pose alone may be incomplete (see `over`)."""

    prop: Prop
    numbers: Mapping[str, float]
    words: Mapping[str, str]

    def mirrored(self) -> Placement:
        """The placement with right and left exchanged."""
        other = {"right": "left", "left": "right"}
        numbers = {k: -v if k == "right" else v for k, v in self.numbers.items()}
        return replace(self, numbers=numbers, words={k: other.get(v, v) for k, v in self.words.items()})

    def over(self, usual: Placement) -> Placement:
        """This placement, with the settings of `usual` where it has none."""
        return Placement(self.prop, {**usual.numbers, **self.numbers}, {**usual.words, **self.words})


Room = Mapping[str, Placement]  # a prop's name → where it stands


def default_placement(prop: Prop) -> Placement:
    """The prop with the default of each of its settings."""
    numbers = {setting.name: setting.default for setting in prop.settings if isinstance(setting, Length)}
    return Placement(prop, numbers, {s.name: s.default for s in prop.settings if isinstance(s, Choice)})
