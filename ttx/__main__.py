"""``python -m ttx`` is ``tabletop``."""

from __future__ import annotations

import sys

from ttx.cli.main import entry

if __name__ == "__main__":
    sys.exit(entry())
