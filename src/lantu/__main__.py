"""``python -m lantu``: the command line."""

import sys

from lantu.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
