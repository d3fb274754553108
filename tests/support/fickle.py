"""A web server as a reader's phone meets it: gone at times, with files that come broken, with another version soon."""

from pathlib import Path
from urllib.parse import urlsplit

from tests.support.server import BASE, Handler, SiteServer

BREAKS = ("an error", "cut short", "other bytes")


class FickleServer(SiteServer):
    """Serves `folder`, which may be changed; answers nothing while `down`; breaks the files in `broken`."""

    def __init__(self, folder: Path) -> None:
        self.down = False
        self.broken: dict[str, str] = {}
        self.asked: list[str] = []
        super().__init__(folder, _FickleHandler)


class _FickleHandler(Handler):
    server: FickleServer

    def answer(self) -> None:
        name = urlsplit(self.path).path.removeprefix(BASE)
        if self.server.down:
            self.close_connection = True
            return
        self.server.asked.append(name)
        how = self.server.broken.get(name)
        if how is None:
            super().answer()
            return
        file = self.server.find(f"{BASE}{name}")
        assert file, name
        body = file.read_bytes()
        self.send_response(500 if how == "an error" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write({"an error": b"x" * len(body), "cut short": body[:-9], "other bytes": body[:-1] + b"x"}[how])
        self.close_connection = True
