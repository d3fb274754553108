"""What the commands print: problems, warnings, progress and the summary of a build."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import perf_counter
from traceback import extract_tb

from footing.diagnostics import ContentError
from footing.exports.typst import ExportError
from footing.pipeline import BuildResult


def print_warnings(result: BuildResult) -> None:
    for warning in result.warnings:
        print(f"{warning} (a warning)", file=sys.stderr)


def print_result(result: BuildResult, files: str, stages: dict[str, float]) -> None:
    print(f"{summary(result)}; files: {files}; {count(len(result.warnings), 'warning')}")
    print(" · ".join(f"{stage} {seconds:.2f} s" for stage, seconds in stages.items()))


def report_error(error: Exception, consequence: str) -> None:
    """Print why a build failed and what that leaves unchanged. An error of a template is given with its line."""
    if isinstance(error, ContentError):
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"{count(len(error.problems), 'problem')}; {consequence}", file=sys.stderr, flush=True)
        return
    reason = str(error) if isinstance(error, ExportError) else f"{failing_line(error)}: {error}"
    print(f"{reason}\n{consequence[0].upper()}{consequence[1:]}", file=sys.stderr, flush=True)


def report_system_error(error: OSError, root: Path) -> None:
    """Print in one sentence what the system refused: a full disk, a file where a folder belongs, a missing right."""
    path = Path(str(error.filename)) if error.filename else root
    shown = path.relative_to(root) if path.is_relative_to(root) and path != root else path
    reason = (error.strerror or str(error)).lower()
    print(f"{shown}: {reason}; correct that and build again, no file is half-written", file=sys.stderr, flush=True)


def summary(result: BuildResult) -> str:
    return f"{count(len(result.content.exercises), 'exercise')}, {count(len(result.content.plans), 'plan')}"


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def failing_line(error: Exception) -> str:
    """The template line (else the code line) where the error was raised, and the kind of error."""
    frames = extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if frame.filename.endswith(".j2")), frames[-1])
    return f"{last.filename}:{last.lineno}: {type(error).__name__}"


class ProgressLine:
    """A line that shows the progress of a long build; only on a terminal, and not with NO_COLOR."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        self._updated = perf_counter()

    def __call__(self, stage: str, done: int | None = None) -> None:
        """Show that `stage` has finished `done` items; without a number, that it has begun."""
        if self._shown and (done is None or perf_counter() - self._updated > 0.2):
            self._updated = perf_counter()
            print(f"\r\x1b[K{stage}{'' if done is None else f' {done}'} …", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
