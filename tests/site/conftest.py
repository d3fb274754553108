"""The project's own site, until these tests use the invented programme."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def site_dir(real_site_dir: Path) -> Path:
    """The project's own site, until these tests use the invented programme."""
    return real_site_dir


@pytest.fixture(scope="session")
def site_url(real_site_url: str) -> str:
    return real_site_url
