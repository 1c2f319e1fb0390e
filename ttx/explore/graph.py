"""Every Position book play can reach, walked once, with what leads from each to the next.

Positions that differ only in what nothing later reads are one state (``course.relevance``). What
is gathered is gathered on edges, so nothing is lost by that: an act stands on an edge exactly
where some course does it, and every path of the graph is a course.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from ttx.course import PLAIN, Act, Reach, Script, begin
from ttx.course.kernel import Deed, Kernel, Place
from ttx.course.relevance import Relevance
from ttx.frozen import dataclass
from ttx.model.position import Op, Position

LIMIT = 250_000
"""States after which the walk stops, unless another limit is given."""

Stopped: TypeAlias = Literal["", "states", "seconds", "memory", "interrupted"]
"""Why a walk ended before it was through; empty where it was not."""
Watch: TypeAlias = Callable[[int], Stopped]
"""Asked now and then with the number of states; a reason ends the walk."""

_ASK_EVERY = 256
_SURE = Fraction(1)


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
    kernel = Kernel(script, start_of(script, start), reach, relevance)
    walker = _Walker(Graph(script, reach), kernel, limit, until)
    try:
        walker.run(watch)
    except KeyboardInterrupt:
        walker.graph.stopped = "interrupted"
    _close(walker.graph)
    _sort(walker.graph)
    return walker.graph


class _Walker:
    def __init__(
        self, graph: Graph, kernel: Kernel, limit: int, until: Callable[[Position], bool] | None
    ) -> None:
        self.graph = graph
        self._kernel = kernel
        self._limit = limit
        self._until = until
        self._packed: list[tuple[Place, int]] = []
        """Where each state stands, packed."""
        self._waiting: list[int] = []

    def run(self, watch: Watch) -> None:
        """Fill the graph until nothing waits, or the watch or the limit ends it."""
        graph = self.graph
        self._node(self._kernel.place, self._kernel.number)
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

    def _node(self, place: Place, number: int) -> int:
        """The state's number; a state met for the first time gets the next one."""
        node = place.rows.get(number)
        if node is None:
            node = place.rows[number] = len(self._packed)
            self._packed.append((place, number))
            self.graph.positions.append(self._kernel.position(place, number))
            self.graph.ways.append(None)
            self._waiting.append(node)
        return node

    def _ahead(self, node: int) -> Ways:
        graph = self.graph
        if self._until is not None:
            position = graph.positions[node]
            if position.ended is None and self._until(position):
                graph.held.add(node)
                return ()
        place, number = self._packed[node]
        choices = self._kernel.choices(place, number)
        if not choices.ways:
            return tuple((self._edge(_SURE, deed, number),) for deed in choices.deeds)
        deeds = iter(choices.deeds)
        return tuple(tuple(self._edge(chance, next(deeds), number) for chance in way) for way in choices.ways)

    def _edge(self, chance: Fraction, deed: Deed, number: int) -> Edge:
        branch = deed.known.get(number & deed.mask)
        to, keep, put, ops = branch if branch is not None else self._kernel.carry_out(deed, number)
        return Edge(chance, deed.act, ops, self._node(to, number & keep | put))


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
