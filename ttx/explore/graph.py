"""Every Position book play can reach, walked once, with what leads from each to the next.

Positions that differ only in what nothing later reads are one state (``course.relevance``). What
is gathered is gathered on edges, so nothing is lost by that: an act stands on an edge exactly
where some course does it, and every path of the graph is a course.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from ttx.course import PLAIN, Act, Reach, Script, begin, carry, fork
from ttx.course.relevance import Relevance
from ttx.model.position import Op, Position, apply

LIMIT = 250_000
"""States after which the walk stops, unless another limit is given."""

Stopped: TypeAlias = Literal["", "states", "seconds", "memory", "interrupted"]
"""Why a walk ended before it was through; empty where it was not."""
Watch: TypeAlias = Callable[[int], Stopped]
"""Asked now and then with the number of states; a reason ends the walk."""

_ASK_EVERY = 256


class Edge(NamedTuple):
    """One act that may come of a choice, with its chance once the choice is made."""

    chance: Fraction
    act: Act
    ops: tuple[Op, ...]
    """What it does to tracks, in order."""
    to: int


Ways: TypeAlias = tuple[tuple[Edge, ...], ...]
"""The choices at a state; each may come out in several ways, whose chances sum to 1."""


@dataclass(slots=True)
class Graph:
    """States by number, 0 the start."""

    script: Script
    reach: Reach
    positions: list[Position] = field(default_factory=list)
    ways: list[Ways | None] = field(default_factory=list)
    """None: not walked on from; empty: nothing follows."""
    held: set[int] = field(default_factory=set)
    """States at which what was looked for holds; the walk does not go on from them."""
    order: list[int] = field(default_factory=list)
    """Every state, each behind all that lead to it."""
    stopped: Stopped = ""

    @property
    def transitions(self) -> int:
        """Number of edges."""
        return sum(len(way) for ways in self.ways if ways for way in ways)


def sure(_states: int) -> Stopped:
    """A watch that never ends a walk."""
    return ""


def start_of(script: Script, start: Position | None) -> Position:
    """Where exploring begins: the Position given, or the first phase where none has begun."""
    if start is None or (start.phase is None and start.ended is None):
        return begin(script)
    return start


def walk(
    script: Script,
    start: Position | None = None,
    reach: Reach = PLAIN,
    *,
    limit: int = LIMIT,
    watch: Watch = sure,
    relevance: Relevance | None = None,
    until: Callable[[Position], bool] | None = None,
) -> Graph:
    """Walk the course from ``start`` (the first phase, where it is None).

    Args:
        script: the scenario.
        start: any Position, on the book or off it.
        reach: how wide book play is taken.
        limit: states after which the walk stops.
        watch: asked at first and then every 256 states whether to go on.
        relevance: what may be left out of a Position; by default what nothing later reads.
        until: a question asked of every Position; where it holds, the walk does not go on.
    """
    walker = _Walker(Graph(script, reach), limit, relevance or Relevance(script), until)
    try:
        walker.run(start_of(script, start), watch)
    except KeyboardInterrupt:
        walker.graph.stopped = "interrupted"
    _close(walker.graph)
    _sort(walker.graph)
    return walker.graph


class _Walker:
    def __init__(
        self, graph: Graph, limit: int, relevance: Relevance, until: Callable[[Position], bool] | None
    ) -> None:
        self.graph = graph
        self._limit = limit
        self._reduce = relevance.reduce
        self._until = until
        self._numbers: dict[Position, int] = {}
        self._waiting: list[int] = []

    def run(self, first: Position, watch: Watch) -> None:
        """Fill the graph until nothing waits, or the watch or the limit ends it."""
        graph = self.graph
        self._number(self._reduce(first))
        turn = 0
        while self._waiting:
            if turn % _ASK_EVERY == 0 and (stopped := watch(len(graph.positions))):
                graph.stopped = stopped
                return
            turn += 1
            if len(graph.positions) > self._limit:
                graph.stopped = "states"
                return
            node = self._waiting.pop()
            if graph.ways[node] is None:
                graph.ways[node] = self._ahead(node)

    def _number(self, position: Position) -> int:
        number = self._numbers.get(position)
        if number is None:
            number = len(self.graph.positions)
            self.graph.positions.append(position)
            self.graph.ways.append(None)
            self._numbers[position] = number
            self._waiting.append(number)
        return number

    def _ahead(self, node: int) -> Ways:
        graph, position = self.graph, self.graph.positions[node]
        if self._until is not None and position.ended is None and self._until(position):
            graph.held.add(node)
            return ()
        found = fork(graph.script, position, graph.reach)
        if found is None:
            return ()
        return tuple(
            tuple(self._edge(position, chance, act) for chance, act in way.results) for way in found.ways
        )

    def _edge(self, position: Position, chance: Fraction, act: Act) -> Edge:
        change = carry(self.graph.script, position, act)
        return Edge(chance, act, change.tracks, self._number(self._reduce(apply(position, change))))


def _close(graph: Graph) -> None:
    """After an interruption the two lists may differ by the entry that was being made."""
    del graph.positions[len(graph.ways) :]


def _sort(graph: Graph) -> None:
    """The order in which every state stands behind all that lead to it; a course has no cycles."""
    before = [0] * len(graph.positions)
    for ways in graph.ways:
        for way in ways or ():
            for edge in way:
                before[edge.to] += 1
    ready = [0]
    while ready:
        node = ready.pop()
        graph.order.append(node)
        for way in graph.ways[node] or ():
            for edge in way:
                before[edge.to] -= 1
                if not before[edge.to]:
                    ready.append(edge.to)
