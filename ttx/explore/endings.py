"""Which endings can happen and how likely: least, greatest and even-handed, exactly."""

from __future__ import annotations

from ttx.course import PLAIN, Reach, Script
from ttx.course.kernel import Kernel
from ttx.explore.chances import Chance, Outlook, outlooks
from ttx.explore.graph import LIMIT, Graph, start_of
from ttx.explore.likely import Likely
from ttx.frozen import dataclass
from ttx.model.position import Position

__all__ = ["LIMIT", "Chance", "Endings", "TooMany", "ending_outlooks", "explore"]


@dataclass(frozen=True, slots=True)
class Endings:
    """What exploring found: ``states`` Positions told apart, and a chance per ending."""

    states: int
    endings: dict[str, Chance]


@dataclass(frozen=True, slots=True)
class TooMany:
    """More states than the limit allows; nothing is known."""

    limit: int


def explore(
    script: Script, *, start: Position | None = None, reach: Reach = PLAIN, limit: int = LIMIT
) -> Endings | TooMany:
    """Walk every Position that book play can reach from ``start`` (the first phase, if None)."""
    likely = Likely(
        Kernel(script, start_of(script, start), reach), tuple(e.id for e in script.scenario.endings)
    )
    if not likely.walk(limit):
        return TooMany(limit)
    return Endings(likely.states, likely.chances())


def ending_outlooks(graph: Graph) -> list[Outlook]:
    """What every state still holds of each ending, in file order.

    A state that was not walked on from could come to anything: nothing at least, all at most.
    """
    names = [e.id for e in graph.script.scenario.endings]
    sure = {name: (1, *(int(other == name) for other in names)) for name in names}
    known = {name: Outlook(row, row, row) for name, row in sure.items()}
    none = (1, *(0 for _ in names))
    open_ = Outlook(none, (1, *(1 for _ in names)), none)
    dead = Outlook(none, none, none)

    def leaf(node: int) -> Outlook:
        ended = graph.positions[node].ended
        if ended is not None:
            return known[ended]
        return open_ if graph.ways[node] is None else dead

    return outlooks(graph, leaf)
