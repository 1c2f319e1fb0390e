"""Errors of the surroundings: a file, a disk, a terminal. Each says what, where, what to do next.

Author problems are values (``diagnostics``), refused moves are values (``engine``), and bugs are
left to raise. Only the errors of this module are shown to a person as one line and an exit code.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the command's exit code means."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    FILE = 3
    BUG = 70
    INTERRUPTED = 130
    TERMINATED = 143


class TtxError(Exception):
    """Something outside the program stands in the way.

    Args:
        what: what happened, one sentence in the user's terms.
        where: the file, line or device, empty where there is none.
        next_step: what the user can do now.
    """

    code = Exit.FILE

    def __init__(self, what: str, *, where: str = "", next_step: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.next_step = next_step

    def __str__(self) -> str:
        parts = [f"{self.where}: {self.what}" if self.where else self.what]
        if self.next_step:
            parts.append(self.next_step)
        return "\n".join(parts)


class UsageError(TtxError):
    """The call cannot work as it was made (no such scenario, no terminal)."""

    code = Exit.USAGE


class LoadError(TtxError):
    """A file cannot be read at all: missing, too large, not text."""


class LogError(TtxError):
    """A session file cannot be read or written."""


class LogDamagedError(LogError):
    """A session file is damaged at a line (1-based)."""

    def __init__(self, what: str, *, where: str, line: int, next_step: str = "") -> None:
        super().__init__(what, where=where, next_step=next_step)
        self.line = line


class LockedError(LogError):
    """Another process is writing this session file."""


class VersionError(LogError):
    """The file was written by a later version of ttx."""
