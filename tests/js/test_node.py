"""Runs the tests of DOM-free JavaScript (*.test.js) with Node's own test runner."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")


@pytest.mark.parametrize("name", sorted(file.name for file in FOLDER.glob("*.test.js")))
def test_node_tests_pass(name: str) -> None:
    command = [str(NODE), "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", str(FOLDER / name)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
