"""The style sheets of docs/assets/css, joined into what the browser loads: one for every page and three for some."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import rcssmin

from footing.browser.sources import EVERYWHERE

CSS = "docs/assets/css"

# The sheets of each bundle in the order in which their rules apply. Where two rules weigh the same, the later one wins:
# tokens and theme come first, print last. A bundle other than the first is loaded by the script or page that needs it.
SHEETS: dict[str, tuple[str, ...]] = {
    EVERYWHERE: (
        "tokens",
        "theme",
        "components/text",
        "components/header",
        "components/search",
        "components/footer",
        "components/button",
        "components/chip",
        "components/callout",
        "components/share",
        "components/player",
        "components/timer/timer",
        "components/timer/face",
        "components/timer/buttons",
        "components/timer/dose",
        "components/timer/wide",
        "components/timer/full",
        "components/timer/settings",
        "components/exercise",
        "components/figure",
        "components/filter",
        "components/plan",
        "components/day",
        "components/session-start",
        "components/chart",
        "components/take-away",
        "components/home",
        "components/card",
        "components/panel",
        "components/offline",
        "print",
    ),
    "progress": (
        "components/progress/tick",
        "components/progress/today",
        "components/progress/strip",
        "components/progress/choice",
        "components/progress/back",
        "components/progress/past",
        "components/progress/device",
    ),
    "session": (
        "components/session/session",
        "components/session/intro",
        "components/session/stage",
        "components/session/buttons",
        "components/session/flash",
        "components/session/layout",
    ),
    "builder": (
        "components/builder/builder",
        "components/builder/picks",
        "components/builder/stepper",
        "components/builder/fields",
        "components/builder/week",
        "components/builder/received",
        "components/builder/bar",
        "components/builder/print",
    ),
}


def styles(root: Path, figures: str = "", sheets: Mapping[str, tuple[str, ...]] = SHEETS) -> dict[str, str]:
    """Name of each bundle to its minified style sheet; that of every page begins with the rules of the `figures`."""
    return {
        bundle: str(rcssmin.cssmin("\n".join([figures if bundle == EVERYWHERE else "", *_read(root, names)]))) + "\n"
        for bundle, names in sheets.items()
    }


def _read(root: Path, names: tuple[str, ...]) -> list[str]:
    return [(root / CSS / f"{name}.css").read_text("utf-8") for name in names]
