"""Dice as a pure function of a seed and a count; nothing here draws from the machine.

A die depends on the seed, its number in the session file and its sides alone, so the faces are
the same however the dice are grouped into rolls.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType

from ttx.frozen import dataclass

MOST_DICE = 20
MOST_SIDES = 1000
MOST_PLUS = 1000

_LABEL = b"ttx die 1\n"
_RANGE = 2**64


@dataclass(frozen=True, slots=True)
class Dice:
    """``2d6+1``: how many dice, of how many sides, and what is added to their sum.

    Raises:
        ValueError: outside 1 to 20 dice, 2 to 1000 sides, -1000 to 1000 added.
    """

    count: int
    sides: int
    plus: int = 0

    def __post_init__(self) -> None:
        fits = 1 <= self.count <= MOST_DICE and 2 <= self.sides <= MOST_SIDES and abs(self.plus) <= MOST_PLUS
        if not fits:
            raise ValueError(f"no such dice: {self.count}d{self.sides}{self.plus:+d}")

    def __str__(self) -> str:
        return f"{self.count}d{self.sides}" + (f"{self.plus:+d}" if self.plus else "")

    @property
    def least(self) -> int:
        """The least total."""
        return self.count + self.plus

    @property
    def greatest(self) -> int:
        """The greatest total."""
        return self.count * self.sides + self.plus


def parse_spec(text: str) -> Dice | None:
    """The dice that ``2d6``, ``1d20+1``, ``d100-5`` name; None where the text names none in bounds."""
    count_text, d, rest = text.strip().lower().partition("d")
    sign = "-" if "-" in rest else "+"
    sides_text, signed, plus_text = rest.partition(sign)
    count = _whole(count_text) if count_text else 1
    sides = _whole(sides_text)
    plus = _whole(plus_text) if signed else 0
    if not d or count is None or sides is None or plus is None:
        return None
    try:
        return Dice(count, sides, -plus if sign == "-" else plus)
    except ValueError:
        return None


def _whole(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if len(digits) <= 4 and digits.isascii() and digits.isdigit() else None


def roll(seed: bytes, index: int, spec: Dice) -> tuple[int, ...]:
    """The faces of ``spec.count`` dice, each 1 to ``spec.sides``; ``spec.plus`` is not in them.

    Args:
        seed: the secret of the session file.
        index: number of the first die, 0-based over all dice of the file.
        spec: the dice.

    Raises:
        ValueError: ``index`` is negative.
    """
    if index < 0:
        raise ValueError(f"dice are counted from 0: {index}")
    return tuple(_face(seed, number, spec.sides) for number in range(index, index + spec.count))


def _face(seed: bytes, number: int, sides: int) -> int:
    """One die: HMAC-SHA256 (RFC 2104) over its number, drawn again where the faces would be uneven."""
    limit = _RANGE - _RANGE % sides
    attempt = 0
    while True:
        message = _LABEL + number.to_bytes(8, "big") + attempt.to_bytes(4, "big")
        drawn = int.from_bytes(hmac.digest(seed, message, sha256)[:8], "big")
        if drawn < limit:
            return drawn % sides + 1
        attempt += 1


@lru_cache(maxsize=64)
def distribution(spec: Dice) -> Mapping[int, Fraction]:
    """The exact chance of every total, ``spec.plus`` included, by rising total; they sum to 1."""
    counts = [1]
    for _ in range(spec.count):
        counts = _one_more(counts, spec.sides)
    all_ways = spec.sides**spec.count
    chances = {spec.least + n: Fraction(ways, all_ways) for n, ways in enumerate(counts)}
    return MappingProxyType(chances)


def _one_more(counts: list[int], sides: int) -> list[int]:
    """Ways to each sum (counted from the least) with one die more: a running sum over ``sides``."""
    summed: list[int] = []
    running = 0
    for n in range(len(counts) + sides - 1):
        running += counts[n] if n < len(counts) else 0
        running -= counts[n - sides] if n >= sides else 0
        summed.append(running)
    return summed
