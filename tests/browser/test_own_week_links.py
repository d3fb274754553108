"""Links of weeks, read by the page's own modules: valid, broken and hostile ones."""

import json
import re
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest
from footing.planning.share_link import checksum
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, Route

from tests.support.addresses import EXERCISES, PLANS
from tests.support.watched_pages import OpenPage

PROJECT = Path(__file__).parents[2]
LINKS = re.findall(r"^(w\d\S*)\n(.+)$", Path(__file__).with_name("links.txt").read_text("utf-8"), re.MULTILINE)
FULL = next(link for link, _ in LINKS if link.count(".") == 11)
BATCH = 50

IMPORT = """async () => {
    const load = name => import(new URL(`../modules/builder/${name}.js`, location.href).href)
    window.link = await load("link")
    window.calendar = await load("calendar")
    window.week = Object.assign({}, ...(await Promise.all(["week", "changes", "fitted", "published"].map(load))))
}"""

Read = dict[str, Any]


@pytest.fixture
def modules(open_page: OpenPage) -> Page:
    """A page with the site's data as `data` and the builder's pure modules as `link`, `calendar` and, the rest, `week`."""
    page = open_page()

    def source(route: Route) -> None:
        name = route.request.url.partition("/modules/")[2]
        text = (PROJECT / "docs/assets/js" / name).read_text("utf-8")
        route.fulfill(body=text, content_type="text/javascript")

    page.route("**/modules/**", source)
    page.goto("about/")
    page.evaluate(IMPORT)
    page.evaluate("""async () => {
        window.data = await (await fetch(new URL("../week/patterns.json", location.href))).json()
        window.read = fragment => {
            const read = link.readLink(fragment)
            const all = read.week ? week.fitted(read.week, data) : { week: null, problems: [] }
            return { raw: read.week, week: all.week, problems: [...read.problems, ...all.problems] }
        }
    }""")
    return page


def read(page: Page, fragment: str) -> Read:
    found: Read = page.evaluate("fragment => read(fragment)", fragment)
    return found


def whole(*parts: str) -> str:
    """A link of these parts whose check is right."""
    text = ".".join(["w1", *parts])
    return f"{text}.{checksum(text)}"


def coded(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def kinds(link: Read) -> list[tuple[str, str]]:
    return [(problem["kind"], problem["what"]) for problem in link["problems"]]


def test_a_link_reads_and_writes_its_week(modules: Page) -> None:
    for fragment, meaning in LINKS:
        link = read(modules, fragment)
        assert link["raw"] == json.loads(meaning), fragment
        assert not [kind for kind, _ in kinds(link) if kind in ("garbage", "newer", "changed", "unreadable", "unknown")]
        assert modules.evaluate("fragment => link.linkOf(read(fragment).week)", fragment) == fragment
        assert read(modules, fragment.replace("=", "%3D"))["raw"] == json.loads(meaning)


def test_a_link_is_short_and_has_only_characters_that_chats_keep(modules: Page) -> None:
    """Ten exercises with every dose value changed fit in 400 characters, none of which ends an address in a chat."""
    changed = modules.evaluate("""() => {
        let now = { ...week.emptyWeek(data), name: "Grandma’s second week" }
        for (const slug of Object.keys(data.exercises)) {
            now = week.withExercise(now, data, slug)
            for (const [key, value] of [["seconds", 125], ["reps", 25], ["days", 5], ["times", 2]]) {
                now = week.withDoseValue(now, data, slug, key, value)
            }
            now = week.withSides(now, slug, "r")
        }
        return link.linkOf(now)
    }""")
    assert len(EXERCISES) == 10
    assert changed.count("125s25x") == 10
    assert len(changed) <= 400
    for fragment in (changed, *(link for link, _ in LINKS)):
        assert re.fullmatch(r"[A-Za-z0-9._=-]*[a-z0-9]", fragment)


def test_an_incomplete_link_is_reported(modules: Page) -> None:
    for fragment, expected in (
        *(("", "garbage"), ("main", "garbage"), ("w0.1.x", "garbage"), ("w", "garbage"), ("w1" * 3000, "garbage")),
        *(("%E0%A4%A", "garbage"), ("w2.anything", "newer"), ("w17", "newer")),
        *(("w1", "changed"), (FULL[:-1], "changed"), (FULL[:-20], "changed")),
    ):
        link = read(modules, fragment)
        assert [kind for kind, _ in kinds(link) if kind != "unreadable"] == [expected], fragment
        assert (link["week"] is None) == (expected != "changed")


def test_unknown_exercises_and_sessions_are_named_and_left_out(modules: Page) -> None:
    link = read(
        modules, whole("12=morning=teatime=constructor", "__proto__=3s3x==1", "towel=9s9x==1", "sky-circles=9s2xe==1")
    )
    assert kinds(link) == [
        *(("session", "teatime"), ("session", "constructor")),
        *(("unknown", "__proto__"), ("unknown", "towel")),
    ]
    assert [entry["slug"] for entry in link["week"]["exercises"]] == ["sky-circles"]
    assert link["week"]["sessions"] == ["morning"]


def test_a_renamed_exercise_is_found_by_its_old_name(modules: Page) -> None:
    modules.evaluate("data.formerly['ball-roll'] = 'cork-roll'")
    link = read(modules, whole("1=morning", "ball-roll=60s1xe==1"))
    assert kinds(link) == []
    assert [entry["slug"] for entry in link["week"]["exercises"]] == ["cork-roll"]


def test_out_of_range_values_are_bounded_and_impossible_places_replaced(modules: Page) -> None:
    link = read(
        modules,
        whole(
            "135=morning=midday=evening",
            *(
                "cork-roll=9999s0xe=246=1",
                "high-march=30s1xl==1",
                "sky-circles=10s1xe==2",
                "cork-roll=60s1xe==1",
            ),
        ),
    )
    names = ["Cork roll", "High march", "Sky circles", "Cork roll"]
    assert kinds(link) == [("bounded", name) for name in names]
    roll, march, circles = link["week"]["exercises"]
    assert (roll["seconds"], roll["reps"]) == (600, 1)
    assert roll["on"]["due"] in ([0], [2], [4])
    assert march["side"] == ""
    assert circles["at"]["due"] in ([0], [2])  # on the floor, never between


def test_names_and_notes_become_one_short_line_of_text(modules: Page) -> None:
    name, note = coded("<b>A</b>\u202e\n" * 9), coded("é" * 300)
    link = read(modules, whole("1=morning", f"N{name}", f"T{note}", "N!", "T_w"))
    assert link["week"]["name"] == ("<b>A</b> " * 9)[:40].strip()
    assert link["week"]["note"] == "é" * 200
    assert kinds(link) == [("unreadable", "N!"), ("unreadable", "T_w")]


# Random and hostile links

_slugs = st.sampled_from(
    [*EXERCISES, "towel", "__proto__", "constructor", "<img src=x onerror=hacked()>", "", "a" * 90]
)
_digits = st.text("0123456789o", max_size=9)
_part = st.one_of(
    st.builds(
        lambda slug, s, r, side, on, at: f"{slug}={s}s{r}x{side}={on}={at}",
        *(
            _slugs,
            st.integers(0, 10**10),
            st.integers(0, 99),
            st.sampled_from(["", "e", "l", "r", "z"]),
            _digits,
            _digits,
        ),
    ),
    st.text(max_size=20).map(lambda text: "N" + coded(text.encode("utf-8", "replace").decode())),
    st.sampled_from(
        ["T" + coded("<script>hacked()</script>"), "T" + coded('"><img src=x onerror=hacked()>'), "N====", "T%"]
    ),
    st.text(max_size=30),
)
_week = st.builds(
    lambda days, sessions: "=".join([days, *sessions]),
    st.text("1234567", max_size=7),
    st.lists(st.sampled_from(["morning", "midday", "afternoon", "evening", "teatime", "<b>", "toString"]), max_size=6),
)
_fragment = st.one_of(
    st.text(max_size=60),
    st.builds(lambda week, parts: whole(week, *parts), _week, st.lists(_part, max_size=14)),
    st.builds(lambda week, parts: ".".join(["w1", week, *parts]), _week, st.lists(_part, max_size=4)),
    st.builds(lambda at, text: FULL[:at] + text + FULL[at:], st.integers(0, len(FULL)), st.text(max_size=5)),
    st.integers(0, len(FULL)).map(lambda length: FULL[:length]),
    st.sampled_from(
        ["javascript:hacked()", "w1.%00", "w1.\x00", "%", "w1..", "w1.1=.", "w999999999999", "w1" + "." * 4000]
    ),
)

HARMLESS = """async fragments => {
    const shown = document.querySelector("own-week")
    const wrong = []
    const elements = () => [...new Set([...shown.querySelectorAll("*")].map(each => each.localName))].sort().join()
    const texts = week => [week.name, week.note].filter(Boolean)
    for (const fragment of fragments) {
        try {
            const { raw, week: now } = read(fragment)
            if (now) {
                const again = read(link.linkOf(now))
                if (JSON.stringify(again.week) !== JSON.stringify(now)) wrong.push(["comes back as another week", fragment])
                if (again.problems.length) wrong.push(["its own link has problems", fragment])
                const whole = now.exercises.every(({ seconds, reps, on, at }) =>
                    seconds >= 1 && seconds <= 600 && reps >= 1 && reps <= 60 && on.due.length && at.due.length)
                const some = now.exercises.length <= 12 && now.days.length && now.sessions.length
                if (!whole || !some) wrong.push(["unbounded", fragment])
                week.publishedWeek(now, data, "")
            }
            history.replaceState(null, "", location.pathname + "#" + encodeURIComponent(fragment))
            window.dispatchEvent(new HashChangeEvent("hashchange"))
            if (now) for (const text of texts(now)) if (!shown.textContent.includes(text)) wrong.push(["not as text", fragment])
        } catch (error) {
            wrong.push([String(error), fragment])
        }
    }
    await new Promise(resolve => setTimeout(resolve, 50)) // an element that was not meant would load and run
    return { wrong, elements: elements(), hacked: Boolean(window.hackedBy) }
}"""


def no_harm_by(modules: Page, batches: int) -> None:
    """Reads each batch, writes it back as a link, and shows it on the page itself."""
    modules.add_init_script("window.hacked = () => { window.hackedBy = true }")
    prepare = modules.evaluate("read.toString()")
    modules.goto("your-own-week/#long-week")
    modules.locator("own-week .gf-box").first.wait_for()
    modules.evaluate(IMPORT)
    modules.evaluate(
        """read => {
            window.data = document.querySelector("own-week").builder.data
            window.read = eval(read)
        }""",
        prepare,
    )

    # What stands on the page, and what its own templates hold, which any week may bring onto it.
    names = """[document, ...[...document.querySelectorAll('template')].map(each => each.content)]
        .flatMap(root => [...root.querySelectorAll(root === document ? 'own-week *' : '*')])
        .map(each => each.localName)"""
    meant_set = {*modules.evaluate(names)}
    modules.evaluate("fragment => { location.hash = fragment }", whole("1=morning", "cork-roll=60s1xe==1"))
    modules.locator(".gf-received .gf-day").first.wait_for()
    meant_set |= {*modules.evaluate(names)}

    @settings(
        max_examples=batches,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(_fragment, min_size=BATCH, max_size=BATCH))
    def shown(fragments: list[str]) -> None:
        found = modules.evaluate(HARMLESS, [text.encode("utf-8", "replace").decode() for text in fragments])
        assert found["wrong"] == []
        assert set(found["elements"].split(",")) <= meant_set
        assert found["hacked"] is False

    shown()


def test_a_hundred_hostile_fragments_do_no_harm(modules: Page) -> None:
    no_harm_by(modules, 2)


@pytest.mark.slow
def test_two_thousand_hostile_fragments_do_no_harm(modules: Page) -> None:
    no_harm_by(modules, 40)


# The days and sessions that the browser chooses

LINK_OF = """plan => fetch("../your-own-week/").then(answer => answer.text()).then(text =>
    new DOMParser().parseFromString(text, "text/html").querySelector(`[data-plan=${plan}]`).dataset.week)"""


def test_a_plans_link_gives_its_published_week(modules: Page, site_dir: Path) -> None:
    for plan in PLANS:
        fragment = modules.evaluate(LINK_OF, plan)
        mine = modules.evaluate("fragment => week.publishedWeek(read(fragment).week, data, '')", fragment)
        published = json.loads((site_dir / "week" / f"{plan}.json").read_text("utf-8"))
        assert mine["slots"] == published["slots"]
        assert mine["minutes"] == published["minutes"]


def test_a_plans_exercises_chosen_one_by_one_fall_on_the_same_days(modules: Page) -> None:
    """Sessions may differ, since they are balanced over the whole week; the limits are the same."""
    floor = ("sky-circles", "scarf-lift", "cord-pull")
    for plan in PLANS:
        given_ = read(modules, modules.evaluate(LINK_OF, plan))["week"]
        chosen = modules.evaluate(
            """given => given.exercises.reduce(
                (now, { slug }) => week.withDoseValue(week.withExercise(now, data, slug), data, slug, "reps",
                    given.exercises.find(entry => entry.slug === slug).reps),
                { ...given, exercises: [] })""",
            given_,
        )
        for mine, theirs in zip(chosen["exercises"], given_["exercises"], strict=True):
            assert mine["on"] == theirs["on"], mine["slug"]
            assert [len(places) for places in mine["at"].values()] == [len(places) for places in theirs["at"].values()]
            assert mine["slug"] not in floor or set(mine["at"]["due"]) <= {0, len(given_["sessions"]) - 1}
        week = modules.evaluate("now => week.publishedWeek(now, data, '')", chosen)
        assert max(minutes for day in week["minutes"].values() for minutes in day.values()) <= 10
        together = {slot["session"] for slot in week["slots"] if slot["exercise"] in floor[1:]}
        assert len(together) <= 1  # floor exercises of once a day share a session


def test_changing_days_or_sessions_moves_as_little_as_possible(modules: Page) -> None:
    before, fewer, other, back = modules.evaluate(
        """fragment => {
            const before = read(fragment).week
            const fewer = week.withDays(before, data, [0, 1, 2, 3, 4])
            const other = week.withSessions(fewer, data, ["morning", "evening"])
            return [before, fewer, other, week.withDays(other, data, before.days)]
        }""",
        FULL,
    )
    assert [entry["slug"] for entry in back["exercises"]] == [entry["slug"] for entry in before["exercises"]]
    for old, new, two in zip(before["exercises"], fewer["exercises"], other["exercises"], strict=True):
        due = len(old["on"]["due"])
        assert len(new["on"]["due"]) == min(due, 5)
        assert set(new["on"]["due"] + new["on"]["more"]) <= {0, 1, 2, 3, 4}
        assert new["at"] == old["at"]
        assert len(two["at"]["due"]) == min(len(old["at"]["due"]), 2)
        assert two["on"] == new["on"]
    assert sum(len(entry["on"]["due"]) == 7 for entry in back["exercises"]) == 7
