"""The file layer under the session file: few calls, each of which may fail with ``OSError``.

Everything that writes goes through a ``Disk``, so that a test can put a failing one in its place.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from ttx.errors import LogError
from ttx.store import system

_MODE: Final = 0o600


class Disk:
    """The real file system. File numbers are those of ``os.open``."""

    def open_new(self, path: Path) -> int:
        """A new file to append to, mode 0600; ``FileExistsError`` where there is one."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | system.BINARY, _MODE)

    def open_append(self, path: Path) -> int:
        """An existing file to append to."""
        return os.open(path, os.O_WRONLY | os.O_APPEND | system.BINARY)

    def write(self, fd: int, data: bytes) -> int:
        """Number of bytes written, which may be less than asked for."""
        return os.write(fd, data)

    def sync(self, fd: int) -> None:
        """Return when the bytes are on the disk."""
        system.sync(fd)

    def truncate(self, fd: int, length: int) -> None:
        """Cut a file to ``length`` bytes."""
        os.ftruncate(fd, length)

    def standing(self, fd: int) -> tuple[int, bool]:
        """Length of an open file in bytes, and whether it still has a name."""
        found = os.fstat(fd)
        return found.st_size, found.st_nlink > 0

    def close(self, fd: int) -> None:
        """Close a file."""
        os.close(fd)

    def sync_folder(self, folder: Path) -> None:
        """Make the names of new and renamed files durable."""
        system.sync_folder(folder)


DISK: Final = Disk()
"""The real one."""


def said(error: OSError) -> str:
    """What the system says about an error, without its number."""
    return (error.strerror or str(error)).lower()


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading that is a file, not a pipe or a device.

    Raises:
        LogError: it is missing, is something else or may not be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise LogError("this is not a file", where=str(path))
        return path.open("rb")
    except FileNotFoundError as error:
        raise LogError("there is no such file", where=str(path)) from error
    except OSError as error:
        raise LogError(f"it cannot be read: {said(error)}", where=str(path)) from error


def write_new(path: Path, chunks: Iterable[bytes], disk: Disk = DISK) -> None:
    """Write a new file whole, synced under its name; on any failure there is none.

    Raises:
        OSError: the disk refused, or (``FileExistsError``) the name is taken.
    """
    fd = disk.open_new(path)
    try:
        try:
            for chunk in chunks:
                _write_all(fd, chunk, disk)
            disk.sync(fd)
        finally:
            disk.close(fd)
        disk.sync_folder(path.parent)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def replace(path: Path, chunks: Iterable[bytes], disk: Disk = DISK) -> None:
    """Put a file in the place of another at once: a crash leaves the old one or the new one.

    Raises:
        OSError: the disk refused; the old file stands.
    """
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    write_new(fresh, chunks, disk)
    try:
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    disk.sync_folder(path.parent)


def _write_all(fd: int, data: bytes, disk: Disk) -> None:
    left = memoryview(data)
    while left:
        left = left[disk.write(fd, bytes(left)) :]
