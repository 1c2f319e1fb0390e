"""Where a session stands: a ledger folded over every event, and the rest over standing ones.

Nothing here is worked out; ``engine/evolve`` folds it. Times are exercise milliseconds (``ms``)
or scenario minutes since D 00:00; event numbers are 1-based.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.events import AdHocReleased, AnswerRecorded, ExerciseEnded, SeatTaken, ShownOnWall
from ttx.model.position import Position
from ttx.model.words import Words

Status: TypeAlias = Literal["before", "running", "paused", "break", "stopped", "ended"]
Stage: TypeAlias = Literal["put", "cells", "plenary", "recorded", "settled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What cannot be taken back: numbers used, dice drawn, words heard."""

    seq: int = 0
    dice: int = 0
    heard: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What (an inject, ``private:CELL``, ``fact:ID``) and the cells that came to know it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An inject that was released."""

    seq: int
    ms: int
    to: tuple[str, ...]
    scenario_time: int | None = None
    read_ms: int | None = None
    corrections: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A decision that was put: by which event, when, how far it is."""

    seq: int
    put_ms: int
    stage: Stage = "put"
    stage_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer that stands in a slot, with its number and exercise time."""

    seq: int
    ms: int
    fact: AnswerRecorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of a cell that Control has not answered for good."""

    cell: str
    ms: int
    text: Words
    later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A session as it stands."""

    ledger: Ledger = field(default_factory=Ledger)
    position: Position = field(default_factory=Position)
    seed: str = ""
    book: bool = False
    practice: bool = False
    attribution: str = "cell"
    status: Status = "before"
    status_ms: int = 0
    """Exercise time at which it took this status."""
    break_minutes: int | None = None
    scenario_time: int | None = None
    phase_ms: int = 0
    """Exercise time at which the phase began."""
    given: Mapping[str, Given] = field(default_factory=dict)
    adhoc: Mapping[str, AdHocReleased] = field(default_factory=dict)
    decisions: Mapping[str, Standing] = field(default_factory=dict)
    answers: Mapping[str, Answered] = field(default_factory=dict)
    """By slot: ``D-01``, or ``D-01.rok`` where a cell answered for itself."""
    skipped: Mapping[str, str] = field(default_factory=dict)
    """Step and the code of its reason."""
    deferred: Mapping[str, str] = field(default_factory=dict)
    rested: int = 0
    """Number of the last phase entry or ending; an earlier answer can no longer be overruled."""
    ruled: Mapping[str, int] = field(default_factory=dict)
    """Decision and the number of its ruling."""
    questions: Mapping[int, Asked] = field(default_factory=dict)
    seats: Mapping[str, SeatTaken] = field(default_factory=dict)
    """By ``cell/seat``."""
    wall: ShownOnWall | None = None
    plan: Mapping[str, int] = field(default_factory=dict)
    """Steps with another planned minute of exercise time."""
    ended: ExerciseEnded | None = None
