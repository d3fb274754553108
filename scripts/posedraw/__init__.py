"""The figure engine: people drawn from poses written as data."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model import Figure, read_figure
    from .problem import PoseProblem
    from .render import draw_moving, draw_still, draw_stills
    from .style import style_sheet

__all__ = ["Figure", "PoseProblem", "draw_moving", "draw_still", "draw_stills", "read_figure", "style_sheet"]

_MODULES = {"PoseProblem": "problem", "Figure": "model", "read_figure": "model", "style_sheet": "style"}


def __getattr__(name: str) -> Any:
    """Its parts are loaded when they are first asked for: a build that draws nothing new does without most of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES.get(name, 'render')}", __name__), name)
