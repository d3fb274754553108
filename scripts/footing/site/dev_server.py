"""Serve the site while it is edited: each edit is built and shown; a failed build leaves the last good site up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, Thread
from time import perf_counter

from watchdog.events import (
    FileClosedNoWriteEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from footing.cli_output import count, print_warnings, report_error, summary
from footing.files import write_atomically
from footing.pages.renderer import TEMPLATES
from footing.pipeline import BuildResult, Generator
from footing.site.build_lock import build_lock
from footing.site.generated_files import GeneratedFiles
from footing.site.live_reload import LiveReloadServer
from footing.site.manifest import owned
from footing.site.mkdocs import SiteError, build_site

WATCHED = ("content", "docs", "overrides", "scripts/footing/pages/templates", "mkdocs.yml")
PREVIEW = ".footing/preview"
SETTLED = 0.1  # seconds without a further edit after which a build starts: editors save in several steps


class Preview:
    """The project at `root`, built into .footing/preview; with `exports=False` without PDFs and link previews."""

    def __init__(self, root: Path, site_url: str, *, exports: bool = True) -> None:
        self.root = root
        self.folder = root / PREVIEW
        self._site_url = site_url
        self._exports = exports
        self._generator = Generator(root, exports=exports)
        self._latest: BuildResult | None = None
        self._writing = Lock()  # held while docs/ and the preview change
        self._exporting = Lock()

    def build(self) -> bool:
        """Build the site, or report why it failed; whether it was built. Changed exports follow in the background."""
        start = perf_counter()
        with self._writing, _errors_reported():
            generator = self._generator
            result = generator.build()
            if self._exports:
                result = generator.add_cached_exports(result)
            with build_lock(self.root):
                pending = result.export_paths if self._exports else ()
                written = GeneratedFiles(self.root).write(result.all_files, pending)
                generator.save_drawings()
                # Not offline: a service worker would answer with the page from before the edit.
                build_site(
                    self.root,
                    result.updated,
                    self.folder,
                    self._site_url,
                    offline=False,
                    generated=result.all_files,
                )
            print_warnings(result)
            seconds = perf_counter() - start
            print(f"{summary(result)}; {written.written} files written; built in {seconds:.1f} s", flush=True)
            self._latest = result
            if self._exports:
                Thread(target=self._export, args=(generator, result), daemon=True).start()
            return True
        return False

    def _export(self, generator: Generator, result: BuildResult) -> None:
        """Bring the exports up to date, unless a newer build has started to do so."""
        start = perf_counter()
        with self._exporting, _errors_reported():
            if result is not self._latest:
                return
            exported = generator.add_exports(result)
            with self._writing, build_lock(self.root):
                if result is not self._latest:
                    return
                GeneratedFiles(self.root).write(exported.all_files)
                generator.save_exports()
                changed = [path for path, data in exported.exports.items() if result.exports.get(path) != data]
                for path in changed:
                    write_atomically(self.root, f"{PREVIEW}/{path}", exported.exports[path])
            if changed:
                print(f"{count(len(changed), 'export')} written in {perf_counter() - start:.1f} s", flush=True)

    def clear_cache(self) -> None:
        """Render every page again at the next build: a template has changed."""
        self._generator = Generator(self.root, exports=self._exports)


@contextmanager
def _errors_reported() -> Iterator[None]:
    """Report any error instead of raising it: the server must go on and show the last good site."""
    try:
        yield
    except SiteError as error:
        print(f"mkdocs: {error}\nThe last good site stays up.", file=sys.stderr, flush=True)
    except Exception as error:  # an error in a template can be of any type
        report_error(error, "the last good site stays up.")


class EditHandler(FileSystemEventHandler):
    """Sets `edited` when a person changes a file, but not when a build writes the generated ones."""

    def __init__(self, preview: Preview) -> None:
        self.edited = Event()
        self._preview = preview

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or isinstance(event, FileOpenedEvent | FileClosedNoWriteEvent):
            return  # reading is no edit
        root = self._preview.root.resolve()
        paths = [Path(str(path)).resolve() for path in (event.src_path, event.dest_path) if path]
        names = [path.relative_to(root).as_posix() for path in paths if path.is_relative_to(root)]
        if len(owned(names)) == len(names):
            return
        if any(path.is_relative_to(TEMPLATES.resolve()) for path in paths):
            self._preview.clear_cache()
        self.edited.set()


def serve(root: Path, host: str, port: int, *, exports: bool = True) -> int:
    """Build and serve until interrupted."""
    preview = Preview(root, f"http://{host}:{port}/", exports=exports)
    try:
        server = LiveReloadServer(preview.folder, host, port)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        print(f"http://{host}:{port}/: {reason}; end what uses it, or choose another port with --port", file=sys.stderr)
        return 1
    preview.build()
    handler, observer = EditHandler(preview), Observer()
    for name in WATCHED:
        observer.schedule(handler, str(root / name), recursive=(root / name).is_dir())
    with server:
        observer.start()
        Thread(target=server.serve_forever, daemon=True).start()
        print(f"Serving on http://{host}:{port}/ (Ctrl+C ends it)", flush=True)
        try:
            while True:
                handler.edited.wait()
                while handler.edited.is_set():
                    handler.edited.clear()
                    handler.edited.wait(SETTLED)
                if preview.build():
                    server.reload()
        except KeyboardInterrupt:
            return 0
        finally:
            observer.stop()
            server.shutdown()
