"""The figures of the content, for the tests of the figure engine."""

from functools import cache
from pathlib import Path

import yaml
from hypothesis import strategies as st
from posedraw.pose.joints import JOINTS
from posedraw.pose.model import Figure
from posedraw.pose.reader import read_figure
from posedraw.scene.resolve import Scene
from posedraw.scene.timeline import moments, scenes

FOLDER = Path(__file__).parents[3] / "content" / "exercises"


@cache
def all_figures() -> dict[str, Figure]:
    files = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yml"))}
    data = {slug: yaml.load(text, Loader=yaml.CBaseLoader) for slug, text in files.items()}
    return {slug: read_figure(raw["figure"]) for slug, raw in data.items() if "figure" in raw}


@cache
def all_scenes(slug: str) -> dict[str, Scene]:
    """Every pose and every moment of the loop of one figure."""
    figure = all_figures()[slug]
    poses = scenes(figure)
    return poses | {f"loop at {m.share:.3f}": m.scene for m in moments(figure, poses)}


SLUGS = sorted(all_figures())


def healthy_angles(*joints: str) -> st.SearchStrategy[dict[tuple[str, str], float]]:
    """Angles within the healthy ranges of the joints."""
    return st.fixed_dictionaries(
        {(joint, name): st.floats(move.least, move.most) for joint in joints for name, move in JOINTS[joint].items()}
    )


ANGLES = healthy_angles(*JOINTS)
