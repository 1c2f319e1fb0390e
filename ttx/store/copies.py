"""The second copy of a session file: best effort, never in the way of the first.

It is written after the first is safe and synced when the session closes. Whatever goes wrong ends
the copying and is told in ``trouble``. A file there that is not an earlier state of the same
session is left as it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ttx.store.chain import MAX_LINE
from ttx.store.disk import Disk, replace, said

_CHUNK: Final = 1 << 20
_HASH_END: Final = 73


class SecondCopy:
    """A session file's copy under the same name in another folder."""

    def __init__(self, log: Path, folder: Path, disk: Disk) -> None:
        self.trouble = ""
        """Why there is no copy from here on; empty while there is one."""
        self._log = log
        self._path = folder / log.name
        self._disk = disk
        self._fd: int | None = None

    def refresh(self) -> None:
        """Bring the copy to the state of the session file, words struck there included."""
        self.close()
        self.trouble = ""
        try:
            self._refuse()
            if not self.trouble:
                with self._log.open("rb") as stream:
                    replace(self._path, iter(lambda: stream.read(_CHUNK), b""), self._disk)
                self._fd = self._disk.open_append(self._path)
        except OSError as error:
            self._fail(said(error))

    def add(self, line: bytes) -> None:
        """Append a line that the session file holds already."""
        if self._fd is None:
            return
        try:
            if self._disk.write(self._fd, line) != len(line):
                self._fail("only part of the last line could be written")
        except OSError as error:
            self._fail(said(error))

    def close(self) -> None:
        """Sync and close the copy."""
        if self._fd is None:
            return
        fd, self._fd = self._fd, None
        try:
            try:
                self._disk.sync(fd)
            finally:
                self._disk.close(fd)
        except OSError as error:
            self._fail(said(error))

    def _fail(self, why: str) -> None:
        self.trouble = f"the second copy {self._path} is no longer written: {why}"
        if self._fd is not None:
            fd, self._fd = self._fd, None
            try:
                self._disk.close(fd)
            except OSError:
                return

    def _refuse(self) -> None:
        """Say in ``trouble`` why the file that stands there must not be replaced."""
        if not self._path.exists():
            return
        if self._path.samefile(self._log):
            self.trouble = "no second copy is kept: its folder is the session file's own"
        elif not _earlier(self._path, self._log):
            self.trouble = (
                f"no second copy is kept: {self._path} is not an earlier state of this session; it stays"
            )


def _earlier(copy: Path, log: Path) -> bool:
    """Whether every whole line of the copy has the hash of the same line of the session file."""
    with copy.open("rb") as older, log.open("rb") as newer:
        while line := older.readline(MAX_LINE + 1):
            if not line.endswith(b"\n"):
                return True
            if newer.readline(MAX_LINE + 1)[:_HASH_END] != line[:_HASH_END]:
                return False
    return True
