"""The address in content/site.yml and the one that MkDocs reads are one."""

from pathlib import Path

import pytest
from footing.content.site_url import address_problems, site_url

from tests.unit.builders import document, site

SITE = document("name: A\naddress: https://example.org/\n", "content/site.yml")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("site_url: https://a.org/\n", "https://a.org/"),
        ("site_url: !ENV [SITE_URL, 'https://a.org/']\n", "https://a.org/"),
        ("site_url: !ENV [ONE, TWO, https://a.org/b/]\n", "https://a.org/b/"),
        ("site_name: A\n", None),
        ("site_url: {a: b}\n", None),
        ("site_url: []\n", None),
        ("", None),
        ("- site_url\n", None),
        ("x: !!python/name:os.system\nsite_url: https://a.org/\n", "https://a.org/"),  # named, never run
    ],
)
def test_the_address_in_mkdocs_yml(text: str, address: str | None) -> None:
    assert site_url(text) == address


def reported(root: Path, text: str) -> list[str]:
    (root / "mkdocs.yml").write_text(text)
    return [str(problem) for problem in address_problems(root, SITE, site())]


def test_the_same_address_in_both_is_fine(tmp_path: Path) -> None:
    assert reported(tmp_path, 'site_url: !ENV [SITE_URL, "https://example.org/"]\n') == []


@pytest.mark.parametrize("other", ["https://example.org", "http://example.org/", "https://example.org/sub/"])
def test_another_address_is_reported_where_the_author_wrote_it(tmp_path: Path, other: str) -> None:
    [problem] = reported(tmp_path, f"site_url: {other}\n")
    assert problem.startswith(
        'content/site.yml:2:10: address: "https://example.org/" is not the site_url in mkdocs.yml'
    )
    assert f'expected "{other}"' in problem


@pytest.mark.parametrize("text", ["", "site_name: A\n", "a: [\n", "a:\n\tb: c\n"])
def test_a_mkdocs_yml_without_an_address_is_reported(tmp_path: Path, text: str) -> None:
    [problem] = reported(tmp_path, text)
    assert problem.startswith("mkdocs.yml:")


def test_a_missing_mkdocs_yml_is_reported(tmp_path: Path) -> None:
    [problem] = address_problems(tmp_path, SITE, site())
    assert str(problem).startswith("mkdocs.yml:1:1: is missing")
