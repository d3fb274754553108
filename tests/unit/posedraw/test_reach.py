"""Two bones reach for a point without changing their length."""

import math

from hypothesis import given
from hypothesis import strategies as st
from posedraw.body.inverse_kinematics import bend, bones, hinge
from posedraw.geometry import compose, distance, relative, unit

near = st.floats(-90, 90)
points = st.tuples(near, near, near)


@given(points, points)
def test_bones_keep_their_length_wherever_the_target_is(
    target: tuple[float, float, float], hint: tuple[float, float, float]
) -> None:
    found = bend((0.0, 0.0, 0.0), target, 40.0, 42.0, hint, 1.0)
    assert math.isclose(distance((0.0, 0.0, 0.0), found.middle), 40, abs_tol=1e-6)
    assert math.isclose(distance(found.middle, found.end), 42, abs_tol=1e-6)


@given(points)
def test_a_target_within_reach_is_reached(target: tuple[float, float, float]) -> None:
    found = bend((0.0, 0.0, 0.0), target, 40.0, 42.0, (1.0, 0.0, 0.0), 1.0)
    far = distance((0.0, 0.0, 0.0), target)
    if 2.001 < far < 81.999:
        assert distance(found.end, target) < 1e-6
        assert found.overstretch == 0
    if far > 82:
        assert math.isclose(found.overstretch, far - 82, abs_tol=1e-6)


def test_a_knee_sticks_out_ahead_and_an_elbow_behind() -> None:
    knee = bend((0.0, 80.0, 0.0), (0.0, 10.0, 0.0), 40.0, 40.0, (1.0, 0.0, 0.0), 1.0)
    assert knee.middle[0] > 10
    upper, lower = bones((0.0, 80.0, 0.0), knee)
    assert 50 < hinge(upper, lower) < 70
    elbow = bend((0.0, 80.0, 0.0), (30.0, 60.0, 0.0), 31.0, 25.0, (-1.0, -1.0, 0.0), -1.0)
    assert elbow.middle[1] < 70


@given(points, points)
def test_a_frame_seen_from_another_and_put_back_is_itself(
    a: tuple[float, float, float], b: tuple[float, float, float]
) -> None:
    from posedraw.geometry import frame_of

    one, other = frame_of((1.0, 0.2, 0.1), unit(a)), frame_of((0.3, 1.0, 0.0), unit(b))
    again = compose(other, relative(one, other))
    assert all(distance(x, y) < 1e-6 for x, y in zip(one, again, strict=True))
