"""The site's scripts without a browser: modules that only compute, run by the Node that the tests bring along."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

SCRIPTS = Path(__file__).parents[2] / "docs/assets/js"
NODE = Path(sys.executable).with_name("node")
# Each line in is {"call", "args"}; each line out is {"value"} or {"error"}.
DRIVER = """
import { createInterface } from "node:readline"
const [, ...files] = process.argv
const modules = Object.assign({}, ...(await Promise.all(files.map(file => import(file)))))
for await (const line of createInterface({ input: process.stdin })) {
  const { call, args } = JSON.parse(line)
  let answer
  try {
    answer = { value: modules[call](...args) }
  } catch (error) {
    answer = { error: String(error) }
  }
  console.log(JSON.stringify(answer))
}
"""


class Modules:
    """The exported functions of scripts, to be called with JSON values. A context manager."""

    def __init__(self, *names: str) -> None:
        files = [(SCRIPTS / name).as_uri() for name in names]
        quiet = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"
        self._node = subprocess.Popen(
            [NODE, quiet, "--input-type=module", "--eval", DRIVER, "--", *files],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __enter__(self) -> "Modules":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.close()
        self._node.stdout.close()
        self._node.wait(10)

    def call(self, function: str, *args: object) -> Any:
        """What the function returns; an exception fails."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps({"call": function, "args": args}, allow_nan=False) + "\n")
        self._node.stdin.flush()
        answer = json.loads(self._node.stdout.readline())
        assert "error" not in answer, f"{function}: {answer['error']}"
        return answer.get("value")
