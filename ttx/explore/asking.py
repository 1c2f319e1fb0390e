"""Whether a condition can hold at some point of a course, and how likely that is.

A point of a course is every Position between two acts, from the first phase's begin to the close of
the last. The question is asked on the course as it is: reading an answer here opens no slot there.
"""

from __future__ import annotations

from dataclasses import replace

from ttx.course import PLAIN, Reach, Script, holds
from ttx.course.relevance import Relevance
from ttx.explore.chances import Chance, Outlook, outlooks
from ttx.explore.graph import LIMIT, Graph, Stopped, Watch, sure, walk
from ttx.explore.witness import MoveEntry, Paths
from ttx.expressions import DecisionType, Fault, Scope, TrackType, parse
from ttx.frozen import dataclass
from ttx.model.conditions import When
from ttx.model.parts import FREE, NONE, Decision
from ttx.model.position import Position
from ttx.model.scenario import Ending, Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked and what is known of it."""

    text: str
    chance: Chance
    """Bounds alone (least and greatest) where ``stopped`` says that the walk was not through."""
    moves: tuple[MoveEntry, ...] | None
    """From the start to a point where it holds; None where none was found."""
    states: int
    stopped: Stopped = ""


def scope_of(scenario: Scenario) -> Scope:
    """The names a condition about this scenario may use, derived words among them."""
    tracks = {t.id: TrackType(t.kind, t.values, t.lo, t.hi) for t in scenario.tracks.values()}
    derived = {
        name: TrackType("derived", tuple(dict.fromkeys(c.value for c in cases)))
        for name, cases in scenario.derived.items()
    }
    return Scope(
        tracks=tracks | derived,
        decisions={d.id: _decision(d) for p in scenario.phases for d in p.decisions},
        injects=frozenset(i.id for p in scenario.phases for i in p.injects),
        parties=frozenset((*scenario.cells, *scenario.voices)),
    )


def _decision(decision: Decision) -> DecisionType:
    own = len(decision.to) > 1 and decision.mode in ("each", "each_then_joint")
    return DecisionType(
        values=(*(o.id for o in decision.options), FREE, NONE),
        cells=decision.to if own else (),
        whole=not (own and decision.mode == "each"),
    )


def condition(scenario: Scenario, text: str) -> When | tuple[Fault, ...]:
    """The condition a text names, or everything wrong with it (offsets 0-based)."""
    return parse(text, scope_of(scenario))


def ask(
    script: Script,
    when: When,
    *,
    start: Position | None = None,
    reach: Reach = PLAIN,
    limit: int = LIMIT,
    watch: Watch = sure,
) -> Asked:
    """Ask it of every course from ``start`` (the first phase, where it is None)."""
    graph = walk(
        script,
        start,
        reach,
        limit=limit,
        watch=watch,
        relevance=Relevance(_reading(script, when)),
        until=lambda position: holds(script, position, when),
    )
    return Asked(
        text=when.text,
        chance=_outlook(graph).chance(0),
        moves=_witness(graph),
        states=len(graph.positions),
        stopped=graph.stopped,
    )


def _reading(script: Script, when: When) -> Script:
    """The scenario as if its endings read the condition too, so that a state keeps what it asks for.

    Only what is kept of a Position is worked out on it; the course walked is the scenario's own.
    """
    endings = script.scenario.endings
    asked = Ending(id="", title="", when=when)
    return Script(replace(script.scenario, endings=(*endings[:-1], asked, endings[-1])))


def _outlook(graph: Graph) -> Outlook:
    yes, no = Outlook((1, 1), (1, 1), (1, 1)), Outlook((1, 0), (1, 0), (1, 0))
    open_ = Outlook(no.least, yes.greatest, no.even)

    def leaf(node: int) -> Outlook:
        if node in graph.held:
            return yes
        return open_ if graph.ways[node] is None else no

    return outlooks(graph, leaf)[0]


def _witness(graph: Graph) -> tuple[MoveEntry, ...] | None:
    if not graph.held:
        return None
    paths = Paths(graph)
    return paths.moves_to(min(graph.held, key=lambda node: (paths.cost[node], node)))
