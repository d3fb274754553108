"""The style sheets in docs/assets/css as the browser gets them: one for every page, one more for each folder."""

from __future__ import annotations

from pathlib import Path

import rcssmin

from footing.browser.sources import EVERYWHERE, bundles, read_sources

CSS = "docs/assets/css"


def styles(root: Path, figures: str = "") -> dict[str, str]:
    """Bundle's name to style sheet: the sheets of docs/assets/css by name, after the rules of the `figures`."""
    sources = read_sources(root / CSS, "css")
    sheets = {bundle: [sources[name] for name in names] for bundle, names in bundles(sources).items()}
    sheets[EVERYWHERE].insert(0, figures)
    return {bundle: str(rcssmin.cssmin("\n".join(texts))) + "\n" for bundle, texts in sheets.items()}
