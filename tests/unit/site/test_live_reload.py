"""The development server: pages with the reload script, the site's own 404 page, and one event after each build."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from footing.site.live_reload import LiveReloadServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text("<body><h1>About</h1></body>")
    (tmp_path / "fragment.html").write_text("<p>no body</p>")
    (tmp_path / "404.html").write_text("<body>Not here</body>")
    (tmp_path / "data.json").write_text("{}")
    with LiveReloadServer(tmp_path, "127.0.0.1", 0) as started:
        thread = Thread(target=started.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield started
        finally:
            started.shutdown()
            thread.join()


def get(server: LiveReloadServer, path: str) -> str:
    with urlopen(f"http://127.0.0.1:{server.server_port}{path}", timeout=10) as answer:
        return str(answer.read().decode())


def missing(server: LiveReloadServer, path: str) -> str:
    """The page of a 404 answer."""
    with pytest.raises(HTTPError) as caught:
        get(server, path)
    with caught.value as answer:
        assert answer.code == 404
        return str(answer.read().decode())


def event_url(page: str) -> str:
    found = re.search(r'EventSource\("([^"]+)"\)', page)
    assert found
    return found[1]


@pytest.mark.parametrize("path", ["/about/", "/about/index.html", "/about", "/about/?q=1"])
def test_a_page_is_served_with_the_reload_script_before_its_end(server: LiveReloadServer, path: str) -> None:
    page = get(server, path)
    assert page.startswith("<body><h1>About</h1><script>")
    assert page.endswith("</script></body>")


def test_a_page_without_a_body_has_the_script_at_its_end(server: LiveReloadServer) -> None:
    assert get(server, "/fragment.html").startswith("<p>no body</p><script>")


def test_other_files_are_served_unchanged(server: LiveReloadServer) -> None:
    assert get(server, "/data.json") == "{}"


@pytest.mark.parametrize("path", ["/nowhere/", "/nowhere.js", "/../../etc/hostname"])
def test_a_missing_file_gets_the_sites_404_page(server: LiveReloadServer, path: str) -> None:
    assert "Not here" in missing(server, path)


def test_without_a_404_page_a_missing_file_is_still_not_found(server: LiveReloadServer, tmp_path: Path) -> None:
    (tmp_path / "404.html").unlink()
    assert "Not here" not in missing(server, "/nowhere/")


def test_a_page_of_an_earlier_build_reloads_at_once(server: LiveReloadServer) -> None:
    url = event_url(get(server, "/about/"))
    server.reload()
    assert get(server, url) == "data: reload\n\n"
    assert event_url(get(server, "/about/")) != url


def test_an_open_page_reloads_when_a_build_ends(server: LiveReloadServer) -> None:
    url = f"http://127.0.0.1:{server.server_port}{event_url(get(server, '/about/'))}"
    with urlopen(url, timeout=10) as events:  # the stream is open: its headers have arrived
        server.reload()
        assert events.read() == b"data: reload\n\n"
