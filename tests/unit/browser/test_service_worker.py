"""What a reader's device keeps of a site: which files, by which address and hash; and when that is another version."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from footing.browser.service_worker import address_of, retired_worker, search_languages, worker, write_service_worker
from hypothesis import given
from hypothesis import strategies as st

LUNR = "assets/javascripts/lunr/"
INDEX = "search/search_index.json"


def lists(text: str) -> tuple[dict[str, str], dict[str, str], int]:
    """The cached files, the files cached on use, and the size of the former, as the worker lists them."""
    found = re.match(r'const VERSION="[0-9a-f]{16}";const FILES=(\{.*?\}),ON_USE=(\{.*?\}),BYTES=(\d+);\n', text)
    assert found, text[:200]
    cached, on_use = (json.loads(found[number]) for number in (1, 2))
    assert cached.pop("__proto__") is None
    assert on_use.pop("__proto__") is None
    return cached, on_use, int(found[3])


def version(files: dict[str, bytes]) -> str:
    return worker(files.items()).split('"')[1]


def digest(data: bytes) -> str:
    return b64encode(sha256(data).digest()).decode()


def test_each_file_has_its_address_and_hash() -> None:
    cached, on_use, size = lists(
        worker(
            {"index.html": b"home", "about/index.html": b"about", "404.html": b"?", "a.css": b"", "a.pdf": b"%"}.items()
        )
    )
    assert cached == {"": digest(b"home"), "about/": digest(b"about"), "404.html": digest(b"?"), "a.css": digest(b"")}
    assert on_use == {"a.pdf": digest(b"%")}
    assert size == 10


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", ""),
        ("week/full/index.html", "week/full/"),
        ("not-index.html", "not-index.html"),
        ("week/full.json", "week/full.json"),
        ("a b/ü/index.html", "a%20b/%C3%BC/"),
        ("it's (1)+2.css", "it's%20(1)+2.css"),
    ],
)
def test_an_address_is_as_browsers_write_it(path: str, address: str) -> None:
    assert address_of(path) == address


@pytest.mark.parametrize(
    "path",
    [
        *("sw.js", "assets/a.js.map", "sitemap.xml.gz", "robots.txt", "CNAME", "feed.xml", "_headers"),
        *("assets/images/favicon.png", "assets/stylesheets/palette.fb2fffe2.min.css", f"{LUNR}min/lunr.de.min.js"),
    ],
)
def test_files_that_no_page_requests_are_not_cached(path: str) -> None:
    assert lists(worker([(path, b"x")])) == ({}, {}, 0)


@pytest.mark.parametrize("path", ["sitemap.xml", "manifest.webmanifest", "a.svg", "exercises.json", INDEX])
def test_files_that_a_page_requests_are_cached(path: str) -> None:
    assert list(lists(worker([(path, b'{"config":{"lang":["en"]}}')]))[0]) == [path]


@pytest.mark.parametrize(
    ("languages", "scripts"),
    [
        (["en"], []),
        (["de"], ["min/lunr.de.min.js", "min/lunr.stemmer.support.min.js"]),
        (
            ["en", "ja"],
            ["min/lunr.ja.min.js", "min/lunr.multi.min.js", "min/lunr.stemmer.support.min.js", "tinyseg.js"],
        ),
    ],
)
def test_a_search_in_another_language_has_its_scripts(languages: list[str], scripts: list[str]) -> None:
    index = {"config": {"lang": languages}}
    assert sorted(search_languages(index)) == scripts
    every = ("min/lunr.de.min.js", "min/lunr.ja.min.js", "min/lunr.multi.min.js", "min/lunr.stemmer.support.min.js")
    files = {f"{LUNR}{name}": b"x" for name in (*every, "tinyseg.js", "wordcut.js")}
    cached, _, _ = lists(worker({INDEX: json.dumps(index).encode(), **files}.items()))
    assert [name.removeprefix(LUNR) for name in cached if name.startswith(LUNR)] == scripts


FILES = st.dictionaries(st.sampled_from(["index.html", "a/index.html", "a.css", "a.pdf"]), st.binary(max_size=9))


@given(FILES, FILES)
def test_another_version_is_one_with_other_files_and_nothing_else(
    one: dict[str, bytes], other: dict[str, bytes]
) -> None:
    assert (version(one) == version(other)) == (one == other)
    assert version(dict(reversed(one.items()))) == version(one)


def test_the_built_site_has_the_worker_or_the_retired_worker(tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_bytes(b"about")
    write_service_worker(tmp_path, offline=True)
    once = (tmp_path / "sw.js").read_bytes()
    assert list(lists(once.decode())[0]) == ["about/"]
    write_service_worker(tmp_path, offline=True)
    assert (tmp_path / "sw.js").read_bytes() == once
    write_service_worker(tmp_path, offline=False)
    assert (tmp_path / "sw.js").read_text("utf-8") == retired_worker()
    assert "fetch" not in retired_worker()
    assert "unregister()" in retired_worker()


def test_both_workers_and_the_page_use_the_same_cache_names(project: Path) -> None:
    """The retired worker deletes the other's caches, and the page looks for them."""
    switch = (project / "docs/assets/js/offline/switch.js").read_text("utf-8")
    assert "`footing ${SCOPE} `" in worker([])
    assert "`footing ${scope.registration.scope} `" in retired_worker()
    assert "`footing ${copy.scope} `" in switch
