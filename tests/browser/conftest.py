"""Which site a module's tests open, while some still use the project's own content: those set `SITE = "real"`."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def site_dir(request: pytest.FixtureRequest, site_dir: Path) -> Path:
    if getattr(request.module, "SITE", "") == "real":
        return Path(request.getfixturevalue("real_site_dir"))
    return site_dir


@pytest.fixture(scope="module")
def site_url(request: pytest.FixtureRequest, site_url: str) -> str:
    if getattr(request.module, "SITE", "") == "real":
        return str(request.getfixturevalue("real_site_url"))
    return site_url
