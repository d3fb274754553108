"""From docs/ to site/: the only module that uses MkDocs."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from footing.browser.service_worker import write_service_worker

DEFAULT_PREVIEW = "assets/made/previews/site.png"  # link preview of a page without one of its own


class SiteError(Exception):
    """MkDocs could not build the site; its warnings have been printed."""


class _PrintWarnings(logging.Handler):
    """Prints MkDocs' warnings; in strict mode (mkdocs.yml) they fail the build."""

    def emit(self, record: logging.LogRecord) -> None:
        print(f"mkdocs: {record.getMessage()}", file=sys.stderr)


def build_site(root: Path, updated: date, target: Path, site_url: str | None = None, *, offline: bool) -> None:
    """Build the project's docs/ into `target`, which keeps its old content until the new site is complete.

    `updated` dates the sitemap, so that equal content gives equal bytes; `site_url` replaces the one in mkdocs.yml;
    `offline` says whether the site works offline. Raises SiteError.
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
    write_service_worker(new_site, offline=offline)
    _replace(target, new_site)


def _replace(target: Path, new_site: Path) -> None:
    old_site = new_site.with_name("site-before")
    shutil.rmtree(old_site, ignore_errors=True)
    if target.exists():
        target.rename(old_site)
    new_site.rename(target)
    shutil.rmtree(old_site, ignore_errors=True)
