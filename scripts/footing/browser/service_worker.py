"""The service worker of the built site: which files it caches for offline use, each with the hash of its bytes."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import rjsmin

WORKER = "sw.js"
SOURCES = Path(__file__).parent
SEARCH_INDEX = "search/search_index.json"
CACHED = (
    *(".html", ".css", ".js", ".json", ".webmanifest", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2"),
    "sitemap.xml",  # the theme's instant navigation needs it
)
CACHED_ON_USE = (".pdf", ".ics")  # often large and rarely opened: cached once a reader opens them
# Not requested by any page: the worker itself, link previews, and files of the theme that we do not use.
_UNUSED = (WORKER, "assets/made/previews/", "assets/images/favicon.png", "assets/stylesheets/palette.")
_LANGUAGES = "assets/javascripts/lunr/"
_OTHER_LANGUAGE = {"ja": ["tinyseg.js"], "hi": ["wordcut.js"], "th": ["wordcut.js"]}
_UNESCAPED = "/!$&'()*+,;=:@~"  # characters that browsers leave as they are in the path of a URL


def write_service_worker(site: Path, *, offline: bool) -> None:
    """Write sw.js into the built site: the worker, or without `offline` the one that removes an earlier worker."""
    files = ((file.relative_to(site).as_posix(), file) for file in sorted(site.rglob("*")) if file.is_file())
    text = worker((path, file.read_bytes()) for path, file in files) if offline else retired_worker()
    (site / WORKER).write_bytes(text.encode())


def worker(files: Iterable[tuple[str, bytes]]) -> str:
    """The worker of a site of these `files` (path in the site, bytes), in any order."""
    cached: dict[str, str] = {}
    on_use: dict[str, str] = {}
    sizes: dict[str, int] = {}
    languages: list[str] = []
    for path, data in files:
        if path == SEARCH_INDEX:
            languages = search_languages(json.loads(data))
        if path.startswith(_UNUSED) or not path.endswith((*CACHED, *CACHED_ON_USE)):
            continue
        address = address_of(path)
        into = on_use if path.endswith(CACHED_ON_USE) else cached
        into[address] = b64encode(sha256(data).digest()).decode()
        sizes[address] = len(data)
    for address in [address for address in cached if address.startswith(_LANGUAGES)]:
        if address.removeprefix(_LANGUAGES) not in languages:
            del cached[address]
    return _text(cached, on_use, sum(sizes[address] for address in cached))


def address_of(path: str) -> str:
    """The URL of a file, relative to the site's, escaped as browsers escape it."""
    folder = PurePosixPath(path).name == "index.html"
    return quote(path.removesuffix("index.html") if folder else path, safe=_UNESCAPED)


def search_languages(index: dict[str, dict[str, list[str]]]) -> list[str]:
    """The language files that the theme's search loads; none if English is the only language."""
    languages = index["config"]["lang"]
    scripts = [f"min/lunr.{language}.min.js" for language in languages if language != "en"]
    if len(languages) > 1:
        scripts.append("min/lunr.multi.min.js")
    if scripts:
        scripts.append("min/lunr.stemmer.support.min.js")
    return [*scripts, *(script for language in languages for script in _OTHER_LANGUAGE.get(language, []))]


def retired_worker() -> str:
    """The worker of a site without offline use: it deletes an earlier worker's caches and unregisters itself."""
    return _minified("retired_worker.js")


def _text(cached: dict[str, str], on_use: dict[str, str], size: int) -> str:
    lists = f"const FILES={_object(cached)},ON_USE={_object(on_use)},BYTES={size};\n" + _minified("worker.js")
    version = sha256(lists.encode()).hexdigest()[:16]
    return f'const VERSION="{version}";{lists}'


def _object(hashes: dict[str, str]) -> str:
    """A JavaScript object literal without inherited keys, so that `"constructor" in FILES` is false."""
    return json.dumps({"__proto__": None} | dict(sorted(hashes.items())), separators=(",", ":"))


def _minified(source: str) -> str:
    return str(rjsmin.jsmin((SOURCES / source).read_text("utf-8"))) + "\n"
