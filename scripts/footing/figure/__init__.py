"""The figure engine: people drawn from poses written as data."""

from .model import Figure, read_figure
from .problem import PoseProblem
from .render import draw_moving, draw_still, draw_stills
from .style import style_sheet

__all__ = ["Figure", "PoseProblem", "draw_moving", "draw_still", "draw_stills", "read_figure", "style_sheet"]
