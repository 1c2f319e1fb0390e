"""What the tests of the session file are made of: events, salts, a disk that fails on demand."""

from __future__ import annotations

import dataclasses
import errno
import itertools
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from ttx.model.events import Event, Fact, NoteTaken, SessionOpened
from ttx.model.records import Grounds, OfficePosition
from ttx.model.words import Words
from ttx.store import Log, create
from ttx.store.disk import DISK, Disk
from ttx.store.shapes import MAX_INT

AT = "2026-03-14T08:05:00.000Z"
HEADER = SessionOpened(version="0.1.0", scenario="strait", title="The strait", seed="00" * 32)


def counted() -> Callable[[], str]:
    """Salts 1, 2, 3 ... of 16 digits."""
    numbers = itertools.count(1)
    return lambda: f"{next(numbers):016x}"


def event(seq: int, fact: Fact | None = None, **more: Any) -> Event:
    if fact is None:
        fact = HEADER if seq == 1 else NoteTaken(text=Words(f'note {seq}: 메모 \u2028 "text":{{'), tag="t")
    return Event(seq=seq, at=AT, ms=seq * 1000, fact=fact, **more)


def started(path: Path, lines: int = 1, disk: Disk = DISK, copy_to: Path | None = None) -> Log:
    """A session file of that many lines, open to write."""
    log = create(path, event(1), salts=counted(), disk=disk, copy_to=copy_to)
    for seq in range(2, lines + 1):
        log.append(event(seq))
    return log


def written(path: Path, lines: int) -> Path:
    """A closed session file of that many lines."""
    started(path, lines).close()
    return path


GROUNDS = Grounds(
    rationale=Words("because"),
    dissent=Words("one did not"),
    positions=(OfficePosition(office=Words("the ministry"), said=Words("wait")),),
)


class FailingDisk(Disk):
    """A real disk until told otherwise; each plan is used up once."""

    def __init__(self) -> None:
        self.writes: list[int | OSError] = []
        """For the next writes: how many bytes go through, or the error."""
        self.syncs: list[BaseException | None] = []
        self.truncates: list[OSError | None] = []
        self.folder_syncs: list[OSError | None] = []
        self.calls: list[str] = []

    def write(self, fd: int, data: bytes) -> int:
        self.calls.append("write")
        plan = self.writes.pop(0) if self.writes else len(data)
        if isinstance(plan, OSError):
            raise plan
        return super().write(fd, data[:plan])

    def sync(self, fd: int) -> None:
        self.calls.append("sync")
        _fail(self.syncs)
        super().sync(fd)

    def truncate(self, fd: int, length: int) -> None:
        self.calls.append("truncate")
        _fail(self.truncates)
        super().truncate(fd, length)

    def sync_folder(self, folder: Path) -> None:
        self.calls.append("sync_folder")
        _fail(self.folder_syncs)
        super().sync_folder(folder)


def _fail(plans: list[Any]) -> None:
    plan = plans.pop(0) if plans else None
    if plan is not None:
        raise plan


def full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def broken() -> OSError:
    return OSError(errno.EIO, "Input/output error")


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Every value a field of that type can hold."""
    if hint is Words:
        return TEXT.map(Words)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, types.UnionType):
        return st.one_of([values_of(arg) for arg in args])
    if origin is tuple and args[1:] == (...,):
        return st.lists(values_of(args[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*[values_of(arg) for arg in args])
    return records_of(hint)


def records_of(cls: Any) -> st.SearchStrategy[Any]:
    """Every value of a dataclass, each field as its type says."""
    hints = get_type_hints(cls)
    return st.builds(cls, **{f.name: values_of(hints[f.name]) for f in dataclasses.fields(cls)})


_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(-MAX_INT, MAX_INT),
    types.NoneType: st.none(),
}


def words_in(value: Any, hint: Any) -> Iterator[str]:
    """Every text of type ``Words`` in a value, found by its type and not by the code under test."""
    origin, args = get_origin(hint), get_args(hint)
    if hint is Words:
        yield value
    elif origin in (Union, types.UnionType):
        inner = [arg for arg in args if arg is Words or dataclasses.is_dataclass(arg)]
        if value is not None and inner:
            yield from words_in(value, inner[0])
    elif origin is tuple:
        each = itertools.repeat(args[0]) if args[1:] == (...,) else args
        for part, part_hint in zip(value, each, strict=False):
            yield from words_in(part, part_hint)
    elif dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        for field in dataclasses.fields(hint):
            yield from words_in(getattr(value, field.name), hints[field.name])
