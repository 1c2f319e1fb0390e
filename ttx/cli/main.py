"""The entry point of the command line."""

from __future__ import annotations

import sys


def entry() -> None:
    """Run the command line and leave with its exit code."""
    sys.stdout.write("ttx 0.1.0\n")
