"""Striking words from a session file that nobody has open.

The one operation that rewrites: written new, synced, renamed over, the lock held. The disk may
keep the old bytes until it needs the room, and copies elsewhere are not reached.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from ttx.errors import LogError
from ttx.model.counting import how_many
from ttx.model.events import Struck
from ttx.store import chain
from ttx.store.codec import Salts
from ttx.store.disk import DISK, Disk, open_regular
from ttx.store.log import open_log
from ttx.store.scan import scan


def strike(
    path: Path,
    lines: Collection[int],
    reason: str,
    *,
    digests: Collection[str] = (),
    at: str,
    hat: str = "controller",
    salts: Salts,
    copy_to: Path | None = None,
    disk: Disk = DISK,
) -> int:
    """Remove all words of some events (by line, 1-based), or single texts by digest; facts stay.

    Gives the number of texts removed. ``may_still_hold`` names files that can hold them yet.

    Args:
        path: the session file; must not be open to write anywhere.
        lines: events all of whose words go.
        digests: single texts, as ``words_at`` lists them.
        reason: why, kept in the ``Struck`` event.
        at: UTC time of the event, ISO 8601.
        hat: who strikes.
        salts: salts of the new event's words.
        copy_to: folder of the second copy, which is then brought to the same state.
        disk: the file layer.

    Raises:
        LogError: no such words, a torn tail to be settled first, or the disk refused.
        LockedError: the session is open to write.
        LogDamagedError: the file is damaged.
        VersionError: written by a later version.
    """
    found = scan(path)
    if found.fault is not None and found.fault.torn:
        raise LogError(
            "its last line is broken off",
            where=str(path),
            next_step="Open the session once to write, which settles it, then strike.",
        )
    opened = open_log(path, salts=salts, copy_to=copy_to, disk=disk)
    with opened.log as log:
        ms = opened.events[-1].ms
        event = log.strike(lines=lines, digests=digests, reason=reason, at=at, ms=ms, hat=hat)
        assert isinstance(event.fact, Struck)
        return len(event.fact.digests)


def words_at(path: Path, line: int) -> Mapping[str, str]:
    """The words of one event that can be struck: digest -> words, in the order of its fields.

    Raises:
        LogDamagedError: the file is damaged.
        LogError: it has no such line.
    """
    found = scan(path)
    if (damage := found.damage()) is not None:
        raise damage
    if not 1 <= line <= len(found.ends):
        raise LogError(f"it has {how_many(len(found.ends), 'line')}, not {line}", where=str(path))
    with open_regular(found.path) as stream:
        stream.seek(found.ends[line - 2] if line > 1 else 0)
        texts = chain.held(chain.split(stream.readline()))
    return {name: words for name, (_, words) in texts.items()}
