"""Text made safe for where it goes: Markdown shows every character of it as it is."""

from __future__ import annotations

import re

# Whatever Python-Markdown or one of the extensions in mkdocs.yml could take for markup. `&` and `<` become entities,
# the rest gets a backslash. A dash between two letters is harmless, and so is a full stop after a word.
_MARKUP = re.compile(r"[\\`*_{}\[\]|~^=]|!(?=\[)|(?<!\S)[#>+:-](?=\s|$)|^[#>+!?:=-]|(?<=[!?])[!?]|(?<=^\d)[.)]")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_BACKSLASHED = set("\\`*_{}[]()>#+-.!")


def markdown(text: str) -> str:
    """`text` as Markdown that reads exactly like it, in one line, at the start of a paragraph or an item too."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _NUMBERED.sub(r"\1\\\2", text)
    return _MARKUP.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return f"\\{character}" if character in _BACKSLASHED else f"&#{ord(character)};"


def duration(seconds: int) -> tuple[int, int]:
    """Whole minutes and the seconds left."""
    return divmod(seconds, 60)
