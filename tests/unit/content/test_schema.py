"""One file against its model: every fault at its place, with the key an author writes."""

import pytest
from footing.content.models import Exercise, Plan, Site, Vocabulary
from footing.content.schema import _known_keys, dotted, parse
from pydantic import BaseModel

from tests.unit.builders import document

SOUND = """\
name: Towel scrunch
summary: Scrunch a towel.
positions: [sitting]
areas: [toes]
steps:
  - Lay it flat.
dosage: {hold: 10 s}
updated: 2026-11-22
"""

DAYS = "Expected one of mon, tue, wed, thu, fri, sat, sun; choose one"


def reported(text: str, model: type[BaseModel] = Exercise) -> list[str]:
    value, problems = parse(document(text), model)
    assert (value is None) == bool(problems)
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in problems]


def test_a_sound_file_is_a_model_that_knows_its_name() -> None:
    value, problems = parse(document(SOUND), Exercise)
    assert problems == []
    assert value
    assert (value.slug, value.name) == ("towel-scrunch", "Towel scrunch")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "summary: Scrunch a towel.",
            "summary:",
            "2:9: summary: is empty, expected a value; write it, or remove the key",
        ),
        (
            "summary: Scrunch a towel.",
            "summary: [a]",
            "2:10: summary: found a list, expected a text; write it on one line",
        ),
        (
            "summary: Scrunch a towel.",
            "summary: {a: b}",
            "2:10: summary: found keys and values, expected a text; write it on one line",
        ),
        ("Scrunch a towel.", "x" * 161, "2:10: summary: has 161 characters, expected at most 160; shorten it"),
        ("areas: [toes]", "areas: toes", '4:8: areas: found "toes", expected a list; '),
        ("areas: [toes]", "areas: []", "4:8: areas: is an empty list, expected at least one item; write one"),
        (
            "areas: [toes]",
            "areas: [toes, '']",
            "4:15: areas[2]: is empty, expected a value; write it, or remove the key",
        ),
        ("{hold: 10 s}", "10 s", '7:9: dosage: found "10 s", expected keys and values; '),
        ("{hold: 10 s}", "{hold: [10 s]}", "7:16: dosage.hold: found a list, expected a text; write it on one line"),
        (
            "{hold: 10 s}",
            "{move: {verb: roll, for: 1 h}}",
            '7:34: dosage.move.for: "1 h" has the unit "h", expected s or min; ',
        ),
        ("  - Lay it flat.", "  - {pose: flat}", '6:5: "text" is missing in steps[1], expected here; add "text: …"'),
        ("  - Lay it flat.", "  - [a]", "6:5: steps[1]: found a list, expected a text; write it on one line"),
        ("name: Towel scrunch", "nmae: Towel scrunch", '1:1: the key "nmae" is not known. Did you mean "name"?'),
        (
            "{hold: 10 s}",
            "{hlod: 10 s}",
            '7:10: the key "hlod" is not known in dosage. Did you mean "hold"? Expected one of hold, reps, sides, ',
        ),
        (
            "  - Lay it flat.",
            "  - {text: a, poes: b}",
            '6:15: the key "poes" is not known in steps[1]. Did you mean "pose"? Expected one of text, pose; ',
        ),
        ("areas:", "slug: x\nareas:", '4:1: the key "slug" is not known: the file name is the address,'),
        ("2026-11-22", "[2026]", "8:10: updated: found a list, expected a text; write it on one line"),
    ],
)
def test_a_problem_is_reported_at_its_position(old: str, new: str, said: str) -> None:
    found = reported(SOUND.replace(old, new))
    assert [line for line in found if line.startswith(said)]
    assert len(found) == 1 + said.startswith("1:1: the key")  # a misspelt key is missing as well


def test_all_problems_are_reported_beside_an_unexpected_slug() -> None:
    found = reported("slug: x\nname:\nareas: toes\n")
    assert [line.split(":")[0] for line in found].count("1") >= 5  # the slug, and what is missing
    assert len(found) == 7


def test_a_word_that_is_not_in_a_closed_list_is_reported_with_the_list() -> None:
    week = (
        "name: A\nsummary: B\nfor: C\nchosen_by: me\ndays: [mon, tues]\nsessions: [morning]\nlimit: 10 min\n"
        "exercises: [a]\nupdated: 2026-11-22\n"
    )
    assert reported(week, Plan) == [
        '4:12: chosen_by: "me" is not known here. Expected one of site, source; choose one',
        f'5:13: days[2]: "tues" is not known here. Did you mean "tue"? {DAYS}',
    ]


def test_a_missing_word_of_a_closed_list_is_reported_with_the_list() -> None:
    found = reported("name: A\n", Plan)
    assert '1:1: "chosen_by" is missing, expected one of site, source; add "chosen_by: …"' in found
    assert '1:1: "days" is missing, expected some of mon, tue, wed, thu, fri, sat, sun; add "days: …"' in found
    assert '1:1: "limit" is missing, expected here; add "limit: …"' in found
    found = reported("positions: {standing: {label: A, plain: a}}\n", Vocabulary)
    place = "expected one of chair, standing, floor"
    assert f'1:23: "place" is missing in positions.standing, {place}; add "place: …"' in found
    assert '1:1: "days" is missing, expected some of mon, tue, wed, thu, fri, sat, sun; add "days: …"' in found


def test_a_key_that_is_not_in_a_closed_list_is_reported_at_the_key() -> None:
    found = reported("days: {mond: {label: Monday, short: Mon}}\nareas: {Big toe: {label: A, plain: a}}\n", Vocabulary)
    assert f'1:8: days: "mond" is not known here. Did you mean "mon"? {DAYS}' in found
    assert '2:9: areas: "Big toe" is not an id; write lower-case letters, digits and single dashes' in found


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("- Lay it flat.", "- Then: curl your toes", '6:5: steps[1]: the colon after "Then"'),
        ("- Lay it flat.", "- Next: curl your toes", '6:5: steps[1]: the colon after "Next"'),
        ("- Lay it flat.", "- then: curl your toes", '6:5: steps[1]: the colon after "then"'),
        ("- Lay it flat.", "- Be careful:", '6:5: steps[1]: the colon after "Be careful"'),
        ("- Lay it flat.", "- text:\n      Then: curl", '7:7: steps[1].text: the colon after "Then"'),
        ("\n  - Lay it flat.", " [Lay it flat, Then: curl]", '5:22: steps[2]: the colon after "Then"'),
        ("Scrunch a towel.", "\n  Scrunch: a towel.", '3:3: summary: the colon after "Scrunch"'),
        ("updated", "before:\n  Not: barefoot\nupdated", '9:3: before: the colon after "Not"'),
        ("updated", "feel:\n  warmth: in the sole\nupdated", '9:3: feel: the colon after "warmth"'),
        ("updated", "notes:\n  - Two\n  - Note: ours\nupdated", '10:5: notes[2]: the colon after "Note"'),
    ],
)
def test_a_text_that_a_colon_makes_a_key_is_one_problem(old: str, new: str, place: str) -> None:
    assert SOUND.count(old) == 1
    assert reported(SOUND.replace(old, new)) == [
        f'{place} makes YAML read a key, expected a text; put the whole text in "quotes"'
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- Lay it flat.", "- txet: Lay it flat."),
        ("- Lay it flat.", "- Text: Lay it flat."),
        ("- Lay it flat.", "- {Then: curl}"),
        ("- Lay it flat.", "- Then: [curl]"),
        ("- Lay it flat.", "- Then: curl\n    Now: rest"),
        ("Scrunch a towel.", "\n  Scrunch: a towel\n  Curl: it"),
        ("{hold: 10 s}", "\n  hold:\n    for: 10 s"),
        ("2026-11-22", "\n  on: 2026-11-22"),
        ("updated", "caution:\n  - Diabetes: ask first\nupdated"),
    ],
)
def test_keys_that_were_not_meant_as_text_are_reported_as_keys(old: str, new: str) -> None:
    found = reported(SOUND.replace(old, new))
    assert found
    assert not [line for line in found if "the colon after" in line]


@pytest.mark.parametrize(
    ("model", "where", "keys"),
    [
        (Exercise, ("dosage", "move"), ["verb", "for"]),
        (Exercise, ("assumed", "move"), ["for"]),
        (Exercise, ("caution", 3), ["who", "advice"]),
        (Exercise, ("equipment", 0), ["item", "or"]),
        (Plan, ("exercises", 2, "dosage", "move"), ["for"]),
        (Vocabulary, ("positions", "standing"), ["label", "plain", "words", "place"]),
        (Vocabulary, ("equipment", "words"), ["label", "plain", "words"]),  # a word of the vocabulary, not its key
        (Vocabulary, ("days", "mon"), ["label", "short"]),
        (Site, ("moves",), ["between", "floor"]),
    ],
)
def test_the_known_keys_of_a_nested_mapping(
    model: type[BaseModel], where: tuple[str | int, ...], keys: list[str]
) -> None:
    assert _known_keys(model, where) == keys


def test_a_place_is_written_as_in_the_file() -> None:
    assert dotted(("exercises", 0, "dosage", "reps")) == "exercises[1].dosage.reps"
    assert dotted(("steps", 2)) == "steps[3]"
    assert dotted(()) == ""
