"""One run of a Python program: its duration, its CPU time and its peak memory."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

# The generator of the measured project; the tests of this one.
PATH = os.pathsep.join(["scripts", str(Path(__file__).resolve().parents[2])])
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": PATH}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # MkDocs was compiled at its installation; the same for the generator


@dataclass(frozen=True, slots=True)
class Run:
    """`seconds` by the clock; `cpu` on all processors together, child processes included."""

    seconds: float
    cpu: float
    megabytes: float
    output: str


def run(folder: Path, *arguments: str) -> Run:
    """Runs Python in `folder` as from a shell. Raises RuntimeError if it fails."""
    with tempfile.TemporaryFile("w+") as output:
        start = perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed in {folder}:\n{text}")
    kilobyte = 1024 if sys.platform == "darwin" else 1  # what the system counts in
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / kilobyte / 1024, text)
