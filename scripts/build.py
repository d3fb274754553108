"""The command line's entry: `python scripts/build.py --help` lists the commands."""

import sys

from footing.cli import main

if __name__ == "__main__":
    sys.exit(main())
