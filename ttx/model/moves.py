"""What people choose in a session that is played along a file, one class a form of move.

Ids stand as written; whether a move fits is seen when it is played. ``span`` is its place in the
moves file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from ttx.diagnostics import Span
from ttx.frozen import dataclass
from ttx.model.parts import FREE
from ttx.model.records import Grounds, LinkRecord, Outcome, Vote
from ttx.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAnswer:
    """An answer to a decision, or one cell's own where ``cell`` is given."""

    span: Span
    decision: str
    cell: str | None = None
    coded: str = FREE
    """An option's id, an id of the coding frame, ``free`` or ``none``."""
    near: bool = False
    said: Words = Words("")
    outcome: Outcome = "decided"
    until: Words = Words("")
    """For a conditional or partial answer: if or until what."""
    grounds: Grounds = Grounds()
    links: tuple[LinkRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRuling:
    """A ruling on a decision: what people bring to it."""

    span: Span
    decision: str
    result: str | None = None
    ticks: Mapping[str, bool] = field(default_factory=dict)
    for_: tuple[Words, ...] = ()
    """Reasons for an argument."""
    against: tuple[Words, ...] = ()
    word: str = ""
    """A word of likelihood: ``very_likely``."""
    percent: int | None = None
    votes: tuple[Vote, ...] = ()
    umpire: int = 0
    faces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRoll:
    """Faces of the next dice that are thrown."""

    span: Span
    faces: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSlip:
    """A slip on a track; ``value`` is a whole number on a scale, else a word."""

    span: Span
    track: str
    cell: str | None = None
    value: int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveInject:
    """A contingency inject is given."""

    span: Span
    inject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePhase:
    """The room goes to a phase of its own choice."""

    span: Span
    phase: str
    because: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveEnding:
    """The room ends with an ending of its own choice."""

    span: Span
    ending: str
    because: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDo:
    """Any other command by its name, with its fields as plain values."""

    span: Span
    command: str
    fields: Mapping[str, object] = field(default_factory=dict)


Move: TypeAlias = MoveAnswer | MoveRuling | MoveRoll | MoveSlip | MoveInject | MovePhase | MoveEnding | MoveDo


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """A moves file: of which scenario, from which seed and start, what is chosen in play order."""

    scenario: str
    seed: str | None = None
    start: str | None = None
    """UTC, ISO 8601."""
    moves: tuple[Move, ...] = ()
