"""Good Footing's command line: build (the default), check, serve, figures, published."""

from __future__ import annotations

import argparse
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from time import perf_counter

from jinja2 import TemplateError

from footing.cli_output import (
    ProgressLine,
    count,
    print_result,
    print_warnings,
    report_error,
    report_system_error,
    summary,
)
from footing.diagnostics import ContentError
from footing.drawings import contact_sheets
from footing.exports.typst import ExportError
from footing.exports.url_registry import PUBLISHED, addresses, events, with_lines
from footing.files import write_atomically
from footing.pipeline import BuildResult, Generator
from footing.site.build_lock import build_lock
from footing.site.dev_server import serve
from footing.site.generated_files import GeneratedFiles
from footing.site.mkdocs import SiteError, build_site, restore

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
OK, FAILED, INTERRUPTED = 0, 1, 130  # argparse exits with 2 for wrong usage


def main() -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may know no more than ASCII
    options = _arguments()
    progress = ProgressLine()
    try:
        match options.command:
            case "check":
                return check(progress)
            case "serve":
                return serve(ROOT, options.host, options.port, exports=options.exports)
            case "figures":
                return figures(progress)
            case "published":
                return published(progress)
            case _:
                return build(progress, pages_only=options.pages, exports=options.exports)
    except (ContentError, ExportError, TemplateError) as error:
        progress.clear()
        report_error(error, "nothing was changed.")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, as `head` does; nothing may be written at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        progress.clear()
        report_system_error(error, ROOT)
        return FAILED


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build.py", description="Build the site from content/.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    build_parser = commands.add_parser("build", help="build content/ to site/ (the default command)")
    for each in (parser, build_parser):
        each.add_argument("--pages", action="store_true", default=argparse.SUPPRESS, help="stop at docs/")
    commands.add_parser("check", help="read the content, report every problem, write nothing")
    serve_parser = commands.add_parser("serve", help="build, serve, and build again after every edit")
    serve_parser.add_argument(
        "--host", default="127.0.0.1", help="the address to serve on (default: this machine only)"
    )
    serve_parser.add_argument("--port", type=int, default=8000, help="the port to serve on (default: 8000)")
    for each in (parser, build_parser, serve_parser):
        each.add_argument(
            "--no-paper",
            dest="exports",
            action="store_false",
            default=argparse.SUPPRESS,
            help="build no PDFs and no link previews; no page then links to them",
        )
    commands.add_parser("figures", help="write pages that show every pose and the movements of every joint")
    commands.add_parser("published", help="add this build's addresses to content/published.txt")
    parser.set_defaults(pages=False, exports=True)
    return parser.parse_args()


def check(progress: ProgressLine) -> int:
    """Report everything that a build would refuse, without writing."""
    result = Generator(ROOT).build(progress)
    progress.clear()
    if problems := GeneratedFiles(ROOT).unexpected(result.files, result.export_paths):
        raise ContentError(problems)
    print_warnings(result)
    print(f"{summary(result)}: no problems, {count(len(result.warnings), 'warning')}")
    return OK


def figures(progress: ProgressLine) -> int:
    """Write the contact sheets that authors of figures look at."""
    result = Generator(ROOT).build(progress)
    progress.clear()
    for name, page in contact_sheets(result.content.exercises).items():
        write_atomically(ROOT, f".footing/{name}", page)
        print(ROOT / ".footing" / name)
    return OK


def published(progress: ProgressLine) -> int:
    """Add the site's addresses and calendar events to the list of those that must stay valid."""
    generator = Generator(ROOT)
    result = generator.add_exports(generator.build(progress), progress)
    progress.clear()
    pages = [page.name for page in (ROOT / "docs").glob("*.md")]
    file = ROOT / PUBLISHED
    before = file.read_text("utf-8") if file.exists() else ""
    calendars = (data for path, data in result.exports.items() if path.endswith(".ics"))
    write_atomically(ROOT, PUBLISHED, with_lines(before, [*addresses([*pages, *result.all_files]), *events(calendars)]))
    print(file)
    return OK


def build(progress: ProgressLine, *, pages_only: bool, exports: bool) -> int:
    """Build docs/ and, unless `pages_only`, site/. The variable SITE_URL replaces the site's address."""
    with build_lock(ROOT):
        restore(ROOT, SITE)
    generator = Generator(ROOT, os.environ.get("SITE_URL"), exports=exports)
    result = generator.build(progress)
    if exports:
        result = generator.add_exports(result, progress)
    with build_lock(ROOT):
        return _publish(generator, result, progress, pages_only=pages_only, exports=exports)


def _publish(
    generator: Generator, result: BuildResult, progress: ProgressLine, *, pages_only: bool, exports: bool
) -> int:
    """Write docs/, the caches and, unless `pages_only`, site/."""
    start = perf_counter()
    written = GeneratedFiles(ROOT).write(result.all_files)
    generator.save_drawings()
    if exports:
        generator.save_exports()
    stages = result.stages | {"write": perf_counter() - start}
    if not pages_only:
        progress("site")
        start = perf_counter()
        try:
            offline = result.content.site.offline == "yes"
            build_site(ROOT, result.updated, SITE, offline=offline, generated=result.all_files)
        except SiteError as error:
            progress.clear()
            print(f"mkdocs: {error}\nThe site was not built; site/ is unchanged.", file=sys.stderr)
            return FAILED
        stages["site"] = perf_counter() - start
    progress.clear()
    print_warnings(result)
    print_result(result, str(written), stages)
    return OK
