"""One run of a Python program: how long it took, what it took of the processors, and its memory at its peak."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

# The generator is the measured project's own; the tests are ours.
PATH = os.pathsep.join(["scripts", str(Path(__file__).resolve().parents[2])])
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": PATH}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # MkDocs was compiled when it was installed; so is what is ours


@dataclass(frozen=True, slots=True)
class Run:
    """`seconds` by the clock; `cpu`, those of all processors together, in its own processes too."""

    seconds: float
    cpu: float
    megabytes: float
    said: str


def run(folder: Path, *arguments: str) -> Run:
    """Runs Python in `folder` as one would from a shell. Raises RuntimeError where it fails."""
    with tempfile.TemporaryFile("w+") as said:
        start = perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read()
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed in {folder}:\n{words}")
    kilobyte = 1024 if sys.platform == "darwin" else 1  # what the system counts in
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / kilobyte / 1024, words)
