"""Lines of a scribe, in ``NAME.scribe.jsonl`` beside the session: appended and synced one by one.

A second pair of hands writes here while the console writes the session; neither waits for the
other. Lines are never changed. Which of them the console has dealt with stands in
``NAME.scribe-taken.json``.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from ttx.errors import LogError
from ttx.frozen import dataclass
from ttx.store import sidecar, strict, system
from ttx.store.disk import DISK, Disk, open_regular, said
from ttx.store.names import beside

_FORM: Final = "ttx-scribe-taken/1"
_LONGEST: Final = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ScribeLine:
    """One line as it was written."""

    number: int
    """1-based, in the order of the file."""
    at: str
    """UTC at which it was written."""
    of: str
    """UTC at which it happened, as the scribe says."""
    text: str


def file_of(log: Path) -> Path:
    """Where a session's scribe writes."""
    return beside(log, "scribe.jsonl")


def append(log: Path, at: str, of: str, text: str, disk: Disk = DISK) -> None:
    """Add a line and return once it is on the disk.

    Raises:
        LogError: the disk refused; the line is not kept, the others stand.
    """
    path = file_of(log)
    made = strict.written({"at": at, "of": of, "text": text}).encode("utf-8", "replace") + b"\n"
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | system.BINARY, 0o600)
        try:
            before, _ = disk.standing(fd)
            _write(fd, made, before, disk)
        finally:
            disk.close(fd)
    except OSError as error:
        raise LogError(f"the line is not kept: {said(error)}", where=str(path)) from error


def _write(fd: int, made: bytes, before: int, disk: Disk) -> None:
    """Append one line whole; on any failure the file is as long as before."""
    try:
        done = disk.write(fd, made)
        if done == len(made):
            disk.sync(fd)
    except OSError:
        disk.truncate(fd, before)
        raise
    if done < len(made):
        disk.truncate(fd, before)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def read(log: Path) -> tuple[ScribeLine, ...]:
    """Every whole line so far; empty where nobody has written. Lines that are none are passed over.

    Raises:
        LogError: the file cannot be read.
    """
    path = file_of(log)
    if not path.exists():
        return ()
    try:
        with open_regular(path) as stream:
            raw = stream.read()
    except OSError as error:
        raise LogError(f"it cannot be read: {said(error)}", where=str(path)) from error
    whole = raw.split(b"\n")[:-1]
    return tuple(line for number, each in enumerate(whole, start=1) if (line := _line(number, each)))


def _line(number: int, raw: bytes) -> ScribeLine | None:
    if len(raw) > _LONGEST:
        return None
    try:
        tree: Any = json.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return None
    keys = ("at", "of", "text")
    if type(tree) is not dict or any(type(tree.get(key)) is not str for key in keys):
        return None
    return ScribeLine(number=number, at=tree["at"], of=tree["of"], text=tree["text"])


def taken(log: Path) -> frozenset[int]:
    """Numbers of the lines that were taken or set aside.

    Raises:
        LogError: the file cannot be read or holds something else.
    """
    held = sidecar.load(_taken_file(log), _FORM).get("taken", [])
    return frozenset(n for n in held if type(n) is int)


def mark_taken(log: Path, numbers: Iterable[int], disk: Disk = DISK) -> None:
    """Remember which lines were dealt with, in all. Raises ``LogError`` where the disk refused."""
    sidecar.save(_taken_file(log), _FORM, {"taken": sorted(numbers)}, disk)


def _taken_file(log: Path) -> Path:
    return beside(log, "scribe-taken.json")
