"""The pipeline over an invented project: caching between builds, all problems at once, and optional exports."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from footing.diagnostics import ContentError
from footing.exports.former_addresses import former_addresses
from footing.exports.pdf import Exports
from footing.pipeline import Generator

from tests.support.copies import copy_assets
from tests.unit.builders import EXERCISE, PLAN, SITE, VOCABULARY

PROJECT = Path(__file__).parents[2]
CONTENT: dict[str, Any] = {
    "site": {**SITE, "order": ["towel-scrunch", "heel-raise"], "plans": ["a-week"]},
    "vocabulary": VOCABULARY,
    "exercises/towel-scrunch": {**EXERCISE, "feel": "the arch working"},
    "exercises/heel-raise": {**EXERCISE, "name": "Heel raise", "positions": ["standing"]},
    "plans/a-week": {**PLAN, "exercises": ["towel-scrunch", "heel-raise"]},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with two exercises and a plan. Each key stands on its own line; JSON is YAML too."""
    for name, data in CONTENT.items():
        file = tmp_path / "content" / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items())
        file.write_text("".join(lines), encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_url: {SITE['address']}\n", encoding="utf-8")
    copy_assets(PROJECT, tmp_path)
    return tmp_path


def edit(root: Path, name: str, change: Callable[[str], str]) -> None:
    file = root / "content" / name
    text = file.read_text(encoding="utf-8")
    assert change(text) != text
    file.write_text(change(text), encoding="utf-8")


def problems_of(generator: Generator) -> list[str]:
    with pytest.raises(ContentError) as caught:
        generator.build()
    return [str(problem) for problem in caught.value.problems]


def test_a_build_gives_every_file_and_reports_its_progress(root: Path) -> None:
    progress: list[str] = []
    result = Generator(root).build(lambda stage, done: progress.append(stage))
    assert {"exercises.json", "exercises/index.md", "exercises/towel-scrunch.md", "week/index.md"} <= set(result.files)
    assert {"week/a-week.md", "week/a-week.json"} <= set(result.files)
    assert {"assets/made/footing.js", "assets/made/footing.css"} <= set(result.files)
    assert list(result.stages) == ["read", "figures", "plan", "pages", "assets"]
    assert list(dict.fromkeys(progress)) == ["exercises", "figures", "pages"]
    assert str(result.updated) == "2026-11-22"


def test_the_same_content_gives_the_same_files(root: Path) -> None:
    generator = Generator(root)
    first = generator.build()
    assert generator.build().files == first.files == Generator(root).build().files


def test_while_serving_an_edit_changes_only_the_pages_that_show_it(root: Path) -> None:
    generator = Generator(root)
    before = generator.build().files
    edit(root, "exercises/towel-scrunch.yml", lambda text: text + "# a comment\n")
    assert generator.build().files == before
    edit(root, "exercises/towel-scrunch.yml", lambda text: text.replace("the arch working", "warmth"))
    after = generator.build().files
    assert {name for name in after if after[name] != before[name]} == {"exercises/towel-scrunch.md"}


def test_while_serving_a_build_succeeds_again_after_a_problem_is_corrected(root: Path) -> None:
    generator = Generator(root)
    before = generator.build().files
    edit(root, "exercises/towel-scrunch.yml", lambda text: text.replace("updated:", "updatd:", 1))
    assert problems_of(generator)[0].startswith("content/exercises/towel-scrunch.yml:")
    edit(root, "exercises/towel-scrunch.yml", lambda text: text.replace("updatd:", "updated:", 1))
    assert generator.build().files == before


def test_the_problems_of_all_files_are_reported_at_once_and_sorted(root: Path) -> None:
    edit(root, "exercises/towel-scrunch.yml", lambda text: text + "unknown: x\n")
    edit(root, "exercises/heel-raise.yml", lambda text: text.replace("standing", "standin"))
    edit(root, "plans/a-week.yml", lambda text: text.replace('"heel-raise"', '"heel-rais"'))
    edit(root, "site.yml", lambda text: text.replace("https://example.org/", "https://other.example.org/"))
    (root / "content/exercises/Bad.yml").write_text("")
    paths = [line.split(":")[0].removeprefix("content/") for line in problems_of(Generator(root))]
    assert paths == sorted(paths)
    assert set(paths) == {
        "exercises/Bad.yml",
        "exercises/heel-raise.yml",
        "exercises/towel-scrunch.yml",
        "plans/a-week.yml",
        "site.yml",
    }


def test_a_plan_over_its_limit_is_reported_at_the_limit(root: Path) -> None:
    edit(root, "plans/a-week.yml", lambda text: text.replace('"10 min"', '"15 s"'))
    [problem] = problems_of(Generator(root))
    assert problem.startswith("content/plans/a-week.yml:7:8: cannot fit: the fullest session (mon morning) takes 0:20")


def test_an_exercise_due_too_often_is_reported_at_its_entry_of_the_plan(root: Path) -> None:
    edit(root, "plans/a-week.yml", lambda text: text.replace('["morning", "midday", "evening"]', '["morning"]'))
    edit(root, "exercises/heel-raise.yml", lambda text: text.replace('"per_day": "1"', '"per_day": "3"'))
    [problem] = problems_of(Generator(root))
    assert problem.startswith("content/plans/a-week.yml:8:30: cannot fit: heel-raise is due 3 times a day")


def test_without_the_vocabulary_no_word_is_reported_as_unknown(root: Path) -> None:
    (root / "content/vocabulary.yml").unlink()
    assert problems_of(Generator(root)) == ["content/vocabulary.yml:1:1: is missing, expected it here; create it"]


def test_exports_are_added_without_changing_a_page(root: Path) -> None:
    class OnePdf(Exports):
        def files(self, *_: object) -> dict[str, bytes]:
            return {"week/a-week-a4.pdf": b"%PDF-"}

    generator = Generator(root)
    result = generator.build()
    assert result.all_files == result.files
    generator.exports.__class__ = OnePdf
    exported = generator.add_exports(result)
    assert exported.files == result.files
    assert set(exported.exports) <= exported.export_paths
    assert exported.all_files == {**result.files, **exported.exports}
    assert exported.exports["week/a-week-a4.pdf"] == b"%PDF-"
    assert list(exported.stages) == [*result.stages, "exports"]


def test_without_exports_no_page_links_to_exports(root: Path) -> None:
    with_exports, without = (Generator(root, exports=exports).build().files for exports in (True, False))
    changed = {name for name in with_exports if with_exports[name] != without[name]}
    assert changed == {"exercises/towel-scrunch.md", "exercises/heel-raise.md", "week/a-week.md"}
    assert not [name for name in changed if "previews/" in without[name]]
    assert '"downloads": true' in with_exports["week/a-week.md"]
    assert '"downloads": false' in without["week/a-week.md"]


def test_renamed_exercises_and_plans_keep_their_former_addresses(root: Path) -> None:
    edit(root, "exercises/towel-scrunch.yml", lambda text: text + "formerly: [toe-curl]\n")
    edit(root, "plans/a-week.yml", lambda text: text + "formerly: [seven-days]\n")
    result = Generator(root).build()
    page = result.files["exercises/toe-curl.md"]
    assert 'template: "redirect.html"' in page
    assert 'to: "exercises/towel-scrunch/"' in page
    assert "[Towel scrunch](towel-scrunch.md)" in page
    assert 'to: "week/a-week/"' in result.files["week/seven-days.md"]
    assert result.files["week/seven-days.json"] == result.files["week/a-week.json"]
    exports = {"week/a-week.ics": b"c", "week/a-week-a4.pdf": b"p", "week/a-weekend.ics": b"m", "assets/x.png": b"x"}
    assert former_addresses(exports, result.content) == {"week/seven-days.ics": b"c", "week/seven-days-a4.pdf": b"p"}
