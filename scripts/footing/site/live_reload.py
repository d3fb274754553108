"""An HTTP server for a built site whose pages reload in the browser after each build."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition
from time import time_ns
from urllib.parse import urlsplit

EVENTS = "/livereload"
KEEP_ALIVE = 15  # seconds between comments on an idle event stream, which detect a closed page
# Listens only while the page is visible: browsers allow few open connections to one host.
SCRIPT = """<script>{
let events
const listen = () => {
  events?.close()
  if (document.hidden) return
  events = new EventSource("%s?%d")
  events.onmessage = () => location.reload()
}
document.addEventListener("visibilitychange", listen)
listen()
}</script>"""


class LiveReloadServer(ThreadingHTTPServer):
    """Serves `folder`; after `reload` every page that was loaded before reloads itself."""

    daemon_threads = True

    def __init__(self, folder: Path, host: str, port: int) -> None:
        super().__init__((host, port), partial(_Handler, self, folder))
        self._build = time_ns()  # differs between two runs of the server too
        self._built = Condition()

    def reload(self) -> None:
        """Reload all open pages."""
        with self._built:
            self._build = time_ns()
            self._built.notify_all()

    @property
    def script(self) -> bytes:
        """What a page needs to reload itself after the next build."""
        return (SCRIPT % (EVENTS, self._build)).encode()

    def wait_for_build_after(self, build: str, seconds: float) -> bool:
        """Whether the current build is another than `build`, now or within some seconds."""
        with self._built:
            return self._built.wait_for(lambda: str(self._build) != build, seconds)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, reload_server: LiveReloadServer, folder: Path, *arguments: object) -> None:
        self._server = reload_server
        self._folder = folder
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == EVENTS:
            self._send_events(address.query)
            return
        file = Path(self.translate_path(self.path))
        if file.is_dir() and address.path.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" and file.is_file():
            self._send_page(HTTPStatus.OK, file)
        elif not file.exists() and (self._folder / "404.html").is_file():
            self._send_page(HTTPStatus.NOT_FOUND, self._folder / "404.html")
        else:
            super().do_GET()

    def _send_page(self, status: HTTPStatus, file: Path) -> None:
        text, end, rest = file.read_bytes().rpartition(b"</body>")
        page = text + self._server.script + end + rest if end else rest + self._server.script
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def _send_events(self, build: str) -> None:
        """An event stream with one message, once there is another build than the page's."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while not self._server.wait_for_build_after(build, KEEP_ALIVE):
                self.wfile.write(b":\n\n")
            self.wfile.write(b"data: reload\n\n")
        except ConnectionError:
            return  # the page was closed

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Print no line for each request: the terminal shows builds and problems."""
