"""Waiting for a file to change: its time and size are looked at a few times a second.

Nothing of the system's own means is used, so it works on every disk an author may keep files on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

SECONDS = 0.3
"""Between two looks."""

Looks: TypeAlias = Mapping[Path, tuple[int, int] | None]
"""Each file -> time of change and size; None where there is none."""


def looked(paths: Iterable[Path]) -> Looks:
    """How each file is now."""
    return {path: _look(path) for path in paths}


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


def _look(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
