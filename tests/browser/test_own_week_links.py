"""A week's link, read by the page's own modules: old ones for ever, broken and hostile ones without harm."""

import json
import re
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest
from footing.planning.share_link import check
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, Route

from tests.content.addresses import EXERCISES, PLANS
from tests.support.watched_pages import OpenPage

SITE = "real"

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
    told: Read = page.evaluate("fragment => read(fragment)", fragment)
    return told


def whole(*parts: str) -> str:
    """A link of these parts whose check is right."""
    text = ".".join(["w1", *parts])
    return f"{text}.{check(text)}"


def coded(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def kinds(told: Read) -> list[tuple[str, str]]:
    return [(problem["kind"], problem["what"]) for problem in told["problems"]]


def test_every_link_ever_sent_means_what_it_meant(modules: Page) -> None:
    for fragment, meaning in LINKS:
        told = read(modules, fragment)
        assert told["raw"] == json.loads(meaning), fragment
        assert not [kind for kind, _ in kinds(told) if kind in ("garbage", "newer", "changed", "unreadable", "unknown")]
        assert modules.evaluate("fragment => link.linkOf(read(fragment).week)", fragment) == fragment
        assert read(modules, fragment.replace("=", "%3D"))["raw"] == json.loads(meaning)


def test_a_link_is_short_and_survives_a_chat(modules: Page) -> None:
    """Nine exercises, every figure changed, fit in 400 characters; none of them is a sign that ends an address."""
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
    assert len(EXERCISES) == 9
    assert changed.count("125s25x") == 9
    assert len(changed) <= 400
    for fragment in (changed, *(link for link, _ in LINKS)):
        assert re.fullmatch(r"[A-Za-z0-9._=-]*[a-z0-9]", fragment)


def test_what_is_no_whole_link_says_so(modules: Page) -> None:
    for fragment, expected in (
        *(("", "garbage"), ("main", "garbage"), ("w0.1.x", "garbage"), ("w", "garbage"), ("w1" * 3000, "garbage")),
        *(("%E0%A4%A", "garbage"), ("w2.anything", "newer"), ("w17", "newer")),
        *(("w1", "changed"), (FULL[:-1], "changed"), (FULL[:-20], "changed")),
    ):
        told = read(modules, fragment)
        assert [kind for kind, _ in kinds(told) if kind != "unreadable"] == [expected], fragment
        assert (told["week"] is None) == (expected != "changed")


def test_what_this_site_does_not_know_is_named_and_left_out(modules: Page) -> None:
    told = read(
        modules, whole("12=morning=teatime=constructor", "__proto__=3s3x==1", "towel=9s9x==1", "ankle-circles=9s2xe==1")
    )
    assert kinds(told) == [
        *(("session", "teatime"), ("session", "constructor")),
        *(("unknown", "__proto__"), ("unknown", "towel")),
    ]
    assert [entry["slug"] for entry in told["week"]["exercises"]] == ["ankle-circles"]
    assert told["week"]["sessions"] == ["morning"]


def test_a_renamed_exercise_is_found_by_its_old_name(modules: Page) -> None:
    modules.evaluate("data.formerly['ball-roll'] = 'foot-massage'")
    told = read(modules, whole("1=morning", "ball-roll=60s1xe==1"))
    assert kinds(told) == []
    assert [entry["slug"] for entry in told["week"]["exercises"]] == ["foot-massage"]


def test_figures_are_bounded_and_places_mended(modules: Page) -> None:
    told = read(
        modules,
        whole(
            "135=morning=midday=evening",
            *(
                "foot-massage=9999s0xe=246=1",
                "walking-on-toes=30s1xl==1",
                "ankle-circles=10s1xe==2",
                "foot-massage=60s1xe==1",
            ),
        ),
    )
    names = ["Foot massage", "Walking on toes", "Ankle circles", "Foot massage"]
    assert kinds(told) == [("bounded", name) for name in names]
    massage, walk, circles = told["week"]["exercises"]
    assert (massage["seconds"], massage["reps"]) == (600, 1)
    assert massage["on"]["due"] in ([0], [2], [4])
    assert walk["side"] == ""
    assert circles["at"]["due"] in ([0], [2])  # on the floor, never between


def test_names_and_notes_are_one_line_of_text_kept_short(modules: Page) -> None:
    name, note = coded("<b>A</b>\u202e\n" * 9), coded("é" * 300)
    told = read(modules, whole("1=morning", f"N{name}", f"T{note}", "N!", "T_w"))
    assert told["week"]["name"] == ("<b>A</b> " * 9)[:40].strip()
    assert told["week"]["note"] == "é" * 200
    assert kinds(told) == [("unreadable", "N!"), ("unreadable", "T_w")]


# Random and hostile ones

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
                if (JSON.stringify(again.week) !== JSON.stringify(now)) wrong.push(["comes back as another", fragment])
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
    """Each batch is read, goes its round, and is shown on the page itself."""
    modules.add_init_script("window.hacked = () => { window.hackedBy = true }")
    prepare = modules.evaluate("read.toString()")
    modules.goto("your-own-week/#full")
    modules.locator("own-week .gf-box").first.wait_for()
    modules.evaluate(IMPORT)
    modules.evaluate(
        """read => {
            window.data = document.querySelector("own-week").builder.data
            window.read = eval(read)
        }""",
        prepare,
    )

    meant_set = {*modules.evaluate("[...document.querySelectorAll('own-week *')].map(each => each.localName)")}

    @settings(
        max_examples=batches,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(_fragment, min_size=BATCH, max_size=BATCH))
    def shown(fragments: list[str]) -> None:
        told = modules.evaluate(HARMLESS, [text.encode("utf-8", "replace").decode() for text in fragments])
        assert told["wrong"] == []
        assert set(told["elements"].split(",")) <= meant_set
        assert told["hacked"] is False

    shown()


def test_two_hundred_hostile_fragments_do_no_harm(modules: Page) -> None:
    no_harm_by(modules, 4)


@pytest.mark.slow
def test_two_thousand_hostile_fragments_do_no_harm(modules: Page) -> None:
    no_harm_by(modules, 40)


# The week that a browser looks up

LINK_OF = """plan => fetch("../your-own-week/").then(answer => answer.text()).then(text =>
    new DOMParser().parseFromString(text, "text/html").querySelector(`[data-plan=${plan}]`).dataset.week)"""


def test_a_plan_comes_back_as_its_published_week(modules: Page, site_dir: Path) -> None:
    for plan in PLANS:
        fragment = modules.evaluate(LINK_OF, plan)
        mine = modules.evaluate("fragment => week.publishedWeek(read(fragment).week, data, '')", fragment)
        published = json.loads((site_dir / "week" / f"{plan}.json").read_text("utf-8"))
        assert mine["slots"] == published["slots"]
        assert mine["minutes"] == published["minutes"]


def test_its_exercises_chosen_one_by_one_fall_on_the_same_days(modules: Page) -> None:
    """Sessions may differ, since only the whole shows what balances; the limits are the same."""
    floor = ("ankle-circles", "leg-stretch-up", "resistance-band-stretch")
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
        assert len(together) <= 1  # what is on the floor once a day is done in one go


def test_days_and_sessions_change_no_more_than_they_must(modules: Page) -> None:
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
