"""A web server like a publishing host's: a folder under a sub-path, its own 404 page, text gzipped."""

import gzip
import sys
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

BASE = "/good-footing/"

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/vnd.microsoft.icon",
    ".gz": "application/gzip",
    ".ics": "text/calendar; charset=utf-8",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
}
PACKED = {".png", ".ico", ".gz", ".pdf", ".woff2"}


class SiteServer(ThreadingHTTPServer):
    """Serves `folder` at `url` from a free loopback port until closed."""

    daemon_threads = True

    def __init__(self, folder: Path, handler: "type[Handler] | None" = None) -> None:
        super().__init__(("127.0.0.1", 0), handler or Handler)
        self.folder = folder
        self.url = f"http://127.0.0.1:{self.server_address[1]}{BASE}"
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page hangs up on what it no longer wants, which is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def find(self, path: str) -> Path | None:
        """The file that an address stands for; a folder's is its index.html."""
        if not path.startswith(BASE):
            return None
        file = (self.folder / unquote(path.removeprefix(BASE))).resolve()
        if path.endswith("/"):
            file /= "index.html"
        return file if file.is_file() and file.is_relative_to(self.folder.resolve()) else None


class Handler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        path = urlsplit(self.path).path
        file = self.server.find(path)
        folder = path.startswith(BASE) and (self.server.folder / unquote(path.removeprefix(BASE))).is_dir()
        if file:
            self._send(200, file)
        elif folder and not path.endswith("/"):
            self._redirect(path + "/")
        else:
            self._send(404, self.server.folder / "404.html")

    def _redirect(self, to: str) -> None:
        self.send_response(301)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, file: Path) -> None:
        pack = file.suffix not in PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _read(file, file.stat().st_mtime_ns, pack) if file.is_file() else b"Not found"
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        if pack and file.is_file():
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests report what went wrong."""


@lru_cache(maxsize=512)
def _read(file: Path, _changed: int, pack: bool) -> bytes:
    body = file.read_bytes()
    return gzip.compress(body, mtime=0) if pack else body
