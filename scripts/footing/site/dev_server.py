"""Serve the site while it is written: every edit is built once and shown; a broken one leaves the last good site up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Thread
from time import perf_counter

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from footing.cli_output import count, failing_line, newest, summary, tell_problems, tell_warnings
from footing.diagnostics import ContentError
from footing.exports.typst import ExportError
from footing.pages.renderer import TEMPLATES
from footing.pipeline import Generator, Made, keep_drawings, keep_papers
from footing.site.generated_files import Output, owned, write_atomically
from footing.site.mkdocs import SiteError, build_site

WATCHED = ("content", "docs", "overrides", "scripts/footing/pages/templates", "mkdocs.yml")
SEEN_BY_NONE = ("opened", "closed_no_write")  # reading a file is no edit


class Preview:
    """The project at `root`, built into .footing/preview for one address; without `paper` no PDFs, no pictures for links."""

    def __init__(self, root: Path, site_url: str, *, paper: bool = True) -> None:
        self.root = root
        self.folder = root / ".footing" / "preview"
        self._site_url = site_url
        self._paper = paper
        self._generator = Generator(root, paper=paper)
        self._latest: Made | None = None
        self._building = Lock()  # what stands in docs/ and in the preview changes in one place at a time
        self._printing = Lock()

    def build(self) -> None:
        """Build what there is; tell what is wrong with it instead, and leave the last good site. Papers follow later."""
        start = perf_counter()
        with self._building, told_when_wrong():
            generator = self._generator
            made = generator.make()
            if self._paper:
                made = generator.with_papers_at_hand(made)
            written = Output(self.root).write(made.all_files, made.later if self._paper else ())
            keep_drawings(self.root, generator)
            # Without a copy on the device: a page kept there would hide the edit.
            build_site(self.root, newest(made), self.folder, self._site_url, offline=False)
            tell_warnings(made)
            seconds = perf_counter() - start
            print(f"{summary(made)}; {written.written} files written; built in {seconds:.1f} s", flush=True)
            self._latest = made
            if self._paper:
                Thread(target=self._print, args=(generator, made), daemon=True).start()

    def _print(self, generator: Generator, made: Made) -> None:
        """Bring the papers up to date, unless a newer build has come meanwhile: that prints its own."""
        start = perf_counter()
        with self._printing, told_when_wrong():
            if made is not self._latest:
                return
            printed = generator.print(made)
            with self._building:
                if made is not self._latest:
                    return
                Output(self.root).write(printed.all_files)
                keep_papers(self.root, generator)
                changed = [path for path, paper in printed.papers.items() if made.papers.get(path) != paper]
                for path in changed:
                    write_atomically(self.root, f".footing/preview/{path}", printed.papers[path])
            if changed:
                print(f"{count(len(changed), 'paper')} printed in {perf_counter() - start:.1f} s", flush=True)

    def forget(self) -> None:
        """Read and render everything anew at the next build: a template has changed."""
        self._generator = Generator(self.root, paper=self._paper)


@contextmanager
def told_when_wrong() -> Iterator[None]:
    """Whatever goes wrong in here is told, and the last good site stays up."""
    try:
        yield
    except ContentError as error:
        tell_problems(error)
    except ExportError as error:
        print(f"{error}\nThe last good papers stay.", file=sys.stderr, flush=True)
    except SiteError as error:
        print(f"mkdocs: {error}\nThe last good site stays up.", file=sys.stderr, flush=True)
    except Exception as error:  # a template may fail with anything at all, and must not stop the server
        print(f"{failing_line(error)}: {error}\nThe last good site stays up.", file=sys.stderr, flush=True)


class Server(LiveReloadServer):
    """MkDocs's live reload, which here looks only at what people edit: our own writing must not build again."""

    def __init__(self, preview: Preview, host: str, port: int, mount_path: str) -> None:
        super().__init__(preview.build, host, port, str(preview.folder), mount_path)
        self._preview = preview
        self.observer = Observer()  # type: ignore[assignment]  # the system's own notices: no polling, no delay
        self.error_handler = self._error_page

    def watch_project(self) -> None:
        handler = FileSystemEventHandler()
        handler.on_any_event = self._edited  # type: ignore[method-assign]
        for name in WATCHED:
            path = self._preview.root / name
            self.observer.schedule(handler, str(path), recursive=path.is_dir())
            self._watched_paths[str(path)] = 1

    def _edited(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in SEEN_BY_NONE:
            return
        touched = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        names = [
            path.relative_to(self._preview.root).as_posix() for path in touched if _is_below(path, self._preview.root)
        ]
        if len(owned(names)) == len(names):
            return
        if any(_is_below(path, TEMPLATES) for path in touched):
            self._preview.forget()
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _build_loop(self) -> None:
        """Told only now that edits are watched for: one made before would show at the next."""
        print(f"Serving on {self.url} (Ctrl+C ends it)", flush=True)
        super()._build_loop()  # type: ignore[no-untyped-call]

    def _error_page(self, code: int) -> bytes | None:
        page = self._preview.folder / f"{code}.html"
        return page.read_bytes() if page.exists() else None


def _is_below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def serve(root: Path, host: str, port: int, *, paper: bool = True) -> int:
    """Build and serve until interrupted."""
    preview = Preview(root, f"http://{host}:{port}/", paper=paper)
    preview.build()
    server = Server(preview, host, port, "/")
    server.watch_project()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    return 0
