"""Checks that content/site.yml and mkdocs.yml give the same site address."""

from __future__ import annotations

from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from footing.content.models import Site
from footing.content.reader import read_text
from footing.content.yaml_document import Document, Loader, yaml_problem
from footing.diagnostics import Problem, quoted, whole_file

MKDOCS = "mkdocs.yml"


def address_problems(root: Path, document: Document, site: Site) -> list[Problem]:
    """A problem where site_url of mkdocs.yml, or its default after !ENV, differs from the site's address."""
    text, problem = read_text(root, MKDOCS)
    if problem:
        return [problem]
    try:
        found = site_url(text)
    except yaml.YAMLError as error:
        return [yaml_problem(MKDOCS, text, error)]
    if found is None:
        return [whole_file(MKDOCS, f'"site_url" is missing, expected here; add "site_url: {site.address}"')]
    if found == site.address:
        return []
    message = (
        f"{quoted(site.address)} is not the site_url in {MKDOCS}, expected {quoted(found)}; write the same in both"
    )
    return [document.at(("address",), f"address: {message}")]


def site_url(text: str) -> str | None:
    """`site_url` of a mkdocs.yml; of `!ENV [NAME, default]` the default."""
    tree = yaml.compose(text, Loader=Loader)
    pairs: list[tuple[Node, Node]] = tree.value if isinstance(tree, MappingNode) else []
    for key, value in pairs:
        if isinstance(key, ScalarNode) and key.value == "site_url":
            last = value.value[-1] if isinstance(value, SequenceNode) and value.value else value
            return str(last.value) if isinstance(last, ScalarNode) else None
    return None
