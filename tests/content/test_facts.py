"""The content says what the article says, no more and no less; the rest is marked as the site's own."""

import re
from dataclasses import dataclass
from typing import Any

import pyphen  # type: ignore[import-untyped]  # has none
import pytest
from footing.content.amounts import Amount
from footing.content.models import DAYS_OF_WEEK, Assumed, Change, Dosage, Exercise
from footing.planning.dose import dose_of

from tests.content import real


def exactly(value: int) -> Amount:
    return Amount(value, value)


def about(value: int) -> Amount:
    return Amount(value, value, about=True)


def between(low: int, high: int) -> Amount:
    return Amount(low, high)


def up_to(value: int) -> Amount:
    return Amount(None, value, up_to=True)


@dataclass(frozen=True)
class Stated:
    """What the article says of one exercise. Whatever is not written here, it does not say."""

    heading: str
    positions: tuple[str, ...] = ()
    hold: Amount | None = None
    move: tuple[str, Amount] | None = None
    reps: Amount | None = None
    sides: str | None = None
    per_day: Amount | None = None
    days_per_week: Amount | None = None
    equipment: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


ARTICLE = {
    "foot-stretching": Stated(
        "Foot stretching",
        positions=("sitting-chair", "sitting-floor"),
        hold=exactly(10), reps=exactly(3), sides="each foot", days_per_week=exactly(7),
        furniture=("chair",),
    ),
    "walking-on-toes": Stated(
        "Walking on toes",
        positions=("walking",),
        move=("walk", about(30)), sides="both", per_day=between(2, 3), days_per_week=exactly(7),
        furniture=("handhold",),
    ),
    "stand-on-your-toes": Stated(
        "Stand on your toes",
        positions=("standing",),
        hold=exactly(3), reps=exactly(10), sides="both", per_day=exactly(3), days_per_week=exactly(7),
        furniture=("handhold",),
    ),
    "grab-a-pencil": Stated(
        "Grab a pencil with your toes",
        hold=exactly(10), reps=exactly(5), sides="each foot", days_per_week=between(2, 3),
        equipment=("pen-or-pencil", "ball"),
        furniture=("chair",),
    ),
    "ankle-circles": Stated(
        "Circular movements with the ankles",
        positions=("lying-back",),
        move=("circle", exactly(10)), sides="each leg", per_day=exactly(2), days_per_week=exactly(7),
        furniture=("bed-or-mat",),
    ),
    "stretch-tendons": Stated(
        "Stretch tendons",
        positions=("standing",),
        move=("circle", exactly(30)), sides="each leg",
        furniture=("wall",),
    ),
    "foot-massage": Stated(
        "Foot massage",
        move=("roll", between(60, 180)), sides="each foot",
        equipment=("tennis-ball",),
        furniture=("chair",),
    ),
    "leg-stretch-up": Stated(
        "Leg stretch up",
        positions=("lying-back",),
        hold=exactly(30), sides="each leg",
        equipment=("towel",),
        furniture=("bed-or-mat",),
    ),
    "resistance-band-stretch": Stated(
        "Stretch with resistance band",
        positions=("sitting-floor",),
        hold=up_to(15), reps=up_to(10),
        equipment=("resistance-band",),
        furniture=("anchor",),
    ),
}  # fmt: skip

# What the site chose where the article is silent or leaves a choice; pauses in seconds.
OURS: dict[str, dict[str, Any]] = {
    "foot-stretching": {"per_day": 1, "ready": 10, "rest": 5, "switch": 10},
    "walking-on-toes": {"ready": 10},
    "stand-on-your-toes": {"ready": 10, "rest": 3},
    "grab-a-pencil": {"positions": ("sitting-chair",), "per_day": 1, "ready": 10, "rest": 5, "switch": 10},
    "ankle-circles": {"ready": 20, "switch": 5},
    "stretch-tendons": {"per_day": 1, "days_per_week": 7, "ready": 10, "switch": 10},
    "foot-massage": {
        "positions": ("sitting-chair",),
        "move": 60,
        "per_day": 1,
        "days_per_week": 7,
        "ready": 10,
        "switch": 10,
    },
    "leg-stretch-up": {"per_day": 1, "days_per_week": 7, "ready": 20, "switch": 15},
    "resistance-band-stretch": {
        "hold": 10,
        "reps": 5,
        "sides": "each leg",
        "per_day": 1,
        "days_per_week": 3,
        "ready": 20,
        "rest": 5,
        "switch": 20,
    },
}
SLUGS = list(ARTICLE)
each = pytest.mark.parametrize("slug", SLUGS)


def exercise(slug: str) -> Exercise:
    return real.content().by_slug[slug]


def test_there_are_the_nine_in_the_articles_order() -> None:
    assert [e.slug for e in real.content().exercises] == SLUGS


# Figures


@each
def test_the_figures_are_the_articles(slug: str) -> None:
    found, article = exercise(slug), ARTICLE[slug]
    assert found.source
    assert found.source.heading == article.heading
    move = found.dosage.move and (found.dosage.move.verb, found.dosage.move.for_)
    assert (
        Stated(
            heading=found.source.heading,
            positions=found.positions,
            hold=found.dosage.hold,
            move=move,  # type: ignore[arg-type]  # a movement without its time would differ, and be red
            reps=found.dosage.reps,
            sides=found.dosage.sides,
            per_day=found.dosage.per_day,
            days_per_week=found.dosage.days_per_week,
            equipment=tuple(word for need in found.equipment for word in (need.item, *need.or_)),
            furniture=found.furniture,
        )
        == article
    )


def test_a_dose_has_no_other_keys_than_those_compared() -> None:
    fields = {"hold", "move", "reps", "sides", "per_day", "days_per_week"}
    assert set(Dosage.model_fields) == fields
    assert set(Assumed.model_fields) == fields | {"positions", "rest", "ready", "switch"}


@each
def test_what_we_assume_is_what_we_chose_to(slug: str) -> None:
    assumed = exercise(slug).assumed
    found: dict[str, Any] = {}
    for key in assumed.model_fields_set:
        value = getattr(assumed, key)
        amount = value.for_ if key == "move" else value
        if isinstance(amount, Amount):
            assert amount.exact, f"{key} is a choice, and leaves none open"
        found[key] = amount.max if isinstance(amount, Amount) else amount
    assert found == OURS[slug]


@each
def test_nothing_stated_exactly_is_assumed_as_well(slug: str) -> None:
    stated, assumed = exercise(slug).dosage, exercise(slug).assumed
    for key in ("hold", "reps", "per_day", "days_per_week"):
        given = getattr(stated, key)
        assert not (given and given.exact and getattr(assumed, key)), key
    assert not (stated.sides and assumed.sides)


@each
def test_every_exercise_can_be_planned(slug: str) -> None:
    """What the article doesn't say of how often is said by us, for each of the nine."""
    dose = dose_of(exercise(slug), real.content().site)
    assert dose.per_day
    assert dose.days_per_week
    assert dose.sides
    assert exercise(slug).start_position


def test_the_sites_own_choices() -> None:
    site = real.content().site
    assert (site.moves.between, site.moves.floor) == (exactly(10), exactly(30))
    assert (site.recommended, site.week_starts) == ("gentle-start", "monday")
    assert site.source
    assert site.source.called == "article"


# Words

HYPHENS = pyphen.Pyphen(lang="en_US", left=1, right=1)


def syllables(word: str) -> int:
    return str(HYPHENS.inserted(word, "\n")).count("\n") + 1


def grade(sentences: list[str]) -> float:
    """The reading grade after Flesch and Kincaid."""
    text = " ".join(sentences)
    words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", text)
    ends = len(re.findall(r"[.!?](?=\s|$)", text))
    return 0.39 * len(words) / ends + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_grade_tells_plain_words_from_hard_ones() -> None:
    plain = ["Sit on a chair.", "Put one foot on the ball.", "Roll it up and down."]
    hard = [
        "Subsequently, approximate the metatarsophalangeal articulation towards the anterior tibial compartment while "
        "simultaneously maintaining respiratory regularity and appropriate contralateral stabilisation."
    ]
    assert grade(plain) < 3
    assert grade(hard) > 16


@each
def test_the_steps_are_in_plain_words(slug: str) -> None:
    assert grade([step.text for step in exercise(slug).steps]) <= 8


@each
def test_a_step_is_a_sentence_or_two(slug: str) -> None:
    for step in exercise(slug).steps:
        assert re.fullmatch(r"[A-Z].*[.]", step.text), step.text
        assert len(step.text.split()) <= 25, step.text


@each
def test_a_summary_has_no_figure(slug: str) -> None:
    """The dose is shown beside it, and is changed in one place."""
    assert not re.search(r"\d|\b(seconds?|minutes?|times|twice|daily)\b", exercise(slug).summary)


@each
def test_the_steps_repeat_no_figure_of_the_dose(slug: str) -> None:
    for step in exercise(slug).steps:
        assert not re.search(r"\d|\b(seconds?|minutes?|times|twice|daily)\b", step.text), step.text


@each
def test_an_exercise_can_be_found_felt_and_made_easier(slug: str) -> None:
    found = exercise(slug)
    assert len(found.aliases) >= 3
    assert found.areas
    assert not {"back", "hip", "knee"} & set(found.areas)  # those are claims
    assert found.tissues
    for part in (found.feel, found.before, found.easier, found.harder, found.stop_if, found.caution):
        assert part


# Doubtful places: what an editor's note says of each


@dataclass(frozen=True)
class Doubt:
    """Words that one note must hold, all of them."""

    slug: str
    words: tuple[str, ...]


DOUBTS = [
    Doubt("grab-a-pencil", ("ballpoint", "pen", "ball")),
    Doubt("grab-a-pencil", ("bend your knees", "sit", "stand", "our choice")),
    Doubt("grab-a-pencil", ("daily", "2–3 times a week")),
    Doubt("stretch-tendons", ("rotate the hips", "bend the front knee", "hips forward", "30 seconds")),
    Doubt("stretch-tendons", ("calf stretch", "the leg behind", "leg in front")),
    Doubt("stretch-tendons", ("back heel down", "calf stretch")),
    Doubt("stand-on-your-toes", ("gripping the floor", "heel raise")),
    Doubt("stand-on-your-toes", ("“a day”", "our reading")),
    Doubt("ankle-circles", ("direction", "10–15 seconds", "one way", "the other")),
    Doubt("ankle-circles", ("“a day”", "our reading")),
    Doubt("resistance-band-stretch", ("one leg or both", "do both", "our choice")),
    Doubt("resistance-band-stretch", ("calls this a stretch", "strengthens", "shin")),
    Doubt("resistance-band-stretch", ("Up to", "limit", "not a target")),
    Doubt("foot-massage", ("couple of minutes", "each day")),
    Doubt("foot-massage", ("sit", "stand", "our choice")),
    Doubt("foot-stretching", ("which way to pull", "towards the shin", "our choice")),
    Doubt("leg-stretch-up", ("level with your head", "not to bend the knee", "no target", "gentle stretch")),
    Doubt("walking-on-toes", ("“about” 30 seconds",)),
]


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: f"{doubt.slug}: {doubt.words[0]}")
def test_a_doubtful_place_has_its_note(doubt: Doubt) -> None:
    notes = exercise(doubt.slug).notes
    assert any(all(word.casefold() in note.casefold() for word in doubt.words) for note in notes), notes


@each
def test_every_exercise_has_a_note(slug: str) -> None:
    assert slug in {doubt.slug for doubt in DOUBTS}
    assert exercise(slug).notes


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("ankle-circles", ("results fairly quickly", "ankle, knee and hip", "posture")),
        ("walking-on-toes", ("tangible results", "muscles and ligaments")),
        ("stand-on-your-toes", ("circulation",)),
    ],
)
def test_a_claim_is_told_as_the_articles(slug: str, words: tuple[str, ...]) -> None:
    [claim] = exercise(slug).claims
    assert claim.startswith("The article says")
    assert all(word in claim for word in words)


def test_nobody_else_claims_anything() -> None:
    claiming = {e.slug for e in real.content().exercises if e.claims}
    assert claiming == {"ankle-circles", "walking-on-toes", "stand-on-your-toes"}


# Safety


@pytest.mark.parametrize("slug", ["walking-on-toes", "stand-on-your-toes", "stretch-tendons"])
def test_who_stands_has_something_to_hold(slug: str) -> None:
    found = exercise(slug)
    assert {"handhold", "wall"} & set(found.furniture)
    assert any(re.search(r"\bhands?\b.* on (it|the (worktop|wall))", step.text) for step in found.steps[:3])
    assert any(re.search(r"\blook (ahead|at the wall)", step.text, re.IGNORECASE) for step in found.steps)
    assert re.search(r"hand|hold", found.before or "", re.IGNORECASE)
    assert any("balance" in caution.who for caution in found.caution)
    assert any("unsteady" in sign for sign in found.stop_if)


@each
def test_nobody_holds_a_chair_on_wheels(slug: str) -> None:
    everything = exercise(slug).model_dump_json(exclude={"figure"})
    assert "chair on wheels" not in everything.replace("never a chair on wheels", "")


def test_the_foot_is_never_to_reach_the_head() -> None:
    found = exercise("leg-stretch-up")
    everything = " ".join([*(step.text for step in found.steps), found.summary, found.before or "", *found.harder])
    assert not re.search(r"head[- ]level|level with|(to|at|over|behind) your head|as high as", everything)
    assert re.search(r"gentle stretch.*other knee bent", everything)
    assert found.figure
    poses = [pose["right hip"] for pose in found.figure["poses"].values() if "right hip" in pose]
    assert poses
    assert all(float(hip["flexion"]) <= 85 for hip in poses)


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("foot-massage", ("never stand on the ball", "numb feet", "wound", "clot")),
        ("grab-a-pencil", ("cap on a pen",)),
        ("resistance-band-stretch", ("nicks", "firmly", "face")),
        ("leg-stretch-up", ("gentle stretch", "pins and needles")),
        ("stretch-tendons", ("hands on the wall", "do not twist")),
        ("foot-stretching", ("new hip", "pain")),
    ],
)
def test_the_line_above_start_warns_of_what_matters_most(slug: str, words: tuple[str, ...]) -> None:
    before = (exercise(slug).before or "").casefold()
    assert all(word in before for word in words), before


@pytest.mark.parametrize(
    ("slug", "who"),
    [
        ("foot-stretching", ("hip", "numb")),
        ("walking-on-toes", ("balance", "antibiotic", "heel pain")),
        ("stand-on-your-toes", ("balance", "antibiotic", "heel pain")),
        ("grab-a-pencil", ("numb",)),
        ("ankle-circles", ("pregnan", "hip")),
        ("stretch-tendons", ("balance", "hip", "antibiotic")),
        ("foot-massage", ("numb", "operation", "clot")),
        ("leg-stretch-up", ("hip", "pregnan")),
        ("resistance-band-stretch", ("latex",)),
    ],
)
def test_who_must_take_care_is_named(slug: str, who: tuple[str, ...]) -> None:
    named = " ".join(caution.who for caution in exercise(slug).caution).casefold()
    assert all(word in named for word in who), named


@each
def test_nobody_is_said_to_have_reviewed_it(slug: str) -> None:
    text = exercise(slug).model_dump_json(exclude={"figure"})
    assert not re.search(r"review(ed|er)|approved by|checked by|clinically", text, re.IGNORECASE)


# Pictures


@each
def test_an_exercise_has_a_moving_figure_and_pictures_of_its_steps(slug: str) -> None:
    found = exercise(slug)
    assert found.figure
    assert found.figure["motion"]
    shown = [step.pose for step in found.steps if step.pose]
    assert len(set(shown)) == len(shown) >= 2
    assert set(shown) <= set(found.figure["poses"])
    if dose_of(found, real.content().site).each_side:
        assert any(pose.startswith("other ") for pose in shown), "the change of side is shown"


# Plans

PLANS: dict[str, tuple[tuple[str, ...], tuple[str, ...], dict[str, dict[str, Any]]]] = {
    "full": (DAYS_OF_WEEK, ("morning", "midday", "evening"), {key: {} for key in SLUGS}),
    "gentle-start": (
        DAYS_OF_WEEK,
        ("morning",),
        {
            "foot-stretching": {},
            "foot-massage": {},
            "stand-on-your-toes": {"reps": exactly(5), "per_day": exactly(1)},
            "ankle-circles": {"per_day": exactly(1)},
        },
    ),
    "no-equipment": (
        DAYS_OF_WEEK,
        ("morning", "midday", "evening"),
        {
            "foot-stretching": {},
            "walking-on-toes": {},
            "stand-on-your-toes": {},
            "ankle-circles": {},
            "stretch-tendons": {},
        },
    ),
    "at-your-desk": (
        DAYS_OF_WEEK[:5],
        ("morning", "midday", "afternoon"),
        {
            "foot-stretching": {"days_per_week": exactly(5)},
            "stand-on-your-toes": {"days_per_week": exactly(5)},
            "grab-a-pencil": {},
            "foot-massage": {"days_per_week": exactly(5)},
            "stretch-tendons": {"days_per_week": exactly(5)},
        },
    ),
}


def changes(change: Change) -> dict[str, Any]:
    return {key: getattr(change, key) for key in change.model_fields_set}


def test_there_are_four_plans_with_the_recommended_first() -> None:
    assert [plan.slug for plan in real.content().plans] == ["gentle-start", "no-equipment", "at-your-desk", "full"]


@pytest.mark.parametrize("slug", PLANS)
def test_a_plan_is_as_we_chose_it(slug: str) -> None:
    plan = next(plan for plan in real.content().plans if plan.slug == slug)
    days, sessions, entries = PLANS[slug]
    assert (plan.days, plan.sessions, plan.limit, plan.chosen_by) == (days, sessions, exactly(600), "site")
    assert {entry.use: changes(entry.dosage) for entry in plan.exercises} == entries
    for entry in plan.exercises:
        assert bool(entry.why) == bool(entry.dosage.model_fields_set), f"{entry.use}: a change is told with its reason"


@pytest.mark.parametrize(
    ("slug", "least", "most"),
    [("full", 13, 16), ("gentle-start", 5.5, 5.5), ("no-equipment", 9, 9), ("at-your-desk", 9, 11)],
)
def test_a_plans_rounds_take_about_as_long_as_we_say(slug: str, least: float, most: float) -> None:
    """The due rounds of a day by themselves, without the moves between them."""
    content, week = real.content(), real.weeks()[slug]
    plan = next(plan for plan in content.plans if plan.slug == slug)
    doses = {entry.use: dose_of(content.by_slug[entry.use], content.site, entry.dosage) for entry in plan.exercises}
    due = [slot for slot in week.slots if not slot.optional]
    days = [sum(doses[slot.exercise].round_seconds for slot in due if slot.day == day) / 60 for day in plan.days]
    assert min(days) == pytest.approx(least, abs=0.5)
    assert max(days) == pytest.approx(most, abs=0.5)
    assert max(week.seconds.values()) <= plan.limit.lower


def test_the_plan_without_equipment_needs_none() -> None:
    assert not any(exercise(slug).equipment for slug in PLANS["no-equipment"][2])


def test_the_plan_for_the_desk_needs_no_floor() -> None:
    vocabulary = real.content().vocabulary
    places = {vocabulary.positions[exercise(slug).start_position].place for slug in PLANS["at-your-desk"][2]}
    assert "floor" not in places


def test_band_work_rests_a_day_between() -> None:
    slots = [slot for slot in real.weeks()["full"].slots if slot.exercise == "resistance-band-stretch"]
    on = {DAYS_OF_WEEK.index(slot.day) for slot in slots}
    assert len(on) == 3
    assert not any((day + 1) % 7 in on for day in on)
