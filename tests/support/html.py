"""A page as its tags, each with what stands around it: as much of HTML as the tests need."""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(eq=False)
class Tag:
    name: str
    attributes: dict[str, str]
    around: "Tag | None"
    text: str = ""

    def has_class(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()

    def within(self, class_name: str) -> bool:
        """Whether it stands, however deep, in an element of that class."""
        return self.around is not None and (self.around.has_class(class_name) or self.around.within(class_name))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.around: Tag | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {key: value or "" for key, value in attrs}, self.around))
        if tag not in VOID:
            self.around = self.tags[-1]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {key: value or "" for key, value in attrs}, self.around))

    def handle_endtag(self, tag: str) -> None:
        opened = self.around
        while opened and opened.name != tag:  # an end tag left out, as HTML allows for <p> or <li>
            opened = opened.around
        self.around = opened.around if opened else self.around

    def handle_data(self, data: str) -> None:
        tag = self.around
        while tag:
            tag.text += data
            tag = tag.around


def tags(page: Path) -> list[Tag]:
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.tags


def pages(site: Path) -> list[Path]:
    """All pages that a reader can reach by an address, in order, without those that only lead on to another."""
    return sorted(page for page in site.rglob("index.html") if not is_redirect(page))


def is_redirect(page: Path) -> bool:
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def address(site: Path, page: Path) -> str:
    """A page's address, relative to the site's: `` for the home page, else `exercises/` and the like."""
    folder = page.parent.relative_to(site).as_posix()
    return "" if folder == "." else f"{folder}/"
