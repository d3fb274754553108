"""Amounts as people write them, and the messages for impossible ones."""

import pytest
from footing.content.amounts import DAYS, PAUSE, PER_DAY, REPS, SECONDS, Amount, Kind, parse_amount
from hypothesis import given
from hypothesis import strategies as st

KINDS = {"seconds": SECONDS, "pause": PAUSE, "reps": REPS, "per day": PER_DAY, "days": DAYS}
EXAMPLES = {
    "seconds": '; write 10 s, 1-3 min, about 30 s or "up to 15 s"',
    "pause": "; write 10 s or 1 min",
    "reps": '; write 10, 2-3 or "up to 10"',
    "per day": "; write 1, 3 or 2-3",
    "days": "; write 7, 3 or 2-3",
}


@pytest.mark.parametrize(
    ("kind", "text", "amount"),
    [
        ("reps", "12", Amount(12, 12)),
        ("reps", "8-12", Amount(8, 12)),
        ("reps", "8–12", Amount(8, 12)),
        ("reps", "8 - 12", Amount(8, 12)),
        ("reps", "up to 12", Amount(None, 12, up_to=True)),
        ("reps", "up to 1", Amount(None, 1, up_to=True)),
        ("reps", "about 12", Amount(12, 12, about=True)),
        ("reps", "010", Amount(10, 10)),  # ten to a person: nobody writes base eight
        ("reps", "200", Amount(200, 200)),
        ("seconds", "10 s", Amount(10, 10)),
        ("seconds", "10s", Amount(10, 10)),
        ("seconds", "1 min", Amount(60, 60)),
        ("seconds", "1-3 min", Amount(60, 180)),
        ("seconds", "10-15 s", Amount(10, 15)),
        ("seconds", "about 30 s", Amount(30, 30, about=True)),
        ("seconds", "up to 15 s", Amount(None, 15, up_to=True)),
        ("seconds", "60 min", Amount(3600, 3600)),
        ("pause", "5 s", Amount(5, 5)),
        ("per day", "2-3", Amount(2, 3)),
        ("days", "7", Amount(7, 7)),
    ],
)
def test_what_is_read(kind: str, text: str, amount: Amount) -> None:
    assert parse_amount(text, KINDS[kind]) == amount


NOT_ONE = [
    *(
        "ten",
        "-1",
        "1e9",
        "NaN",
        "nan",
        "inf",
        "½",
        "１０",
        "١٠",
        "",
        "+3",
        "1.5",
        "1,5",
        "1_000",
        "0x1F",
        "~3",
        " 3",
        "3\n",
    ),
    *(
        "2-",
        "-",
        "–3",
        "3-2-1",
        "2 -- 3",
        "up to",
        "up to ten",
        "Up to 3",
        "upto 3",
        "at most 3",
        "about about 3",
        "10 s 5",
    ),
]


@pytest.mark.parametrize("text", NOT_ONE)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_amount_at_all(kind: str, text: str) -> None:
    assert reported(text, kind) == f'"{text}" is not {KINDS[kind].noun}{EXAMPLES[kind]}'


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("reps", "10 s", '"10 s" is not a number of repetitions'),
        ("days", "3 days", '"3 days" is not a number of days a week'),
        ("reps", "0", '"0" is impossible, expected at least 1, or no such key where nothing is stated'),
        ("reps", "0-3", '"0-3" is impossible, expected at least 1, or no such key where nothing is stated'),
        ("seconds", "0 s", '"0 s" is impossible, expected at least 1, or no such key where nothing is stated'),
        (
            "seconds",
            "up to 0 min",
            '"up to 0 min" is impossible, expected at least 1, or no such key where nothing is stated',
        ),
        ("reps", "3-2", '"3-2" is not a rising range, expected the lower number first'),
        ("reps", "3-3", '"3-3" is not a rising range, expected the lower number first'),
        ("seconds", "3-2 min", '"3-2 min" is not a rising range, expected the lower number first'),
        ("reps", "up to 3-5", '"up to 3-5" is both "up to" and a range, expected one of them'),
        ("seconds", "about 3-5 s", '"about 3-5 s" is both "about" and a range, expected one of them'),
        ("seconds", "10", '"10" has no unit, expected s or min'),
        ("seconds", "2-3", '"2-3" has no unit, expected s or min'),
        ("seconds", "10 sec", '"10 sec" has the unit "sec", expected s or min'),
        ("seconds", "10 S", '"10 S" has the unit "S", expected s or min'),
        ("seconds", "1 h", '"1 h" has the unit "h", expected s or min'),
        ("pause", "5-10 s", '"5-10 s" leaves a choice open, expected a length of time and no other'),
        ("pause", "up to 5 s", '"up to 5 s" leaves a choice open, expected a length of time and no other'),
        ("pause", "about 5 s", '"about 5 s" leaves a choice open, expected a length of time and no other'),
        ("reps", "201", '"201" is too much, expected a number of repetitions of at most 200'),
        ("reps", "2-201", '"2-201" is too much, expected a number of repetitions of at most 200'),
        ("per day", "13", '"13" is too much, expected a number of times a day of at most 12'),
        ("days", "8", '"8" is too much, expected a number of days a week of at most 7'),
        ("seconds", "61 min", '"61 min" is too much, expected a length of time of at most 3600 s'),
        ("seconds", "3601 s", '"3601 s" is too much, expected a length of time of at most 3600 s'),
        ("days", "1" * 5000, f'"{"1" * 80}…" is too much, expected a number of days a week of at most 7'),
    ],
)
def test_what_is_impossible(kind: str, text: str, found: str) -> None:
    assert reported(text, kind) == found + EXAMPLES[kind]


def reported(text: str, kind: str) -> str:
    with pytest.raises(ValueError, match=r"; write ") as caught:
        parse_amount(text, KINDS[kind])
    return str(caught.value)


@st.composite
def amounts(draw: st.DrawFn, kind: Kind) -> Amount:
    high = draw(st.integers(1, kind.most))
    how = draw(st.sampled_from(["exact", "range", "up to", "about"] if kind.open and high > 1 else ["exact"]))
    low = draw(st.integers(1, high - 1)) if how == "range" else high
    return Amount(None if how == "up to" else low, high, how == "up to", how == "about")


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_what_is_written_reads_back_as_it_was(kind: str, data: st.DataObject) -> None:
    amount = data.draw(amounts(KINDS[kind]))
    assert parse_amount(amount.text("s" if KINDS[kind].time else ""), KINDS[kind]) == amount


@given(st.text(max_size=12) | st.text("0123456789-– smin upto", max_size=10), st.sampled_from(list(KINDS)))
def test_any_text_is_an_amount_within_bounds_or_a_message_that_names_it(text: str, name: str) -> None:
    kind = KINDS[name]
    try:
        amount, said = parse_amount(text, kind), ""
    except ValueError as error:
        amount, said = Amount(1, 1), str(error)
    assert not said or (said.startswith(f'"{text}" ') and said.endswith(EXAMPLES[name]))
    assert 1 <= amount.lower <= amount.max <= kind.most
    assert not (amount.up_to and amount.about)


def test_a_range_or_ceiling_contains_the_amounts_within_it() -> None:
    assert Amount(8, 12).contains(Amount(8, 8))
    assert Amount(8, 12).contains(Amount(9, 12))
    assert not Amount(8, 12).contains(Amount(7, 9))
    assert not Amount(8, 12).contains(Amount(12, 13))
    assert Amount(None, 10, up_to=True).contains(Amount(1, 10))
    assert not Amount(None, 10, up_to=True).contains(Amount(11, 11))


def test_a_single_number_is_exact_also_with_about() -> None:
    assert Amount(10, 10).exact
    assert Amount(30, 30, about=True).exact
    assert not Amount(8, 12).exact
    assert not Amount(None, 1, up_to=True).exact


def test_an_amount_in_json() -> None:
    assert Amount(None, 15, up_to=True).as_json() == {"min": None, "max": 15, "up_to": True, "about": False}
