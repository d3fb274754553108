"""The words of the page about what is kept on the device."""

from pathlib import Path


def test_the_device_page_calls_no_empty_day_a_failure(project: Path) -> None:
    page = " ".join((project / "docs/on-this-device.md").read_text(encoding="utf-8").split())
    assert "An empty day is just an empty day." in page
    assert "resting is the right thing to do, not a failure" in page
