"""Commands about decisions: put, stage, record, complete, rule, overrule, take back."""

from __future__ import annotations

from typing import Literal

from ttx.frozen import dataclass
from ttx.model.records import Grounds, LinkRecord, Outcome, Reason, Vote
from ttx.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFirst:
    """Write down what a cell wrote before the decision was opened."""

    decision: str
    cell: str
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PutDecision:
    """Open a decision to its cells; out of its turn it takes a reason."""

    decision: str
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceStage:
    """A decision goes on to its next stage."""

    decision: str
    stage: Literal["cells", "plenary", "settled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAnswer:
    """Record what became of a decision; one that was never put is put by it."""

    decision: str
    cell: str | None = None
    """The cell that answers for itself; None: the decision's own answer."""
    said: Words = Words("")
    coded: str = "free"
    """An option's id, an id of the coding frame, ``free`` or ``none``."""
    near: bool = False
    outcome: Outcome = "decided"
    until: Words = Words("")
    referred_to: Words = Words("")
    waits_for: int | None = None
    where: Words = Words("")
    grounds: Grounds = Grounds()
    links: tuple[LinkRecord, ...] = ()
    """What the scribe tags; a bearing is settled later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteRecord:
    """Fill in what a record left empty."""

    of: int
    grounds: Grounds = Grounds()
    not_said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMove:
    """Record a free action of a cell."""

    cell: str
    said: Words
    about: str | None = None
    grounds: Grounds = Grounds()
    links: tuple[LinkRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Rule on an answer. What is given depends on the kind of rule."""

    decision: str
    result: str | None = None
    """Recorded by a person; against what the rule gave it is an overrule and takes a reason."""
    ticks: tuple[tuple[str, bool], ...] = ()
    for_: tuple[Words, ...] = ()
    """Reasons for an argument."""
    against: tuple[Words, ...] = ()
    word: str = ""
    """A word of likelihood: ``very_likely``."""
    percent: int | None = None
    votes: tuple[Vote, ...] = ()
    umpire: int = 0
    faces: tuple[int, ...] = ()
    """Dice thrown on the table; empty: the program draws."""
    reason: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrule:
    """Staff put another answer where a cell's own stood."""

    of: int
    value: str
    reason: Words
    outcome: Outcome = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retract:
    """Take an event back; a released inject needs to know whether it was read out."""

    of: int
    reason: Reason = Reason()
    read_out: Literal["", "no", "aloud", "stands"] = ""
