"""The parts that commands and facts share: reasons, links on record, positions, who carried it.

Everything a person types is ``Words``: the session file keeps such text beside the event, so that
words can be struck later and facts stay.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.parts import Bearing
from ttx.model.words import Words

Outcome: TypeAlias = Literal[
    "decided",
    "in_part",
    "conditional",
    "split",
    "referred",
    "asked",
    "set_aside",
    "not_taken",
    "not_put",
    "no_agreement",
]
OUTCOMES: tuple[Outcome, ...] = (
    "decided",
    "in_part",
    "conditional",
    "split",
    "referred",
    "asked",
    "set_aside",
    "not_taken",
    "not_put",
    "no_agreement",
)
"""What became of a decision, in the order of their digits 1-9 and 0."""
TAKEN: frozenset[str] = frozenset({"decided", "in_part", "conditional"})
"""Outcomes that give the decision the value of its coded answer (design 5)."""

ReasonCode: TypeAlias = Literal[
    "on_time_plan", "overtaken", "sponsor_asked", "staff_error", "realism", "other"
]
REASONS: tuple[ReasonCode, ...] = ("on_time_plan", "overtaken", "sponsor_asked", "staff_error", "realism")
"""The five numbered reasons; the first is the one Enter takes."""

Hat: TypeAlias = Literal["controller", "white_cell", "umpire", "evaluator", "scribe"]
Act: TypeAlias = Literal["told", "asked", "agreed", "warned", "no_answer"]
Level: TypeAlias = Literal["", "working", "director", "vice_minister", "minister"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why staff left the book: one of five numbers, and words where somebody typed them."""

    code: ReasonCode = "on_time_plan"
    text: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRecord:
    """A bearing on record, with what was said about it."""

    target: str
    bearing: Bearing = "touches"
    relies: bool = False
    in_words: Words = Words("")
    """The cell's own reason, where it relies on the text."""
    because: Words = Words("")
    until: Words = Words("")
    """Until when or what, for ``defers``."""
    if_: Words = Words("")
    part: Words = Words("")
    extent: Literal["whole", "part"] = "whole"
    by: Literal["word", "deed"] | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePosition:
    """What one office held."""

    office: Words
    said: Words = Words("")
    option: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """Votes for one result."""

    result: str
    count: int
    by: Words = Words("")
    """The offices that voted so, where they were named."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Who carried a decision and how."""

    by: Words = Words("")
    how: Literal["", "agreed", "ruled", "majority", "nobody"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why a cell answered as it did; every part may stay empty and be filled in later."""

    rationale: Words = Words("")
    dissent: Words = Words("")
    confidence: Literal["", "low", "medium", "high"] = ""
    assumptions: Words = Words("")
    rejected: Words = Words("")
    positions: tuple[OfficePosition, ...] = ()
    carried: Carried = Carried()
