"""What goes into a ruling and what comes out of it.

Chances are exact fractions; the chances of one ``Way`` sum to 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from ttx.model.conditions import When
from ttx.model.rules import Rule

Holds: TypeAlias = Callable[[When], bool]
"""Whether a condition holds where the ruling is made."""
Odds: TypeAlias = tuple[tuple[str, Fraction], ...]
"""Results in the rule's order with their chances; what cannot happen is left out."""


@dataclass(frozen=True, slots=True)
class Way:
    """One choice people have in a ruling, and the chance of each result once it is made."""

    label: str
    umpire: int
    """The umpire's modifier in this way."""
    odds: Odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What people bring to a ruling."""

    result: str | None = None
    """The result as a person gives it; only where the rule leaves it to one."""
    ticks: Mapping[str, bool] = field(default_factory=dict)
    """Steps of a procedure; a step that is not named is not ticked."""
    umpire: int = 0
    faces: tuple[int, ...] = ()
    """Faces read off real dice; empty: the program draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the rule gives."""

    result: str
    faces: tuple[int, ...] = ()
    typed: bool = False
    """Whether the faces were typed in."""
    drawn: int = 0
    """Dice drawn by the program, to be counted in the file."""
    total: int | None = None
    """Dice, what the rule adds, modifiers that hold, and the umpire's; None without dice."""
    odds: Odds = ()
    """The chances as they stood before the dice; empty without dice."""
    ticks: tuple[tuple[str, bool], ...] = ()
    """Every step in the rule's order and whether it was ticked."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing can be ruled on what was brought."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class RuleFault:
    """Something wrong with an authored rule; ``path`` leads to it within the rule's entry."""

    code: str
    message: str
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Throw:
    """Where dice come from: the file's seed and the number of its next die, 0-based."""

    seed: bytes
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of rule: what it does, and which parts of a rule's entry it reads."""

    results: Callable[[Rule], tuple[str, ...]]
    ways: Callable[[Rule, Holds], tuple[Way, ...]]
    rule_on: Callable[[Rule, Made, Holds, Throw], Finding | Refusal]
    check: Callable[[Rule], tuple[RuleFault, ...]]
    reads: frozenset[str]
    """Of ``results dice bands modifiers umpire steps``."""
    takes: frozenset[str]
    """Of ``result ticks umpire faces``: what people may bring."""
