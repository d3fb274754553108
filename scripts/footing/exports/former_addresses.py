"""The exports of renamed plans under their former addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from footing.content.models import Content

T = TypeVar("T", str, bytes)
_DATA_FILE = r"(?:-(?:handout-)?(?:a4|letter)\.pdf|\.ics|\.json)"


def former_addresses(files: Mapping[str, T], content: Content) -> dict[str, T]:
    """The data, calendar and PDFs of each plan again under its former slugs.

    Pages redirect, but a calendar program or a printed QR code follows no redirect in HTML.
    """
    return {
        f"week/{former}{path.removeprefix(f'week/{plan.slug}')}": file
        for plan in content.plans
        for former in plan.formerly
        for path, file in files.items()
        if re.fullmatch(f"week/{re.escape(plan.slug)}{_DATA_FILE}", path)
    }
