"""Everything exploring says of a scenario, gathered from one walk of its course.

Where the walk was through, every statement is exact. Where it was not, what was reached is reached
all the same; all else is left out, and the chances of endings are estimates from drawn courses.
"""

from __future__ import annotations

from fractions import Fraction

from ttx.course import End, Enter, Reach, holds
from ttx.explore.answers import Dominated, Sway, dominated, sways
from ttx.explore.chances import Chance, Outlook, Share, courses, summed, visits
from ttx.explore.commitments import Shown, Touch, Untouched, objectives, touches, untouched
from ttx.explore.endings import ending_outlooks
from ttx.explore.graph import Graph, Stopped, start_of
from ttx.explore.orders import Crossed, crossed
from ttx.explore.reached import Claim, claims, places
from ttx.explore.sampling import Estimate, Sampled
from ttx.explore.times import Times, times
from ttx.explore.tracks import TrackRange, tracks
from ttx.explore.witness import MoveEntry, Paths
from ttx.frozen import dataclass
from ttx.model.position import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadowed:
    """An ending whose condition can hold as the exercise closes, but an earlier one always takes it."""

    ending: str
    by: tuple[str, ...]
    """The endings that take it, in file order."""
    moves: tuple[MoveEntry, ...]
    """To a close at which its condition holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """How often, even-handed, more than one ending can still come as a phase begins."""

    phase: str
    reached: Fraction
    """The chance that the phase is come to (its first round)."""
    open: Fraction
    """The share of those courses on which no ending is settled yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What only a walk that was through can say."""

    courses: int
    """Every choice and every result told apart."""
    endings: dict[str, Chance]
    open: tuple[Open, ...]
    sways: tuple[Sway, ...]
    dead_ends: tuple[tuple[MoveEntry, ...], ...]
    """Moves to each state from which nothing follows though the exercise has not ended."""
    shadowed: tuple[Shadowed, ...]
    crossed: tuple[Crossed, ...]
    """Decisions that can be open together and whose order changes an ending."""
    tracks: tuple[TrackRange, ...]
    dominated: tuple[Dominated, ...]
    times: Times


@dataclass(frozen=True, slots=True, kw_only=True)
class Explored:
    """What a scenario can do."""

    states: int
    transitions: int
    stopped: Stopped
    reach: Reach
    claims: tuple[Claim, ...]
    touches: tuple[Touch, ...]
    untouched: tuple[Untouched, ...]
    objectives: tuple[Shown, ...]
    whole: Whole | None
    """None where the walk was not through."""
    sampled: Sampled | None = None

    @property
    def exact(self) -> bool:
        """Whether the whole course was walked."""
        return self.whole is not None

    def estimates(self) -> dict[str, Estimate]:
        """By ending, where courses were drawn."""
        drawn = self.sampled
        return {c.name: drawn.ending(c.name) for c in self.claims if c.kind == "ending"} if drawn else {}


def findings(graph: Graph, start: Position | None = None, sampled: Sampled | None = None) -> Explored:
    """Everything a graph, and courses drawn where it is not whole, say of a scenario."""
    paths = Paths(graph)
    found = places(graph, paths)
    if sampled is not None:
        found = {**sampled.places, **found}
    touched = touches(graph.script, found)
    return Explored(
        states=len(graph.positions),
        transitions=graph.transitions,
        stopped=graph.stopped,
        reach=graph.reach,
        claims=claims(graph.script, graph.reach, found),
        touches=touched,
        untouched=untouched(graph.script, touched),
        objectives=objectives(graph.script, found, touched),
        whole=None if graph.stopped else _whole(graph, paths, start_of(graph.script, start)),
        sampled=sampled,
    )


def _whole(graph: Graph, paths: Paths, start: Position) -> Whole:
    outlook = ending_outlooks(graph)
    visited = visits(graph)
    names = [e.id for e in graph.script.scenario.endings]
    return Whole(
        courses=courses(graph),
        endings={name: outlook[0].chance(n) for n, name in enumerate(names)},
        open=_open(graph, outlook, visited),
        sways=sways(graph, outlook, visited),
        dead_ends=tuple(paths.moves_to(n) for n in graph.order if _dead(graph, n)),
        shadowed=_shadowed(graph, paths),
        crossed=crossed(graph),
        tracks=tracks(graph, start),
        dominated=dominated(graph, outlook),
        times=times(graph, visited),
    )


def _dead(graph: Graph, node: int) -> bool:
    return graph.ways[node] == () and graph.positions[node].ended is None


def _open(graph: Graph, outlook: list[Outlook], visited: list[Share]) -> tuple[Open, ...]:
    reached: dict[str, list[Share]] = {}
    undecided: dict[str, list[Share]] = {}
    first = graph.positions[0].phase
    if first is not None:
        reached[first] = [(1, 1)]
        undecided[first] = [(int(_several(outlook[0])), 1)]
    for node, ways in enumerate(graph.ways):
        act = ways[0][0].act if ways else None
        if ways and isinstance(act, Enter) and act.round == 1:
            reached.setdefault(act.phase, []).append(visited[node])
            if _several(outlook[ways[0][0].to]):
                undecided.setdefault(act.phase, []).append(visited[node])
    return tuple(
        Open(
            phase=p.id, reached=(often := summed(reached[p.id])), open=summed(undecided.get(p.id, ())) / often
        )
        for p in graph.script.scenario.phases
        if p.id in reached
    )


def _several(outlook: Outlook) -> bool:
    """Whether more than one ending can still come."""
    return sum(most > 0 for most in outlook.greatest[1:]) > 1


def _shadowed(graph: Graph, paths: Paths) -> tuple[Shadowed, ...]:
    closes = [
        (node, ways[0][0].act.ending)
        for node in graph.order
        if (ways := graph.ways[node]) and isinstance(ways[0][0].act, End)
    ]
    taken = {ending for _, ending in closes}
    found: list[Shadowed] = []
    for each in graph.script.scenario.endings:
        if each.id in taken or each.when is None:
            continue
        at = [(n, by) for n, by in closes if holds(graph.script, graph.positions[n], each.when)]
        if at:
            by = {name for _, name in at}
            names = tuple(e.id for e in graph.script.scenario.endings if e.id in by)
            nearest = min(at, key=lambda pair: paths.cost[pair[0]])[0]
            found.append(Shadowed(ending=each.id, by=names, moves=paths.moves_to(nearest)))
    return tuple(found)
