"""python -m footing.figure sheet|joints OUT: pages to look at while drawing."""

import sys

from .sheet import main

sys.exit(main(sys.argv[1:]))
