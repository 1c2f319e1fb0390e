"""Windows that are open beside a session: each holds a lock of its own for as long as it lives.

``NAME.wall-room.open`` says that somebody shows the wall of the room. A file that a killed window left
behind is not locked, and counts for nothing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from ttx.store import system
from ttx.store.names import beside, stem

_ENDING: Final = ".open"
_MOST: Final = 9
"""Windows of one kind that are told apart."""


class Presence:
    """A window that is open; where its folder cannot be written nobody hears of it."""

    def __init__(self, log: Path, what: str) -> None:
        self._held = _hold(log, what)

    def close(self) -> None:
        """The window is gone."""
        if self._held is not None:
            system.drop_lock_file(*self._held)
            self._held = None


def _hold(log: Path, what: str) -> tuple[int, Path] | None:
    for number in range(1, _MOST + 1):
        path = beside(log, f"{what}{'' if number == 1 else f'.{number}'}{_ENDING}")
        try:
            fd = os.open(path, os.O_RDWR | os.O_CREAT | system.BINARY, 0o600)
        except OSError:
            return None
        try:
            if system.try_lock(fd):
                return fd, path
        except OSError:
            os.close(fd)
            return None
        os.close(fd)
    return None


def present(log: Path) -> tuple[str, ...]:
    """What is open beside a session now, by name, each once: ``wall-room``, ``scribe``."""
    begins = f"{stem(log)}."
    try:
        names = sorted(p.name for p in log.parent.iterdir() if p.name.startswith(begins))
    except OSError:
        return ()
    found = [n.removeprefix(begins) for n in names if n.endswith(_ENDING) and _held(log.with_name(n))]
    return tuple(dict.fromkeys(name.removesuffix(_ENDING).partition(".")[0] for name in found))


def _held(path: Path) -> bool:
    try:
        fd = os.open(path, os.O_RDWR | system.BINARY)
    except OSError:
        return False
    try:
        return not system.try_lock(fd)
    except OSError:
        return False
    finally:
        os.close(fd)
