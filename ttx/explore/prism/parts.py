"""What a PRISM model is made of here: variables, expressions, and places with choices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from typing import TypeAlias

from ttx.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """An integer variable with its range (both ends included) and the value it starts with."""

    name: str
    lo: int
    hi: int
    start: int


@dataclass(frozen=True, slots=True)
class Term:
    """An expression and the variables it reads."""

    text: str
    reads: frozenset[str] = frozenset()


TRUE = Term("true")
FALSE = Term("false")
Updates: TypeAlias = Mapping[str, Term]
"""Variable -> its next value; one that is not named keeps its value."""
Key: TypeAlias = tuple[str | int, ...]
"""Names a place before it has a number: ``("step", "first-hours", 2)``."""


@dataclass(frozen=True, slots=True)
class Branch:
    """What may come of a choice, and with which chance."""

    to: Key
    updates: Updates = field(default_factory=dict)
    chance: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be chosen at a place while its guard holds."""

    guard: Term
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A point in the course; exactly the choices whose guards hold may be taken."""

    about: str
    choices: tuple[Choice, ...]


def all_of(*terms: Term) -> Term:
    """True where every one is."""
    real = [t for t in terms if t != TRUE]
    if FALSE in real:
        return FALSE
    if not real:
        return TRUE
    return real[0] if len(real) == 1 else _joined(" & ", real)


def any_of(*terms: Term) -> Term:
    """True where one of them is."""
    real = [t for t in terms if t != FALSE]
    if TRUE in real:
        return TRUE
    if not real:
        return FALSE
    return real[0] if len(real) == 1 else _joined(" | ", real)


def negated(term: Term) -> Term:
    """The other truth value."""
    if term in (TRUE, FALSE):
        return FALSE if term == TRUE else TRUE
    return Term(f"!({term.text})", term.reads)


def _joined(sign: str, terms: list[Term]) -> Term:
    text = sign.join(t.text for t in terms)
    return Term(f"({text})", frozenset().union(*(t.reads for t in terms)))


class Names:
    """Identifiers of the PRISM language for ids of a scenario, each given once."""

    def __init__(self) -> None:
        self._given: dict[Key, str] = {}
        self._taken: set[str] = set()

    def of(self, *key: str) -> str:
        """The identifier of this key, always the same one; alike ids are told apart by a number."""
        found = self._given.get(key)
        if found is None:
            plain = plain_name("_".join(key))
            found, n = plain, 1
            while found in self._taken:
                n += 1
                found = f"{plain}_{n}"
            self._given[key] = found
            self._taken.add(found)
        return found


def plain_name(text: str) -> str:
    """The text with ``_`` for everything but letters a to z, digits and ``_``."""
    return re.sub(r"[^A-Za-z0-9_]", "_", text)
