"""The site's address stands in content/site.yml and, for MkDocs, in mkdocs.yml: they must agree."""

from __future__ import annotations

from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from footing.load import Document
from footing.models import Site
from footing.problems import Problem

MKDOCS = "mkdocs.yml"


def address_problems(root: Path, document: Document, site: Site) -> list[Problem]:
    """A problem where site_url of mkdocs.yml, or its default after !ENV, is another address than the site's."""
    found = site_url((root / MKDOCS).read_text("utf-8"))
    if found is None or found == site.address:
        return []
    message = f'address: "{site.address}" is not the site_url in {MKDOCS} ("{found}"); write the same in both'
    return [document.at(("address",), message)]


def site_url(text: str) -> str | None:
    """`site_url` of a mkdocs.yml; of `!ENV [NAME, default]` the default."""
    tree = yaml.compose(text, Loader=yaml.BaseLoader)
    pairs: list[tuple[Node, Node]] = tree.value if isinstance(tree, MappingNode) else []
    for key, value in pairs:
        if isinstance(key, ScalarNode) and key.value == "site_url":
            last = value.value[-1] if isinstance(value, SequenceNode) and value.value else value
            return str(last.value) if isinstance(last, ScalarNode) else None
    return None
