"""Who sits where, in ``NAME.people.json``: the only file that holds person names.

It can be deleted without harm to the session file, which names seats only.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ttx.errors import LogError
from ttx.store import sidecar
from ttx.store.disk import DISK, Disk
from ttx.store.names import beside

_FORM: Final = "ttx-people/1"


def file_of(log: Path) -> Path:
    """Where the names for a session file stand."""
    return beside(log, "people.json")


def load(log: Path) -> dict[str, str]:
    """Seat -> person's name; empty where none were given.

    Raises:
        LogError: the file cannot be read or holds something else.
    """
    held = sidecar.load(file_of(log), _FORM)
    if any(type(name) is not str for name in held.values()):
        raise LogError("a seat has something else than a name", where=str(file_of(log)))
    return held


def save(log: Path, people: Mapping[str, str], disk: Disk = DISK) -> None:
    """Replace the names. Raises ``LogError`` where the disk refused; the old ones stand then."""
    sidecar.save(file_of(log), _FORM, people, disk)
