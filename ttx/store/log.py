"""The session file opened to write: an event is on the disk before ``append`` returns.

A write that fails leaves the file at its last good length and the log usable, so that the same
event can be appended again. One writer at a time; the lock is held from opening to ``close``.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack, suppress
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from ttx.errors import LogError
from ttx.frozen import dataclass
from ttx.model.events import Event, SessionOpened, Struck
from ttx.model.words import Words
from ttx.store.chain import FIRST, MAX_LINE, joined, link
from ttx.store.codec import CODEC, Salts
from ttx.store.copies import SecondCopy
from ttx.store.disk import DISK, Disk, open_regular, said, write_new
from ttx.store.lock import Lock, take
from ttx.store.names import beside
from ttx.store.rewriting import choose, without
from ttx.store.scan import Scan, scan

_AGAIN: Final = "Make room or mend the disk, then save again; the command is kept."


@dataclass(frozen=True, slots=True)
class Torn:
    """A broken-off last line that was cut off and kept aside."""

    line: int
    """1-based: the number the line would have had."""
    size: int
    """Number of bytes cut off."""
    kept_in: Path


@dataclass(frozen=True, slots=True)
class Opened:
    """A session file opened to write; after a torn tail the caller appends ``Recovered``."""

    log: Log
    events: tuple[Event, ...]
    torn: Torn | None


class Log:
    """A session file held to write. Made by ``create`` and ``open_log``."""

    def __init__(
        self, path: Path, lock: Lock, fd: int, *, salts: Salts, disk: Disk, found: Scan | None = None
    ) -> None:
        self._path = path
        self._lock = lock
        self._fd: int | None = fd
        self._held = True
        self._salts = salts
        self._disk = disk
        self._head = found.head if found else FIRST
        self._seq = len(found.heads) if found else 0
        self._length = found.good if found else 0
        self._unsure = False
        self._unnamed = False
        self._copy: SecondCopy | None = None

    @property
    def path(self) -> Path:
        """Where the file stands, links resolved."""
        return self._path

    @property
    def head(self) -> str:
        """H of the last line, 64 hexadecimal digits."""
        return self._head

    @property
    def seq(self) -> int:
        """Number of the last event, which is its line (1-based)."""
        return self._seq

    @property
    def copy_trouble(self) -> str:
        """Why the second copy is not written any longer; empty while it is, or none was wanted."""
        return self._copy.trouble if self._copy else ""

    def append(self, event: Event) -> None:
        """Put an event on the disk; it is there when this returns.

        Raises:
            LogError: nothing was saved; the file is as before and the event can be appended again.
            ValueError: a bug: the event has not the next number.
        """
        if event.seq != self._seq + 1:
            raise ValueError(f"event {event.seq} cannot follow {self._seq}")
        head, line = self._line(event)
        self._save(line)
        self._head, self._seq = head, event.seq
        if self._copy is not None:
            self._copy.add(line)

    def _line(self, event: Event) -> tuple[str, bytes]:
        body, texts = CODEC.encode(event, self._salts)
        head = link(self._head, body)
        line = joined(head, body, texts)
        if len(line) > MAX_LINE:
            raise self._unsaved(f"it is longer than {MAX_LINE >> 20} MiB")
        return head, line

    def _save(self, line: bytes) -> None:
        """Write and sync a line; ``_unsure`` stands while the file may be longer than ``_length``."""
        fd = self._opened()
        self._mend(fd)
        self._unsure = True
        try:
            written = self._disk.write(fd, line)
            if written == len(line):
                self._disk.sync(fd)
                self._length += len(line)
                self._unsure = False
                return
            why = f"only {written} of {len(line)} bytes could be written"
        except OSError as error:
            why = said(error)
        try:
            self._mend(fd)
        except LogError as error:
            raise self._unsaved(f"{why}; {error.what}") from error
        raise self._unsaved(why)

    def _mend(self, fd: int) -> None:
        """See that the file ends where the last saved line ends; cut it there after a failed write."""
        try:
            length, named = self._disk.standing(fd)
            if self._unnamed:
                self._disk.sync_folder(self._path.parent)
                self._unnamed = False
            if self._unsure:
                self._disk.truncate(fd, self._length)
                self._disk.sync(fd)
                self._unsure = False
                return
        except OSError as error:
            raise self._unsaved(f"the broken-off line is still in the file: {said(error)}") from error
        if not named or length != self._length:
            happened = "changed" if named else "deleted or replaced"
            raise LogError(
                f"NOT SAVED: another program has {happened} the session file while it was open",
                where=str(self._path),
                next_step="Keep a copy of what stands on the screen, then open the session again.",
            )

    def _opened(self) -> int:
        if self._fd is None:
            raise ValueError("this session file is closed")
        return self._fd

    def _unsaved(self, why: str) -> LogError:
        return LogError(f"NOT SAVED: {why}", where=str(self._path), next_step=_AGAIN)

    def keep_copy(self, folder: Path) -> None:
        """Keep a second copy in ``folder`` from here on, best effort; see ``copy_trouble``."""
        self._copy = SecondCopy(self._path, folder, self._disk)
        self._copy.refresh()

    def strike(
        self,
        *,
        lines: Collection[int] = (),
        digests: Collection[str] = (),
        reason: str,
        at: str,
        ms: int,
        hat: str = "controller",
    ) -> Event:
        """Remove words from the file, as ``ttx.store.strike`` does, while holding it.

        Gives the ``Struck`` event, which is the last line then.

        Raises:
            LogError: there are no such words, or the disk refused; the file is as before.
        """
        self._mend(self._opened())
        chosen = choose(self._path, lines, digests)
        fact = Struck(digests=chosen.digests, lines=chosen.lines, reason=Words(reason))
        event = Event(seq=self._seq + 1, at=at, ms=ms, hat=hat, fact=fact)
        head, line = self._line(event)
        fresh = beside(self._path, "striking")
        try:
            fresh.unlink(missing_ok=True)
            write_new(fresh, chain(without(self._path, chosen.digests), [line]), self._disk)
            self._exchange(fresh)
        except OSError as error:
            raise self._unsaved(said(error)) from error
        self._head, self._seq = head, event.seq
        if self._copy is not None:
            self._copy.refresh()
        return event

    def _exchange(self, fresh: Path) -> None:
        """Put a rewritten file in place; ours is closed meanwhile, as Windows asks."""
        fd, self._fd = self._opened(), None
        self._disk.close(fd)
        try:
            fresh.replace(self._path)
            self._unnamed = True
        finally:
            fresh.unlink(missing_ok=True)
            self._fd = self._disk.open_append(self._path)
            self._length = self._disk.standing(self._fd)[0]

    def close(self) -> None:
        """Cut what a failed write left, let the file and the lock go. Closing twice is fine."""
        if not self._held:
            return
        fd, self._fd, self._held = self._fd, None, False
        with ExitStack() as closing:
            closing.callback(self._lock.release)
            if self._copy is not None:
                closing.callback(self._copy.close)
            if fd is not None:
                closing.callback(self._disk.close, fd)
                if self._unsure:
                    closing.enter_context(suppress(LogError))  # a tail left behind is cut on opening
                    self._mend(fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create(path: Path, first: Event, *, salts: Salts, copy_to: Path | None = None, disk: Disk = DISK) -> Log:
    """Begin a session file with its header event; file and name are on the disk when this returns.

    Raises:
        LogError: the file exists already, or the folder cannot be written; there is no file then.
        LockedError: another process is beginning the same one.
        ValueError: a bug: ``first`` is not a ``SessionOpened`` with number 1.
    """
    if type(first.fact) is not SessionOpened or first.seq != 1:
        raise ValueError("a session file begins with SessionOpened, number 1")
    place = path.resolve()
    with ExitStack() as undo:
        lock = take(place)
        undo.callback(lock.release)
        try:
            fd = disk.open_new(place)
            undo.callback(place.unlink, missing_ok=True)
            undo.callback(disk.close, fd)
            log = Log(place, lock, fd, salts=salts, disk=disk)
            log.append(first)
            disk.sync_folder(place.parent)
        except FileExistsError as error:
            raise LogError(
                "there is a file of this name already",
                where=str(place),
                next_step="Give the session another name, or open the one that is there.",
            ) from error
        except OSError as error:
            raise LogError(f"it cannot be written: {said(error)}", where=str(place)) from error
        undo.pop_all()
    if copy_to is not None:
        log.keep_copy(copy_to)
    return log


def open_log(path: Path, *, salts: Salts, copy_to: Path | None = None, disk: Disk = DISK) -> Opened:
    """Take a session file to go on writing it; a torn tail is kept in ``NAME.torn-SEQ`` and cut off.

    Raises:
        LockedError: another process is writing it.
        LogDamagedError: a bad line followed by others, or whose hash a broken write cannot leave.
        VersionError: written by a later version.
        LogError: it cannot be read or written.
    """
    place = path.resolve()
    open_regular(place).close()
    with ExitStack() as undo:
        lock = take(place)
        undo.callback(lock.release)
        found = scan(place)
        if (damage := found.damage()) is not None:
            raise damage
        try:
            fd = disk.open_append(place)
            undo.callback(disk.close, fd)
            torn = _cut(place, fd, found, disk) if found.fault else None
            disk.sync(fd)
        except OSError as error:
            raise LogError(f"it cannot be written: {said(error)}", where=str(place)) from error
        log = Log(place, lock, fd, salts=salts, disk=disk, found=found)
        undo.pop_all()
    if copy_to is not None:
        log.keep_copy(copy_to)
    return Opened(log, found.events, torn)


def _cut(place: Path, fd: int, found: Scan, disk: Disk) -> Torn:
    """Keep the bytes after the last good line aside, then cut them off."""
    with place.open("rb") as stream:
        stream.seek(found.good)
        tail = stream.read(MAX_LINE + 1)
    line = len(found.heads) + 1
    aside = _free(beside(place, f"torn-{line}"))
    write_new(aside, [tail], disk)
    disk.truncate(fd, found.good)
    return Torn(line=line, size=len(tail), kept_in=aside)


def _free(path: Path) -> Path:
    """The path, or with ``-2``, ``-3`` ... where the name is taken."""
    tried, number = path, 1
    while tried.exists():
        number += 1
        tried = path.with_name(f"{path.name}-{number}")
    return tried
