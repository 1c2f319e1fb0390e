"""The one module that knows the platform: syncing, and a lock that dies with its process.

POSIX has ``flock`` on the whole file. Windows has ``msvcrt.locking`` on one byte far behind the
end, because a locked byte cannot be read there and the holder's name must be.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path
from typing import Final

BINARY: Final[int] = getattr(os, "O_BINARY", 0)
"""Flag that keeps Windows from changing line ends."""
_BUSY: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_NO_FOLDER_SYNC: Final = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)
_LOCKED_BYTE: Final = 2**30

if sys.platform == "win32":
    import msvcrt

    def try_lock(fd: int) -> bool:
        """Whether this process now holds the lock on an open file; False where another does."""
        os.lseek(fd, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        finally:
            os.lseek(fd, 0, os.SEEK_SET)
        return True

    def drop_lock_file(fd: int, path: Path) -> None:
        """Let go of a lock and remove its file; Windows removes none that somebody has open."""
        os.close(fd)
        try:
            path.unlink()
        except OSError:
            return

    def sync_folder(folder: Path) -> None:
        """Nothing: Windows makes a new name durable by itself."""

else:
    import fcntl

    def try_lock(fd: int) -> bool:
        """Whether this process now holds the lock on an open file; False where another does."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        return True

    def drop_lock_file(fd: int, path: Path) -> None:
        """Let go of a lock and remove its file, in that order: nobody can lock it in between."""
        try:
            path.unlink(missing_ok=True)
        finally:
            os.close(fd)

    def sync_folder(folder: Path) -> None:
        """Make names in a folder durable; a file system that cannot is left alone."""
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(fd)


sync = getattr(os, "fdatasync", os.fsync)
"""Make a file's bytes durable: ``fdatasync``, and ``fsync`` where that is missing."""


def this_process() -> str:
    """Who holds a lock, for the person who is refused: ``process 4242 on HOST``."""
    return f"process {os.getpid()} on {socket.gethostname()}"
