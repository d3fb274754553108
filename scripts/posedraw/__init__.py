"""People drawn from poses written as data."""

from __future__ import annotations

from posedraw.pose.errors import PoseError
from posedraw.pose.model import Figure
from posedraw.pose.reader import read_figure
from posedraw.svg.document import draw_moving, draw_still, draw_stills
from posedraw.svg.style import style_sheet

__all__ = ["Figure", "PoseError", "draw_moving", "draw_still", "draw_stills", "read_figure", "style_sheet"]
