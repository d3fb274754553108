"""Style sheets: which sheet is in which bundle, and in what order."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

from footing.browser.styles import CSS, SHEETS, styles

PROJECT = Path(__file__).parents[3]


def test_a_bundle_joins_its_sheets_in_the_order_of_the_table(tmp_path: Path) -> None:
    folder = tmp_path / CSS
    (folder / "components").mkdir(parents=True)
    (folder / "components/b.css").write_text("/* b */\n.b { color: red; }\n")
    (folder / "a.css").write_text(".a {\n  margin: 0 }\n")
    (folder / "lazy.css").write_text(".c { margin: 0 }\n")
    assert styles(tmp_path, "i { margin: 1px }", {"footing": ("components/b", "a"), "walk": ("lazy",)}) == {
        "footing": "i{margin:1px}.b{color:red}.a{margin:0}\n",
        "walk": ".c{margin:0}\n",
    }


def test_every_sheet_is_in_exactly_one_bundle() -> None:
    files = [file.relative_to(PROJECT / CSS).with_suffix("").as_posix() for file in (PROJECT / CSS).rglob("*.css")]
    assert sorted(chain.from_iterable(SHEETS.values())) == sorted(files)


def test_every_token_that_a_sheet_uses_is_defined() -> None:
    sheets = "".join(styles(PROJECT).values())
    defined = set(re.findall(r"(--gf-[\w-]+):", sheets))
    set_elsewhere = {"--gf-empty", "--gf-room"}  # never defined, and set by a script
    assert set(re.findall(r"var\((--gf-[\w-]+)", sheets)) - defined <= set_elsewhere


def test_minified_sheets_keep_their_braces_in_pairs() -> None:
    for sheet in styles(PROJECT).values():
        assert sheet.count("{") == sheet.count("}")
