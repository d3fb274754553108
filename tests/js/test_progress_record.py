"""What was done, as it is kept and carried in a file: nothing hostile gets in, nothing gets lost."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from footing.content.reader import SLUG
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.conftest import PROJECT
from tests.support.modules import SCRIPTS, Modules

TODAY = "2026-11-26"
TOMORROW = "2026-11-27"
Done = dict[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def js() -> Iterator[Modules]:
    with Modules("progress/record.js") as modules:
        yield modules


def is_sound(done: Any) -> bool:
    """Whether a record holds nothing but ticks, each once and in order; said anew, not as the script says it."""
    for day, plans in done.items():
        if not (re.fullmatch(r"20\d\d-\d\d-\d\d", day) and date.fromisoformat(day) and plans):
            return False
        for plan, sessions in plans.items():
            ids = [session for session in sessions if isinstance(session, str) and SLUG.fullmatch(session)]
            if not ids or ids != sessions or sorted(set(ids)) != ids or not (plan == "-" or SLUG.fullmatch(plan)):
                return False
        if list(plans) != sorted(plans):
            return False
    return list(done) == sorted(done) and len(done) <= 1000


def ticks(done: Done) -> set[tuple[str, str, str]]:
    return {(day, plan, session) for day, plans in done.items() for plan in plans for session in plans[plan]}


# Values as someone might make them: mostly almost right.
slugs = st.sampled_from(["full", "gentle-start", "morning", "evening", "constructor", "to-string", "a1", "-"])
days = st.dates(date(2000, 1, 1), date(2026, 11, 27)).map(date.isoformat)
sound = st.dictionaries(
    days,
    st.dictionaries(slugs, st.lists(slugs.filter("-".__ne__), min_size=1, max_size=4, unique=True), min_size=1),
    max_size=8,
)
names = st.sampled_from(
    ["__proto__", "", "Full", "a--b", "2026-02-30", "2026-13-01", "1999-01-01", "2026-11-28", "x" * 65]
)
numbers = st.floats(allow_nan=False, allow_infinity=False)  # JSON has no others
junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | names
    | slugs
    | days,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(names | slugs | days | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=12,
)
cues = st.dictionaries(
    st.sampled_from(["voice", "tones", "flash"]),
    st.booleans() | st.floats(0, 2) | st.text("ab", max_size=9),
    max_size=3,
)
links = st.none() | st.sampled_from(["w1.1=morning.cork-roll=60s1xe==1.v7", "w2.anything"])
files = st.fixed_dictionaries(
    {"kind": st.just("exercise-record") | junk, "version": st.just(1) | junk, "done": sound | junk},
    optional={"plan": slugs | junk, "week": links | junk, "cues": cues | junk, "__proto__": junk, "extra": junk},
)


@settings(max_examples=250, deadline=None)
@given(junk | files)
@example({"kind": "exercise-record", "version": 1, "done": {}, "cues": {"voice": float("inf")}})
def test_a_hostile_file_is_refused_with_a_reason_or_gives_only_what_is_sound(js: Modules, value: object) -> None:
    found = js.call("read", json.dumps(value), TODAY)
    if "fault" in found:
        assert found.keys() == {"fault", "what"}
        assert found["fault"] in faults()
        assert len(found["what"]) <= 40
        return
    assert found.keys() == {"plan", "link", "done", "cues"}
    assert is_sound(found["done"])
    assert all(day <= TOMORROW for day in found["done"])
    assert found["plan"] in (None, "-") or SLUG.fullmatch(found["plan"])
    assert js.call("ownLinkOf", found["link"]) == found["link"]
    assert js.call("cuesOf", found["cues"]) == found["cues"]
    assert isinstance(value, dict)
    assert ticks(found["done"]) == ticks(value["done"])  # nothing of a file that is taken in gets lost


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_at_all_does_any_harm(js: Modules, text: str) -> None:
    assert js.call("read", text, TODAY)["fault"] in faults()


@settings(max_examples=60, deadline=None)
@given(junk | files)
def test_what_is_kept_is_read_as_far_as_it_is_sound(js: Modules, value: Any) -> None:
    found = js.call("recordOf", value)
    assert is_sound(found["done"])
    newer = isinstance(value, dict) and type(value.get("version")) in (int, float) and value["version"] > 1
    assert found["newer"] is newer
    assert not (newer and found["done"])


@settings(max_examples=60, deadline=None)
@given(sound, st.none() | slugs, links, st.none() | cues)
def test_what_is_saved_comes_back_exactly(
    js: Modules, done: Done, plan: str | None, link: str | None, cues: dict[str, Any] | None
) -> None:
    kept = {"plan": plan, "link": link, "done": js.call("merged", done, {}), "cues": cues}
    text = js.call("written", kept)
    assert js.call("read", text, TODAY) == kept
    assert js.call("written", js.call("read", text, TODAY)) == text


@settings(max_examples=60, deadline=None)
@given(sound, sound)
def test_two_records_become_one_with_the_ticks_of_both(js: Modules, one: Done, other: Done) -> None:
    both = js.call("merged", one, other)
    assert is_sound(both)
    assert ticks(both) == ticks(one) | ticks(other)
    assert both == js.call("merged", other, one) == js.call("merged", both, both)


@settings(max_examples=60, deadline=None)
@given(sound, days, slugs, slugs.filter("-".__ne__))
def test_a_tick_adds_itself_alone_and_goes_alone(js: Modules, done: Done, day: str, plan: str, session: str) -> None:
    tick = (day, plan, session)
    on = js.call("ticked", done, tick, True)
    off = js.call("ticked", on, tick, False)
    assert ticks(on) == ticks(done) | {tick}
    assert ticks(off) == ticks(done) - {tick}
    assert js.call("doneOn", on, day, plan) == sorted(set(done.get(day, {}).get(plan, [])) | {session})
    assert js.call("countOn", off, day) == len([one for one in ticks(off) if one[0] == day])


@pytest.mark.parametrize("tick", [["2026-02-30", "full", "morning"], [TODAY, "Full", "morning"], [TODAY, "full", ""]])
def test_a_tick_that_cannot_be_changes_nothing(js: Modules, tick: list[str]) -> None:
    assert js.call("ticked", {TODAY: {"full": ["morning"]}}, tick, True) == {TODAY: {"full": ["morning"]}}


def test_beyond_a_thousand_days_the_oldest_go(js: Modules) -> None:
    first = date(2020, 1, 1)
    many = {(first + timedelta(n)).isoformat(): {"full": ["morning"]} for n in range(1000)}
    more = js.call("ticked", many, [TODAY, "full", "morning"], True)
    assert len(more) == 1000
    assert min(more) == "2020-01-02"
    assert max(more) == TODAY
    text = json.dumps({"kind": "exercise-record", "version": 1, "done": more | {"2020-01-01": {"full": ["morning"]}}})
    assert js.call("read", text, TODAY)["fault"] == "done"


GOOD: dict[str, Any] = {"kind": "exercise-record", "version": 1, "done": {TODAY: {"full": ["morning"]}}}


@pytest.mark.parametrize(
    ("change", "fault", "what"),
    [
        ({"kind": "sleep-record"}, "kind", ""),
        ({"version": "1"}, "version", ""),
        ({"version": 2}, "newer", ""),
        ({"plan": "The Full Week"}, "plan", "The Full Week"),
        ({"week": "x1.1=morning"}, "week", ""),
        ({"week": "w" + "1" * 4000}, "week", ""),
        ({"cues": {"voice": {}}}, "cues", ""),
        ({"done": []}, "done", ""),
        ({"done": {"2026-11-31": {}}}, "date", "2026-11-31"),
        ({"done": {"2026-11-28": {"full": ["morning"]}}}, "ahead", "2026-11-28"),
        ({"done": {TODAY: {"<b>": ["morning"]}}}, "plan", "<b>"),
        ({"done": {TODAY: {"full": "morning"}}}, "done", TODAY),
        ({"done": {TODAY: {"full": ["Morning"]}}}, "session", "Morning"),
    ],
)
def test_a_refusal_names_what_is_wrong(js: Modules, change: dict[str, Any], fault: str, what: str) -> None:
    assert js.call("read", json.dumps(GOOD | change), TODAY) == {"fault": fault, "what": what}


def test_a_file_of_any_size_is_looked_at_only_up_to_a_limit(js: Modules) -> None:
    assert js.call("read", json.dumps(GOOD) + " " * 1_000_000, TODAY)["fault"] == "large"


def faults() -> set[str]:
    """All reasons to refuse a file, as the scripts name them."""
    record = (SCRIPTS / "progress/record.js").read_text(encoding="utf-8")
    return {*re.findall(r'(?:refused|bad)\("(\w+)"', record), *re.findall(r'parts\([^)]*, "(\w+)"', record)}


def test_the_page_has_words_for_every_reason() -> None:
    words = (PROJECT / "overrides/components/device/file.html").read_text(encoding="utf-8")
    assert len(faults()) > 8
    assert {fault for fault in (*faults(), "newer", "unkept") if f'data-{fault}="' not in words} == set()
