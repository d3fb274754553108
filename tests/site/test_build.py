"""The same content gives the same bytes, wherever and whenever it is built; and no text is run as code."""

import re
from pathlib import Path

from tests.support.copies import build, copy_programme
from tests.support.html import tags

# What Markdown, HTML, YAML, Jinja and a browser would each make something of.
HOSTILE = """Toe & "heel" <b>'i'</b> {{ 7 * 7 }} {% raw %} *x* _y_ [a](b) `c` <script>alert(1)</script>"""


def files(site: Path) -> dict[str, bytes]:
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_the_same_content_gives_the_same_bytes(project: Path, site_dir: Path, site_url: str, tmp_path: Path) -> None:
    again = copy_programme(project, tmp_path / "elsewhere")
    result = build(again, SITE_URL=site_url, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7")
    assert result.returncode == 0, result.stdout
    first, second = files(site_dir), files(again / "site")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_markup_in_content_is_shown_as_text(project: Path, tmp_path: Path) -> None:
    copy = copy_programme(project, tmp_path)
    source = copy / "content/exercises/cork-roll.yml"
    text = source.read_text(encoding="utf-8")
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    text = re.sub(r"^name: .*$", lambda _: f"name: {quoted}", text, flags=re.MULTILINE)
    text = re.sub(r"^summary: .*$", lambda _: f"summary: {quoted}", text, flags=re.MULTILINE)
    text = re.sub(r"^steps:\n", lambda _: f"steps:\n  - {quoted}\n", text, flags=re.MULTILINE)
    source.write_text(text, encoding="utf-8")
    result = build(copy, "build", "--no-paper")
    assert result.returncode == 0, result.stdout

    page = tags(copy / "site/exercises/cork-roll/index.html")
    shown = {tag.name: tag for tag in page}
    assert next(tag.text for tag in page if tag.name == "h1").strip() == HOSTILE
    assert HOSTILE in shown["title"].text
    assert any(HOSTILE in tag.text for tag in page if tag.name == "li")
    for key in ("og:title", "description"):
        told = [tag.attributes["content"] for tag in page if key in tag.attributes.values()]
        assert HOSTILE in told[0]
    for made in (copy / "site").rglob("*.html"):
        assert not [tag for tag in tags(made) if tag.name == "script" and tag.text == "alert(1)"], made
