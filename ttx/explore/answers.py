"""What the answers to a decision do to what can still come: dominated options, and how much each moves.

An option is dominated by another of the same decision where, at every state at which it is offered,
the other is offered too and leaves every ending at least as open (it can be brought about at least
as surely, and avoided at least as surely), no commitment is served worse by the other, and in one of
the two the other is strictly better; and where it does nothing that the other does not (``deeds``).
Bearings rank fulfils, advances, upholds, then no bearing, then defers, strains, contradicts, each a
little better where the option also relies on the commitment; where an option has several on one
commitment for a cell, its best is set against the other's worst. A link with an ``if`` may also come
to nothing, which is its worst where it speaks for the option and its best where it speaks against.
No ending, and no deed, counts as better than another. What an option's text says for and against it
is not weighed, nor are tracks that nothing reads.
"""

from __future__ import annotations

from fractions import Fraction

from ttx.course import Answer, Script
from ttx.explore.chances import Outlook, Share, over_one, summed
from ttx.explore.deeds import Deeds
from ttx.explore.graph import Graph, Ways
from ttx.frozen import dataclass
from ttx.model.parts import Bearing, Decision
from ttx.model.position import cell_of, decision_of

_RANK: dict[Bearing, int] = {
    "fulfils": 6,
    "advances": 4,
    "upholds": 2,
    "touches": 0,
    "none": 0,
    "defers": -2,
    "strains": -4,
    "contradicts": -6,
}
_RELIES = 1
"""What resting on a commitment adds: less than any bearing, more than not naming it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dominated:
    """An option that another one makes superfluous, as far as endings and bearings go."""

    decision: str
    """The decision, or one cell's own answer to it in mode ``each`` (``D-01.rok``)."""
    option: str
    by: str
    endings: tuple[str, ...]
    """Endings that the other leaves more open somewhere."""
    commitments: tuple[str, ...]
    """Commitments that the other serves better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sway:
    """How much the answer to a decision changes what comes, even-handed."""

    decision: str
    """The decision, or one cell's own answer to it (``D-01.rok``)."""
    asked: Fraction
    """How often it is answered, even-handed: a chance, or more than 1 where its phase repeats."""
    ending: str
    """The ending it moves most."""
    spread: Fraction
    """Between the answers least and most likely to lead there: 0 to 1, on average where it is asked."""
    matters: bool
    """Whether somewhere two answers leave any ending a different chance of any of the three kinds."""


def dominated(graph: Graph, outlook: list[Outlook]) -> tuple[Dominated, ...]:
    """Every dominated option, in file order; one that dominates it is named, the first in file order."""
    open_pairs = _pairs(graph.script)
    better: dict[tuple[str, str, str], set[int]] = {}
    offered: set[tuple[str, str]] = set()
    for ways in graph.ways:
        by_value = _by_value(ways, outlook)
        if by_value is None:
            continue
        slot, values = by_value
        offered |= {(slot, value) for value in values}
        for pair in [p for p in open_pairs.get(slot, {}) if p[0] in values]:
            gains = _gains(values[pair[0]], values.get(pair[1]))
            if gains is None:
                del open_pairs[slot][pair]
            else:
                better.setdefault((slot, *pair), set()).update(gains)
    return _chosen(graph.script, open_pairs, better, offered)


def _chosen(
    script: Script,
    open_pairs: dict[str, dict[tuple[str, str], tuple[str, ...]]],
    better: dict[tuple[str, str, str], set[int]],
    offered: set[tuple[str, str]],
) -> tuple[Dominated, ...]:
    names = [e.id for e in script.scenario.endings]
    found: dict[tuple[str, str], Dominated] = {}
    for slot, pairs in open_pairs.items():
        for (option, by), commitments in pairs.items():
            endings = better.get((slot, option, by), set())
            if (slot, option) in offered and (slot, option) not in found and (endings or commitments):
                found[slot, option] = Dominated(
                    decision=slot,
                    option=option,
                    by=by,
                    endings=tuple(names[n] for n in sorted(endings)),
                    commitments=commitments,
                )
    return tuple(found.values())


def _pairs(script: Script) -> dict[str, dict[tuple[str, str], tuple[str, ...]]]:
    """By slot: an option and another that does all it does and serves no commitment worse.

    With the commitments that the other serves better.
    """
    found: dict[str, dict[tuple[str, str], tuple[str, ...]]] = {}
    deeds = Deeds(script)
    for decision in script.decisions.values():
        slots = [decision.id] if decision.mode != "each" else [f"{decision.id}.{c}" for c in decision.to]
        done = {o.id: deeds.of(decision, o) for o in decision.options}
        for slot in slots:
            ranks = {o.id: _ranks(decision, o.id, cell_of(slot)) for o in decision.options}
            pairs = {
                (a, b): _served(ranks[a], ranks[b])
                for a in ranks
                for b in ranks
                if a != b and done[a] <= done[b]
            }
            found[slot] = {pair: better for pair, better in pairs.items() if better is not None}
    return found


def _ranks(decision: Decision, option: str, cell: str | None) -> dict[tuple[str, str], tuple[int, int]]:
    """By commitment and cell: the worst and the best bearing of the option."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    chosen = decision.option(option)
    for link in chosen.links if chosen else ():
        if cell is not None and link.cells and cell not in link.cells:
            continue
        for of in (cell,) if cell is not None else (link.cells or decision.to):
            rank = _RANK[link.bearing] + (_RELIES if link.relies else 0)
            can = (rank, 0) if link.if_ else (rank,)
            worst, best = found.get((link.target, of), (rank, rank))
            found[link.target, of] = (min(worst, *can), max(best, *can))
    return found


def _served(
    one: dict[tuple[str, str], tuple[int, int]], other: dict[tuple[str, str], tuple[int, int]]
) -> tuple[str, ...] | None:
    """Commitments the other serves better; None where it serves one worse."""
    better: list[str] = []
    for key in dict.fromkeys((*one, *other)):
        best, worst = one.get(key, (0, 0))[1], other.get(key, (0, 0))[0]
        if worst < best:
            return None
        if worst > best:
            better.append(key[0])
    return tuple(dict.fromkeys(better))


def _by_value(ways: Ways | None, outlook: list[Outlook]) -> tuple[str, dict[str, Outlook]] | None:
    """Where an answer is chosen: the slot, and what each value leaves."""
    if not ways or not isinstance(ways[0][0].act, Answer):
        return None
    acts = [(way[0].act, way[0].to) for way in ways]
    return ways[0][0].act.slot, {act.value: outlook[to] for act, to in acts if isinstance(act, Answer)}


def _gains(one: Outlook, other: Outlook | None) -> set[int] | None:
    """Endings the other leaves more open; None where it leaves one less so, or is not there."""
    if other is None:
        return None
    gains: set[int] = set()
    if other is one:
        return gains
    least, most = one.least[0], one.greatest[0]
    other_least, other_most = other.least[0], other.greatest[0]
    for place in range(1, len(one.least)):
        lower = other.least[place] * least - one.least[place] * other_least
        higher = other.greatest[place] * most - one.greatest[place] * other_most
        if lower > 0 or higher < 0:
            return None
        if lower or higher:
            gains.add(place - 1)
    return gains


def sways(graph: Graph, outlook: list[Outlook], visits: list[Share]) -> tuple[Sway, ...]:
    """Every slot that is answered on some course, decisions in file order."""
    names = [e.id for e in graph.script.scenario.endings]
    moved: dict[str, list[list[Share]]] = {}
    asked: dict[str, list[Share]] = {}
    matter: set[str] = set()
    for node, ways in enumerate(graph.ways):
        by_value = _by_value(ways, outlook)
        if by_value is None:
            continue
        slot, values = by_value
        asked.setdefault(slot, []).append(visits[node])
        columns = moved.setdefault(slot, [[] for _ in names])
        if len(set(values.values())) > 1:
            matter.add(slot)
            over, under = visits[node]
            rows = over_one([o.even for o in values.values()])
            for column, numbers in zip(columns, zip(*(row[1:] for row in rows), strict=True), strict=True):
                column.append((over * (max(numbers) - min(numbers)), under * rows[0][0]))
    return tuple(
        _sway(slot, names, [summed(column) for column in moved[slot]], summed(asked[slot]), slot in matter)
        for decision in graph.script.decisions
        for slot in moved
        if decision_of(slot) == decision
    )


def _sway(slot: str, names: list[str], moved: list[Fraction], asked: Fraction, matters: bool) -> Sway:
    most = max(range(len(names)), key=lambda place: moved[place])
    spread = moved[most] / asked if asked else Fraction()
    return Sway(decision=slot, asked=asked, ending=names[most], spread=spread, matters=matters)
