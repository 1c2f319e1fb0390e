"""Conditions as authors write them, read into a closed tree.

Owned here: the shape alone. ``expressions`` parses, checks and evaluates it; nothing in this
module knows how. Every node keeps ``at``, its 0-based offset in the author's text, so that a
problem can be shown under the right word.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ttx.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Constant:
    """A whole number or a word (a track's value, an option's id, ``none``, ``free``)."""

    value: int | str
    at: int = 0


@dataclass(frozen=True, slots=True)
class TrackRef:
    """The value of a track."""

    track: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class AnswerRef:
    """A decision's value, or one cell's own value where ``cell`` is given (``D-01.rok``)."""

    decision: str
    cell: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class InjectRef:
    """True once the inject was released."""

    inject: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """``told(a, b)``, or ``told(a, b) before D-02`` where ``before`` names the decision."""

    teller: str
    told: str
    before: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """The other truth value."""

    of: Condition
    at: int = 0


@dataclass(frozen=True, slots=True)
class Both:
    """``and`` or ``or`` over two or more conditions, left to right."""

    how: Literal["and", "or"]
    of: tuple[Condition, ...]
    at: int = 0


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison; chained ones (``1 < a < 3``) are read as ``and`` of two."""

    how: Literal["==", "!=", "<", "<=", ">", ">="]
    left: Condition
    right: Condition
    at: int = 0


@dataclass(frozen=True, slots=True)
class OneOf:
    """``x in [a, b]``."""

    left: Condition
    values: tuple[Condition, ...]
    at: int = 0


@dataclass(frozen=True, slots=True)
class Sum:
    """``left + right`` or ``left - right`` on whole numbers."""

    how: Literal["+", "-"]
    left: Condition
    right: Condition
    at: int = 0


Condition: TypeAlias = Constant | TrackRef | AnswerRef | InjectRef | Told | Not | Both | Compare | OneOf | Sum


@dataclass(frozen=True, slots=True)
class When:
    """A condition with the words it was written in."""

    text: str
    tree: Condition
