"""From docs/ to site/: the only module that uses MkDocs."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from footing.browser.service_worker import write_service_worker

OLD_SITE = ".footing/site-before"  # the last site, while the new one takes its place
DEFAULT_PREVIEW = "assets/made/previews/site.png"  # link preview of a page without one of its own


class SiteError(Exception):
    """MkDocs could not build the site; its warnings have been printed."""


class _PrintWarnings(logging.Handler):
    """Prints MkDocs' warnings; in strict mode (mkdocs.yml) they fail the build."""

    def emit(self, record: logging.LogRecord) -> None:
        print(f"mkdocs: {record.getMessage()}", file=sys.stderr)


def build_site(
    root: Path,
    updated: date,
    target: Path,
    site_url: str | None = None,
    *,
    offline: bool,
    generated: Collection[str],
) -> None:
    """Build the project's docs/ into `target`, which keeps its old content until the new site is complete.

    Hold the build lock. `generated` are paths under docs/ that must all have become files of the site. `updated` dates
    the sitemap, so that equal content gives equal bytes; `site_url` replaces the one in mkdocs.yml; `offline` says
    whether the site works offline. Raises SiteError.
    """
    noon = datetime.combine(updated, time(12), UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # read when the theme is loaded
    new_site = root / ".footing" / "site"
    log, handler = logging.getLogger("mkdocs"), _PrintWarnings(logging.WARNING)
    log.addHandler(handler)
    log.propagate = False
    try:
        changes = {"site_url": site_url} if site_url else {}
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(new_site), **changes)
        if (root / config.docs_dir / DEFAULT_PREVIEW).is_file():
            config.extra.setdefault("preview", DEFAULT_PREVIEW)
        config.extra["offline"] = offline
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except SystemExit as error:
        raise SiteError(str(error)) from error
    except Exception as error:  # an error in a theme template can be of any type
        raise SiteError(f"{type(error).__name__}: {error}") from error
    finally:
        log.removeHandler(handler)
    if missing := [path for path in sorted(generated) if not (new_site / published_path(path)).is_file()]:
        raise SiteError(f"{len(missing)} of {len(generated)} files are missing, the first is {missing[0]}; build again")
    write_service_worker(new_site, offline=offline)
    _replace(target, new_site)


def published_path(path: str) -> str:
    """Where a file of docs/ stands in the site: "week/full.md" becomes "week/full/index.html"."""
    page = path.removesuffix(".md")
    if page == path:
        return path
    return f"{page.removesuffix('index')}index.html" if f"/{page}".endswith("/index") else f"{page}/index.html"


def restore(root: Path, target: Path) -> None:
    """Put the last site back where a build was stopped between taking it away and publishing the new one.

    Hold the build lock: a build that is running takes the last site away for a moment.
    """
    old_site = root / OLD_SITE
    if old_site.is_dir() and not target.exists():
        old_site.rename(target)


def _replace(target: Path, new_site: Path) -> None:
    old_site = new_site.with_name(Path(OLD_SITE).name)
    shutil.rmtree(old_site, ignore_errors=True)
    if target.exists():
        target.rename(old_site)
    new_site.rename(target)
    shutil.rmtree(old_site, ignore_errors=True)
