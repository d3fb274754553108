"""What every test may ask for: the project's folder, and two sites that are built once a run and shared by workers.

`site_dir` and `site_url` are the site of the invented programme in tests/programmes/harbour: the tests of the product
use it. `real_site_dir` and `real_site_url` are the project's own site, for tests/content/ only.
"""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.copies import build, copy_programme, copy_sources
from tests.support.server import SiteServer

pytest_plugins = ["tests.support.watched_pages"]

PROJECT = Path(__file__).resolve().parents[1]
COPIES: dict[str, Callable[[Path, Path], Path]] = {"harbour": copy_programme, "real": copy_sources}


@dataclass(frozen=True)
class Run:
    """Where the sites of this run are built and served."""

    folder: Path
    urls: dict[str, str]

    def root(self, name: str) -> Path:
        return self.folder / name

    def site(self, name: str) -> Path:
        """The folder of a site. The first worker that asks builds it; the others wait for it."""
        report = self.folder / f"{name}.txt"
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not report.exists():
                result = build(COPIES[name](PROJECT, self.root(name)), SITE_URL=self.urls[name])
                report.write_text(result.stdout if result.returncode else "", encoding="utf-8")
        if problem := report.read_text(encoding="utf-8"):
            pytest.fail(f"the site could not be built:\n{problem}", pytrace=False)
        return self.root(name) / "site"


RUN = pytest.StashKey[Run]()
SERVERS = pytest.StashKey[list[SiteServer]]()


def pytest_configure(config: pytest.Config) -> None:
    """The controlling process holds the addresses from the start, so that no two runs meet. Nothing is built yet."""
    given = getattr(config, "workerinput", None)
    if given:
        config.stash[RUN] = Run(Path(given["run"]), given["urls"])
        return
    folder = Path(tempfile.mkdtemp(prefix="good-footing-"))
    servers = {name: SiteServer(folder / name / "site") for name in COPIES}
    config.stash[SERVERS] = list(servers.values())
    config.stash[RUN] = Run(folder, {name: server.url for name, server in servers.items()})
    shutil.rmtree(config.getoption("--output"), ignore_errors=True)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Gives each worker of pytest-xdist the folder and the addresses of the run."""
    run = node.config.stash[RUN]
    node.workerinput.update(run=str(run.folder), urls=run.urls)


def pytest_unconfigure(config: pytest.Config) -> None:
    for server in config.stash.get(SERVERS, []):
        server.shutdown()
        server.server_close()
    if SERVERS in config.stash:
        shutil.rmtree(config.stash[RUN].folder, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def delete_output_dir() -> None:
    """Done once, above, instead of by each worker: one that starts late must not delete the traces of others."""


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root folder. Read it, never write to it."""
    return PROJECT


@pytest.fixture(scope="session")
def site_dir(pytestconfig: pytest.Config) -> Path:
    """The built site of the invented programme."""
    return pytestconfig.stash[RUN].site("harbour")


@pytest.fixture(scope="session")
def site_url(site_dir: Path, pytestconfig: pytest.Config) -> str:
    """The address of that site, with a slash at its end; under a sub-path, as on a project's Pages."""
    return pytestconfig.stash[RUN].urls["harbour"]


@pytest.fixture(scope="session")
def real_site_dir(pytestconfig: pytest.Config) -> Path:
    """The built site of the project's own content."""
    return pytestconfig.stash[RUN].site("real")


@pytest.fixture(scope="session")
def real_site_url(real_site_dir: Path, pytestconfig: pytest.Config) -> str:
    """The address of the project's own site."""
    return pytestconfig.stash[RUN].urls["real"]
