"""Docs to site: the only module that builds with MkDocs. The generator writes Markdown and never imports this."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from footing.site.finish import finish

PREVIEW = "assets/made/previews/site.png"  # what a link shows to a page that has no picture of its own


class SiteError(Exception):
    """MkDocs could not build the site; what it warned of has been printed."""


class _Told(logging.Handler):
    """Prints what MkDocs warns of. In strict mode (mkdocs.yml) a warning fails the build."""

    def emit(self, record: logging.LogRecord) -> None:
        print(f"mkdocs: {record.getMessage()}", file=sys.stderr)


def build_site(root: Path, updated: date, target: Path, site_url: str | None = None, *, offline: bool) -> None:
    """Build the project's docs/ into `target` and finish it. The old site stays until the new one is whole.

    `updated` dates the sitemap, so that equal content gives equal bytes; `site_url` stands in for the one in
    mkdocs.yml; `offline` says whether readers' devices keep a copy. Raises SiteError.
    """
    noon = datetime.combine(updated, time(12), UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    log, told = logging.getLogger("mkdocs"), _Told(logging.WARNING)
    log.addHandler(told)
    log.propagate = False
    fresh = root / ".footing" / "site"
    try:
        changes = {"site_url": site_url} if site_url else {}
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(fresh), **changes)
        if (root / config.docs_dir / PREVIEW).is_file():
            config.extra.setdefault("preview", PREVIEW)
        config.extra["offline"] = offline  # the templates ask for it
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except SystemExit as error:
        raise SiteError(str(error)) from error
    except Exception as error:  # a page template may fail with anything at all
        raise SiteError(f"{type(error).__name__}: {error}") from error
    finally:
        log.removeHandler(told)
    finish(fresh, offline)
    _put_in_place(fresh, target)


def _put_in_place(fresh: Path, target: Path) -> None:
    old = fresh.with_name("site-before")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
