"""The whole way in one process: what is remembered between two builds, and how far bad content gets."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from footing.diagnostics import ContentError
from footing.exports.pdf import Exports
from footing.pipeline import DRAWINGS, Generator, old_names

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, with what else the generator reads, and with its pictures drawn."""
    copy = tmp_path_factory.mktemp("drawn") / "project"
    for name in ("content", "docs/assets/css", "docs/assets/js"):
        shutil.copytree(PROJECT / name, copy / name)
    shutil.copy(PROJECT / "mkdocs.yml", copy)
    generator = Generator(copy)
    generator.make()
    (copy / DRAWINGS).mkdir(parents=True)

    def write(name: str, text: str) -> None:
        (copy / DRAWINGS / name).write_text(text, encoding="utf-8")

    generator.pictures.keep(write)
    return copy


@pytest.fixture
def root(drawn: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(drawn, tmp_path / "project"))


def edit(root: Path, name: str, change: Callable[[str], str]) -> None:
    file = root / "content" / name
    text = file.read_text(encoding="utf-8")
    assert change(text) != text
    file.write_text(change(text), encoding="utf-8")


def told(generator: Generator) -> list[str]:
    with pytest.raises(ContentError) as caught:
        generator.make()
    return [str(problem) for problem in caught.value.problems]


def test_what_is_made_and_how_long_each_stage_took(root: Path) -> None:
    heard: list[str] = []
    made = Generator(root).make(lambda stage, done: heard.append(stage))
    assert {"exercises.json", "exercises/index.md", "exercises/foot-massage.md", "week/index.md"} <= set(made.files)
    assert {"week/full.md", "week/full.json", "assets/made/footing.js", "assets/made/footing.css"} <= set(made.files)
    assert len([name for name in made.files if name.startswith("exercises/")]) == len(made.content.exercises) + 1
    assert list(made.stages)[:1] == ["read"]
    assert "pages" in heard


def test_the_same_content_gives_the_same_text_whoever_makes_it(root: Path) -> None:
    generator = Generator(root)
    first = generator.make()
    assert generator.make().files == first.files == Generator(root).make().files


def test_an_edit_shows_and_only_where_it_should(root: Path) -> None:
    generator = Generator(root)
    before = generator.make().files
    edit(root, "exercises/foot-massage.yml", lambda text: text + "# nothing but a remark\n")
    assert generator.make().files == before
    edit(root, "exercises/foot-massage.yml", lambda text: text.replace("\nfeel: ", "\nfeel: warmth, and ", 1))
    after = generator.make().files
    assert {name for name in after if after[name] != before[name]} == {"exercises/foot-massage.md"}


def test_content_mended_is_content_again(root: Path) -> None:
    generator = Generator(root)
    before = generator.make().files
    edit(root, "exercises/foot-massage.yml", lambda text: text.replace("updated:", "updatd:", 1))
    assert told(generator)[0].startswith("content/exercises/foot-massage.yml:")
    edit(root, "exercises/foot-massage.yml", lambda text: text.replace("updatd:", "updated:", 1))
    assert generator.make().files == before


def test_problems_of_all_files_and_stages_are_told_at_once(root: Path) -> None:
    edit(root, "exercises/foot-massage.yml", lambda text: text + "unknown: x\n")
    edit(root, "exercises/ankle-circles.yml", lambda text: text.replace("lying-back", "lying-bakc"))
    edit(root, "plans/full.yml", lambda text: text.replace("- foot-stretching", "- foot-stretchin"))
    edit(root, "site.yml", lambda text: text.replace("address: https://", "address: https://other."))
    (root / "content/exercises/Bad.yml").write_text("")
    files = [line.split(":")[0].removeprefix("content/") for line in told(Generator(root))]
    assert files == sorted(files)
    assert {
        "exercises/foot-massage.yml",
        "exercises/ankle-circles.yml",
        "plans/full.yml",
        "site.yml",
        "exercises/Bad.yml",
    } == set(files)


def test_a_plan_that_cannot_fit_is_told_at_its_exercise_or_its_limit(root: Path) -> None:
    edit(root, "plans/full.yml", lambda text: text.replace("limit: 10 min", "limit: 1 min"))
    [over] = told(Generator(root))
    line = (root / "content/plans/full.yml").read_text(encoding="utf-8").split("\n").index("limit: 1 min") + 1
    assert over.startswith(f"content/plans/full.yml:{line}:8: cannot fit: the fullest session (")
    edit(root, "plans/full.yml", lambda text: text.replace("[morning, midday, evening]", "[morning]"))
    found = told(Generator(root))
    assert len(found) == 3  # twice or three times a day: walking, standing on the toes, ankle circles
    assert all("cannot fit: " in line for line in found)


def test_the_readmes_exercise_and_plan_are_content_as_they_stand_there(root: Path) -> None:
    examples = re.findall(
        r"^```yaml\n(.*?)^```", (PROJECT / "docs-dev/authoring.md").read_text(encoding="utf-8"), re.M | re.S
    )
    [exercise] = [text for text in examples if "\nsteps:" in text]
    [plan] = [text for text in examples if "\nsessions:" in text]
    assert len(examples) == 2, "only a whole file can be tried"
    before = Generator(root).make().warnings
    (root / "content/exercises/from-readme.yml").write_text(exercise, encoding="utf-8")
    (root / "content/plans/from-readme.yml").write_text(plan, encoding="utf-8")
    edit(root, "site.yml", lambda text: text.replace("\norder:\n", "\norder:\n  - from-readme\n"))
    edit(root, "site.yml", lambda text: text.replace("plans: [", "plans: [from-readme, "))
    made = Generator(root).make()
    assert made.warnings == before
    assert {"exercises/from-readme.md", "week/from-readme.md"} <= set(made.files)


def test_without_the_vocabulary_nothing_that_names_its_words_is_judged(root: Path) -> None:
    (root / "content/vocabulary.yml").unlink()
    assert told(Generator(root)) == ["content/vocabulary.yml:1:1: is missing, expected it here; create it"]


def test_printing_adds_papers_and_changes_no_page(root: Path) -> None:
    made = Generator(root).make()
    assert made.papers == {}
    assert made.all_files == made.files

    class Quick(Exports):
        def files(self, *_: object) -> dict[str, bytes]:
            return {"week/full-a4.pdf": b"%PDF-"}

    generator = Generator(root)
    generator.papers = Quick(root, generator.pictures)
    printed = generator.print(made)
    assert printed.files == made.files
    calendars = {f"week/{plan.slug}.ics" for plan in made.content.plans}
    assert printed.papers.keys() == {"week/full-a4.pdf", *calendars}
    assert printed.papers.keys() <= printed.later
    assert printed.all_files == {**made.files, **printed.papers}
    assert list(printed.stages) == [*made.stages, "paper"]


def test_without_papers_no_page_speaks_of_them(root: Path) -> None:
    with_, without = (Generator(root, paper=paper).make().files for paper in (True, False))
    changed = {name for name in with_ if with_[name] != without[name]}
    content = Generator(root).make().content
    pages = {f"week/{plan.slug}.md" for plan in content.plans} | {f"exercises/{e.slug}.md" for e in content.exercises}
    assert changed == pages
    assert not [name for name in pages if "previews/" in without[name]]
    assert '"paper": true' in with_["week/full.md"]
    assert '"paper": false' in without["week/full.md"]


def test_what_is_renamed_keeps_its_old_addresses(root: Path) -> None:
    edit(root, "exercises/foot-massage.yml", lambda text: f"formerly: [ball-roll]\n{text}")
    edit(root, "plans/full.yml", lambda text: f"formerly: [all-nine]\n{text}")
    generator = Generator(root)
    made = generator.make()
    page = made.files["exercises/ball-roll.md"]
    assert 'template: "redirect.html"' in page
    assert 'to: "exercises/foot-massage/"' in page
    assert "[Foot massage](foot-massage.md)" in page
    assert 'to: "week/full/"' in made.files["week/all-nine.md"]
    assert made.files["week/all-nine.json"] == made.files["week/full.json"]
    papers = {"week/full.ics": b"c", "week/full-a4.pdf": b"p", "week/full-moon.ics": b"m", "assets/x.png": b"x"}
    assert old_names(papers, made.content) == {"week/all-nine.ics": b"c", "week/all-nine-a4.pdf": b"p"}
