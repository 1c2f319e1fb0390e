"""Words for what happened to the session file."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.counting import how_many
from ttx.model.events import (
    Event,
    Fact,
    Forked,
    Recovered,
    SessionOpened,
    SessionResumed,
    Struck,
)
from ttx.render.plain import numbers
from ttx.render.wording.names import Names, Phrasing, because


def _opened(_names: Names, _event: Event, fact: SessionOpened) -> str:
    kind = " as a rehearsal" if fact.practice else ""
    book = ", book play" if fact.book else ""
    return f"session opened{kind}: {fact.title}, ttx {fact.version}{book}"


def _recovered(_names: Names, _event: Event, fact: Recovered) -> str:
    kept = f", kept in {fact.kept_in}" if fact.kept_in else ""
    return f"file recovered: {how_many(fact.lost_bytes, 'byte')} of an unfinished line set aside{kept}"


def _forked(_names: Names, _event: Event, fact: Forked) -> str:
    return f"forked from {fact.parent} at #{fact.line}"


def _struck(_names: Names, _event: Event, fact: Struck) -> str:
    of = f" of {numbers(fact.lines)}" if fact.lines else ""
    return f"words{of} struck from the file{because(fact.reason)}"


def _resumed(_names: Names, _event: Event, fact: SessionResumed) -> str:
    away = f"{fact.away_ms // 60_000} min away"
    if fact.counted:
        return f"opened again; {away} were exercise time, the room went on"
    return f"opened again after {away}, not counted as exercise time"


PHRASES: Mapping[type[Fact], Phrasing] = {
    SessionOpened: _opened,
    Recovered: _recovered,
    Forked: _forked,
    Struck: _struck,
    SessionResumed: _resumed,
}
