"""How files are now: their time of change and size, so that a change is seen on every disk.

Nothing of the system's own means is used, so it works wherever an author may keep files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

Looks: TypeAlias = Mapping[Path, tuple[int, int] | None]
"""Each file or folder -> time of change and size; None where there is none."""


def looked(paths: Iterable[Path]) -> Looks:
    """How each file is now."""
    return {path: _look(path) for path in paths}


def _look(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
