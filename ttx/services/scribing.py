"""A scribe's lines beside a running session: written with their time, read into a queue, taken once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from ttx.errors import UsageError
from ttx.frozen import dataclass
from ttx.model.events import Event
from ttx.model.scenario import Scenario
from ttx.services.ports import Ports, between, stamp
from ttx.services.session import Session
from ttx.store import scribe
from ttx.store.scribe import ScribeLine

_TIME = re.compile(r"(-\d{1,3}|\d{1,2}:[0-5]\d)\s+(?=\S)")
_TAG = re.compile(r"(?:^|\s)#([\w-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A line in the queue, read as far as it says what it is about."""

    line: ScribeLine
    ms: int
    """Exercise time at which it happened, as far as the record can tell."""
    cell: str | None
    decision: str | None
    tag: str
    words: str
    """What is left of the line: without cell, decision and tags."""


def write(log: Path, typed: str, ports: Ports) -> str:
    """Keep a line beside a session; gives the UTC moment it is said to have happened at.

    Args:
        log: the session file.
        typed: as the scribe typed it; ``10:14`` (by this machine's clock) or ``-4`` at its head says when.
        ports: the clock.

    Raises:
        LogError: the disk refused; the line is not kept.
        UsageError: the time at its head is none, or has not come yet.
    """
    now = ports.clock.utc()
    found = _TIME.match(typed)
    of = _moment(found[1], now) if found else now
    scribe.append(log, now, of, typed[found.end() :] if found else typed)
    return of


def _moment(said: str, now: str) -> str:
    moment = datetime.fromisoformat(now)
    if said.startswith("-"):
        return stamp(moment - timedelta(minutes=int(said[1:])))
    hour, minute = (int(part) for part in said.split(":"))
    if hour > 23:
        raise UsageError(f"{said} is no time of day.", next_step="Begin with 10:14, or -4, or no time.")
    local = moment.astimezone().replace(hour=hour, minute=minute, second=0, microsecond=0)
    if local > moment:
        raise UsageError(f"{said} has not come yet.", next_step="Begin with a time that has passed, or none.")
    return stamp(local)


def waiting(session: Session) -> tuple[Waiting, ...]:
    """What the scribe wrote and nobody has taken or set aside, oldest first.

    Raises:
        LogError: the scribe's file cannot be read.
    """
    done = scribe.taken(session.path)
    lines = (line for line in scribe.read(session.path) if line.number not in done)
    return tuple(_read(line, session) for line in lines)


def done_with(session: Session, number: int) -> None:
    """A line was taken or set aside: it is not offered again, and stays in the scribe's file.

    Raises:
        LogError: the disk refused; it will be offered again.
    """
    scribe.mark_taken(session.path, {*scribe.taken(session.path), number})


def _read(line: ScribeLine, session: Session) -> Waiting:
    tags = _TAG.findall(line.text)
    rest = _TAG.sub(" ", line.text).split()
    cell = _cell(session.scenario, rest[0]) if rest else None
    rest = rest[1:] if cell else rest
    decisions = {d.casefold(): d for d in session.script.decisions}
    decision = decisions.get(rest[0].casefold()) if rest else None
    rest = rest[1:] if decision else rest
    return Waiting(
        line=line,
        ms=exercise_ms(session.events, line.of, session.elapsed()),
        cell=cell,
        decision=decision,
        tag=tags[0] if tags else "",
        words=" ".join(rest) or line.text,
    )


def _cell(scenario: Scenario, word: str) -> str | None:
    wanted = word.strip(":,").casefold()
    return next(
        (c.id for c in scenario.cells.values() if wanted in (c.id.casefold(), c.tag.casefold())), None
    )


def exercise_ms(events: Sequence[Event], moment: str, now_ms: int) -> int:
    """Exercise time at a UTC moment, from what is on record around it; a clock that stood adds nothing.

    Args:
        events: all of the session.
        moment: UTC.
        now_ms: exercise time now, which nothing lies behind.
    """
    at = bisect_right([event.at for event in events], moment)
    if at == 0:
        return 0
    before = events[at - 1]
    upto = events[at].ms if at < len(events) else now_ms
    return max(before.ms, min(before.ms + between(before.at, moment), upto))
