"""Typst, which sets paper: a template and its data become a PDF, or pictures. Loaded only where something is set."""

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


class PaperError(Exception):
    """Why something cannot be put on paper, in a sentence, with the remedy."""


class TypesettingError(PaperError):
    """What Typst found wrong with a template or its data."""


class Typesetter:
    """Sets the templates of one folder in the one font."""

    def __init__(self, templates: Path = TEMPLATES) -> None:
        self._templates = templates

    @cached_property
    def mark(self) -> str:
        """Changes with whatever could set the same data otherwise: templates, Typst, the font."""
        whole = sha256()
        for file in sorted(self._templates.glob("*.typ")):
            whole.update(file.read_bytes())
        for package in ("typst", FONT_PACKAGE):
            try:
                whole.update(version(package).encode())
            except PackageNotFoundError:
                raise PaperError(f"the package {package} is not installed; {_REMEDY}") from None
        return whole.hexdigest()

    def pdf(self, template: str, data: str, paper: str) -> bytes:
        """A tagged PDF after PDF/UA-1: Typst refuses one that a screen reader could not read. Raises PaperError."""
        [page] = self._set(template, {"data": data, "paper": paper}, "pdf")
        return page

    def pictures(self, template: str, data: Sequence[str]) -> list[bytes]:
        """A PNG for each of `data`, set together: that is several times as fast as one by one. Raises PaperError."""
        return self._set(template, {"data": f"[{','.join(data)}]"}, "png")

    def _set(self, template: str, inputs: dict[str, str], form: str) -> list[bytes]:
        import typst

        compiler = typst.Compiler(
            self._templates / f"{template}.typ",
            root=self._templates,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
        )
        try:
            # Not dated by the clock: the same content gives the same bytes.
            if form == "pdf":
                made, warned = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=0)
            else:
                made, warned = compiler.compile_with_warnings(format="png", ppi=72)
        except typst.TypstError as error:
            raise TypesettingError(f"{template}.typ: {error.message}") from error
        if warned:
            raise TypesettingError(f"{template}.typ: {warned[0].message}")
        assert made is not None
        return made if isinstance(made, list) else [made]


_REMEDY = "install it (pip install -r requirements.lock), or build with --no-paper"


@cache
def fonts() -> typst.Fonts:
    """The font's files, out of its package and from nowhere else. Raises PaperError where one is missing."""
    import typst

    found = find_spec(FONT_FILES)
    folder = Path(str(found.origin)).parent / "files" if found else None
    missing = [name for name in WEIGHTS if not (folder and (folder / f"SourceSansPro-{name}.ttf").is_file())]
    if missing or folder is None:
        raise PaperError(f"the font Source Sans Pro {', '.join(missing)} of {FONT_PACKAGE} is missing; {_REMEDY}")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
