"""The planned seconds and the shared link of the site's own exercises and plans."""

import pytest
from footing.planning.dose import dose_of
from footing.planning.share_link import week_link

from tests.content import real

FULL = (
    "w1.1234567=morning=midday=evening.foot-stretching=10s3xe==2.walking-on-toes=30s1x==13o2."
    "stand-on-your-toes=3s10x==123.grab-a-pencil=10s5xe=14o6=1.ankle-circles=10s1xe==13.stretch-tendons=30s1xe==1."
    "foot-massage=60s1xe==2.leg-stretch-up=30s1xe==3.resistance-band-stretch=10s5xe=257=3.9e"
)


@pytest.mark.parametrize(
    ("slug", "clock"),
    [
        ("foot-stretching", "1:40"),
        ("walking-on-toes", "0:40"),
        ("stand-on-your-toes", "1:07"),
        ("grab-a-pencil", "2:40"),
        ("ankle-circles", "0:45"),
        ("stretch-tendons", "1:20"),
        ("foot-massage", "2:20"),
        ("leg-stretch-up", "1:35"),
        ("resistance-band-stretch", "3:00"),
    ],
)
def test_the_seconds_of_a_round(slug: str, clock: str) -> None:
    content = real.content()
    seconds = dose_of(content.by_slug[slug], content.site).round_seconds
    assert f"{seconds // 60}:{seconds % 60:02}" == clock


def test_the_link_of_the_full_week() -> None:
    plan = next(plan for plan in real.content().plans if plan.slug == "full")
    assert week_link(plan, real.weeks()["full"], real.content()) == FULL
