"""How amounts, doses and lists are worded. The week builder's wording of the same doses: tests/unit/test_vectors.py."""

import doctest
from typing import Any

import pytest
from footing.content.amounts import DAYS, PER_DAY, REPS, SECONDS, Amount, parse_amount
from footing.content.models import Change, Term
from footing.pages import wording
from footing.pages.wording import amounts, lists
from footing.planning.dose import Dose, dose_of

from tests.unit.builders import exercise, site


def dose(dosage: dict[str, Any], assumed: dict[str, Any] | None = None, change: dict[str, Any] | None = None) -> Dose:
    """The dose of an invented exercise that has a source."""
    return dose_of(exercise(dosage=dosage, assumed=assumed or {}), site(), Change.model_validate(change or {}))


@pytest.mark.parametrize("module", [amounts, lists])
def test_the_examples_in_the_docstrings_are_right(module: Any) -> None:
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("1 s", "1 s", "1 second"),
        ("10 s", "10 s", "10 seconds"),
        ("60 s", "1 min", "1 minute"),
        ("90 s", "90 s", "90 seconds"),
        ("2 min", "2 min", "2 minutes"),
        ("1-3 min", "1–3 min", "1–3 minutes"),
        ("30-60 s", "30–60 s", "30–60 seconds"),
        ("about 30 s", "about 30 s", "about 30 seconds"),
        ("about 1 min", "about 1 min", "about 1 minute"),
        ("up to 15 s", "up to 15 s", "up to 15 seconds"),
        ("up to 2 min", "up to 2 min", "up to 2 minutes"),
    ],
)
def test_a_time_is_given_in_minutes_where_all_its_numbers_are_whole_minutes(text: str, short: str, long: str) -> None:
    amount = parse_amount(text, SECONDS)
    assert wording.short_time(amount) == short
    assert wording.long_time(amount) == long


@pytest.mark.parametrize(
    ("seconds", "short", "clock", "long"),
    [
        (0, "0 s", "0 s", "0 seconds"),
        (40, "40 s", "40 s", "40 seconds"),
        (60, "1 min", "1 min", "1 minute"),
        (61, "61 s", "1 min 1 s", "1 minute 1 second"),
        (100, "100 s", "1 min 40 s", "1 minute 40 seconds"),
        (180, "3 min", "3 min", "3 minutes"),
    ],
)
def test_a_number_of_seconds_is_given_in_minutes(seconds: int, short: str, clock: str, long: str) -> None:
    assert wording.seconds(seconds) == short
    assert wording.clock(seconds) == clock
    assert wording.long_clock(seconds) == long


@pytest.mark.parametrize(
    ("text", "words"), [("1", "once"), ("2", "2 times"), ("8-12", "8–12 times"), ("up to 10", "up to 10 times")]
)
def test_repetitions_are_counted_in_times(text: str, words: str) -> None:
    assert wording.times(parse_amount(text, REPS)) == words


@pytest.mark.parametrize(
    ("text", "words"), [("1", "once a day"), ("2", "twice a day"), ("3", "3 times a day"), ("2-3", "2–3 times a day")]
)
def test_once_and_twice_a_day_are_words(text: str, words: str) -> None:
    assert wording.per_day(parse_amount(text, PER_DAY)) == words


@pytest.mark.parametrize(
    ("text", "words"), [("1", "one day a week"), ("3", "3 days a week"), ("2-3", "2–3 days a week"), ("7", "every day")]
)
def test_seven_days_a_week_are_every_day(text: str, words: str) -> None:
    assert wording.per_week(parse_amount(text, DAYS)) == words


def test_minutes_are_a_range_only_where_they_differ() -> None:
    assert [wording.minutes(4), wording.minutes(4, 4), wording.minutes(4, 6)] == ["4 min", "4 min", "4–6 min"]


def test_a_ceiling_is_worded_without_its_lower_end() -> None:
    assert wording.amount_range(Amount(None, 10, up_to=True)) == "up to 10"


# Doses

FULL = {"hold": "10 s", "reps": "3", "sides": "each foot", "per_day": "1", "days_per_week": "7"}


def test_a_dose_that_the_source_states_has_no_mark() -> None:
    stated = dose(FULL)
    assert wording.short_dose(stated, "article") == "Hold 10 s · 3 times · each foot"
    assert wording.frequency(stated, "article") == "once a day · every day"
    assert wording.sentence(stated, "article") == "Hold for 10 seconds, 3 times, each foot, once a day, every day."
    assert wording.start(stated) == wording.start_marked(stated, "article") == ""


def test_what_the_site_chooses_is_marked_beside_a_source_only() -> None:
    chosen = dose({"move": {"verb": "roll"}}, {"move": {"for": "1 min"}, "sides": "both", "per_day": "2"})
    assert wording.short_dose(chosen, "article") == "Roll 1 min† · both sides at once†"
    assert wording.short_dose(chosen) == "Roll 1 min · both sides at once"
    assert wording.frequency(chosen, "article") == "twice a day†"
    expected = "Roll for 1 minute (our choice), both sides at once (our choice), twice a day (our choice)."
    assert wording.sentence(chosen, "article") == expected
    assert "our choice" not in wording.sentence(chosen)


def test_the_dose_of_a_page_is_sentences_in_whole_words() -> None:
    stated = dose({**FULL, "days_per_week": "2-3"})
    assert wording.dose_sentences(stated, "article") == (
        "Hold 10 seconds, 3 times, each foot. Once a day, 2–3 days a week."
    )
    chosen = dose({"move": {"verb": "roll", "for": "1-3 min"}}, {"move": {"for": "1 min"}, "per_day": "1"})
    assert wording.dose_sentences(chosen, "article") == "Roll for 1–3 minutes. Once a day†. Start with 1 minute†."
    assert wording.dose_sentences(chosen) == "Roll for 1–3 minutes. Once a day. Start with 1 minute."
    open_ = dose({"hold": "up to 15 s", "reps": "8-12"}, {"hold": "10 s", "reps": "9"})
    assert wording.dose_sentences(open_, "article") == (
        "Hold up to 15 seconds, 8–12 times. Start with 10 seconds, 9 times†."
    )


def test_a_changed_value_is_followed_by_the_value_it_replaces() -> None:
    changed = dose(FULL, change={"hold": "20 s", "sides": "both", "days_per_week": "3"})
    short = "Hold 20 s† (article: 10 s) · 3 times · both sides at once† (article: each foot)"
    assert wording.short_dose(changed, "article") == short
    assert wording.frequency(changed, "article") == "once a day · 3 days a week† (article: 7)"
    assert wording.short_dose(changed) == "Hold 20 s · 3 times · both sides at once"


def test_a_start_within_a_range_is_named_with_its_mark() -> None:
    open_ = dose({"hold": "up to 15 s", "reps": "8-12"}, {"hold": "10 s", "reps": "9"})
    assert wording.start(open_) == "start with 10 seconds, 9 times"
    assert wording.start_marked(open_, "article") == "start with 10 s, 9 times†"
    assert wording.start_marked(open_, "") == "start with 10 s, 9 times"
    assert wording.plan_line("Heel lift", open_, "article") == (
        "Heel lift: Hold up to 15 s · 8–12 times · start with 10 s, 9 times†"
    )


def test_an_unknown_frequency_is_empty() -> None:
    assert wording.frequency(dose({"hold": "10 s"}), "article") == ""


def test_the_footnote_names_the_source() -> None:
    assert wording.footnote("book") == "† our choice, not the book’s figure."


# Lists


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_joined_with_commas_and_and(items: list[str], words: str) -> None:
    assert wording.joined(items) == words


def test_alternatives_are_joined_with_or() -> None:
    terms = [Term(label=word.title(), plain=f"a {word}") for word in ("towel", "scarf", "belt")]
    assert wording.alternatives(terms) == "a towel or a scarf or a belt"


def test_what_the_source_leaves_open_is_one_phrase() -> None:
    assert wording.unstated(["position"]) == "whether to sit or stand"
    assert wording.unstated(["sides", "per_day", "days_per_week"]) == (
        "whether to do one side or both, how many times a day, or how many days a week"
    )


def test_a_plans_frequency_counts_sessions_and_days() -> None:
    assert wording.plan_frequency(1, 1) == "1 session a day · 1 day a week"
    assert wording.plan_frequency(3, 7) == "3 sessions a day · 7 days a week"
