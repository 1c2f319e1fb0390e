"""Least, greatest and even-handed chances over a graph, exactly.

Least and greatest range over all choices still to be made, chance as it falls. Even-handed: every
choice has equal weight, dice go by their odds (design 5). Nothing is rounded: chances are whole
numbers over a whole number, a row of them over one, which is several times faster than a fraction
for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

from ttx.explore.graph import Edge, Graph, Ways
from ttx.frozen import dataclass

Row: TypeAlias = tuple[int, ...]
"""Chances over one denominator, which stands first; in lowest terms, so that equal rows are equal."""
Share: TypeAlias = tuple[int, int]
"""A chance: numerator and denominator, in lowest terms."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely something is from here."""

    min: Fraction
    max: Fraction
    even: Fraction


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can still come at one state: a row for each kind of chance, one place per thing asked."""

    least: Row
    greatest: Row
    even: Row

    def chance(self, place: int) -> Chance:
        """The three chances of one thing asked (0-based)."""
        return Chance(*(Fraction(row[place + 1], row[0]) for row in (self.least, self.greatest, self.even)))


def outlooks(graph: Graph, leaf: Callable[[int], Outlook]) -> list[Outlook]:
    """The outlook at every state, from the ends back; ``leaf`` says it of a state nothing follows.

    A state that was not walked on from is a leaf too: give it chances that are surely low and
    surely high, and those of the start are bounds.
    """
    empty = Outlook((1,), (1,), (1,))
    found = [empty] * len(graph.positions)
    for node in reversed(graph.order):
        ways = graph.ways[node]
        found[node] = _chosen(ways, found) if ways else leaf(node)
    return found


def _chosen(ways: Ways, found: list[Outlook]) -> Outlook:
    parts = [_mixed(way, found) for way in ways]
    first = parts[0]
    if all(part is first for part in parts):
        return first
    least = over_one([p.least for p in parts])
    greatest = over_one([p.greatest for p in parts])
    even = over_one([p.even for p in parts])
    return Outlook(
        _lowest(least[0][0], map(min, *(row[1:] for row in least))),
        _lowest(greatest[0][0], map(max, *(row[1:] for row in greatest))),
        _lowest(even[0][0] * len(parts), map(sum, zip(*(row[1:] for row in even), strict=True))),
    )


def _mixed(way: tuple[Edge, ...], found: list[Outlook]) -> Outlook:
    if len(way) == 1:
        return found[way[0].to]
    parts = [found[edge.to] for edge in way]
    first = parts[0]
    if all(part is first for part in parts):
        return first
    odds = [edge.chance for edge in way]
    return Outlook(
        _weighed(odds, [p.least for p in parts]),
        _weighed(odds, [p.greatest for p in parts]),
        _weighed(odds, [p.even for p in parts]),
    )


def _weighed(odds: Sequence[Fraction], rows: list[Row]) -> Row:
    rows = over_one(rows)
    whole = lcm(*(chance.denominator for chance in odds))
    weights = [chance.numerator * (whole // chance.denominator) for chance in odds]
    columns = zip(*(row[1:] for row in rows), strict=True)
    sums = (sum(w * n for w, n in zip(weights, column, strict=True)) for column in columns)
    return _lowest(rows[0][0] * whole, sums)


def over_one(rows: list[Row]) -> list[Row]:
    """The rows over one denominator."""
    first = rows[0][0]
    if all(row[0] == first for row in rows):
        return rows
    whole = lcm(*(row[0] for row in rows))
    return [tuple(n * (whole // row[0]) for n in row) for row in rows]


def _lowest(whole: int, numbers: Iterable[int]) -> Row:
    row = (whole, *numbers)
    common = gcd(*row)
    return row if common == 1 else tuple(n // common for n in row)


def visits(graph: Graph) -> list[Share]:
    """How often, even-handed, a course comes by each state: a chance, as a course has no cycles."""
    found: list[Share] = [(0, 1)] * len(graph.positions)
    found[0] = (1, 1)
    for node in graph.order:
        ways = graph.ways[node]
        if not ways:
            continue
        over, under = found[node]
        under *= len(ways)
        for way in ways:
            for edge in way:
                chance = edge.chance
                more = (
                    (over * chance.numerator, under * chance.denominator) if len(way) > 1 else (over, under)
                )
                found[edge.to] = _added(found[edge.to], more)
    return found


def _added(one: Share, other: Share) -> Share:
    if not one[0]:
        over, under = other
    elif one[1] == other[1]:
        over, under = one[0] + other[0], one[1]
    else:
        under = lcm(one[1], other[1])
        over = one[0] * (under // one[1]) + other[0] * (under // other[1])
    common = gcd(over, under)
    return over // common, under // common


def summed(shares: Iterable[Share]) -> Fraction:
    """The sum of many shares; those with one denominator are added first."""
    by_whole: dict[int, int] = {}
    for over, under in shares:
        by_whole[under] = by_whole.get(under, 0) + over
    return sum((Fraction(over, under) for under, over in by_whole.items()), Fraction())


def courses(graph: Graph) -> int:
    """How many courses there are from the start to an end, each choice and each result told apart."""
    found = [0] * len(graph.positions)
    for node in reversed(graph.order):
        ways = graph.ways[node]
        found[node] = sum(found[edge.to] for way in ways for edge in way) if ways else 1
    return found[0]
