"""Where a palm is laid on a surface, as far as all props share it."""

from __future__ import annotations

from collections.abc import Mapping

from posedraw.body.kinematics import outward
from posedraw.geometry import V3

UP: V3 = (0.0, 1.0, 0.0)
REACH_ASIDE = 20.0  # how far to its side a hand is laid by default


def aside(place: Mapping[str, float], side: str, by: float = REACH_ASIDE) -> float:
    """How far to the right a hand is laid: what its contact says, else `by` to its own side."""
    return place.get("right", outward(side) * by)
