"""Every prop by the name that an author writes. To add a prop, write its module and name it here."""

from __future__ import annotations

from posedraw.props.bed import Bed
from posedraw.props.chair import Chair
from posedraw.props.mat import Mat
from posedraw.props.pencil import Pencil
from posedraw.props.protocol import Prop
from posedraw.props.resistance_band import ResistanceBand
from posedraw.props.tennis_ball import TennisBall
from posedraw.props.towel import Towel
from posedraw.props.wall import Wall
from posedraw.props.worktop import Worktop

_ALL: tuple[Prop, ...] = (
    Chair(), Mat(), Wall(), Worktop(), TennisBall(), Pencil(), Towel(), ResistanceBand(), Bed(),
)  # fmt: skip
PROPS: dict[str, Prop] = {prop.name: prop for prop in _ALL}


def touched_by(end: str) -> tuple[str, ...]:
    """The names of the props that the end of a limb (hand, foot or ankle) may touch."""
    return tuple(name for name, prop in PROPS.items() if end in prop.touched_by)


def contact_keys() -> tuple[str, ...]:
    """The keys that props add to those of every contact."""
    return tuple(key for prop in PROPS.values() for key in prop.contact_keys)
