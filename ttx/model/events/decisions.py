"""Decisions on record: put, answered, ruled, taken back, overruled."""

from __future__ import annotations

from typing import ClassVar, Literal

from ttx.frozen import dataclass
from ttx.model.position import Change
from ttx.model.records import Grounds, LinkRecord, Outcome, Reason, Vote
from ttx.model.words import Words

_NO_CHANGE = Change()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWritten:
    """What a cell wrote before a decision was opened."""

    V: ClassVar[int] = 1
    decision: str
    cell: str
    as_: Literal["expectation", "sentence", "advice"] = "expectation"
    text: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPut:
    """A decision was opened to its cells."""

    V: ClassVar[int] = 1
    decision: str
    to: tuple[str, ...]
    off_book: bool = False
    reason: Reason | None = None
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class StageReached:
    """A decision reached its next stage."""

    V: ClassVar[int] = 1
    decision: str
    stage: Literal["cells", "plenary", "settled"]
    of: int = 0
    """Number of the event that put the decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecorded:
    """What became of a decision: said, coded, outcome, grounds, links."""

    V: ClassVar[int] = 1
    decision: str
    slot: str
    """The decision's id, or ``D-01.rok`` where a cell answers for itself."""
    cells: tuple[str, ...]
    of: int = 0
    """Number of the event that put the decision; 0 where this one puts it."""
    said: Words = Words("")
    coded: str = "none"
    """An option's id, an id of the coding frame, ``free`` or ``none``."""
    near: bool = False
    value: str = "none"
    """What conditions read."""
    outcome: Outcome = "decided"
    until: Words = Words("")
    """For a conditional or partial answer: if or until what."""
    referred_to: Words = Words("")
    waits_for: int | None = None
    """The question (event number) an answer waits for."""
    where: Words = Words("")
    grounds: Grounds = Grounds()
    links: tuple[LinkRecord, ...] = ()
    change: Change = _NO_CHANGE
    overruled_by: int | None = None
    """Set only when folding, by the overrule that replaced it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCompleted:
    """What an earlier record left empty; ``not_said`` names fields that stay so."""

    V: ClassVar[int] = 1
    of: int
    grounds: Grounds = Grounds()
    not_said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRecorded:
    """A free action of a cell."""

    V: ClassVar[int] = 1
    cell: str
    said: Words
    about: str | None = None
    grounds: Grounds = Grounds()
    links: tuple[LinkRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """One adjudication: what the rule gave, what stands, and why where they differ."""

    V: ClassVar[int] = 1
    decision: str
    of: int = 0
    """Number of the answer ruled on."""
    value: str
    rule: str
    result: str
    by_rule: str = ""
    """What the rule gave; another ``result`` is the umpire's, with a reason."""
    faces: tuple[int, ...] = ()
    typed: bool = False
    first_index: int = 0
    """Number of the first die drawn, 0-based over the file."""
    drawn: int = 0
    total: int | None = None
    umpire: int = 0
    ticks: tuple[tuple[str, bool], ...] = ()
    read: tuple[tuple[str, bool], ...] = ()
    """Conditions of a gate that the program read, and whether each held then."""
    for_: tuple[Words, ...] = ()
    """Reasons for an argument."""
    against: tuple[Words, ...] = ()
    word: str = ""
    """A word of likelihood: ``very_likely``."""
    percent: int | None = None
    votes: tuple[Vote, ...] = ()
    odds: tuple[tuple[str, str], ...] = ()
    """Result and its chance as a fraction, e.g. ``5/36``."""
    reason: Words = Words("")
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """Staff put another answer where the cell's stood; the cell's own stays on record."""

    V: ClassVar[int] = 1
    of: int
    decision: str
    slot: str
    value: str
    outcome: Outcome = "decided"
    reason: Words
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """Staff took an event back, and with it what refers to it."""

    V: ClassVar[int] = 1
    of: int
    also: tuple[int, ...] = ()
    read_out: Literal["", "no", "aloud", "stands"] = ""
    unheard: tuple[tuple[str, str], ...] = ()
    """What was taken back unread, and the cells that therefore did not hear it."""
    reason: Reason
