"""Pages as text: golden ones, front matter that JSON and YAML read alike, templates that fail on a wrong name."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from footing.content.models import Content, Plan
from footing.drawings import Drawings
from footing.pages.renderer import TEMPLATES, Files, Renderer
from footing.pipeline import Generator
from footing.planning.schedule import schedule
from jinja2 import TemplateSyntaxError, UndefinedError

from tests.unit.builders import SITE, VOCABULARY, content, exercise, plan, site, vocabulary

PROJECT = Path(__file__).parents[3]
GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.md"))
MARK = ">>> "  # begins a golden file's part: content to write, or a page to get


def files(built: Content, folder: Path, renderer: Renderer | None = None) -> Files:
    weeks = {each.slug: schedule(each, built) for each in built.plans}
    return (renderer or Renderer(Drawings(folder))).files(built, weeks, lambda done: None)


def parts(golden: Path) -> dict[str, str]:
    """The parts of a golden file by their path; what stands above the first says what the case is for."""
    _, *found = f"\n{golden.read_text(encoding='utf-8')}".split(f"\n{MARK}")
    return dict(part.split("\n", 1) for part in found)


def body(page: str) -> str:
    return page.split("\n---\n", 1)[1].strip()


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.stem)
def test_a_page_is_the_golden_one(golden: Path, tmp_path: Path) -> None:
    given = parts(golden)
    written = {path: text for path, text in given.items() if path.startswith("content/")}
    slugs = {kind: [Path(p).stem for p in written if f"/{kind}/" in p] for kind in ("exercises", "plans")}
    of_site = {**SITE, "order": slugs["exercises"], "plans": slugs["plans"]}
    written |= {"content/site.yml": json.dumps(of_site), "content/vocabulary.yml": json.dumps(VOCABULARY)} | written
    for path, text in {**written, "mkdocs.yml": "site_url: https://example.org/\n"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "assets").symlink_to(PROJECT / "docs" / "assets")  # the scripts and styles to bundle
    built = Generator(tmp_path).build().files
    wanted = {path: text for path, text in given.items() if path not in written}
    assert wanted
    for path, text in wanted.items():
        assert body(built[path]) == text.strip()


def test_there_is_a_golden_exercise_and_a_golden_plan() -> None:
    wanted = [path.split("/")[0] for golden in GOLDEN for path in parts(golden)]
    assert {"exercises", "week"} <= set(wanted)


# Files


def test_every_exercise_and_plan_has_its_files(tmp_path: Path) -> None:
    built = content(exercise("a"), exercise("b"), plans=(plan("p", exercises=["a"]), plan("q", exercises=["b"])))
    assert set(files(built, tmp_path)) == {
        *("exercises/index.md", "exercises/a.md", "exercises/b.md", "week/index.md", "week/p.md", "week/q.md"),
    }


def test_the_same_content_gives_the_same_text(tmp_path: Path) -> None:
    built = content(exercise("a"), exercise("b"), plans=(plan("p", exercises=["a"]),))
    assert files(built, tmp_path) == files(built, tmp_path)


def test_pages_are_counted_as_they_are_done(tmp_path: Path) -> None:
    heard: list[int] = []
    built = content(exercise("a"), exercise("b"))
    Renderer(Drawings(tmp_path)).files(built, {}, heard.append)
    assert heard == [1, 2, 3, 4]  # the two, and the two overviews


# Front matter

TRICKY = [
    *("yes", "no", "1:30", "010", "~", "a: b", "# x", "- x", "\\n"),
    *('"quoted"', "it’s — “so”", "{{ site.name }}", "<b>&amp;"),
]


def front(page: str) -> dict[str, Any]:
    """The front matter as MkDocs reads it."""
    _, head, _ = page.split("---\n", 2)
    read = yaml.safe_load(head)
    as_json = {key: json.loads(value) for key, value in (line.split(": ", 1) for line in head.splitlines())}
    assert read == as_json
    return dict(as_json)


@pytest.mark.parametrize("text", TRICKY)
def test_front_matter_means_the_same_in_yaml_and_json(tmp_path: Path, text: str) -> None:
    built = content(exercise(name=text, summary=text, before=text), plans=(plan(name=text, summary=text),))
    found = files(built, tmp_path)
    page = front(found["exercises/towel-scrunch.md"])
    assert page["title"] == text
    assert page["exercise"]["before"] == text
    assert page["description"].endswith(text)
    assert front(found["week/a-week.md"])["title"] == text
    assert front(found["exercises/index.md"])["cards"][0]["summary"] == text


def test_a_timer_starts_where_the_site_starts(tmp_path: Path) -> None:
    ceiling = exercise(
        dosage={"hold": "up to 15 s", "reps": "up to 10"},
        assumed={"hold": "10 s", "reps": "5", "sides": "each leg", "ready": "20 s", "rest": "4 s", "switch": "9 s"},
    )
    assert front(files(content(ceiling), tmp_path)["exercises/towel-scrunch.md"])["exercise"]["timer"] == {
        "verb": "hold",
        "seconds": 10,
        "reps": 5,
        "rest": 4,
        "sides": "left right",
        "limb": "leg",
        "ready": 20,
        "switch": 9,
    }


def test_a_timer_without_repetitions_or_sides_has_no_pauses_for_them(tmp_path: Path) -> None:
    walk = exercise(dosage={"move": {"verb": "walk", "for": "about 30 s"}, "sides": "both"})
    assert front(files(content(walk), tmp_path)["exercises/towel-scrunch.md"])["exercise"]["timer"] == {
        "verb": "walk",
        "seconds": 30,
        "reps": 1,
        "rest": 0,
        "sides": "",
        "limb": "",
        "ready": 10,
        "switch": 0,
    }


def test_a_week_from_sunday_has_its_columns_and_its_days_from_sunday(tmp_path: Path) -> None:
    built = content(plans=(plan(),)).model_copy(update={"site": site(week_starts="sunday")})
    page = files(built, tmp_path)["week/a-week.md"]
    week = front(page)["week"]
    days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    assert [day["id"] for day in week["days"]] == days
    assert [line.split('"')[3] for line in page.splitlines() if line.startswith('<details class="gf-day"')] == days
    assert [len(row["cells"]) for row in week["rows"]] == [7]


def test_a_changed_value_is_shown_with_the_articles(tmp_path: Path) -> None:
    entry = {"use": "towel-scrunch", "dosage": {"reps": "5", "per_day": "1"}, "why": "To begin with."}
    built = exercise(dosage={"hold": "3 s", "reps": "10", "per_day": "3", "days_per_week": "7"})
    page = files(content(built, plans=(plan(exercises=[entry]),)), tmp_path)["week/a-week.md"]
    [row] = front(page)["week"]["rows"]
    assert row["dose"] == "Hold 3 s · 5 times† (article: 10)"
    assert row["often"] == "once a day† (article: 3) · every day"
    assert "(article: 10)" in body(page)
    assert "To begin with" in body(page)


OWN = {"hold": "5 s", "reps": "up to 12", "sides": "each foot", "days_per_week": "7"}
MARKED = "Hold 5 s† · up to 12 times† · each foot†"


def mixed(*plans: Plan, **of_site: Any) -> Content:
    """An exercise of the source's, and one of the author's own."""
    own = exercise("own", name="Own", source=None, dosage=OWN, assumed={"reps": "6", "per_day": "1"})
    built = content(exercise(), own, plans=plans)
    return built.model_copy(update={"site": site(**of_site)})


def test_values_of_an_unsourced_exercise_are_marked_beside_sourced_ones(tmp_path: Path) -> None:
    found = files(mixed(plan(exercises=["towel-scrunch", "own"])), tmp_path)
    page = front(found["week/a-week.md"])
    sourced, own = page["week"]["rows"]
    assert (sourced["dose"], sourced["often"], sourced["start"]) == ("Hold 10 s", "once a day · every day", "")
    assert (own["dose"], own["often"], own["start"]) == (
        *(MARKED, "once a day† · every day†"),
        "start with 6 times†",
    )
    assert f"Own: {MARKED} · start with 6 times† · once a day† · every day†" in page["share_text"]
    assert f"{MARKED} · start with 6 times†</span>" in body(found["week/a-week.md"])
    assert [card["dose"] for card in front(found["exercises/index.md"])["cards"]] == ["Hold 10 s", MARKED]


def test_a_page_whose_whole_dose_is_our_choice_marks_no_value(tmp_path: Path) -> None:
    page = files(mixed(plan(exercises=["towel-scrunch", "own"])), tmp_path)["exercises/own.md"]
    assert "This exercise and its dose are our own choice." in page
    assert "†" not in page


@pytest.mark.parametrize(("source", "mark"), [({"title": "An article", "called": "article"}, "†"), (None, "")])
def test_a_changed_value_of_an_unsourced_exercise_is_shown_with_the_replaced_one(
    tmp_path: Path, source: dict[str, str] | None, mark: str
) -> None:
    change = {"reps": "5", "sides": "both", "per_day": "2", "days_per_week": "3"}
    built = mixed(plan(exercises=[{"use": "own", "dosage": change}]), source=source)
    found = files(built, tmp_path)
    page = found["week/a-week.md"]
    [row] = front(page)["week"]["rows"]
    dose = "Hold 5 s† · 5 times† (our choice: up to 12) · both sides at once† (our choice: each foot)"
    often = "twice a day† (our choice: 1) · 3 days a week† (our choice: 7)"
    assert (row["dose"], row["often"]) == (dose.replace("†", mark), often.replace("†", mark))
    assert f"**Own:** {dose} · {often}".replace("†", mark) in body(page)
    assert f"{dose} · {often}".replace("†", "") in found["exercises/own.md"]


def test_sides_that_a_plan_changes_are_shown_with_the_articles(tmp_path: Path) -> None:
    entry = {"use": "towel-scrunch", "dosage": {"sides": "both"}}
    dosage = {"hold": "3 s", "sides": "each foot", "per_day": "1", "days_per_week": "7"}
    built = content(exercise(dosage=dosage), plans=(plan(exercises=[entry]),))
    [row] = front(files(built, tmp_path)["week/a-week.md"])["week"]["rows"]
    assert row["dose"] == "Hold 3 s · both sides at once† (article: each foot)"


def test_text_of_the_content_is_never_run(tmp_path: Path) -> None:
    text = "{{ 7 * 7 }} {% raise %} {# gone #}"
    built = content(exercise(name=text, steps=[text], feel=text), plans=(plan(name=text),))
    found = files(built, tmp_path)
    for path, page in found.items():
        assert "49" not in page, path
        assert "7 \\* 7" in page or "7 * 7" in page, path


def test_a_renderer_shows_a_changed_content(tmp_path: Path) -> None:
    renderer = Renderer(Drawings(tmp_path))
    a, b = exercise("a"), exercise("b")
    files(content(a, b, plans=(plan("p", exercises=["a"]),)), tmp_path, renderer)
    changed = content(b, exercise("a", name="Other"), plans=(plan("q", exercises=["a", "b"]),))
    assert files(changed, tmp_path, renderer) == files(changed, tmp_path)


# Templates


def broken(folder: Path, template: str, text: str) -> Renderer:
    copy = shutil.copytree(TEMPLATES, folder / "templates")
    (copy / template).write_text(text, encoding="utf-8")
    return Renderer(Drawings(folder), copy)


@pytest.mark.parametrize("template", ["exercise.md.j2", "overview.md.j2", "week.md.j2", "weeks.md.j2"])
@pytest.mark.parametrize("text", ["{{ nothing }}", "{{ site.naem }}", "{% if nothing %}x{% endif %}"])
def test_a_template_fails_on_a_name_there_is_not(tmp_path: Path, template: str, text: str) -> None:
    with pytest.raises(UndefinedError):
        files(content(plans=(plan(),)), tmp_path, broken(tmp_path, template, text))


def test_a_broken_template_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateSyntaxError):
        files(content(), tmp_path, broken(tmp_path, "exercise.md.j2", "{% if %}"))


def test_a_plan_without_a_source_speaks_of_none(tmp_path: Path) -> None:
    built: Plan = plan()
    own = exercise(source=None, dosage=OWN, assumed={"reps": "6", "per_day": "1"})
    bare = content(own, plans=(built,)).model_copy(update={"site": site(source=None)})
    for path, page in files(bare, tmp_path).items():
        assert "article" not in page, path
        assert "†" not in page, path


def test_the_ids_of_a_week_are_unique_whatever_its_sessions_are_called(tmp_path: Path) -> None:
    sessions = ["morning", "morning-start", "evening"]
    labels = {session: {"label": session.title()} for session in sessions}
    built = content(
        exercise(dosage={"hold": "10 s", "per_day": "3", "days_per_week": "7"}), plans=(plan(sessions=sessions),)
    )
    page = files(built.model_copy(update={"vocabulary": vocabulary(sessions=labels)}), tmp_path)["week/a-week.md"]
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 3 * 7
