"""A loop moves flat drawings, so it can show a part turn only so far from the still."""

from typing import Any

import pytest
from posedraw import PoseError, draw_moving, read_figure


def turning(degrees: int) -> dict[str, Any]:
    return {
        "camera": "front",
        "poses": {"still": {"base": "standing"}, "turned": {"base": "standing", "body": {"turn right": degrees}}},
        "motion": ["still", "turned 1 s", "still 1 s"],
        "still": "still",
        "describe": "A person stands and turns.",
    }


@pytest.mark.parametrize("degrees", [0, 20, 45, -45])
def test_a_figure_may_turn_a_little_in_a_loop(degrees: int) -> None:
    assert "<svg" in draw_moving(read_figure(turning(degrees)), "ident", "name")


@pytest.mark.parametrize(
    ("degrees", "found"), [(90, "so far from the still"), (150, "shows it from behind"), (-90, "so far from the still")]
)
def test_a_figure_that_turns_its_side_or_back_in_a_loop_is_refused(degrees: int, found: str) -> None:
    with pytest.raises(PoseError, match=found) as caught:
        draw_moving(read_figure(turning(degrees)), "ident", "name")
    assert caught.value.path == ("motion",)
    assert "turn it less" in caught.value.message
