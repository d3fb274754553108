"""The week builder: composing a week, sending it as a link, printing it and coming back to it."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.navigation import open_for_instant_navigation
from tests.browser.test_accessibility import violations
from tests.browser.test_print import LANDSCAPE, PAPERS, UPRIGHT, only_page, texts
from tests.support.addresses import PLANS
from tests.support.printed import Printed, squeezed
from tests.support.watched_pages import DESKTOP, PHONE, OpenPage

PAGE = "your-own-week/"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Boxes = list[tuple[str, int, int, str]]


BOX = ".gf-chart tbody i:not(.gf-box--none)"


def boxes(page: Page) -> Boxes:
    """The chart's boxes: exercise, day, session, due or optional."""
    return [
        (row, day, session, kind)
        for row, day, session, kind in page.locator(".gf-chart tbody tr").evaluate_all("""rows => rows.flatMap(row =>
            [...row.querySelectorAll("td:not(.gf-chart__later)")].flatMap((cell, day) =>
                [...cell.querySelectorAll("i")].flatMap((box, session) => {
                const kind = box.className.split("--")[1]
                return kind === "none" ? [] : [[row.querySelector("a").textContent, day, session, kind]]
            })))""")
    ]


def opened(page: Page, fragment: str = "") -> Page:
    page.goto("about:blank")
    page.goto(f"{PAGE}#{fragment}" if fragment else PAGE)
    page.locator(".gf-own__page").wait_for()
    return page


def pick(page: Page, name: str) -> Locator:
    return page.locator(".gf-own-pick", has=page.get_by_role("link", name=name, exact=True))


def fragment_of(page: Page) -> str:
    return page.url.partition("#")[2]


def said(page: Page) -> Locator:
    return page.locator("[data-part=said]")


def stored(page: Page) -> list[str]:
    return sorted(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('gf-'))"))


def test_without_scripts_the_week_builder_says_so_and_links_to_the_plans(no_js: Page) -> None:
    no_js.goto(PAGE)
    expect(no_js.get_by_role("heading", level=1)).to_have_text("A week of your own")
    expect(no_js.get_by_text("your browser has not run it")).to_be_visible()
    for plan in PLANS:
        expect(no_js.locator(f"main a[href$='week/{plan}/']")).to_be_visible()
    expect(no_js.locator("main button:visible")).to_have_count(0)


def test_the_week_builder_shows_the_plans_if_its_data_cannot_be_loaded(
    open_page: OpenPage, problems: list[str]
) -> None:
    page = open_page()
    page.route("**/patterns.json", lambda route: route.abort())
    page.goto(PAGE)
    expect(page.locator("main a[href$='week/long-week/']")).to_be_visible()
    expect(page.locator(".gf-own__page")).to_be_hidden()
    problems.clear()


def test_a_week_is_built_by_touch_and_opened_from_its_link(phone: Page, open_page: OpenPage, site_dir: Path) -> None:
    opened(phone)
    expect(phone.get_by_text("Nothing chosen yet. Add")).to_be_visible()

    phone.get_by_role("button", name="Short start").tap()
    week = json.loads((site_dir / "week" / "short-start.json").read_text("utf-8"))
    assert len(boxes(phone)) == len(week["slots"]) == 28
    expect(phone.locator(".gf-chart tfoot")).to_contain_text("7")
    expect(phone.locator("[data-part=sum]")).to_have_text("4 exercises · 7 min a day")

    phone.get_by_role("button", name="Add Scarf lift").tap()
    expect(said(phone)).to_have_text("Scarf lift added.")
    assert len(boxes(phone)) == 35
    tiptoe = pick(phone, "Slow tiptoe")
    expect(tiptoe.locator(".gf-own-pick__dose")).to_contain_text("5 times‡ (book: 10)")
    tiptoe.get_by_text("Change").tap()
    for _ in range(2):
        tiptoe.get_by_role("button", name="More: times in a row, Slow tiptoe").tap()
    tiptoe.get_by_role("button", name="Less: days a week, Slow tiptoe").tap()
    expect(tiptoe.get_by_role("group", name="Times in a row, Slow tiptoe")).to_contain_text("book: 10 · your choice")
    expect(said(phone)).to_contain_text("Slow tiptoe: Hold 3 s · 7 times‡ (book: 10)")
    expect(phone.locator(".gf-chart")).to_contain_text("6 days a week‡ (book: 7)")
    roll = pick(phone, "Cork roll")
    roll.get_by_text("Change").tap()
    roll.get_by_label("Sides, Cork roll").select_option("left foot only")
    roll.get_by_label("Seconds, Cork roll").and_(phone.locator("input")).fill("90")
    roll.get_by_label("Seconds, Cork roll").and_(phone.locator("input")).press("Enter")
    expect(phone.locator(".gf-chart")).to_contain_text("Roll 90 s‡ (book: 1–3 min) · left foot only‡ (book: each foot)")

    phone.get_by_role("button", name="Remove Sky circles").tap()
    assert "Sky circles" not in [row for row, *_ in boxes(phone)]
    phone.get_by_role("button", name="Undo").tap()
    assert "Sky circles" in [row for row, *_ in boxes(phone)]
    phone.get_by_role("button", name="Redo").tap()
    assert "Sky circles" not in [row for row, *_ in boxes(phone)]

    phone.get_by_label("Name of this week").fill("Oma <b>Füße</b>")
    phone.get_by_role("textbox", name="Note").fill("Hold the worktop. <script>alert(1)</script>")
    phone.get_by_role("checkbox", name="Evening").check()
    phone.get_by_role("checkbox", name="Sunday").uncheck()
    expect(phone.locator(".gf-chart h2")).to_have_text("Oma <b>Füße</b>")
    expect(phone.locator(".gf-chart__note")).to_have_text("Note: Hold the worktop. <script>alert(1)</script>")
    assert not [box for box in boxes(phone) if box[1] == 6]
    assert stored(phone) == []

    sent = phone.locator("share-button").last.get_attribute("data-url")
    assert sent is not None
    assert sent.endswith("#" + fragment_of(phone))
    assert sent.split("#")[0] == phone.url.split("#")[0]
    other = opened(open_page(viewport=PHONE), sent.split("#")[1])
    expect(other.locator("strong", has_text="Someone made this plan for you.")).to_be_visible()
    assert boxes(other) == boxes(phone)
    assert texts(other, ".gf-chart") == texts(phone, ".gf-chart")
    assert fragment_of(other) == fragment_of(phone)
    assert stored(other) == []
    expect(other.get_by_role("heading", name="Exercises")).to_be_hidden()
    for before in ("Sit down. A cork ball rolls away.", "Both hands on the rail."):
        expect(other.locator(".gf-received__before", has_text=before).first).to_be_attached()
    other.get_by_role("button", name="Change this week").click()
    expect(other.get_by_role("heading", name="Start from a plan")).to_be_focused()
    expect(other.get_by_label("Name of this week")).to_have_value("Oma <b>Füße</b>")


SENT = "w1.1234567=morning=evening.NT21h.TSG9sZCB0aGUgdGFibGU.cork-roll=60s1xe==1.ankle-cross=10s3xe=4=2.6r"


def test_a_received_week_shows_name_note_picture_and_start_on_the_first_screen(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    page.clock.install(time=datetime(2026, 11, 26, 9))  # a Thursday
    opened(page, SENT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Oma")
    in_order = [
        page.get_by_role("heading", level=1),
        page.get_by_text("Note: Hold the table").locator("visible=true"),
        page.locator(".gf-received .gf-figure svg"),
        page.get_by_text("First: Cork roll").locator("visible=true"),
        page.get_by_role("button", name="Start").first,
        page.locator("strong", has_text="Someone made this plan for you. We haven’t checked it."),
        page.locator(".gf-day--today"),
        page.get_by_role("button", name="Print the week"),
        page.get_by_role("button", name="Send this week"),
        page.get_by_role("button", name="Change this week"),
    ]
    tops = [part.evaluate("part => part.getBoundingClientRect().top + scrollY") for part in in_order]
    assert tops == sorted(tops)
    expect(page.get_by_role("button", name="Start").first).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize(
    ("hour", "session", "first"),
    [(9, "Morning", "Cork roll"), (13, "Morning", "Cork roll"), (20, "Evening", "Ankle cross")],
)
def test_a_received_week_offers_the_session_of_the_hour(
    open_page: OpenPage, hour: int, session: str, first: str
) -> None:
    page = open_page(viewport=PHONE)
    page.clock.install(time=datetime(2026, 11, 26, hour, 15))  # a Thursday
    opened(page, "w1.14=morning=evening.cork-roll=60s1xl==1.ankle-cross=10s3xe=4=2.xx")
    starts = page.get_by_role("button", name=re.compile("^Start: "))
    expect(starts).to_have_count(2)
    expect(starts.first).to_contain_text(session)
    expect(page.locator(".gf-received__start .gf-button--main, .gf-own__start .gf-button--main")).to_have_count(1)
    expect(page.get_by_text(f"First: {first}").locator("visible=true")).to_be_visible()


def test_a_received_week_shows_no_part_of_the_builder(phone: Page) -> None:
    opened(phone, SENT)
    for part in (".gf-own__bar", ".gf-own__form", ".gf-own__problems", ".gf-own__sheet"):
        expect(phone.locator(part)).to_be_hidden()
    expect(phone.get_by_text("Pick exercises")).to_be_hidden()
    phone.get_by_role("button", name="Change this week").tap()
    expect(phone.locator(".gf-own__bar")).to_be_visible()
    expect(phone.locator(".gf-received")).to_be_hidden()
    expect(phone.get_by_role("heading", level=1)).to_have_text("A week of your own")


def test_a_received_week_has_a_row_a_day_with_today_first_and_open(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    page.clock.install(time=datetime(2026, 11, 26, 9))  # a Thursday
    opened(page, SENT)
    days = page.locator(".gf-received .gf-day")
    names = days.locator("h2").all_inner_texts()
    assert [name.split()[-1] for name in names] == [
        *("Thursday", "Monday", "Tuesday", "Wednesday", "Friday", "Saturday", "Sunday"),
    ]
    assert names[0].startswith("Today")
    assert [day.get_attribute("open") for day in days.all()] == ["", *[None] * 6]
    assert days.first.locator("h3").all_inner_texts() == ["Morning · 3 min", "Evening · 2 min"]
    assert days.first.locator("li a").all_inner_texts() == ["Cork roll", "Ankle cross"]
    days.nth(1).locator("summary").click()
    expect(days.nth(1).get_by_role("link", name="Cork roll")).to_be_visible()
    expect(days.nth(1).get_by_text("Sit down. A cork ball rolls away.")).to_be_visible()


def test_a_received_week_without_a_name_has_a_heading_and_only_its_days(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    page.clock.install(time=datetime(2026, 11, 26, 9))  # a Thursday
    opened(page, "w1.14=morning=evening.cork-roll=60s1xl=1=1.xx")
    expect(page.get_by_role("heading", level=1)).to_have_text("A week for you")
    expect(page.locator(".gf-received__note")).to_be_hidden()
    expect(page.locator(".gf-received .gf-day h2")).to_have_text(["Monday"])
    expect(page.locator(".gf-own__problems")).to_contain_text("cut off or changed")


def test_the_builders_bar_never_covers_the_control_that_has_the_focus(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    opened(page, "short-start")
    pick(page, "Cork roll").get_by_text("Change").click()
    page.locator("h1").evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    covered = []
    for _ in range(200):
        page.keyboard.press("Tab")
        focus = page.evaluate("""() => {
            const [bar, it] = [document.querySelector(".gf-own__bar"), document.activeElement]
            const under = it.getBoundingClientRect().bottom > bar.getBoundingClientRect().top
            return { name: it.outerHTML.slice(0, 120), inBar: bar.contains(it), under }
        }""")
        if focus["inBar"]:
            break
        if focus["under"]:
            covered.append(focus["name"])
    assert covered == []
    assert focus["inBar"]


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_to_start_from_equals_its_published_week(page: Page, site_dir: Path, plan: str) -> None:
    """The plan's page links to the builder, whose chart has the same boxes and minutes."""
    page.goto(f"week/{plan}/")
    published = boxes(page)
    minutes = texts(page, ".gf-chart tfoot td:not(.gf-chart__later)")
    page.get_by_role("link", name="Change this week").click()
    page.locator(".gf-own__page").wait_for()
    assert boxes(page) == published
    assert texts(page, ".gf-chart tfoot td") == minutes


def test_a_week_is_in_the_address_and_stored_only_on_request(page: Page) -> None:
    opened(page, "short-start")
    before = boxes(page)
    page.reload()
    page.locator(".gf-own__page").wait_for()
    assert boxes(page) == before
    page.get_by_role("button", name="Change this week").click()
    page.get_by_role("button", name="Keep on this device").click()
    assert stored(page) == ["gf-own-week"]
    opened(page)
    assert boxes(page) == before
    expect(page.locator(".gf-own__problems")).to_be_hidden()

    page.evaluate("location.hash = 'w1.1=morning.cork-roll=60s1xe==1.xx'")  # a link pasted over it
    expect(page.locator(".gf-own__problems")).to_contain_text("cut off or changed on the way")
    expect(page.locator(".gf-own__problems")).to_contain_text("Another week is kept on this device")
    expect(page.locator(BOX)).to_have_count(1)
    page.reload()
    expect(page.locator(".gf-own__problems")).to_contain_text("cut off or changed on the way")
    page.get_by_role("button", name="Open the kept week").click()
    assert boxes(page) == before
    page.get_by_role("button", name="Undo").click()
    assert len(boxes(page)) == 1
    page.get_by_role("button", name="Open the kept week").click()
    page.get_by_role("button", name="Forget the kept week").click()
    assert stored(page) == []


def test_a_link_without_a_valid_week_is_reported(page: Page) -> None:
    for fragment, words in (
        ("w2.123.something", "from a newer version of this site"),
        ("rubbish", "We can’t read a week from this link"),
        ("w1.1=morning.no-such=3s3x==1.cork-roll=60s1xe==1.aa", "this site has no such exercise: no-such"),
    ):
        opened(page, fragment)
        expect(page.locator(".gf-own__problems")).to_contain_text(words)
    assert [row for row, *_ in boxes(page)] == ["Cork roll"]
    opened(page, "short-start")
    page.evaluate("location.hash = 'main'")  # as the link past the header does
    expect(page).to_have_url(re.compile(r"#w1\."))  # the builder puts the week back
    expect(page.locator(".gf-chart tbody tr")).to_have_count(4)
    expect(page.locator(BOX)).to_have_count(28)


def test_a_week_can_be_built_by_keyboard(page: Page) -> None:
    opened(page, "short-start")
    page.get_by_role("button", name="Add Wall sway").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove Wall sway")).to_be_focused()
    for _ in range(1):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the figures unfold
    more = page.get_by_role("button", name="More: days a week, Wall sway")
    less = page.get_by_role("button", name="Less: days a week, Wall sway")
    expect(more).to_have_attribute("aria-disabled", "true")
    less.focus()
    for _ in range(9):  # no further than one
        page.keyboard.press("Space")
    expect(page.get_by_label("Days a week, Wall sway").and_(page.locator("input"))).to_have_value("1")
    expect(less).to_be_focused()
    expect(said(page)).to_contain_text("one day a week‡ (our choice: 7)")
    unnamed = page.locator("own-week").evaluate("""place => [...place.querySelectorAll("button, input, select, textarea")]
        .filter(each => each.offsetParent && !each.getAttribute("aria-label") && !each.textContent.trim())
        .filter(each => !each.labels || !each.labels.length).map(each => each.outerHTML)""")
    assert unnamed == []


def test_dose_values_of_an_exercise_without_source_are_marked_as_site_choices(page: Page) -> None:
    def as_own(route: Route) -> None:
        """The data as if the cork roll had no source."""
        response = route.fetch()
        data = response.json()
        own = data["exercises"]["cork-roll"]
        own["from_source"] = False
        for key in ("seconds", "reps", "per_day", "days"):
            own[key] = own[key] and own[key] | {"stated": False, "ours": True}
        own["sides"]["ours"] = True
        route.fulfill(response=response, json=data)

    page.route("**/patterns.json", as_own)
    opened(page)
    page.get_by_role("button", name="Add Cork roll").click()
    chart = page.locator(".gf-chart tbody")
    expect(chart).to_contain_text("Roll 1–3 min† · each foot†")
    expect(chart).to_contain_text("once a day† · every day† · start with 1 min†")
    roll = pick(page, "Cork roll")
    roll.locator("summary").click()
    roll.get_by_role("button", name="Less: seconds").click()
    expect(chart).to_contain_text("Roll 55 s‡ (our choice: 1–3 min) · each foot†")
    expect(roll.locator("[data-figure=side] small")).to_have_text("our choice: each foot")


def test_a_long_session_is_pointed_out(page: Page) -> None:
    opened(page, "short-start")
    expect(page.locator(".gf-own__long")).to_be_hidden()
    for name in ("Scarf lift", "Cord pull", "Sponge squeeze"):
        page.get_by_role("button", name=f"Add {name}").click()
    expect(page.locator(".gf-own__long")).to_contain_text("morning takes about")
    expect(page.locator(".gf-own__long")).to_contain_text("long for one session")


def calendar(page: Page) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Put in a calendar").click()
    return Path(download.value.path()).read_bytes().decode("utf-8")


def test_the_calendar_of_a_built_week_has_its_sessions_and_is_well_formed(page: Page, site_dir: Path) -> None:
    opened(page, "long-week")
    text = calendar(page)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    events = [dict(line.split(":", 1) for line in event.split("\r\n")[::-1] if ":" in line)
              for event in "\r\n".join(lines).split("BEGIN:VEVENT\r\n")[1:]]  # fmt: skip
    published = json.loads((site_dir / "week" / "long-week.json").read_text("utf-8"))
    names = {
        label: session for session, label in (("morning", "Morning"), ("midday", "Midday"), ("evening", "Evening"))
    }
    happens: list[tuple[str, str]] = []
    for event in events:
        begins = datetime.strptime(event["DTSTART"], "%Y%m%dT%H%M%S")  # no zone: floating
        days = event["RRULE"].removeprefix("FREQ=WEEKLY;BYDAY=").split(",")
        session = names[event["SUMMARY"].rpartition(": ")[2]]
        assert DAYS[begins.weekday()][:2].upper() in days
        assert begins.date() - datetime.now().date() < timedelta(days=7)
        assert begins.strftime("%H:%M") == {"morning": "08:00", "midday": "12:30", "evening": "19:00"}[session]
        happens += [(day, session) for day in DAYS if day[:2].upper() in days]
        for day in (day for day in DAYS if day[:2].upper() in days):
            listed = [slot for slot in published["slots"] if (slot["day"], slot["session"]) == (day, session)]
            described = event["DESCRIPTION"].split("\\n")[: len(listed)]
            optional = [line.endswith("(if you like)") for line in described]
            assert optional == [slot["optional"] for slot in listed]
    assert sorted(happens) == sorted({(slot["day"], slot["session"]) for slot in published["slots"]})
    identities = re.findall(r"UID:(\S+)", "\n".join(lines))
    assert len(set(identities)) == len(events)
    again = re.findall(r"UID:(\S+)", calendar(page).replace("\r\n ", ""))
    assert again == identities  # importing it twice makes no duplicates


def changed_week(page: Page) -> Page:
    """Nine exercises with every dose value changed and the longest name and note: the most that a page must hold."""
    opened(page, "long-week")
    page.get_by_label("Name of this week").fill("Wilhelmina Featherstonehaugh, 2nd week 2")
    page.get_by_role("textbox", name="Note").fill(
        ("Take the worktop with both hands. Ask when the heel hurts the next day. " * 3)[:200]
    )
    page.get_by_role("textbox", name="Note").blur()
    page.evaluate("""() => {
        const { builder } = document.querySelector("own-week")
        for (const { slug } of builder.week.exercises) {
            for (const [key, value] of [["seconds", 125], ["reps", 25], ["times", 2], ["days", 5]]) {
                builder.setValue(slug, key, value)
            }
            if (builder.data.exercises[slug].limb) builder.setSides(slug, "r")
        }
    }""")
    return page


@pytest.mark.parametrize("week", ["short-start", "long-week", "changed"])
def test_a_built_week_prints_its_chart_alone_on_one_page(page: Page, week: str) -> None:
    if week == "changed":
        changed_week(page)
    else:
        opened(page, week)
    for printer in (LANDSCAPE[0], *UPRIGHT):
        for paper in PAPERS:
            pdf = printer(page, paper)
            sheet = only_page(pdf, paper, landscape=printer in LANDSCAPE)
            assert [address for address, _ in Printed(pdf).codes(0)] == [page.url]  # opens this very week
            printed = squeezed(sheet.text)
            for part in (
                "h2",
                ".gf-chart__name",
                ".gf-chart__dose",
                ".gf-chart__often",
                ".gf-chart__key",
                ".gf-chart__stop",
            ):
                for text in texts(page, f".gf-chart {part}" if part == "h2" else part):
                    assert squeezed(text) in printed
            if week == "changed":
                assert squeezed(texts(page, ".gf-chart__note")[0]) in printed
            assert not [word for word in ("Undo", "Keep on", "Add", "Start from") if squeezed(word) in printed]
            assert min(sheet.by_size) >= 10


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.slow), "dark"])
def test_the_week_builder_has_no_violation_in_any_state(open_page: OpenPage, scheme: str) -> None:
    page = open_page(viewport=PHONE, color_scheme=scheme)
    opened(page)
    assert not violations(page)
    opened(page, "short-start")
    pick(page, "Cork roll").get_by_text("Change").click()
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        assert not violations(page)
    opened(page, "w1.1=morning=teatime.no-such=3s3x==1.cork-roll=6000s1xe==1.aa")
    assert not violations(page)


def test_the_week_builder_fits_a_narrow_phone_with_large_text_and_targets(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    opened(page, "long-week")
    pick(page, "Cork roll").get_by_text("Change").click()
    for scale in (100, 200):
        page.add_style_tag(content=f"html {{ font-size: {125 * scale // 100}% !important }}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    controls = "button, select, summary, textarea, label.gf-chip, input:not([type=checkbox])"
    small = page.locator("own-week").evaluate(
        """(place, controls) => [...place.querySelectorAll(controls)].filter(each => each.offsetParent)
            .map(each => [each.getBoundingClientRect(), each.outerHTML])
            .filter(([{ width, height }]) => width < 44 || height < 44).map(([, html]) => html)""",
        controls,
    )
    assert small == []


def test_a_built_weeks_session_of_today_can_be_started(open_page: OpenPage) -> None:
    page = open_page()
    page.clock.install(time=datetime(2026, 11, 26, 9))  # a Thursday
    page.add_init_script("""
        document.addEventListener("own-week:start", ({ detail }) => { window.begun = detail })
    """)
    opened(page, "w1.14=morning=evening.cork-roll=60s1xl==1.ankle-cross=10s3xe=4=2.xx")
    page.get_by_role("button", name="Start: Evening").click()
    begun: dict[str, Any] = page.evaluate("window.begun")
    assert (begun["plan"], begun["day"], begun["session"]) == (None, "thu", "evening")
    week = begun["week"]
    assert week["slots"] == [
        {"day": day, "session": session, "exercise": exercise, "optional": False}
        for day, session, exercise in (
            *(("mon", "morning", "cork-roll"), ("thu", "morning", "cork-roll")),
            ("thu", "evening", "ankle-cross"),
        )
    ]
    assert week["sessions"] == [{"id": "morning", "label": "Morning"}, {"id": "evening", "label": "Evening"}]
    assert week["exercises"]["cork-roll"] == {
        "name": "Cork roll",
        "url": "exercises/cork-roll/",
        "place": "chair",
        "verb": "roll",
        "seconds": 60,
        "about": False,
        "reps": 1,
        "sides": "left",
        "limb": "foot",
        "rest": 0,
        "ready": 10,
        "switch": 0,
    }
    assert week["minutes"]["thu"] == {"morning": 1.2, "evening": 1.7}


@pytest.mark.parametrize("keep", [False, True], ids=["a link", "kept"])
def test_a_resume_point_of_a_linked_week_is_stored_only_if_the_week_is(page: Page, keep: bool) -> None:
    opened(page, "short-start")
    if keep:
        page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("button", name=re.compile("^Start today’s session")).click()
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    left = page.evaluate("localStorage.getItem('gf-session')")
    assert (left is not None) == keep
    assert "name" not in (left or "")
    page.goto("on-this-device/")
    expect(page.locator("kept-here")).to_contain_text(f"A week of your own: {'saved' if keep else 'none'}")


def test_going_back_to_the_week_builder_restores_the_week(page: Page) -> None:
    opened(page, "short-start")
    fragment = fragment_of(page)
    page.get_by_role("link", name="Safety").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("A week of your own")
    page.go_back()
    page.locator(".gf-own__page").wait_for()
    assert fragment_of(page) == fragment
    assert len(boxes(page)) == 28


def test_send_this_week_copies_the_link_and_shows_it_selected(phone: Page) -> None:
    opened(phone)
    phone.evaluate("""() => {
        delete Navigator.prototype.share
        navigator.clipboard.writeText = async text => { window.copied = text }
    }""")
    phone.get_by_role("button", name="Add Cork roll").tap()
    phone.get_by_role("button", name="Send this week").tap()
    expect(phone.locator("share-button [role=status]")).to_have_text("Link copied.")
    assert phone.evaluate("window.copied").endswith(f"#{fragment_of(phone)}")
    field = phone.locator("share-button").get_by_role("textbox")
    expect(field).to_have_value(phone.evaluate("window.copied"))
    assert phone.evaluate("getSelection().toString()") == field.input_value()


@pytest.mark.parametrize("plan", PLANS)
def test_an_unchanged_plan_is_sent_as_the_plans_own_page(page: Page, site_url: str, plan: str) -> None:
    """A plan's page has a preview in a chat; the link of a built week cannot have one."""
    opened(page, plan)
    share = page.locator("share-button")
    name = page.locator(f"[data-plan={plan}]").text_content()
    expect(share).to_have_attribute("data-url", f"{site_url}week/{plan}/")
    expect(share).to_have_attribute("data-title", name or "")
    page.get_by_label("Name of this week").fill("For Oma")
    page.get_by_label("Name of this week").blur()
    expect(share).to_have_attribute("data-url", f"{site_url}{PAGE}#{fragment_of(page)}")
    expect(share).to_have_attribute("data-title", "For Oma")


def test_the_totals_lead_to_the_chart_and_keep_undo(phone: Page) -> None:
    opened(phone)
    phone.get_by_role("button", name="Short start").tap()
    address = phone.url
    phone.get_by_role("button", name="4 exercises").tap()
    heading = phone.locator(".gf-chart h2")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    assert phone.url == address
    phone.get_by_role("button", name="Undo").tap()
    expect(said(phone)).to_have_text("Undone.")
    expect(phone.locator("[data-part=sum]")).to_have_text("Nothing chosen yet")


# Holds the builder's data back until release() is called; then it is there at once.
HOLD_DATA = """() => {
    const load = window.fetch
    window.fetch = async resource => {
        const response = await load(resource)
        if (!String(resource).includes("patterns.json")) return response
        const data = await response.json()
        await new Promise(resolve => { window.release = resolve })
        return { ok: true, json: async () => data }
    }
}"""


def test_leaving_the_week_builder_while_it_loads_keeps_the_next_address(phone: Page, site_url: str) -> None:
    opened(phone)
    phone.get_by_role("button", name="Short start").tap()
    phone.get_by_role("button", name="Keep on this device").tap()
    open_for_instant_navigation(phone, "")
    phone.evaluate(HOLD_DATA)
    phone.get_by_role("link", name="a week of your own").click()
    phone.wait_for_function("() => window.release")
    phone.get_by_role("link", name="when not to exercise").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Safety: read this before you cast off")
    phone.evaluate("window.release()")
    assert phone.evaluate("async () => location.href") == f"{site_url}safety/"
