"""Good Footing's command line: build (the default), check, serve, figures."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from time import perf_counter

from footing.figure import read_figure
from footing.pipeline import Generator, keep_drawings
from footing.problems import ContentError
from footing.write import Output, write_atomically
from jinja2 import TemplateError
from telling import Progress, count, failing_line, newest, summary, tell_made, tell_problems, tell_warnings

ROOT = Path(__file__).resolve().parent.parent
FINE, BAD_CONTENT, INTERRUPTED = 0, 1, 130


def main() -> int:
    options = _arguments()
    progress = Progress()
    try:
        if options.command == "check":
            return check(progress)
        if options.command == "serve":
            from serving import serve

            return serve(ROOT, options.host, options.port)
        if options.command == "figures":
            return figures(progress)
        return build(progress, pages_only=options.pages)
    except ContentError as error:
        progress.end()
        tell_problems(error)
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
    commands.add_parser("figures", help="every pose of every exercise, and every joint both ways, to look at")
    parser.set_defaults(pages=False)
    return parser.parse_args()


def check(progress: Progress) -> int:
    """Tell everything that a build would refuse, without writing."""
    made = Generator(ROOT).make(progress)
    progress.end()
    if strangers := Output(ROOT).strangers(made.files):
        raise ContentError(strangers)
    tell_warnings(made)
    print(f"{summary(made)}: no problems, {count(len(made.warnings), 'warning')}")
    return FINE


def figures(progress: Progress) -> int:
    """Two pages to look at while drawing: the poses as they are written, and what each joint's names mean."""
    from footing.figure.sheet import joints_sheet, poses_sheet

    made = Generator(ROOT).make(progress)
    progress.end()
    drawn = {e.slug: read_figure(e.figure) for e in made.content.exercises if e.figure is not None}
    for name, page in (("figures.html", poses_sheet(drawn)), ("joints.html", joints_sheet())):
        write_atomically(ROOT, f".footing/{name}", page)
        print(f"{ROOT / '.footing' / name}")
    return FINE


def build(progress: Progress, pages_only: bool) -> int:
    """Content to docs/ and, unless only the pages are wanted, on to site/. SITE_URL stands in for the site's address."""
    generator = Generator(ROOT, os.environ.get("SITE_URL"))
    made = generator.make(progress)
    start = perf_counter()
    written = Output(ROOT).write(made.files)
    keep_drawings(ROOT, generator)
    stages = made.stages | {"write": perf_counter() - start}
    if not pages_only:
        from mkdocs_site import SiteError, build_site

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


if __name__ == "__main__":
    sys.exit(main())
