"""The ledger of outputs: it knows every file that a build writes."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from footing.content.loader import Loader, Sources
from footing.exports.ledger import claims, output_problems
from footing.pipeline import Generator

from tests.support import programme
from tests.support.copies import copy_programme


def sources() -> Sources:
    with tempfile.TemporaryDirectory() as folder:
        return Loader(copy_programme(programme.PROJECT, Path(folder))).load(lambda done: None)


def test_every_file_of_a_build_is_claimed_once() -> None:
    claimed = Counter(path for path, _, _ in claims(sources()))
    assert [path for path, times in claimed.items() if times > 1] == []
    with tempfile.TemporaryDirectory() as folder:
        generator = Generator(copy_programme(programme.PROJECT, Path(folder)))
        written = {*(result := generator.build()).all_files, *result.export_paths}
    bundles = {path for path in written if path.startswith("assets/made/") and path.endswith((".js", ".css"))}
    assert bundles
    assert written - bundles - claimed.keys() == set()


def test_a_sound_programme_has_no_problem() -> None:
    assert output_problems(sources()) == []
