"""The figures of the nine exercises: possible for a healthy body, small, and gentle where the article asks for it."""

import pytest
from posedraw import draw_moving, draw_stills
from posedraw.body.landmarks import LANDMARKS
from posedraw.pose.joints import SIDES
from posedraw.pose.model import Figure

from tests.content.addresses import EXERCISES
from tests.content.real import PROJECT
from tests.support.figures import (
    check_contacts,
    check_floor,
    check_furniture,
    check_ranges,
    figures_in,
    gzipped_size,
    scenes_of,
)

FIGURES = figures_in(PROJECT / "content" / "exercises")
KB = 1024
each_figure = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)


def test_every_exercise_has_a_figure() -> None:
    assert set(FIGURES) == set(EXERCISES)


@each_figure
def test_every_pose_and_moment_is_possible_for_a_healthy_body(figure: Figure) -> None:
    check_ranges(figure)
    check_contacts(figure)
    check_floor(figure)
    check_furniture(figure)


@each_figure
def test_drawings_are_small(figure: Figure) -> None:
    stills = draw_stills(figure, "figure", {name: name for name in figure.poses})
    assert {name: gzipped_size(svg) for name, svg in stills.items() if gzipped_size(svg) > 2 * KB} == {}
    assert gzipped_size("".join(stills.values())) <= 8 * KB
    assert gzipped_size(draw_moving(figure, "figure", "A figure")) <= 12 * KB


def test_leg_stretch_up_lifts_the_leg_gently_with_the_other_knee_bent() -> None:
    angles = scenes_of(FIGURES["leg-stretch-up"])["up"].body.angles
    assert angles["right hip", "flexion"] <= 80
    assert angles["left knee", "flexion"] > 60


def test_stand_on_your_toes_lifts_both_heels() -> None:
    body = scenes_of(FIGURES["stand-on-your-toes"])["up"].body
    assert all(LANDMARKS[f"{side} heel"](body)[1] > 6 for side in SIDES)
