"""The generator in a process that keeps running, as while serving: prints the seconds that one edit takes,
by the clock and of the processor.

Run in the project to measure: python -m tests.bench.serving <exercise file>
"""

import sys
from pathlib import Path
from time import perf_counter, process_time

from footing.pipeline import Generator
from footing.site.generated_files import GeneratedFiles

from tests.bench.made_up import edit


def main() -> None:
    root = Path.cwd()
    generator, output = Generator(root, exports=False), GeneratedFiles(root)
    output.write(generator.build().files)
    edit(root / sys.argv[1])
    start, busy = perf_counter(), process_time()
    output.write(generator.build().files)
    print(perf_counter() - start, process_time() - busy)


if __name__ == "__main__":
    main()
