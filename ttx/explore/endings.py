"""Which endings can happen and how likely: least, greatest and even-handed, exactly.

Every Position of book play is walked once. Each holds, for every ending, the least and the
greatest chance over all choices still to be made, and the chance where every choice is taken with
equal weight and dice by their odds (design 5, 8). Chances are fractions; nothing is rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ttx.course import PLAIN, Fork, Reach, Script, begin, carry, fork
from ttx.course.relevance import Relevance
from ttx.model.position import Position, apply

LIMIT = 250_000
"""States after which exploring gives up, unless another limit is given."""

Chances = tuple[Fraction, ...]
"""One chance per ending, in file order."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely an ending is from here."""

    min: Fraction
    max: Fraction
    even: Fraction


@dataclass(frozen=True, slots=True)
class Endings:
    """What exploring found: ``states`` Positions told apart, and a chance per ending."""

    states: int
    endings: dict[str, Chance]


@dataclass(frozen=True, slots=True)
class TooMany:
    """More states than the limit allows; nothing is known."""

    limit: int


@dataclass(frozen=True, slots=True)
class _Known:
    least: Chances
    greatest: Chances
    even: Chances


def explore(
    script: Script, *, start: Position | None = None, reach: Reach = PLAIN, limit: int = LIMIT
) -> Endings | TooMany:
    """Walk every Position that book play can reach from ``start`` (the first phase, if None)."""
    walk = _Walk(script, reach, limit)
    first = walk.relevance.reduce(start if start is not None else begin(script))
    if not walk.run(first):
        return TooMany(limit)
    known = walk.known[first]
    names = [e.id for e in script.scenario.endings]
    chances = {n: Chance(known.least[i], known.greatest[i], known.even[i]) for i, n in enumerate(names)}
    return Endings(len(walk.known), chances)


class _Walk:
    """Depth first with a stack of its own; the course has no cycles, so each state is left once."""

    def __init__(self, script: Script, reach: Reach, limit: int) -> None:
        self.script = script
        self.reach = reach
        self.limit = limit
        self.relevance = Relevance(script)
        self.known: dict[Position, _Known] = {}
        self._places = {e.id: i for i, e in enumerate(script.scenario.endings)}

    def run(self, first: Position) -> bool:
        """Fill ``known``; False where the limit was reached first."""
        waiting: dict[Position, _Ahead] = {}
        stack = [first]
        while stack:
            position = stack[-1]
            if position in self.known:
                stack.pop()
                continue
            ahead = waiting.get(position)
            if ahead is not None:
                self.known[position] = self._value(ahead)
                del waiting[position]
                stack.pop()
                continue
            if len(self.known) + len(waiting) >= self.limit:
                return False
            ahead = waiting[position] = self._ahead(position)
            stack += [p for way in ahead.ways for _, p in way if p not in self.known]
        return True

    def _ahead(self, position: Position) -> _Ahead:
        if position.ended is not None:
            return _Ahead(position.ended, ())
        found = fork(self.script, position, self.reach)
        assert found is not None
        return _Ahead(None, tuple(self._way(position, found)))

    def _way(self, position: Position, found: Fork) -> list[tuple[tuple[Fraction, Position], ...]]:
        reduce = self.relevance.reduce
        return [
            tuple(
                (chance, reduce(apply(position, carry(self.script, position, act))))
                for chance, act in way.results
            )
            for way in found.ways
        ]

    def _value(self, ahead: _Ahead) -> _Known:
        if ahead.ended is not None:
            here = tuple(Fraction(int(i == self._places[ahead.ended])) for i in range(len(self._places)))
            return _Known(here, here, here)
        parts = [self._mixed(way) for way in ahead.ways]
        if len(parts) == 1:
            return parts[0]
        share = Fraction(1, len(parts))
        return _Known(
            tuple(min(column) for column in zip(*(p.least for p in parts), strict=True)),
            tuple(max(column) for column in zip(*(p.greatest for p in parts), strict=True)),
            tuple(sum(column, Fraction()) * share for column in zip(*(p.even for p in parts), strict=True)),
        )

    def _mixed(self, way: tuple[tuple[Fraction, Position], ...]) -> _Known:
        if len(way) == 1:
            return self.known[way[0][1]]
        found = [(chance, self.known[position]) for chance, position in way]
        columns = range(len(self._places))
        return _Known(
            tuple(sum((c * k.least[i] for c, k in found), Fraction()) for i in columns),
            tuple(sum((c * k.greatest[i] for c, k in found), Fraction()) for i in columns),
            tuple(sum((c * k.even[i] for c, k in found), Fraction()) for i in columns),
        )


@dataclass(frozen=True, slots=True)
class _Ahead:
    ended: str | None
    ways: tuple[tuple[tuple[Fraction, Position], ...], ...]
