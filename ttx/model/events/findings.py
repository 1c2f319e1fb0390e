"""What staff saw and how a record bears on commitments."""

from __future__ import annotations

from typing import ClassVar, Literal

from ttx.frozen import dataclass
from ttx.model.evaluation import ActionState
from ttx.model.records import LinkRecord
from ttx.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationMade:
    """What an evaluator saw."""

    V: ClassVar[int] = 1
    text: Words
    cell: str | None = None
    objective: str | None = None
    target: str | None = None
    kind: Literal["", "strength", "area"] = ""
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRated:
    """A word was put to an objective; of several, the last one stands."""

    V: ClassVar[int] = 1
    objective: str
    word: str
    """One of ``model.evaluation.WORDS``."""
    evidence: tuple[int, ...] = ()
    analysis: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingMade:
    """A strength or an area to improve, and what brought it about."""

    V: ClassVar[int] = 1
    text: Words
    kind: Literal["strength", "area"] = "area"
    objective: str | None = None
    cause: Words = Words("")
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAgreed:
    """What is to be mended, by which office, until when."""

    V: ClassVar[int] = 1
    action: Words
    of: int | None = None
    """The ``FindingMade`` event it mends."""
    element: Words = Words("")
    owner: Words = Words("")
    due: Words = Words("")
    state: ActionState = "open"
    closed_by: Words = Words("")
    instead: int | None = None
    """The ``ActionAgreed`` event it takes the place of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTagged:
    """The scribe tags that something touches a commitment, or that a cell relies on it."""

    V: ClassVar[int] = 1
    of: int
    link: LinkRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSettled:
    """Staff settled how a record bears on a commitment."""

    V: ClassVar[int] = 1
    of: int
    link: LinkRecord
    hands: tuple[Words, ...] = ()
    """Roles of those who settled it; two for ``strains`` and ``contradicts``."""
    stage: Literal["live", "phase_end", "after"] = "phase_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyGiven:
    """A cell's reply (at most 40 words) to how its decision was settled."""

    V: ClassVar[int] = 1
    of: int
    """The ``LinkSettled`` event it answers."""
    cell: str
    text: Words
