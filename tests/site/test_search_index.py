"""The search's index: each text stands under its own heading, in a fold too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.addresses import EXERCISES, PLANS


@pytest.fixture(scope="module")
def sections(site_dir: Path) -> dict[str, str]:
    index = json.loads((site_dir / "search/search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: entry["text"] for entry in index["docs"]}


@pytest.mark.parametrize("slug", EXERCISES)
def test_what_an_exercise_folds_is_filed_under_its_own_heading(sections: dict[str, str], slug: str) -> None:
    page = f"exercises/{slug}/"
    folds = [name for name in ("dose", "easier", "claims", "notes") if f"{page}#{name}" in sections]
    assert "dose" in folds
    assert [name for name in folds if not sections[f"{page}#{name}"]] == []
    assert "Easier" not in sections.get(f"{page}#stop", "")


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_has_one_entry_for_its_days_and_one_for_whom_it_is(sections: dict[str, str], plan: str) -> None:
    page = f"week/{plan}/"
    assert {location for location in sections if location.startswith(page)} == {page, f"{page}#stop", f"{page}#for"}
    assert sections[f"{page}#for"]
