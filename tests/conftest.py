"""What every test may ask for: the project's folder, and one built site a run, shared by all workers."""

import fcntl
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.support.copies import build, copy_sources
from tests.support.server import SiteServer

PROJECT = Path(__file__).resolve().parents[1]
RUN = pytest.StashKey[tuple[Path, str]]()
SERVER = pytest.StashKey[SiteServer]()


def pytest_configure(config: pytest.Config) -> None:
    """The controlling process holds the address from the start, so no two runs meet; nothing is built yet."""
    given = getattr(config, "workerinput", None)
    if given:
        config.stash[RUN] = (Path(given["run"]), given["url"])
        return
    run = Path(tempfile.mkdtemp(prefix="good-footing-"))
    config.stash[SERVER] = SiteServer(run / "project" / "site")
    config.stash[RUN] = (run, config.stash[SERVER].url)
    shutil.rmtree(config.getoption("--output"), ignore_errors=True)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tells each worker of pytest-xdist where the run's folder and address are."""
    run, node.workerinput["url"] = node.config.stash[RUN]
    node.workerinput["run"] = str(run)


def pytest_unconfigure(config: pytest.Config) -> None:
    if server := config.stash.get(SERVER, None):
        server.shutdown()
        server.server_close()
        shutil.rmtree(config.stash[RUN][0], ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def delete_output_dir() -> None:
    """Done once, above, instead of by each worker: one that begins late keeps the traces that others left there."""


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root folder. Read it, never write to it."""
    return PROJECT


@pytest.fixture(scope="session")
def site_url(site_dir: Path, pytestconfig: pytest.Config) -> str:
    """The address of the built site, which ends with a slash; a sub-path, as on a project's Pages."""
    return pytestconfig.stash[RUN][1]


@pytest.fixture(scope="session")
def site_dir(pytestconfig: pytest.Config) -> Path:
    """The built site's folder. The first worker that asks builds it; the others wait for it."""
    run, url = pytestconfig.stash[RUN]
    told = run / "build.txt"
    with (run / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            copy = copy_sources(PROJECT, run / "project")
            result = build(copy, SITE_URL=url)
            told.write_text(result.stdout if result.returncode else "", encoding="utf-8")
    if problem := told.read_text(encoding="utf-8"):
        pytest.fail(f"the site could not be built:\n{problem}", pytrace=False)
    return run / "project" / "site"
