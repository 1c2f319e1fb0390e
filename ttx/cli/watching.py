"""Waiting for a file to change: it is looked at a few times a second."""

from __future__ import annotations

import time
from collections.abc import Callable

from ttx.services.looking import Looks, looked

SECONDS = 0.3
"""Between two looks."""


def waited(before: Looks, pause: Callable[[float], None] = time.sleep) -> str:
    """Wait until one of the files is another than it was; its name.

    Args:
        before: how they were when they were last read.
        pause: waits for that many seconds.
    """
    while True:
        for path, look in looked(before).items():
            if look != before[path]:
                return path.name
        pause(SECONDS)
