"""Commands about what staff saw and how records bear on commitments."""

from __future__ import annotations

from typing import Literal

from ttx.frozen import dataclass
from ttx.model.evaluation import ActionState
from ttx.model.records import LinkRecord
from ttx.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Observe:
    """Record an observation."""

    text: Words
    cell: str | None = None
    objective: str | None = None
    target: str | None = None
    kind: Literal["", "strength", "area"] = ""
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RateObjective:
    """Put a word to an objective, with the events that show it; the last one stands."""

    objective: str
    word: str
    evidence: tuple[int, ...] = ()
    analysis: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFinding:
    """Record what was found, and what brought it about."""

    text: Words
    kind: Literal["strength", "area"] = "area"
    objective: str | None = None
    cause: Words = Words("")
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeAction:
    """Record what is to be mended, by which office, until when."""

    action: Words
    of: int | None = None
    element: Words = Words("")
    owner: Words = Words("")
    due: Words = Words("")
    state: ActionState = "open"
    closed_by: Words = Words("")
    instead: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagLink:
    """Tag that a record touches a commitment, or that a cell relies on it."""

    of: int
    link: LinkRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleLink:
    """Settle how a record bears on a commitment; two hands for strains and contradicts."""

    of: int
    link: LinkRecord
    hands: tuple[Words, ...] = ()
    stage: Literal["live", "phase_end", "after"] = "phase_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A cell's reply, at most 40 words, to how its decision was settled."""

    of: int
    cell: str
    text: Words
