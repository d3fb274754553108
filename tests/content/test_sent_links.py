"""The links of weeks that people have sent and printed still mean what they meant."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.content import real
from tests.support.modules import Modules

FILE = Path(__file__).with_name("links.txt")
LINKS = [
    pytest.param(fragment, meaning, id=title)
    for title, fragment, meaning in re.findall(
        r"^# (.+)\n(w\d\S*)\n(.+)$", FILE.read_text(encoding="utf-8"), re.MULTILINE
    )
]
KNOWN = {"bounded", "session"}  # problems that a link may have which is read whole


@pytest.fixture(scope="module")
def js() -> Iterator[Modules]:
    with Modules("builder/link.js", "builder/fitted.js") as modules:
        yield modules


@pytest.fixture(scope="module")
def data() -> Any:
    """What the week builder gets of the site's content."""
    return json.loads(real.made().files["week/patterns.json"])


@pytest.mark.parametrize(("fragment", "meaning"), LINKS)
def test_a_sent_link_means_what_it_meant(js: Modules, data: Any, fragment: str, meaning: str) -> None:
    read = js.call("readLink", fragment)
    assert read["week"] == json.loads(meaning)
    fitted = js.call("fitted", read["week"], data)
    assert {problem["kind"] for problem in (*read["problems"], *fitted["problems"])} <= KNOWN
    assert js.call("linkOf", fitted["week"]) == fragment
    assert js.call("readLink", fragment.replace("=", "%3D"))["week"] == json.loads(meaning)
