"""Good Footing's command line: build (the default), check, serve, figures, published."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path
from time import perf_counter

# Before the rest is imported, which is half of a small build: there is little garbage in a build, and much to look
# through for it; and pydantic need not ask every installed package whether it is a plugin of its.
gc.set_threshold(100_000)
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")

from jinja2 import TemplateError

from footing.cli_output import Progress, count, failing_line, newest, summary, tell_made, tell_problems, tell_warnings
from footing.diagnostics import ContentError
from footing.exports.typst import ExportError
from footing.pipeline import Generator, keep_drawings, keep_papers
from footing.site.generated_files import Output, write_atomically

ROOT = Path(__file__).resolve().parents[2]
FINE, BAD_CONTENT, INTERRUPTED = 0, 1, 130


def main() -> int:
    options = _arguments()
    progress = Progress()
    try:
        if options.command == "check":
            return check(progress)
        if options.command == "serve":
            from footing.site.dev_server import serve

            return serve(ROOT, options.host, options.port, paper=options.paper)
        if options.command == "figures":
            return figures(progress)
        if options.command == "published":
            return published(progress)
        return build(progress, pages_only=options.pages, paper=options.paper)
    except ContentError as error:
        progress.end()
        tell_problems(error)
        return BAD_CONTENT
    except ExportError as error:
        progress.end()
        print(f"{error}\nNothing was changed.", file=sys.stderr)
        return BAD_CONTENT
    except TemplateError as error:
        progress.end()
        print(f"{failing_line(error)}: {error}\nNothing was changed.", file=sys.stderr)
        return BAD_CONTENT
    except KeyboardInterrupt:
        return INTERRUPTED


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build.py", description="Turns content/ into the site.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    building = commands.add_parser("build", help="content to site/ (what happens without a command)")
    for where in (parser, building):
        where.add_argument("--pages", action="store_true", default=argparse.SUPPRESS, help="stop at docs/")
    commands.add_parser("check", help="read the content, tell every problem, write nothing")
    serving = commands.add_parser("serve", help="build, serve, and build again at every edit")
    serving.add_argument("--host", default="127.0.0.1", help="the address to serve on (default: this machine only)")
    serving.add_argument("--port", type=int, default=8000, help="the port to serve on (default: 8000)")
    for where in (parser, building, serving):
        where.add_argument(
            "--no-paper",
            dest="paper",
            action="store_false",
            default=argparse.SUPPRESS,
            help="leave out the PDFs and the pictures for links; no page then speaks of them",
        )
    commands.add_parser("figures", help="every pose of every exercise, and every joint both ways, to look at")
    commands.add_parser("published", help="add this build's addresses to the list of those that must answer for ever")
    parser.set_defaults(pages=False, paper=True)
    return parser.parse_args()


def check(progress: Progress) -> int:
    """Tell everything that a build would refuse, without writing."""
    made = Generator(ROOT).make(progress)
    progress.end()
    if strangers := Output(ROOT).strangers(made.files, made.later):
        raise ContentError(strangers)
    tell_warnings(made)
    print(f"{summary(made)}: no problems, {count(len(made.warnings), 'warning')}")
    return FINE


def figures(progress: Progress) -> int:
    """Two pages to look at while drawing: the poses as they are written, and what each joint's names mean."""
    from posedraw import read_figure
    from posedraw.svg.contact_sheet import joints_sheet, poses_sheet

    made = Generator(ROOT).make(progress)
    progress.end()
    drawn = {e.slug: read_figure(e.figure) for e in made.content.exercises if e.figure is not None}
    for name, page in (("figures.html", poses_sheet(drawn)), ("joints.html", joints_sheet())):
        write_atomically(ROOT, f".footing/{name}", page)
        print(f"{ROOT / '.footing' / name}")
    return FINE


def published(progress: Progress) -> int:
    """Add the addresses and the calendars' events of today's content to the list that only grows."""
    from footing.exports.url_registry import PUBLISHED, addresses, events, grown

    generator = Generator(ROOT)
    made = generator.print(generator.make(progress), progress)
    progress.end()
    by_hand = [page.name for page in (ROOT / "docs").glob("*.md")]
    file = ROOT / PUBLISHED
    before = file.read_text("utf-8") if file.exists() else ""
    calendars = (text for path, text in made.papers.items() if path.endswith(".ics"))
    write_atomically(ROOT, PUBLISHED, grown(before, [*addresses([*by_hand, *made.all_files]), *events(calendars)]))
    print(file)
    return FINE


def build(progress: Progress, *, pages_only: bool, paper: bool) -> int:
    """Content to docs/ and, unless only the pages are wanted, on to site/. SITE_URL stands in for the site's address."""
    generator = Generator(ROOT, os.environ.get("SITE_URL"), paper=paper)
    made = generator.make(progress)
    if paper:
        made = generator.print(made, progress)
    start = perf_counter()
    written = Output(ROOT).write(made.all_files)
    keep_drawings(ROOT, generator)
    if paper:
        keep_papers(ROOT, generator)
    stages = made.stages | {"write": perf_counter() - start}
    if not pages_only:
        from footing.site.mkdocs import SiteError, build_site

        progress("site")
        start = perf_counter()
        try:
            build_site(ROOT, newest(made), ROOT / "site", offline=made.content.site.offline == "yes")
        except SiteError as error:
            progress.end()
            print(f"mkdocs: {error}\nThe site was not built; an earlier one is still in site/.", file=sys.stderr)
            return BAD_CONTENT
        stages["site"] = perf_counter() - start
    progress.end()
    tell_warnings(made)
    tell_made(made, written, stages)
    return FINE
