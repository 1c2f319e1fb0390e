"""Room minutes, decisions and idle minutes, on the shortest, the longest and the even-handed run.

A run takes the minutes of the injects given and of the decisions put, as ``play`` lets them pass. A
cell is busy with an inject that is for it, and with a decision it answers or writes something down
for first; what is left of the run is idle. Breaks, questions and slips have no minutes of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ttx.course import Act, End, Enter, Put, Release, Script
from ttx.explore.chances import Share, summed
from ttx.explore.graph import Edge, Graph
from ttx.explore.witness import MoveEntry, moves_of
from ttx.frozen import dataclass
from ttx.model.position import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class CellTime:
    """One cell on one run, or what to expect even-handed."""

    cell: str
    decisions: Fraction
    busy: Fraction
    """Room minutes."""
    idle: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The room minutes of a run, or what to expect even-handed, and what each cell has of them."""

    minutes: Fraction
    decisions: Fraction
    cells: tuple[CellTime, ...]
    moves: tuple[MoveEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTime:
    """Minutes that the steps of one round of a phase take, and those it plans."""

    phase: str
    planned: int
    least: int
    greatest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Where the time goes."""

    shortest: Run
    longest: Run
    even: Run
    idle_most: dict[str, int]
    """By cell: the longest stretch of room minutes without a part in anything, over all courses."""
    phases: tuple[PhaseTime, ...]
    """Phases some course comes to."""


@dataclass(frozen=True, slots=True)
class _Cost:
    minutes: int
    decides: frozenset[str]
    busy: frozenset[str]


_NOTHING = _Cost(0, frozenset(), frozenset())


class Costs:
    """What each act takes of the room's time."""

    def __init__(self, script: Script) -> None:
        room = script.scenario.room_minutes
        self._released = {
            i.id: _Cost(room(i.minutes), frozenset(), frozenset(i.to)) for i in script.injects.values()
        }
        self._put = {
            d.id: _Cost(room(d.minutes), frozenset(d.to), frozenset(d.to).union(*(f.to for f in d.first)))
            for d in script.decisions.values()
        }

    def of(self, act: Act) -> _Cost:
        """The cost of one act; answers, rulings and slips take no minutes of their own."""
        if isinstance(act, Release):
            return self._released[act.inject]
        return self._put[act.decision] if isinstance(act, Put) else _NOTHING

    def minutes(self, acts: Iterable[Act]) -> int:
        """Room minutes of these acts together."""
        return sum(self.of(act).minutes for act in acts)


def times(graph: Graph, visits: list[Share]) -> Times:
    """Room times of all courses from the start of a graph that was walked whole."""
    costs = Costs(graph.script)
    return Times(
        shortest=_extreme(graph, costs, longest=False),
        longest=_extreme(graph, costs, longest=True),
        even=_even(graph, costs, visits),
        idle_most=_idle_most(graph, costs),
        phases=_phases(graph, costs),
    )


def _extreme(graph: Graph, costs: Costs, *, longest: bool) -> Run:
    came: list[tuple[int, Edge] | None] = [None] * len(graph.positions)
    minutes: list[int | None] = [None] * len(graph.positions)
    minutes[0] = 0
    best: int | None = None
    for node in graph.order:
        here = minutes[node]
        assert here is not None
        for way in graph.ways[node] or ():
            for edge in way:
                there = here + costs.of(edge.act).minutes
                known = minutes[edge.to]
                if known is None or (there > known if longest else there < known):
                    minutes[edge.to], came[edge.to] = there, (node, edge)
        if not graph.ways[node]:
            known = None if best is None else minutes[best]
            if known is None or (here > known if longest else here < known):
                best = node
    steps: list[tuple[Position, Act]] = []
    at = best or 0
    while (step := came[at]) is not None:
        at, edge = step
        steps.append((graph.positions[at], edge.act))
    steps.reverse()
    return run_of(graph.script, costs, steps)


def run_of(script: Script, costs: Costs, steps: Iterable[tuple[Position, Act]]) -> Run:
    """The times of one run."""
    steps = list(steps)
    taken = [(Fraction(1), costs.of(act)) for _, act in steps]
    return _run(script, taken, moves_of(script, steps))


def _even(graph: Graph, costs: Costs, visits: list[Share]) -> Run:
    """Injects are given and decisions put by ways that come out one way only."""
    taken: dict[_Cost, list[Share]] = {}
    for node, ways in enumerate(graph.ways):
        for way in ways or ():
            cost = costs.of(way[0].act)
            if cost is not _NOTHING:
                over, under = visits[node]
                taken.setdefault(cost, []).append((over, under * len(ways or ())))
    return _run(graph.script, [(summed(shares), cost) for cost, shares in taken.items()], ())


def _run(script: Script, taken: list[tuple[Fraction, _Cost]], moves: tuple[MoveEntry, ...]) -> Run:
    minutes = sum((often * c.minutes for often, c in taken), Fraction())
    cells = []
    for cell in script.scenario.cells:
        busy = sum((often * c.minutes for often, c in taken if cell in c.busy), Fraction())
        decides = sum((often for often, c in taken if cell in c.decides), Fraction())
        cells.append(CellTime(cell=cell, decisions=decides, busy=busy, idle=minutes - busy))
    puts = sum((often for often, c in taken if c.decides), Fraction())
    return Run(minutes=minutes, decisions=puts, cells=tuple(cells), moves=moves)


def _idle_most(graph: Graph, costs: Costs) -> dict[str, int]:
    cells = list(graph.script.scenario.cells)
    most = [0] * len(cells)
    stretch: dict[int, list[int]] = {0: most[:]}
    for node in graph.order:
        here = stretch.pop(node)
        most = list(map(max, most, here))
        for way in graph.ways[node] or ():
            for edge in way:
                cost = costs.of(edge.act)
                there = here
                if cost.minutes:
                    there = [
                        0 if cell in cost.busy else idle + cost.minutes
                        for cell, idle in zip(cells, here, strict=True)
                    ]
                known = stretch.get(edge.to)
                stretch[edge.to] = list(map(max, known, there)) if known else there
    return dict(zip(cells, most, strict=True))


def _phases(graph: Graph, costs: Costs) -> tuple[PhaseTime, ...]:
    """Least and greatest minutes of a round, counted afresh from the state in which it begins."""
    spans: dict[int, tuple[int, int]] = {0: (0, 0)}
    found: dict[str, tuple[int, int]] = {}
    for node in graph.order:
        low, high = spans.pop(node)
        phase = graph.positions[node].phase
        for way in graph.ways[node] or ():
            for edge in way:
                minutes = costs.of(edge.act).minutes
                there = (low + minutes, high + minutes)
                if isinstance(edge.act, Enter | End):
                    known = found.get(phase or "", (low, high))
                    found[phase or ""] = (min(known[0], low), max(known[1], high))
                    there = (0, 0)
                known_there = spans.get(edge.to, there)
                spans[edge.to] = (min(known_there[0], there[0]), max(known_there[1], there[1]))
    return tuple(
        PhaseTime(
            phase=p.id,
            planned=graph.script.scenario.room_minutes(p.minutes),
            least=found[p.id][0],
            greatest=found[p.id][1],
        )
        for p in graph.script.scenario.phases
        if p.id in found
    )
