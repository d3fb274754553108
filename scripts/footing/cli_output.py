"""What the command line says: problems, warnings, and what was made."""

from __future__ import annotations

import os
import sys
from datetime import date
from time import perf_counter
from traceback import extract_tb

from footing.diagnostics import ContentError
from footing.pipeline import Made
from footing.site.generated_files import Written


def tell_problems(error: ContentError) -> None:
    for problem in error.problems:
        print(problem, file=sys.stderr)
    print(f"{count(len(error.problems), 'problem')}; nothing was changed.", file=sys.stderr, flush=True)


def tell_warnings(made: Made) -> None:
    for warning in made.warnings:
        print(f"{warning} (a warning)", file=sys.stderr)


def tell_made(made: Made, written: Written, stages: dict[str, float]) -> None:
    print(
        f"{summary(made)}; files: {written.written} written, {written.unchanged} unchanged, "
        f"{written.removed} removed; {count(len(made.warnings), 'warning')}"
    )
    print(" · ".join(f"{stage} {seconds:.2f} s" for stage, seconds in stages.items()))


def summary(made: Made) -> str:
    return f"{count(len(made.content.exercises), 'exercise')}, {count(len(made.content.plans), 'plan')}"


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def newest(made: Made) -> date:
    """The date of the content's last change."""
    content = made.content
    return max([*(e.updated for e in content.exercises), *(p.updated for p in content.plans)])


def failing_line(error: Exception) -> str:
    """The line of the template that failed, else of the code, and the kind of the error."""
    frames = extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if frame.filename.endswith(".j2")), frames[-1])
    return f"{last.filename}:{last.lineno}: {type(error).__name__}"


class Progress:
    """Shows how far a long build is, on a terminal only; a pipe or NO_COLOR gets plain text without it."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        self._last = perf_counter()

    def __call__(self, stage: str, done: int | None = None) -> None:
        """Tell that `stage` has `done` pieces ready, or that it has begun; a short build says nothing."""
        if self._shown and (done is None or perf_counter() - self._last > 0.2):
            self._last = perf_counter()
            print(f"\r\x1b[K{stage}{'' if done is None else f' {done}'} …", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
