"""One writer a session file: ``NAME.lock`` beside it, held by the system for as long as we live.

The file names its holder; the lock itself is the system's, so a file left by a killed process
locks nobody out. It is a file of its own because striking puts a new session file in place.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from ttx.errors import LockedError, LogError
from ttx.frozen import dataclass
from ttx.store import system
from ttx.store.disk import said
from ttx.store.names import beside

_TRIES: Final = 50


@dataclass(frozen=True, slots=True)
class Lock:
    """The right to write one session file."""

    fd: int
    path: Path

    def release(self) -> None:
        """Let another process write."""
        system.drop_lock_file(self.fd, self.path)


def take(log: Path) -> Lock:
    """Take the lock of a session file, at once or not at all.

    Raises:
        LockedError: another process holds it; says which.
        LogError: the folder lets nothing be written or locked.
    """
    path = beside(log, "lock")
    try:
        for _ in range(_TRIES):
            fd = os.open(path, os.O_RDWR | os.O_CREAT | system.BINARY, 0o600)
            held = _hold(fd, path, log)
            if held:
                return Lock(fd, path)
    except OSError as error:
        raise LogError(
            f"it cannot be opened to write: {said(error)}",
            where=str(log),
            next_step="Keep session files in a folder of this computer that you may write to.",
        ) from error
    raise LockedError("other processes keep opening this session", where=str(log), next_step="Try again.")


def is_held(log: Path) -> bool:
    """Whether a living process is writing this session now; a lock file that was left behind is not one."""
    try:
        fd = os.open(beside(log, "lock"), os.O_RDWR | system.BINARY)
    except OSError:
        return False
    try:
        return not system.try_lock(fd)
    finally:
        os.close(fd)


def _hold(fd: int, path: Path, log: Path) -> bool:
    """Lock an open lock file; False where it lost its name to a holder that just let go."""
    try:
        mine = system.try_lock(fd)
        holder = "" if mine else _holder(fd)
        held = mine and _still_named(fd, path)
        if held:
            _sign(fd)
    except BaseException:
        os.close(fd)
        raise
    if not held:
        os.close(fd)
    if not mine:
        raise LockedError(
            f"another window is writing this session: {holder}",
            where=str(log),
            next_step="Close it there first. Watching and reviewing need no lock.",
        )
    return held


def _sign(fd: int) -> None:
    """Name the holder in the file; a full disk keeps nobody from holding the lock."""
    with suppress(OSError):
        os.ftruncate(fd, 0)
        os.write(fd, f"{system.this_process()}\n".encode())


def _still_named(fd: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


def _holder(fd: int) -> str:
    os.lseek(fd, 0, os.SEEK_SET)
    name = os.read(fd, 200).decode("utf-8", "replace").strip()
    return name if name.isprintable() and name else "a process of this computer"
