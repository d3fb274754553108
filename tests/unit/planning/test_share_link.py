"""A plan's week as a link: the format other people's links are in."""

import re
from pathlib import Path

import pytest
from footing.planning.schedule import schedule
from footing.planning.share_link import checksum, week_link

from tests.unit.builders import content, exercise, plan

FULL = (
    "w1.1234567=morning=midday=evening.foot-stretching=10s3xe==2.walking-on-toes=30s1x==13o2."
    "stand-on-your-toes=3s10x==123.grab-a-pencil=10s5xe=14o6=1.ankle-circles=10s1xe==13.stretch-tendons=30s1xe==1."
    "foot-massage=60s1xe==2.leg-stretch-up=30s1xe==3.resistance-band-stretch=10s5xe=257=3.9e"
)


def test_an_exercise_has_its_dose_its_days_and_its_sessions() -> None:
    built = plan(
        days=["wed", "mon", "fri", "sat"],
        sessions=["morning", "evening"],
        exercises=[{"use": "towel-scrunch", "dosage": {"reps": "4", "days_per_week": "2-3"}}],
    )
    whole = content(exercise(dosage={"hold": "8 s", "sides": "each foot", "per_day": "1-2"}))
    text = week_link(built, schedule(built, whole), whole)
    assert text == f"w1.1356=morning=evening.towel-scrunch=8s4xe=15o3=1o2.{checksum(text[:-3])}"


def test_days_are_left_out_if_they_are_all_of_the_week() -> None:
    whole = content()
    assert week_link(plan(), schedule(plan(), whole), whole).split(".")[2] == "towel-scrunch=10s1x==1"


def test_the_links_in_the_documentation_have_the_right_check(project: Path) -> None:
    for name in ("docs-dev/interfaces.md", "scripts/footing/planning/share_link.py"):
        [(whole, given)] = re.findall(r"^ *#?(w1\..*)\.(\w\w)$", (project / name).read_text("utf-8"), re.MULTILINE)
        assert checksum(whole) == given


@pytest.mark.parametrize("place", range(0, len(FULL) - 3, 7))
def test_the_check_detects_a_missing_or_changed_character(place: int) -> None:
    whole, given = FULL[:-3], FULL[-2:]
    assert checksum(whole) == given
    assert checksum(whole[:place] + whole[place + 1 :]) != given
    assert checksum(whole[:place] + ("1" if whole[place] != "1" else "2") + whole[place + 1 :]) != given
