"""The figures of the invented programme, and healthy angles for property tests."""

from pathlib import Path

from hypothesis import strategies as st
from posedraw.pose.joints import JOINTS

from tests.support.figures import figures_in

FIGURES = figures_in(Path(__file__).parents[2] / "programmes" / "harbour" / "content" / "exercises")


def healthy_angles(*joints: str) -> st.SearchStrategy[dict[tuple[str, str], float]]:
    """Angles within the healthy ranges of the joints."""
    return st.fixed_dictionaries(
        {(joint, name): st.floats(move.least, move.most) for joint in joints for name, move in JOINTS[joint].items()}
    )


ANGLES = healthy_angles(*JOINTS)
