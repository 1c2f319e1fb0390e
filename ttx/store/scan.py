"""One walk through a session file: every line proved and decoded, up to the first that is not right.

Nothing is written and nothing is raised for a damaged line: the scan says where and how, and its
callers decide what that means for them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ttx.errors import LogDamagedError, LogError, VersionError
from ttx.frozen import dataclass
from ttx.model.events import Event, Struck
from ttx.store import chain, strict
from ttx.store.chain import BadLineError
from ttx.store.codec import CODEC, Codec, see_first
from ttx.store.disk import open_regular, said
from ttx.store.shapes import ShapeError


@dataclass(frozen=True, slots=True)
class Fault:
    """The first line (1-based) that is not right, how, and whether a broken-off write explains it."""

    line: int
    what: str
    torn: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in a session file before its first fault."""

    path: Path
    events: tuple[Event, ...]
    heads: tuple[str, ...]
    """H of each line."""
    ends: tuple[int, ...]
    """Number of bytes up to the end of each line."""
    missing: tuple[tuple[int, str], ...]
    """Line and digest of words that are gone and that no ``Struck`` event names."""
    fault: Fault | None

    @property
    def head(self) -> str:
        """H of the last good line."""
        return self.heads[-1] if self.heads else chain.FIRST

    @property
    def good(self) -> int:
        """Length in bytes of the good lines."""
        return self.ends[-1] if self.ends else 0

    @property
    def first_fault(self) -> Fault | None:
        """The fault that counts when missing words count as one."""
        if self.missing and (self.fault is None or self.missing[0][0] < self.fault.line):
            what = "words are missing here that were never struck"
            return Fault(self.missing[0][0], what, torn=False)
        return self.fault

    def damage(self) -> LogDamagedError | None:
        """The error for a reader, or None where all is well or only the tail is torn."""
        fault = self.first_fault
        if fault is None or fault.torn:
            return None
        whole = f"; lines 1 to {fault.line - 1} are whole" if fault.line > 1 else ""
        name = self.path.name
        return LogDamagedError(
            f"the session file is damaged at line {fault.line}: {fault.what}{whole}",
            where=str(self.path),
            line=fault.line,
            next_step=f"tabletop log recover {name} --to NEW keeps the whole lines in a new file."
            if fault.line > 1
            else "Nothing of it can be recovered; look for the second copy.",
        )


def scan(path: Path, codec: Codec = CODEC, *, upto: int | None = None) -> Scan:
    """Read and prove a session file, or its first ``upto`` lines.

    Raises:
        LogError: the file cannot be read.
        VersionError: a good line was written by a later version.
    """
    walk = _Walk(path, codec)
    try:
        with open_regular(path) as stream, _collector_off():
            walk.through(stream, upto)
    except OSError as error:
        raise LogError(f"it cannot be read: {said(error)}", where=str(path)) from error
    return walk.found()


def scan_on(before: Scan, codec: Codec = CODEC) -> Scan:
    """What stands in a session file now, reading only what came behind an earlier scan of it.

    A file that no longer joins on to what was read, because words were struck or another file stands
    in its place, is read anew from its first line.

    Raises:
        LogError: the file cannot be read.
        VersionError: a good line was written by a later version.
    """
    walk = _Walk(before.path, codec, before)
    try:
        with open_regular(before.path) as stream, _collector_off():
            if stream.seek(0, 2) == before.good and before.fault is None:
                return before
            stream.seek(before.good)
            walk.through(stream, None)
    except OSError as error:
        raise LogError(f"it cannot be read: {said(error)}", where=str(before.path)) from error
    found = walk.found()
    joins = before.heads and len(found.heads) > len(before.heads) and found.fault is None
    return found if joins else scan(before.path, codec)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Nothing of a scan is a cycle; the collector only walks the growing heap again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Walk:
    def __init__(self, path: Path, codec: Codec, before: Scan | None = None) -> None:
        self._path = path
        self._codec = codec
        self._events: list[Event] = list(before.events) if before else []
        self._heads: list[str] = list(before.heads) if before else []
        self._ends: list[int] = list(before.ends) if before else []
        self._missing: list[tuple[int, str]] = list(before.missing) if before else []
        self._struck: set[str] = set()
        self._fault: Fault | None = None

    def through(self, stream: BinaryIO, upto: int | None) -> None:
        number = len(self._heads)
        head = self._heads[-1] if number else chain.FIRST
        read, end = stream.readline, self._ends[-1] if number else 0
        while number != upto and (line := read(chain.MAX_LINE + 1)):
            number += 1
            try:
                head, event = self._take(line, head, number)
            except BadLineError as bad:
                torn = bad.half_written and number > 1 and not stream.read(1)
                self._fault = Fault(number, bad.what, torn)
                return
            end += len(line)
            self._events.append(event)
            self._heads.append(head)
            self._ends.append(end)
        if number == 0:
            self._fault = Fault(1, "the file is empty", torn=False)

    def _take(self, line: bytes, previous: str, number: int) -> tuple[str, Event]:
        if len(line) > chain.MAX_LINE:
            raise BadLineError(f"it is longer than {chain.MAX_LINE >> 20} MiB", half_written=False)
        parts = chain.split(line)
        chain.check(parts, previous, number)
        named = chain.named_in(parts.body)
        texts = chain.texts_of(parts, named)
        if len(texts) < len(named):
            self._missing += [(number, name) for name in named if name not in texts]
        event = self._decoded(parts.body, texts, number)
        if isinstance(event.fact, Struck):
            self._struck.update(event.fact.digests)
        return parts.hash, event

    def _decoded(self, body: bytes, texts: dict[str, list[str]], number: int) -> Event:
        try:
            event = self._codec.decode(strict.parse(body.decode()), texts)
            if number == 1:
                see_first(event)
        except (ShapeError, UnicodeDecodeError, strict.NotStrictError) as error:
            raise BadLineError(f"its event cannot be read: {error}", half_written=False) from error
        except VersionError as error:
            where = f"{self._path}: line {number}"
            raise VersionError(error.what, where=where, next_step=error.next_step) from None
        return event

    def found(self) -> Scan:
        return Scan(
            path=self._path,
            events=tuple(self._events),
            heads=tuple(self._heads),
            ends=tuple(self._ends),
            missing=tuple(lost for lost in self._missing if lost[1] not in self._struck),
            fault=self._fault,
        )
