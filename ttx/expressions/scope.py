"""What names an author may use in one scenario, what a text is faulted with, and what play is asked.

Ids in a ``Scope`` are in Unicode's composed form (NFC), as names in conditions are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

from ttx.frozen import dataclass

LONGEST_TEXT = 2000
"""Characters of one condition or effect."""
DEEPEST = 64
"""Levels of nesting of one condition."""
MOST_FAULTS = 20
"""Faults reported for one text; further ones are left until these are mended."""
LARGEST_NUMBER = 999_999_999

YES = "yes"
NO = "no"


@dataclass(frozen=True, slots=True)
class TrackType:
    """What a track, or a derived word, can be.

    A derived word has kind ``derived`` (or ``choice``, where nothing is ever set): it is read as
    a choice is, and no effect may set it. A flag needs no ``values``.
    """

    kind: Literal["flag", "choice", "scale", "derived"]
    values: tuple[str, ...] = ()
    lo: int = 0
    hi: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """The words it can be; none for a scale."""
        if self.kind == "scale":
            return ()
        return (YES, NO) if self.kind == "flag" else self.values


@dataclass(frozen=True, slots=True)
class DecisionType:
    """What a decision can be: option ids, then ``free`` and ``none``."""

    values: tuple[str, ...]
    cells: tuple[str, ...] = ()
    """Cells that answer for themselves."""
    whole: bool = True
    """Whether the decision has a value of its own; not so in mode ``each``."""


@dataclass(frozen=True, slots=True)
class Scope:
    """All names conditions and effects of a scenario may use."""

    tracks: Mapping[str, TrackType]
    decisions: Mapping[str, DecisionType]
    injects: frozenset[str]
    parties: frozenset[str]
    """Cells and voices: who can tell and be told."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a text: where (0-based offset, length in characters) and in plain words."""

    code: str
    message: str
    offset: int
    length: int = 1
    hint: str = ""


class Reading(Protocol):
    """What a condition asks of play."""

    def track(self, name: str) -> int | str:
        """The value of a track or derived word; a flag is ``yes`` or ``no``."""

    def answer(self, decision: str, cell: str | None) -> str:
        """The value of a decision, or of one cell's own answer; ``none`` before there is one."""

    def released(self, inject: str) -> bool:
        """Whether an inject was released."""

    def told(self, teller: str, told: str, before: str | None) -> bool:
        """Whether ``teller`` told ``told``; before the decision ``before`` was put, where named."""
