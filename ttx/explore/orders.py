"""Decisions that can be open together, and whether the order of their answers changes an ending.

On the book one decision is answered before the next is put. A room may hold two open that follow
each other with no inject between them, and answer either first; effects apply as recorded
(design 5). Here both orders of every such pair are carried out and what they leave is compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ttx.course import Act, Answer, Put, Script, carry, fork, holds
from ttx.course.relevance import Relevance
from ttx.explore.endings import TooMany
from ttx.explore.endings import explore as endings_of
from ttx.explore.graph import Graph
from ttx.frozen import dataclass
from ttx.model.parts import Decision
from ttx.model.position import Position, apply
from ttx.model.rules import RuleKind

_MOST = 400
"""Comparisons after which the search ends; a scenario with so many tells the same thing again."""
_SAME = ("each", "each_then_joint")
"""Modes in which cells answer for themselves, in no order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossed:
    """A pair of decisions whose order matters, with the answers that show it."""

    first: str
    """As the book has them."""
    second: str
    answers: tuple[str, str]
    endings: tuple[str, ...]
    """Endings whose chances differ."""


def crossed(graph: Graph) -> tuple[Crossed, ...]:
    """Every such pair once, with the first answers found to matter; empty where order never does."""
    script = graph.script
    pairs = dict.fromkeys(pair for steps in script.steps.values() for pair in _pairs(script, steps))
    reduce = Relevance(script).reduce
    found: dict[tuple[str, str], Crossed] = {}
    compared: set[tuple[Position, Position]] = set()
    for node, ways in enumerate(graph.ways):
        act = ways[0][0].act if ways else None
        if not isinstance(act, Put):
            continue
        for pair in [p for p in pairs if p[0] == act.decision and p not in found]:
            for both in _both_orders(script, graph.positions[node], *pair):
                one, other = reduce(both.one), reduce(both.other)
                if one == other or (one, other) in compared:
                    continue
                compared.add((one, other))
                if len(compared) > _MOST:
                    return tuple(found.values())
                differ = _differ(graph, one, other)
                if differ:
                    first, second = pair
                    found[pair] = Crossed(first=first, second=second, answers=both.answers, endings=differ)
                    break
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Both:
    answers: tuple[str, str]
    one: Position
    other: Position


def _pairs(script: Script, steps: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Decisions next to each other that have a track, or a rule with dice, in common."""
    for first, second in pairwise(steps):
        if first in script.decisions and second in script.decisions:
            one, other = script.decisions[first], script.decisions[second]
            if one.mode in _SAME or other.mode in _SAME:
                continue
            if _tracks(one) & _tracks(other) or _rolls(script, one) or _rolls(script, other):
                yield first, second


def _tracks(decision: Decision) -> set[str]:
    rulings = [decision.ruling, decision.free, *(o.ruling for o in decision.options)]
    effects = [e for o in decision.options for e in o.effects]
    effects += [e for r in rulings if r for brings in r.outcomes.values() for e in brings.effects]
    return {e.track for e in effects}


def _rolls(script: Script, decision: Decision) -> bool:
    """Whether a ruling on it reads the state: a table's modifiers do."""
    kinds: set[RuleKind] = {"table"}
    rulings = [decision.ruling, decision.free, *(o.ruling for o in decision.options)]
    return any(r and script.scenario.rules[r.rule].kind in kinds for r in rulings)


def _both_orders(script: Script, before: Position, first: str, second: str) -> Iterator[_Both]:
    opened = _after(script, before, Put(first))
    if (
        not opened.steps
        or opened.steps[0] != second
        or not holds(script, opened, script.decisions[second].when)
    ):
        return
    both = _after(script, opened, Put(second))
    for a in _values(script, opened, first):
        answered = _after(script, both, Answer(first, a))
        for b in _values(script, answered, second):
            one = _after(script, answered, Answer(second, b))
            other = _after(script, _after(script, both, Answer(second, b)), Answer(first, a))
            yield _Both((a, b), one, other)


def _values(script: Script, position: Position, decision: str) -> tuple[str, ...]:
    if position.owed or position.due:
        return ()
    found = fork(script, position)
    acts = [way.results[0][1] for way in found.ways] if found else []
    return tuple(act.value for act in acts if isinstance(act, Answer) and act.slot == decision)


def _after(script: Script, position: Position, act: Act) -> Position:
    return apply(position, carry(script, position, act))


def _differ(graph: Graph, one: Position, other: Position) -> tuple[str, ...]:
    left = endings_of(graph.script, start=one, reach=graph.reach)
    right = endings_of(graph.script, start=other, reach=graph.reach)
    if isinstance(left, TooMany) or isinstance(right, TooMany):
        return ()
    return tuple(name for name, chance in left.endings.items() if chance != right.endings[name])
