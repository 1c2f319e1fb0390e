"""Reading and proving a session file. Never writes, needs no lock, waits for nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ttx.errors import LogDamagedError, UsageError
from ttx.frozen import dataclass
from ttx.model.events import Event
from ttx.store.scan import scan

_SEAL_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class ReadLog:
    """All whole lines of a session file; ``torn`` where a broken-off line follows them."""

    events: tuple[Event, ...]
    head: str
    """H of the last of them."""
    torn: bool
    damage: LogDamagedError | None = None
    """Only from ``read_whole``: what is wrong with the line after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a session file's hashes prove."""

    lines: int
    """Good lines before the first bad one."""
    head: str
    """H of the last of them."""
    ok: bool
    """No bad line, and the head asked for stands in the file."""
    bad_line: int | None
    """1-based."""
    at_line: int | None
    """Where the head asked for stands; None where none was asked for, or it stands nowhere."""
    torn: bool
    """The bad line is the last one and a broken-off write explains it."""
    what: str
    """The finding in one sentence."""


def read_log(path: Path) -> ReadLog:
    """The events of a session file, verified while read; words that were struck read ``STRUCK``.

    Raises:
        LogDamagedError: a bad line, other than a torn last one.
        VersionError: written by a later version.
        LogError: the file cannot be read.
    """
    found = scan(path)
    if (damage := found.damage()) is not None:
        raise damage
    return ReadLog(found.events, found.head, torn=found.fault is not None)


def read_whole(path: Path) -> ReadLog:
    """What is whole of a session file, damaged or not: its lines before the first bad one.

    Raises:
        VersionError: written by a later version.
        LogError: the file cannot be read.
    """
    found = scan(path)
    damage = found.damage()
    good = damage.line - 1 if damage else len(found.events)
    head = found.heads[good - 1] if good else ""
    return ReadLog(found.events[:good], head, torn=damage is None and found.fault is not None, damage=damage)


def read_first(path: Path) -> Event:
    """The event of line 1 alone, which opens the session.

    Raises:
        LogDamagedError: line 1 is damaged, or this is no session file.
        VersionError: written by a later version.
        LogError: the file cannot be read.
    """
    found = scan(path, upto=1)
    if (damage := found.damage()) is not None:
        raise damage
    return found.events[0]


def verify(path: Path, head: str | None = None) -> Verdict:
    """Name the first line that was changed, removed, put in or moved.

    Lines cut off the end leave a file that is whole in itself: only a ``head`` (or its seal) that
    was written down elsewhere shows them. A line written anew with a fresh hash shows at the next.

    Raises:
        UsageError: ``head`` is neither a hash nor a seal.
        VersionError: written by a later version.
        LogError: the file cannot be read.
    """
    wanted = None if head is None else _digits(head)
    found = scan(path)
    at_line = None if wanted is None else _line_of(found.heads, wanted)
    fault = found.first_fault
    nowhere = wanted is not None and at_line is None
    good = fault.line - 1 if fault else len(found.heads)
    if fault is not None:
        what = f"line {fault.line}: {fault.what}"
    elif nowhere:
        what = "the head stands nowhere in the file: lines were cut off its end, or it is another session's"
    else:
        what = (
            "the one line stands as it was written"
            if good == 1
            else f"all {good} lines stand as they were written"
        )
    return Verdict(
        lines=good,
        head=found.heads[good - 1] if good else "",
        ok=fault is None and not nowhere,
        bad_line=fault.line if fault else None,
        at_line=at_line,
        torn=fault is not None and fault.torn,
        what=what,
    )


def seal(head: str) -> str:
    """The short form of a head to be written down outside the file: ``4F2A-91C7-0B3E``."""
    digits = head[:_SEAL_DIGITS].upper()
    return "-".join(digits[at : at + 4] for at in range(0, _SEAL_DIGITS, 4))


def _digits(head: str) -> str:
    digits = head.strip().replace("-", "").lower()
    if not _SEAL_DIGITS <= len(digits) <= 64 or set(digits) - set("0123456789abcdef"):
        raise UsageError(
            "this is neither a head nor a seal",
            where=head[:80],
            next_step="A seal looks like 4F2A-91C7-0B3E, a head has 64 hexadecimal digits.",
        )
    return digits


def _line_of(heads: tuple[str, ...], wanted: str) -> int | None:
    return next((at for at, head in enumerate(heads, 1) if head.startswith(wanted)), None)
