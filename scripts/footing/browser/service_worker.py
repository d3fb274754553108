"""The service worker's text: which files of the built site a reader's device keeps, each with the hash of its bytes."""

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
KEPT = (
    *(".html", ".css", ".js", ".json", ".webmanifest", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2"),
    "sitemap.xml",  # the theme changes pages without a reload only where it can read this
)
ON_USE = (".pdf", ".ics")  # often large, and few are wanted: kept once they were opened
# Parts of the theme that no page of ours asks for.
# Not for a reader's page: pictures for links are for chats, and the theme's own that we use nothing of.
_UNUSED = (WORKER, "assets/made/previews/", "assets/images/favicon.png", "assets/stylesheets/palette.")
_LANGUAGES = "assets/javascripts/lunr/"
_OTHER_LANGUAGE = {"ja": ["tinyseg.js"], "hi": ["wordcut.js"], "th": ["wordcut.js"]}
_LEFT_AS_IT_IS = "/!$&'()*+,;=:@~"  # in the path of an address, by browsers


def worker(files: Iterable[tuple[str, bytes]]) -> str:
    """The worker of a site of these `files` (path in the site, bytes), in any order."""
    kept: dict[str, str] = {}
    on_use: dict[str, str] = {}
    sizes: dict[str, int] = {}
    languages: list[str] = []
    for path, data in files:
        if path == SEARCH_INDEX:
            languages = search_languages(json.loads(data))
        if path.startswith(_UNUSED) or not path.endswith((*KEPT, *ON_USE)):
            continue
        address = address_of(path)
        into = on_use if path.endswith(ON_USE) else kept
        into[address] = b64encode(sha256(data).digest()).decode()
        sizes[address] = len(data)
    for address in [address for address in kept if address.startswith(_LANGUAGES)]:
        if address.removeprefix(_LANGUAGES) not in languages:
            del kept[address]
    return _text(kept, on_use, sum(sizes[address] for address in kept))


def address_of(path: str) -> str:
    """The address, from the site's own, that a file answers to; as browsers write it."""
    folder = PurePosixPath(path).name == "index.html"
    return quote(path.removesuffix("index.html") if folder else path, safe=_LEFT_AS_IT_IS)


def search_languages(index: dict[str, dict[str, list[str]]]) -> list[str]:
    """The files in the theme's folder of languages that its search asks for; for English alone, none."""
    languages = index["config"]["lang"]
    scripts = [f"min/lunr.{language}.min.js" for language in languages if language != "en"]
    if len(languages) > 1:
        scripts.append("min/lunr.multi.min.js")
    if scripts:
        scripts.append("min/lunr.stemmer.support.min.js")
    return [*scripts, *(script for language in languages for script in _OTHER_LANGUAGE.get(language, []))]


def retired_worker() -> str:
    """What takes the place of a worker on a site that has none: it cleans up after the one there was."""
    return _small("retired_worker.js")


def _text(kept: dict[str, str], on_use: dict[str, str], size: int) -> str:
    lists = f"const FILES={_object(kept)},ON_USE={_object(on_use)},BYTES={size};\n" + _small("worker.js")
    version = sha256(lists.encode()).hexdigest()[:16]
    return f'const VERSION="{version}";{lists}'


def _object(hashes: dict[str, str]) -> str:
    """An object that has these keys and no others, such as "constructor", when it is asked what is in it."""
    return json.dumps({"__proto__": None} | dict(sorted(hashes.items())), separators=(",", ":"))


def _small(template: str) -> str:
    return str(rjsmin.jsmin((SOURCES / template).read_text("utf-8"))) + "\n"
