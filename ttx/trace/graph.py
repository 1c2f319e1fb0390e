"""The links as a graph: objective -> commitment -> inject -> decision -> answer.

Only this package knows networkx, and only these functions load it. Every edge says on what
ground it stands (``kind``), so that no path claims more than the files and the log do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ttx.engine.standing import standing
from ttx.model.events import AnswerRecorded, Event, MoveRecorded
from ttx.model.scenario import Phase, Scenario
from ttx.trace.coverage import decision_links
from ttx.trace.links import links

if TYPE_CHECKING:
    Web = Any  # networkx has no types of its own
    """A ``networkx.DiGraph`` whose nodes are ``(sort, id)``, edges carry ``kind``."""

Node = tuple[str, str]
"""Sort (objective, commitment, inject, decision, answer, move) and id or event number."""


def graph(scenario: Scenario, events: Sequence[Event]) -> Web:
    """The whole graph of a scenario and its record.

    Edge kinds: ``examines`` (objective to commitment), ``concerns`` (commitment to inject or
    decision, as authored), ``leads`` (inject to the decision put after it), ``serves`` (objective
    to inject or decision), ``answered`` (decision to answer), ``touches`` (commitment to answer
    or move: a link on record, with ``status`` and ``bearing``).
    """
    import networkx as nx  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to load, rarely needed

    web = nx.DiGraph()
    _nodes(web, scenario)
    for objective in scenario.objectives.values():
        for target in objective.commitments:
            web.add_edge(("objective", objective.id), ("commitment", target), kind="examines")
    for phase in scenario.phases:
        _phase(web, phase)
    _record(web, scenario, events)
    return web


def _nodes(web: Web, scenario: Scenario) -> None:
    for catalogue in scenario.catalogues.values():
        web.add_nodes_from(("commitment", commitment) for commitment in catalogue.commitments)
    web.add_nodes_from(("objective", objective) for objective in scenario.objectives)


def _phase(web: Web, phase: Phase) -> None:
    for inject in phase.injects:
        node = ("inject", inject.id)
        web.add_node(node)
        _join(web, "commitment", (link.target for link in inject.links), node, "concerns")
        _join(web, "objective", inject.objectives, node, "serves")
    for decision in phase.decisions:
        node = ("decision", decision.id)
        web.add_node(node)
        _join(web, "commitment", (link.target for link in decision_links(decision)), node, "concerns")
        _join(web, "objective", decision.objectives, node, "serves")
        _join(web, "inject", decision.after, node, "leads")


def _join(web: Web, sort: str, ids: Iterable[str], to: Node, kind: str) -> None:
    for each in ids:
        web.add_edge((sort, each), to, kind=kind)


def _record(web: Web, scenario: Scenario, events: Sequence[Event]) -> None:
    for event in standing(events):
        if isinstance(event.fact, AnswerRecorded):
            node = ("answer", str(event.seq))
            web.add_edge(("decision", event.fact.decision), node, kind="answered")
        elif isinstance(event.fact, MoveRecorded):
            web.add_node(("move", str(event.seq)))
    for link in links(scenario, events):
        sort = "move" if link.decision is None else "answer"
        web.add_edge(
            ("commitment", link.target),
            (sort, str(link.record)),
            kind="touches",
            status=link.status,
            bearing=link.bearing,
        )


def untouched(web: Web) -> tuple[str, ...]:
    """Commitments that no answer and no move is linked to, in catalogue order."""
    return tuple(
        name
        for sort, name in web.nodes
        if sort == "commitment"
        and not any(data["kind"] == "touches" for _, _, data in web.out_edges((sort, name), data=True))
    )


def reached(web: Web, objective: str) -> tuple[int, ...]:
    """Numbers of the answers and moves that can be read as evidence for an objective, in order."""
    import networkx as nx  # noqa: PLC0415 - slow to load, rarely needed

    node = ("objective", objective)
    if node not in web:
        return ()
    found = nx.descendants(web, node)
    return tuple(sorted(int(name) for sort, name in found if sort in ("answer", "move")))


def objectives_behind(web: Web, target: str) -> tuple[str, ...]:
    """Objectives that examine a commitment, in the order of their ids."""
    node = ("commitment", target)
    if node not in web:
        return ()
    return tuple(sorted(name for sort, name in web.predecessors(node) if sort == "objective"))


def injects_before(web: Web, scenario: Scenario, decision: str) -> tuple[str, ...]:
    """Injects a decision is put after, in file order."""
    before = {name for sort, name in web.predecessors(("decision", decision)) if sort == "inject"}
    return tuple(i.id for p in scenario.phases for i in p.injects if i.id in before)
