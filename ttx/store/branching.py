"""New session files out of old ones: a fork from a point, the whole lines of a damaged file.

The old file is only read. Its lines stand byte for byte in the new one, so hashes written down
for them hold there too. Words that are gone from those lines are named by a ``Struck`` event.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ttx.errors import LogError
from ttx.frozen import dataclass
from ttx.model.counting import how_many
from ttx.model.events import Event, Fact, Forked, Recovered, Struck
from ttx.model.words import Words
from ttx.store import chain
from ttx.store.codec import CODEC, Salts
from ttx.store.disk import DISK, Disk, open_regular, said, write_new
from ttx.store.scan import Scan, scan

_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Recovery:
    """What became of a damaged file."""

    lines: int
    """Number of good lines that stand in the new file."""
    bad_line: int
    what: str
    rest: Path
    """Where the bytes from the bad line on are kept."""
    event: Event
    """The ``Recovered`` event."""


def fork(path: Path, line: int, to: Path, *, at: str, salts: Salts, disk: Disk = DISK) -> Event:
    """A new session file: the first ``line`` lines (1-based, inclusive) of another, then ``Forked``.

    Gives the ``Forked`` event; ``at`` is its UTC time. Exercise time goes on from that line.

    Raises:
        LogError: no such line, ``to`` exists, or the disk refused; there is no new file then.
        LogDamagedError: the file is damaged at or before that line.
        VersionError: written by a later version.
    """
    found = scan(path)
    fault = found.first_fault
    damage = found.damage()
    if damage is not None and fault is not None and fault.line <= line:
        raise damage
    if not 1 <= line <= len(found.heads):
        raise LogError(f"it has {how_many(len(found.heads), 'line')}, not {line}", where=str(path))
    head = found.heads[line - 1]
    facts: list[Fact] = [Forked(parent=path.name, line=line, head=head)]
    facts += _gone(_missing_in(found, line), "struck before the fork")
    events = _after(found, line, facts, at)
    _write(to, found, line, events, salts=salts, disk=disk)
    return events[0]


def recover(path: Path, to: Path, *, at: str, salts: Salts, disk: Disk = DISK) -> Recovery:
    """A new session file with the good lines of a damaged or torn one, then ``Recovered``.

    The bytes from the first bad line on are kept as ``TO.rest``. Words missing from good lines
    do not end them: they are named by a ``Struck`` event.

    Raises:
        LogError: the file has no fault, no good line, ``to`` or its rest exists, or the disk refused.
        VersionError: written by a later version.
    """
    found = scan(path)
    fault = found.fault or found.first_fault
    if fault is None or not found.heads:
        what = "every line of it is whole" if fault is None else "its first line is damaged already"
        raise LogError(f"there is nothing to recover: {what}", where=str(path))
    lines = len(found.heads)
    rest = to.with_name(f"{to.name}.rest")
    size = path.stat().st_size
    facts: list[Fact] = [Recovered(lost_bytes=size - found.good, kept_in=rest.name)]
    facts += _gone(found.missing, "missing from the damaged file")
    events = _after(found, lines, facts, at)
    try:
        write_new(rest, _bytes(path, found.good, size), disk)
    except OSError as error:
        raise _refused(rest, error) from error
    try:
        _write(to, found, lines, events, salts=salts, disk=disk)
    except BaseException:
        rest.unlink()
        raise
    return Recovery(lines=lines, bad_line=fault.line, what=fault.what, rest=rest, event=events[0])


def _missing_in(found: Scan, line: int) -> tuple[tuple[int, str], ...]:
    """Line and digest of words of the first ``line`` lines that are gone and not named in them."""
    named = {name for event in found.events[:line] for name in _struck(event)}
    struck = {name for event in found.events[line:] for name in _struck(event)} - named
    if not struck:
        return ()
    with open_regular(found.path) as stream:
        parts = [chain.split(stream.readline()) for _ in range(line)]
    return tuple(
        (number, name)
        for number, part in enumerate(parts, 1)
        for name in chain.named_in(part.body)
        if name in struck
    )


def _struck(event: Event) -> tuple[str, ...]:
    return event.fact.digests if isinstance(event.fact, Struck) else ()


def _gone(missing: tuple[tuple[int, str], ...], why: str) -> list[Fact]:
    if not missing:
        return []
    digests = tuple(sorted({name for _, name in missing}))
    return [Struck(digests=digests, lines=tuple(sorted({line for line, _ in missing})), reason=Words(why))]


def _after(found: Scan, line: int, facts: list[Fact], at: str) -> list[Event]:
    ms = found.events[line - 1].ms
    return [Event(seq=number, at=at, ms=ms, fact=fact) for number, fact in enumerate(facts, line + 1)]


def _write(to: Path, found: Scan, lines: int, events: list[Event], *, salts: Salts, disk: Disk) -> None:
    def chunks() -> Iterator[bytes]:
        yield from _bytes(found.path, 0, found.ends[lines - 1])
        last = found.heads[lines - 1]
        for event in events:
            body, texts = CODEC.encode(event, salts)
            last = chain.link(last, body)
            yield chain.joined(last, body, texts)

    try:
        write_new(to, chunks(), disk)
    except OSError as error:
        raise _refused(to, error) from error


def _bytes(path: Path, start: int, end: int) -> Iterator[bytes]:
    with open_regular(path) as stream:
        stream.seek(start)
        while start < end and (data := stream.read(min(_CHUNK, end - start))):
            start += len(data)
            yield data


def _refused(path: Path, error: OSError) -> LogError:
    if isinstance(error, FileExistsError):
        return LogError(
            "there is a file of this name already", where=str(path), next_step="Name another one."
        )
    return LogError(f"it cannot be written: {said(error)}", where=str(path))
