"""Every address the site has ever published: content/published.txt lists them, and only grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

PUBLISHED = "content/published.txt"
HEAD = """\
# Every address this site has ever published, from its root: other people's links and printed pages lead there.
# `make published` adds the new ones; none is ever taken away. What is renamed keeps its old address by `formerly`.
"""
DATA = (".json", ".ics", ".pdf")


def addresses(files: Iterable[str]) -> Iterator[str]:
    """The address of each file of docs/ that is worth a link: a page, or data; not a page's picture or script."""
    for path in files:
        if path.endswith(".md"):
            page = path.removesuffix(".md")
            yield page.removesuffix("index") if page.endswith("index") else f"{page}/"
        elif path.endswith(DATA) and not path.startswith("assets/"):
            yield path


def published(text: str) -> list[str]:
    """The addresses that a published.txt lists."""
    return [line for line in map(str.strip, text.split("\n")) if line and not line.startswith("#")]


def grown(text: str, made: Iterable[str]) -> str:
    """The file's text with the addresses `made` now among the old ones; the first page's is the empty one."""
    return HEAD + "".join(f"{address}\n" for address in sorted({*published(text), *made}) if address)
