"""One golden case: changes to a valid project, and the problems that must be reported.

A case is a text file. Its first line is a title; each further part begins with a line of three dashes and one of

    --- replace <path>            the text below, which the file contains once, …
    --- with                      … becomes this one
    --- write <path>              a file with the text below
    --- bytes <path>              a file with the bytes below, written with Python's escapes
    --- folder <path>             a folder, instead of what was there
    --- link <path> -> <target>   a symbolic link, instead of what was there
    --- remove <path>
    --- expect                    the reported problems, a line each
"""

import re
import shutil
from pathlib import Path

CASES = Path(__file__).parent / "cases"
SOUND = Path(__file__).parent / "sound"

_PART = re.compile(r"^--- (\w+) ?(.*)\n", re.MULTILINE)
Part = tuple[str, str, str]  # what to do, to which path, and the text below


def parts(case: Path) -> list[Part]:
    _, *found = _PART.split(case.read_text(encoding="utf-8"))
    return list(zip(found[0::3], found[1::3], found[2::3], strict=True))


def expected(case: Path) -> list[str]:
    return next(text for verb, _, text in parts(case) if verb == "expect").splitlines()


def spoil(project: Path, case: Path) -> None:
    """Applies the changes of the case to the project."""
    file, old = project, ""
    for verb, where, text in parts(case):
        name, _, target = where.partition(" -> ")
        path = project / name
        match verb:
            case "replace":
                file, old = path, text.removesuffix("\n")
            case "with":
                whole = file.read_text(encoding="utf-8")
                assert whole.count(old) == 1, f"{file} must contain this once: {old}"
                file.write_text(whole.replace(old, text.removesuffix("\n")), encoding="utf-8")
            case "write":
                path.write_text(text, encoding="utf-8")
            case "bytes":
                path.write_bytes(text.rstrip("\n").encode("latin-1").decode("unicode_escape").encode("latin-1"))
            case "folder":
                _clear(path)
                path.mkdir()
            case "link":
                _clear(path)
                path.symlink_to(target)
            case "remove":
                _clear(path)
            case "expect":
                pass
            case _:
                raise ValueError(f"{case}: unknown part {verb}")


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def snapshot(project: Path) -> dict[str, bytes | str]:
    """Every path in the project, with its bytes or its link target."""
    return {path.relative_to(project).as_posix(): _held(path) for path in project.rglob("*")}


def _held(path: Path) -> bytes | str:
    if path.is_symlink():
        return f"leads to {path.readlink()}"
    return path.read_bytes() if path.is_file() else "a folder"
