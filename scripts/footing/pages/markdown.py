"""Escapes text for Markdown, so that every character is shown as it is."""

from __future__ import annotations

import re

# What Python-Markdown, one of the extensions in mkdocs.yml, or a code host could take for markup: characters that mean
# something anywhere, then those that do so only where a line begins.
_MARKUP = re.compile(r"[\\`*_{}\[\]#|~]|^[-+=!?:]|^[0-9]+[.)]")
_BACKSLASHED = set("\\`*_{}#.!-+)")  # the rest become entities: a reference, "[x]: y", is seen before any backslash is


def markdown(text: str) -> str:
    """`text`, one line, escaped so that Markdown shows exactly it, also at the start of a paragraph or an item."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    before, sign = match[0][:-1], match[0][-1]
    return f"{before}\\{sign}" if sign in _BACKSLASHED else f"{before}&#{ord(sign)};"
