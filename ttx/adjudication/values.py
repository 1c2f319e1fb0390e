"""What goes into a ruling and what comes out of it.

Chances are exact fractions; the chances of one ``Way`` sum to 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from fractions import Fraction
from typing import TypeAlias

from ttx.dice import Dice
from ttx.frozen import dataclass
from ttx.model.conditions import When
from ttx.model.rules import Rule
from ttx.model.words import Words

Holds: TypeAlias = Callable[[When], bool]
"""Whether a condition holds where the ruling is made."""
Odds: TypeAlias = tuple[tuple[str, Fraction], ...]
"""Results in the rule's order with their chances; what cannot happen is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What people bring to a ruling."""

    result: str | None = None
    """The result as a person gives it; only where the rule leaves it to one."""
    ticks: Mapping[str, bool] = field(default_factory=dict)
    """Steps of a procedure, judged conditions of a gate; one that is not named is not ticked."""
    for_: tuple[Words, ...] = ()
    """Reasons for an argument, each in words."""
    against: tuple[Words, ...] = ()
    word: str = ""
    """A word of likelihood, as ``estimate.BANDS`` has it."""
    percent: int | None = None
    votes: Mapping[str, int] = field(default_factory=dict)
    """Votes for each result; one that is not named has none."""
    umpire: int = 0
    faces: tuple[int, ...] = ()
    """Faces read off real dice; empty: the program draws."""


@dataclass(frozen=True, slots=True)
class Way:
    """One choice people have in a ruling, and the chance of each result once it is made."""

    label: str
    made: Made
    """What people bring in this way; dice are left to be thrown."""
    odds: Odds


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
    """Dice and all that is added to them: by the rule, the umpire, the reasons; None without dice."""
    odds: Odds = ()
    """The chances as they stood before the dice; empty without dice."""
    ticks: tuple[tuple[str, bool], ...] = ()
    """Every step or judged condition in the rule's order and whether it was ticked."""
    read: tuple[tuple[str, bool], ...] = ()
    """Every condition of a gate that the program read, and whether it held."""


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


def _no_dice(_rule: Rule) -> Dice | None:
    return None


def _by_rule(_rule: Rule) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of rule: what it does, and which parts of a rule's entry it reads."""

    results: Callable[[Rule], tuple[str, ...]]
    ways: Callable[[Rule, Holds], tuple[Way, ...]]
    rule_on: Callable[[Rule, Made, Holds, Throw], Finding | Refusal]
    check: Callable[[Rule], tuple[RuleFault, ...]]
    reads: frozenset[str]
    """Of ``results dice bands modifiers umpire steps target conditions decides tie``."""
    takes: frozenset[str]
    """Of ``result ticks reasons estimate votes umpire faces``: what people may bring."""
    dice: Callable[[Rule], Dice | None] = _no_dice
    """The dice that are thrown."""
    by_person: Callable[[Rule], bool] = _by_rule
    """Whether a person gives the result and the program records it."""
