"""Typst: compiles a template and its data to a PDF or to images. The package is imported only when it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "templates"
FONT_PACKAGE, FONT_FILES = "font-source-sans-pro", "font_source_sans_pro"
WEIGHTS = ("Regular", "Semibold", "Bold")


class ExportError(Exception):
    """Why a PDF or an image cannot be typeset, with the remedy."""


class TypesettingError(ExportError):
    """An error or warning of Typst about a template or its data."""


class Typesetter:
    """Compiles the templates of one folder, with the font Source Sans Pro."""

    def __init__(self, templates: Path = TEMPLATES) -> None:
        self._templates = templates

    @cached_property
    def cache_key(self) -> str:
        """A hash of what a result depends on besides its data: the templates, the versions of Typst and of the font."""
        digest = sha256()
        for file in sorted(self._templates.glob("*.typ")):
            digest.update(file.read_bytes())
        for package in ("typst", FONT_PACKAGE):
            try:
                digest.update(version(package).encode())
            except PackageNotFoundError:
                raise ExportError(f"the package {package} is not installed; {_REMEDY}") from None
        return digest.hexdigest()

    def pdf(self, template: str, data: str, paper: str) -> bytes:
        """A tagged PDF. Typst checks it against PDF/UA-1, so that screen readers can read it. Raises ExportError."""
        [page] = self._compile(template, {"data": data, "paper": paper}, "pdf")
        return page

    def images(self, template: str, data: Sequence[str]) -> list[bytes]:
        """A PNG for each of `data`. One call for many takes a fraction of the time. Raises ExportError."""
        return self._compile(template, {"data": f"[{','.join(data)}]"}, "png")

    def _compile(self, template: str, inputs: dict[str, str], form: str) -> list[bytes]:
        import typst

        compiler = typst.Compiler(
            self._templates / f"{template}.typ",
            root=self._templates,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
        )
        try:
            # No creation date: the same content gives the same bytes.
            if form == "pdf":
                pages, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=0)
            else:
                pages, warnings = compiler.compile_with_warnings(format="png", ppi=72)
        except typst.TypstError as error:
            raise TypesettingError(f"{template}.typ: {error.message}") from error
        if warnings:
            raise TypesettingError(f"{template}.typ: {warnings[0].message}")
        assert pages is not None
        return pages if isinstance(pages, list) else [pages]


_REMEDY = "install it (pip install -r requirements.lock), or build with --no-paper"


@cache
def fonts() -> typst.Fonts:
    """The font's files from its package only, never the system's. Raises ExportError where one is missing."""
    import typst

    found = find_spec(FONT_FILES)
    folder = Path(str(found.origin)).parent / "files" if found else None
    missing = [name for name in WEIGHTS if not (folder and (folder / f"SourceSansPro-{name}.ttf").is_file())]
    if missing or folder is None:
        raise ExportError(f"the font Source Sans Pro {', '.join(missing)} of {FONT_PACKAGE} is missing; {_REMEDY}")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
