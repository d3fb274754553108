"""What props of cloth and rubber share: a bone that stretches."""

from __future__ import annotations

from posedraw.body.kinematics import Bone
from posedraw.geometry import V3, sub, unit


def stretched(start: V3, end: V3) -> Bone:
    """A bone whose frame is as long as it is, so that a loop stretches what it carries."""
    up = sub(start, end)
    direction = unit(up)
    side = unit((direction[1], -direction[0], 0.0), (1.0, 0.0, 0.0))
    return Bone(start, end, (side, up, (0.0, 0.0, 1.0)))
