"""The PDFs of every plan and the link previews, in the built site."""

import json
import re
import struct
from collections import Counter
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from footing.exports.pdf import export_paths
from footing.pages import wording
from footing.planning.dose import dose_of
from pypdf import PdfReader

from tests.support.addresses import EXERCISES, PLANS
from tests.support.printed import MILLIMETRE, Line, Printed, described, kinds, squeezed
from tests.support.programme import content

PAPERS = {"a4": (595, 842), "letter": (612, 792)}  # points, upright
DAYS = {day: content().vocabulary.days[day].label for day in content().site.week}


def file(site_dir: Path, plan: str, kind: str) -> Path:
    return site_dir / "week" / f"{plan}-{kind}.pdf"


def weeks_of(slug: str) -> int:
    return next(plan.weeks.max if plan.weeks else 1 for plan in content().plans if plan.slug == slug)


def plan_of(slug: str) -> list[str]:
    """The exercises of a plan, in its order."""
    return [entry.use for plan in content().plans if plan.slug == slug for entry in plan.exercises]


def doses(plan: str) -> list[tuple[str, str]]:
    """Each exercise's name and its dose in the plan, as paper says it."""
    entries = next(one.exercises for one in content().plans if one.slug == plan)
    exercises = [(content().by_slug[entry.use], entry.dosage) for entry in entries]
    return [(one.name, wording.printed_dose(dose_of(one, content().site, change))) for one, change in exercises]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", PLANS)
def test_a_chart_is_one_landscape_page_in_type_of_at_least_ten_points(
    site_dir: Path, site_url: str, plan: str, paper: str
) -> None:
    printed = Printed(file(site_dir, plan, paper))
    [page] = printed.pages
    assert tuple(round(length) for length in page.get_size()[::-1]) == PAPERS[paper]
    by_size = printed.by_size(0)
    assert min(by_size) >= 10, by_size[min(by_size)]
    large = "".join(text for size, text in by_size.items() if size >= 12)
    for name, dose in doses(plan):
        assert squeezed(name) in large
        assert squeezed(dose) in large
    numbers = f"Where these numbers come from: {site_url}about/#marks"
    for words in ("Name", "Notes", "Minutes a day", numbers, content().site.stop_rule):
        assert squeezed(words) in printed.words(0)
    assert "†" not in printed.words(0)
    assert squeezed("Week of" if weeks_of(plan) == 1 else "Week 1 from") in printed.words(0)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", PLANS)
def test_a_chart_has_a_box_for_every_session_of_the_week(site_dir: Path, plan: str, paper: str) -> None:
    path = file(site_dir, plan, paper)
    slots = json.loads((site_dir / "week" / f"{plan}.json").read_text(encoding="utf-8"))["slots"]
    labels = {session: term.label for session, term in content().vocabulary.sessions.items()}
    weeks = [f" of week {week + 1}" for week in range(weeks_of(plan))] if weeks_of(plan) > 1 else [""]
    expected = Counter(
        f"{DAYS[slot['day']]}{week}, {labels[slot['session']]}{', if you like' if slot['optional'] else ''}"
        for slot in slots
        for week in weeks
    )
    told = Counter(alt for _, alt in described(PdfReader(path)) if re.split(r",| of week", alt)[0] in DAYS.values())
    assert told == expected
    boxes = [line for line in Printed(path).lines(0) if is_box(line)]
    assert Counter(box.dashed for box in boxes) == Counter(slot["optional"] for slot in slots for _ in weeks)
    assert min(min(box.width, box.height) for box in boxes) >= 5


def is_box(line: Line) -> bool:
    return 0.39 < line.thickness < 0.41 and 4 < line.width < 9 and abs(line.width - line.height) < 0.1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", PLANS)
def test_the_rows_of_a_chart_fill_one_page(site_dir: Path, plan: str, paper: str) -> None:
    printed = Printed(file(site_dir, plan, paper))
    whole = printed.pages[0].get_width() / MILLIMETRE - 20
    across = sorted(line.bottom for line in printed.lines(0) if line.width > whole - 1 and line.height < 1)
    minutes, *rows, _ = (above - below for below, above in pairwise(across))
    assert minutes < 8
    assert len(rows) == len(plan_of(plan))
    assert all(14 <= height <= 40.01 for height in rows), rows
    assert sum(rows) > min(110, 39.9 * len(rows))  # they fill the sheet


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", PLANS)
def test_a_hand_out_has_steps_doses_and_cautions_of_every_exercise(site_dir: Path, plan: str, paper: str) -> None:
    printed = Printed(file(site_dir, plan, f"handout-{paper}"))
    pages = [printed.words(number) for number in range(len(printed.pages))]
    whole = "".join(pages)
    for name, dose in doses(plan):
        assert squeezed(name) in whole
        assert squeezed(dose) in whole
    for exercise in (content().by_slug[slug] for slug in plan_of(plan)):
        cautions = (text for caution in exercise.caution for text in (caution.who, caution.advice))
        steps = (step.text for step in exercise.steps)
        assert [text for text in (*steps, *exercise.stop_if, *cautions) if squeezed(text) not in whole] == []
        assert exercise.before is None or squeezed(exercise.before) in whole
    for number, text in enumerate(pages):
        assert min(printed.by_size(number)) >= 10
        assert squeezed(f"page {number + 1} of {len(pages)}") in text
        assert squeezed(content().site.stop_rule) in text
    assert len(pages) <= 1 + ceil((len(plan_of(plan)) - 2) / 3)  # two on the first, three on the others
    assert squeezed("Timetable") in pages[0]


@pytest.mark.parametrize("kind", [*PAPERS, *(f"handout-{paper}" for paper in PAPERS)])
@pytest.mark.parametrize("plan", PLANS)
def test_a_pdf_is_tagged_and_titled_for_screen_readers(site_dir: Path, plan: str, kind: str) -> None:
    reader = PdfReader(file(site_dir, plan, kind))
    root: dict[str, Any] = dict(reader.root_object)
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode()
    name = next(one.name for one in content().plans if one.slug == plan)
    assert reader.metadata
    assert str(reader.metadata.title).startswith(name)
    structure = kinds(reader)
    assert structure.count("H1") == 1
    bookmarks = titles(reader.outline)
    assert bookmarks[0] == name
    if kind in PAPERS:
        assert "Table" in structure
        assert structure.count("TH") == 1 + len(DAYS) * weeks_of(plan) + (weeks_of(plan) if weeks_of(plan) > 1 else 0)
    else:
        assert structure.count("H2") == len(plan_of(plan))
        assert bookmarks[1:] == [content().by_slug[slug].name for slug in plan_of(plan)]
    assert all(alt.strip() for _, alt in described(reader))
    assert len(described(reader)) >= structure.count("Figure")


def titles(outline: Any) -> list[str]:
    """Of the bookmarks, in order, whatever their level."""
    return [title for item in outline for title in (titles(item) if isinstance(item, list) else [str(item.title)])]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", PLANS)
def test_qr_codes_lead_to_the_plan_and_its_exercises(site_dir: Path, site_url: str, plan: str, paper: str) -> None:
    chart = Printed(file(site_dir, plan, paper)).codes(0)
    assert [address for address, _ in chart] == [f"{site_url}week/{plan}/"]
    printed = Printed(file(site_dir, plan, f"handout-{paper}"))
    handout = [code for number in range(len(printed.pages)) for code in printed.codes(number)]
    exercises = [f"{site_url}exercises/{slug}/" for slug in plan_of(plan)]
    assert sorted(address for address, _ in handout) == sorted([f"{site_url}week/{plan}/", *exercises])
    assert min(width for _, width in chart + handout) > 17.9  # to a dot of the scan
    for address, _ in chart + handout:
        assert (site_dir / address.removeprefix(site_url) / "index.html").is_file()


@pytest.mark.parametrize("plan", PLANS)
def test_a_plans_page_links_to_its_pdfs(site_dir: Path, plan: str) -> None:
    page = (site_dir / "week" / plan / "index.html").read_text(encoding="utf-8")
    for kind in (*PAPERS, *(f"handout-{paper}" for paper in PAPERS)):
        assert f'href="../{plan}-{kind}.pdf"' in page
        assert file(site_dir, plan, kind).stat().st_size < 300_000


NAMES = [*EXERCISES, *(f"week-{plan}" for plan in PLANS), "site"]


def test_each_exercise_and_plan_has_a_link_preview(site_dir: Path) -> None:
    assert sorted(path.stem for path in (site_dir / "assets/made/previews").iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_link_preview_has_the_size_that_chats_show(site_dir: Path, name: str) -> None:
    picture = (site_dir / "assets/made/previews" / f"{name}.png").read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 100_000


def test_the_names_of_all_exports_are_known_before_they_are_made(site_dir: Path) -> None:
    found = [path for folder in ("week", "assets/made/previews") for path in (site_dir / folder).glob("*.*")]
    printed = {path.relative_to(site_dir).as_posix() for path in found if path.suffix in (".pdf", ".ics", ".png")}
    assert printed == export_paths(content()) - {"week/by-the-book.ics"}  # its session has no time of day
