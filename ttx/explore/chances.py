"""Least, greatest and even-handed chances over a graph, exactly.

Least and greatest range over all choices still to be made, chance as it falls. Even-handed: every
choice has equal weight, dice go by their odds (design 5). A whole number stands for itself and
anything between 0 and 1 is a fraction; nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from ttx.explore.graph import Edge, Graph, Ways

Number: TypeAlias = int | Fraction
Row: TypeAlias = tuple[Number, ...]
"""One chance per thing asked, in a fixed order."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely something is from here."""

    min: Fraction
    max: Fraction
    even: Fraction


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can still come at one state."""

    least: Row
    greatest: Row
    even: Row

    def chance(self, place: int) -> Chance:
        """The three chances of one thing asked."""
        return Chance(Fraction(self.least[place]), Fraction(self.greatest[place]), Fraction(self.even[place]))


def outlooks(graph: Graph, leaf: Callable[[int], Outlook]) -> list[Outlook]:
    """The outlook at every state, from the ends back; ``leaf`` says it of a state nothing follows.

    A state that was not walked on from is a leaf too: give it chances that are surely low and
    surely high, and those of the start are bounds.
    """
    empty = Outlook((), (), ())
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
    count = len(parts)
    least = tuple(map(min, *(p.least for p in parts)))
    greatest = tuple(map(max, *(p.greatest for p in parts)))
    even = tuple(_share(column, count) for column in zip(*(p.even for p in parts), strict=True))
    return Outlook(least, greatest, even)


def _share(column: tuple[Number, ...], count: int) -> Number:
    first = column[0]
    if all(each == first for each in column):
        return first
    return Fraction(sum(column), count)


def _mixed(way: tuple[Edge, ...], found: list[Outlook]) -> Outlook:
    if len(way) == 1:
        return found[way[0].to]
    parts = [(edge.chance, found[edge.to]) for edge in way]
    columns = range(len(parts[0][1].even))
    return Outlook(
        tuple(_sum((c * p.least[i] for c, p in parts)) for i in columns),
        tuple(_sum((c * p.greatest[i] for c, p in parts)) for i in columns),
        tuple(_sum((c * p.even[i] for c, p in parts)) for i in columns),
    )


def _sum(parts: Iterable[Number]) -> Number:
    return sum(parts, Fraction())


def visits(graph: Graph) -> list[Number]:
    """The even-handed chance that a course comes by each state."""
    found: list[Number] = [0] * len(graph.positions)
    found[0] = 1
    for node in graph.order:
        here = found[node]
        ways = graph.ways[node] or ()
        if not ways:
            continue
        share = here if len(ways) == 1 else Fraction(here) / len(ways)
        for way in ways:
            for edge in way:
                found[edge.to] += share if len(way) == 1 else share * edge.chance
    return found


def courses(graph: Graph) -> int:
    """How many courses there are from the start to an end, each choice and each result told apart."""
    found = [0] * len(graph.positions)
    for node in reversed(graph.order):
        ways = graph.ways[node]
        found[node] = sum(found[edge.to] for way in ways for edge in way) if ways else 1
    return found[0]
