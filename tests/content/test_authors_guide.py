"""The example exercise and plan of the guide for authors are valid content."""

import re
import shutil
from pathlib import Path

import pytest
from footing.pipeline import Generator


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    for name in ("content", "docs/assets/css", "docs/assets/js"):
        shutil.copytree(project / name, tmp_path / name)
    shutil.copy(project / "mkdocs.yml", tmp_path)
    return tmp_path


def test_the_examples_of_the_authors_guide_build_without_a_new_warning(project: Path, copy: Path) -> None:
    examples = re.findall(
        r"^```yaml\n(.*?)^```", (project / "docs-dev/authoring.md").read_text(encoding="utf-8"), re.M | re.S
    )
    [exercise] = [text for text in examples if "\nsteps:" in text]
    [plan] = [text for text in examples if "\nsessions:" in text]
    before = Generator(copy).build().warnings
    (copy / "content/exercises/from-guide.yml").write_text(exercise, encoding="utf-8")
    (copy / "content/plans/from-guide.yml").write_text(plan, encoding="utf-8")
    site = copy / "content/site.yml"
    text = site.read_text(encoding="utf-8").replace("\norder:\n", "\norder:\n  - from-guide\n")
    site.write_text(text.replace("plans: [", "plans: [from-guide, "), encoding="utf-8")
    result = Generator(copy).build()
    assert result.warnings == before
    assert {"exercises/from-guide.md", "week/from-guide.md"} <= set(result.files)
