"""A rule: how the outcome of a decision is ruled, as a rule pack gives it.

The shape alone. What each kind does with it is owned by ``adjudication``, one module a kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.conditions import When

RuleKind: TypeAlias = Literal[
    "table", "argument", "estimate", "procedure", "gate", "vote", "consensus", "umpire"
]
Decides: TypeAlias = Literal["", "most", "majority"]
"""How a count decides a vote: most votes, or more than half of them; empty: a person says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of totals (both ends included; None: open) and the result it gives."""

    result: str
    text: str = ""
    lo: int | None = None
    hi: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A number added to the dice where its condition holds (always, where it has none)."""

    id: str
    text: str = ""
    value: int
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureStep:
    """A step of a procedure; the first ``must`` that is not ticked decides the result."""

    id: str
    text: str = ""
    must: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GateCondition:
    """One thing a gate asks for: read by the program where it has ``when``, else judged by a person."""

    id: str
    text: str = ""
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of a pack."""

    id: str
    """``pack/rule``."""
    kind: RuleKind
    title: str = ""
    text: str = ""
    results: Mapping[str, str] = field(default_factory=dict)
    """Result -> words, as authored; in argument, estimate and gate words for results that are given."""
    dice: str = ""
    """``2d6``, ``1d20+1`` (table, argument)."""
    bands: tuple[Band, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    umpire: tuple[int, int] = (0, 0)
    """Least and greatest modifier the umpire may add (table)."""
    steps: tuple[ProcedureStep, ...] = ()
    target: int | None = None
    """What an argument must reach; None: the target of the kind."""
    conditions: tuple[GateCondition, ...] = ()
    """What a gate asks for, in the order in which it is read out."""
    decides: Decides = ""
    tie: str = ""
    """The result of a vote that its count does not decide."""

    def whens(self) -> Iterator[When]:
        """Every condition the rule reads."""
        yield from (m.when for m in self.modifiers if m.when is not None)
        yield from (c.when for c in self.conditions if c.when is not None)

    def says(self, result: str) -> str:
        """A result in the rule's own words; for a step that was left out, the step's."""
        left = next((s for s in self.steps if result.endswith(f":{s.id}")), None)
        words = self.results.get(result) or (f"left out: {left.text or left.id}" if left else "")
        return words or result.replace("_", " ")
