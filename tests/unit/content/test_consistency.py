"""What only the files together can tell: words that must exist, doses that must make sense, and the site's order."""

from collections.abc import Iterable

import pytest
from footing.content.consistency import check_content
from footing.content.loader import Sources
from footing.content.models import Content, Exercise, Plan
from footing.content.schema import parse
from footing.content.warnings import content_warnings
from footing.content.yaml_document import Document
from footing.diagnostics import Problem

from tests.unit.builders import document, site, vocabulary

EXERCISE = """\
name: Towel scrunch
summary: Scrunch a towel.
positions: [sitting, lying]
areas: [toes]
equipment: [{item: towel, or: [scarf]}]
steps: [Lay it flat.]
dosage: {hold: 10 s, reps: 8-12, sides: each foot}
assumed: {positions: [sitting], reps: 8, per_day: 1, days_per_week: 7}
updated: 2026-11-22
"""
PLAN = """\
name: A week
summary: One week.
for: Whoever likes.
chosen_by: site
days: [mon, wed]
sessions: [morning, evening]
limit: 10 min
exercises:
  - towel-scrunch
updated: 2026-11-22
"""
SITE = "name: A\naddress: https://example.org/\norder: [towel-scrunch]\nplans: [a-week]\nrecommended: a-week\n"

Exercises = list[tuple[Document, Exercise]]


def exercise(text: str = EXERCISE, slug: str = "towel-scrunch") -> tuple[Document, Exercise]:
    read = document(text, f"content/exercises/{slug}.yml")
    value, problems = parse(read, Exercise)
    assert value, problems
    return read, value


def plan(text: str = PLAN, slug: str = "a-week") -> tuple[Document, Plan]:
    read = document(text, f"content/plans/{slug}.yml")
    value, problems = parse(read, Plan)
    assert value, problems
    return read, value


def checked(
    exercises: Exercises, plans: list[tuple[Document, Plan]], settings: str = SITE, unread: Iterable[str] = ()
) -> tuple[Content | None, list[Problem]]:
    read = document(settings, "content/site.yml")
    given = {key: value for key, value in read.data.items() if key in ("order", "plans", "recommended")}
    sources = Sources(
        site=(read, site(**({"order": [], "plans": []} | given))),
        vocabulary=(document("{}", "content/vocabulary.yml"), vocabulary()),
        exercises=exercises,
        plans=plans,
    )
    return check_content(sources, list(unread))


def reported(text: str = EXERCISE, week: str = PLAN, settings: str = SITE) -> list[str]:
    content, problems = checked([exercise(text)], [plan(week)], settings)
    assert (content is None) == bool(problems)
    return [str(problem).removeprefix("content/") for problem in problems]


def test_what_fits_is_content() -> None:
    assert reported() == []


X, P = "exercises/towel-scrunch.yml", "plans/a-week.yml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "[sitting, lying]",
            "[siting, lying]",
            f'{X}:3:13: positions[1]: "siting" is not known. Did you mean "sitting"? Expected one of lying, ',
        ),
        ("[toes]", "[toes, hip]", f'{X}:4:15: areas[2]: "hip" is not known. Expected one of sole, toes; '),
        ("[toes]", "[toes, toes]", f'{X}:4:15: areas[2]: "toes" is listed twice, expected once; '),
        ("[scarf]", "[scarff]", f'{X}:5:32: equipment[1].or[1]: "scarff" is not known. Did you mean "scarf"? '),
        ("item: towel", "item: tower", f'{X}:5:20: equipment[1].item: "tower" is not known. Did you mean "towel"? '),
        (
            "positions: [sitting]",
            "positions: [standing]",
            f'{X}:8:23: assumed.positions[1]: "standing" is not one of the stated positions',
        ),
        ("[sitting, lying]", "[sitting]", f"{X}:8:22: assumed.positions: the source states sitting, "),
        ("reps: 8,", "reps: 13,", f'{X}:8:39: assumed.reps: "13" is outside dosage.reps, expected a value within '),
        ("reps: 8,", "reps: 7-9,", f'{X}:8:39: assumed.reps: "7-9" is outside dosage.reps, '),
        ("reps: 8-12", "reps: 8", f'{X}:8:39: assumed.reps: "8" is assumed where dosage.reps states "8", '),
        ("reps: 8,", "hold: 10 s,", f'{X}:8:39: assumed.hold: "10 s" is assumed where dosage.hold states "10 s", '),
        (
            "reps: 8,",
            "sides: each foot,",
            f'{X}:8:40: assumed.sides: "each foot" is assumed where dosage.sides states it, ',
        ),
        ("reps: 8,", "move: {for: 1 min},", f"{X}:8:39: assumed.move: conflicts with dosage.hold, "),
        ("hold: 10 s, ", "", f"{X}:7:9: dosage: has neither hold nor move, expected one; "),
        ("hold: 10 s", "move: {verb: roll}", f"{X}:7:16: dosage.move: has no time, expected one; "),
        (
            "updated",
            "formerly: [Old, old, towel-scrunch]\nupdated",
            f'{X}:9:12: formerly[1]: "Old" cannot be a former address',
        ),
    ],
)
def test_an_inconsistency_is_reported_at_its_position(old: str, new: str, said: str) -> None:
    assert EXERCISE.count(old) == 1
    found = reported(EXERCISE.replace(old, new))
    assert found
    assert found[0].startswith(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "- towel-scrunch",
            "- towl-scrunch",
            f'{P}:9:5: exercises[1]: "towl-scrunch" is not known. Did you mean "towel-scrunch"? ',
        ),
        (
            "- towel-scrunch",
            "- towel-scrunch\n  - use: towel-scrunch",
            f'{P}:10:10: exercises[2].use: "towel-scrunch" is listed twice',
        ),
        ("[morning, evening]", "[morning, night]", f'{P}:6:21: sessions[2]: "night" is not known. '),
        ("[morning, evening]", "[morning, morning]", f'{P}:6:21: sessions[2]: "morning" is listed twice'),
        ("[mon, wed]", "[mon, mon]", f'{P}:5:13: days[2]: "mon" is listed twice'),
        (
            "- towel-scrunch",
            "- {use: towel-scrunch, dosage: {move: {for: 5 s}}}",
            f"{P}:9:41: exercises[1].dosage.move: ",
        ),
    ],
)
def test_an_inconsistency_of_a_plan_is_reported_at_its_position(old: str, new: str, said: str) -> None:
    assert PLAN.count(old) == 1
    [found] = reported(week=PLAN.replace(old, new))
    assert found.startswith(said)


def test_the_sites_lists_name_what_there_is() -> None:
    found = reported(settings="order: [towel, towel-scrunch]\nplans: [a-week, a-week]\nrecommended: b-week\n")
    assert [line.split(" ")[0] for line in found] == ["site.yml:1:9:", "site.yml:2:17:", "site.yml:3:14:"]


def test_a_former_name_is_reported_with_the_current_one() -> None:
    exercises = [exercise(EXERCISE.replace("updated", "formerly: [towel-scrunch]\nupdated"), "towel-curl")]
    plans = [plan(PLAN.replace("updated", "formerly: [a-week]\nupdated"), "my-week")]
    problems = checked(exercises, plans)[1]
    exercise_renamed = '"towel-scrunch" was renamed, expected its current name; write "towel-curl"'
    plan_renamed = '"a-week" was renamed, expected its current name; write "my-week"'
    assert [str(problem).removeprefix("content/") for problem in problems] == [
        f"plans/my-week.yml:9:5: exercises[1]: {exercise_renamed}",
        f"site.yml:3:9: order[1]: {exercise_renamed}",
        f"site.yml:4:9: plans[1]: {plan_renamed}",
        f"site.yml:5:14: recommended: {plan_renamed}",
    ]


def test_no_exercise_at_all_is_no_site() -> None:
    assert [str(problem) for problem in checked([], [], "order: []\n")[1]] == [
        "content/exercises:1:1: contains no exercise, expected at least one; add one, for example foot-massage.yml"
    ]


def test_a_name_that_an_invalid_file_may_define_is_accepted() -> None:
    unread = ["content/exercises/towel-scrunch.yml", "content/plans/a-week.yml"]
    assert checked([], [plan()], unread=unread[:1])[1] == []
    assert checked([exercise()], [], unread=unread[1:])[1] == []


def test_a_plan_of_that_name_is_not_an_exercise() -> None:
    problems = checked([exercise(slug="other")], [plan()], "order: []\n", unread=["content/plans/towel-scrunch.yml"])[1]
    assert ["towel-scrunch" in str(problem) for problem in problems] == [True]


def test_two_exercises_cannot_have_the_same_former_address() -> None:
    text = EXERCISE.replace("updated", "formerly: [old]\nupdated")
    problems = checked([exercise(text), exercise(text, "b")], [], "order: []\n")[1]
    assert [str(problem) for problem in problems] == [
        'content/exercises/b.yml:9:12: formerly[1]: "old" is already listed as a former address, expected once; '
        "keep it in one place"
    ]


def test_known_words_are_listed_in_a_fixed_order() -> None:
    text = EXERCISE.replace("[toes]", "[x]")
    first = reported(text, week=PLAN.replace("- towel-scrunch", "- none"))
    assert "Expected one of sole, toes" in first[0]
    assert first == reported(text, week=PLAN.replace("- towel-scrunch", "- none"))


def test_exercises_and_plans_stand_in_the_sites_order_and_others_after_by_name() -> None:
    exercises = [exercise(slug=slug) for slug in ("a", "b", "c", "towel-scrunch")]
    content, problems = checked(exercises, [plan(slug="z"), plan()], "order: [c]\nplans: [z]\n")
    assert content, problems
    assert [each.slug for each in content.exercises] == ["c", "a", "b", "towel-scrunch"]
    assert [each.slug for each in content.plans] == ["z", "a-week"]


# Warnings


def warned(exercises: Exercises, settings: str) -> list[str]:
    read = document(settings, "content/site.yml")
    given = {key: value for key, value in read.data.items() if key in ("order", "plans", "address")}
    return [str(problem) for problem in content_warnings(Sources(site=(read, site(**given)), exercises=exercises))]


def test_what_can_be_published_but_was_hardly_meant_so() -> None:
    ceiling = EXERCISE.replace("reps: 8-12", "reps: up to 12").replace("reps: 8, ", "")
    settings = "address: https://a.example/\norder: [towel-scrunch]\nplans: []\n"
    found = warned([exercise(ceiling), exercise(EXERCISE.replace("Towel", "TOWEL"), "b")], settings)
    assert [line.split(": ")[0] for line in found] == [
        "content/site.yml:1:10",
        "content/site.yml:2:8",
        "content/exercises/towel-scrunch.yml:1:7",
        "content/exercises/b.yml:1:7",
        "content/exercises/towel-scrunch.yml:7:28",
    ]


def test_nothing_is_warned_of_what_is_in_order() -> None:
    assert warned([exercise()], "address: https://a.org/\norder: [towel-scrunch]\nplans: []\n") == []
