"""The tests of this folder open the project's own site."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def site_url(real_site_url: str) -> str:
    return real_site_url
