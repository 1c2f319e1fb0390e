"""The links as a graph: from the document down to what was said in the room, and what came of it.

Only this package knows networkx, and only these functions load it. Every edge says on what
ground it stands (``kind``), so that no path claims more than the files and the log do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from ttx.engine.standing import standing
from ttx.model.catalogue import Catalogue
from ttx.model.events import (
    AnswerRecorded,
    ContactMade,
    DecisionPut,
    Event,
    FindingMade,
    MoveRecorded,
    ObservationMade,
    Ruled,
)
from ttx.model.parts import Decision, Link
from ttx.model.scenario import Phase, Scenario
from ttx.trace.links import links

Web: TypeAlias = Any
"""A ``networkx.DiGraph`` (it has no types of its own): nodes ``(sort, id)`` with a ``label``, edges
with a ``kind``."""

Node = tuple[str, str]
"""Sort and id. Of the source: document, paragraph, sentence, commitment. Of the scenario: objective,
inject, option, decision. Of the record, by event number: answer, move, contact, ruling, finding."""

EDGES = {
    "holds": "document to paragraph, paragraph to sentence",
    "says": "sentence to commitment",
    "examines": "objective to commitment or sentence",
    "concerns": "commitment or sentence to inject, decision, option or finding",
    "serves": "objective to inject, decision or finding",
    "leads": "inject to the decision that is put after it",
    "offers": "decision to option",
    "coded": "option to the answer that is coded so",
    "answered": "decision to answer",
    "ruled": "answer to ruling",
    "during": "contact to the decision that was open to its cell",
    "evidence": "any record to the finding that points at it",
    "touches": "commitment or sentence to answer or move, with status and bearing",
}
"""What each kind of edge joins."""


def graph(scenario: Scenario, events: Sequence[Event], *, session: str = "", scope: str = "") -> Web:
    """The whole graph of a scenario and its record; its edges are those of ``EDGES``.

    Args:
        scenario: the scenario in the log's first line.
        events: the whole record.
        session: stands before event numbers (``room-a#12``), for graphs that are joined.
        scope: stands before ids of the scenario (``full-range/D-01``), likewise.
    """
    import networkx as nx  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to load, rarely needed

    web = nx.DiGraph()
    for catalogue in scenario.catalogues.values():
        _source(web, catalogue)
    names = _Names(f"{scope}/" if scope else "", f"{session}#" if session else "")
    for objective in scenario.objectives.values():
        node = names.of("objective", objective.id)
        web.add_node(node, label=objective.text)
        for target in objective.commitments:
            web.add_edge(node, target_node(target), kind="examines")
    for phase in scenario.phases:
        _phase(web, phase, names)
    _record(web, scenario, events, names)
    return web


def target_node(target: str) -> Node:
    """The node of what a link points at."""
    return ("sentence" if ":" in target else "commitment", target)


class _Names:
    """Nodes of the scenario and of the record, told apart where several are joined."""

    def __init__(self, scope: str, session: str) -> None:
        self._scope, self._session = scope, session

    def of(self, sort: str, id_: str) -> Node:
        return sort, f"{self._scope}{id_}"

    def event(self, sort: str, number: int) -> Node:
        return sort, f"{self._session}{number}"


def _source(web: Web, catalogue: Catalogue) -> None:
    document = ("document", catalogue.document)
    web.add_node(document, label=catalogue.short_title)
    for at, sentence in catalogue.sentences.items():
        paragraph = ("paragraph", f"{catalogue.document}:{sentence.paragraph}")
        node = ("sentence", f"{catalogue.document}:{at}")
        web.add_node(paragraph, label=f"paragraph {sentence.paragraph}")
        web.add_node(node, label=sentence.label)
        web.add_edge(document, paragraph, kind="holds")
        web.add_edge(paragraph, node, kind="holds")
    for entry in catalogue.commitments.values():
        web.add_node(("commitment", entry.id), label=entry.label)
        web.add_edge(
            ("sentence", f"{catalogue.document}:{entry.locator}"), ("commitment", entry.id), kind="says"
        )


def _phase(web: Web, phase: Phase, names: _Names) -> None:
    for inject in phase.injects:
        node = names.of("inject", inject.id)
        web.add_node(node, label=inject.title)
        _concern(web, inject.links, node)
        _join(web, (names.of("objective", o) for o in inject.objectives), node, "serves")
    for decision in phase.decisions:
        node = names.of("decision", decision.id)
        web.add_node(node, label=decision.ask)
        _join(web, (names.of("objective", o) for o in decision.objectives), node, "serves")
        _join(web, (names.of("inject", i) for i in decision.after), node, "leads")
        _options(web, decision, node, names)


def _options(web: Web, decision: Decision, node: Node, names: _Names) -> None:
    answers = [(o.id, o.text, o.links) for o in decision.options]
    answers += [(c.id, c.text, c.links) for c in decision.coding]
    for id_, text, found in answers:
        option = names.of("option", f"{decision.id}={id_}")
        web.add_node(option, label=text)
        web.add_edge(node, option, kind="offers")
        _concern(web, found, option)
        _concern(web, found, node)


def _concern(web: Web, found: Iterable[Link], to: Node) -> None:
    _join(web, (target_node(link.target) for link in found), to, "concerns")


def _join(web: Web, nodes: Iterable[Node], to: Node, kind: str) -> None:
    for each in nodes:
        web.add_edge(each, to, kind=kind)


def _record(web: Web, scenario: Scenario, events: Sequence[Event], names: _Names) -> None:
    stands = tuple(standing(events))
    sorts: dict[int, str] = {}
    for event in stands:
        sort = _sort(event)
        if sort:
            sorts[event.seq] = sort
            web.add_node(names.event(sort, event.seq), label=_label(event))
    for event in stands:
        _event(web, event, sorts, stands, names)
    for link in links(scenario, events):
        node = names.event("move" if link.decision is None else "answer", link.record)
        web.add_edge(target_node(link.target), node, kind="touches", status=link.status, bearing=link.bearing)


def _sort(event: Event) -> str:
    kinds = {AnswerRecorded: "answer", MoveRecorded: "move", ContactMade: "contact", Ruled: "ruling"}
    return (
        "finding"
        if isinstance(event.fact, ObservationMade | FindingMade)
        else kinds.get(type(event.fact), "")
    )


def _label(event: Event) -> str:
    fact = event.fact
    if isinstance(fact, ContactMade):
        return f"{fact.from_} {fact.act} {fact.to}"
    if isinstance(fact, Ruled):
        return f"{fact.decision}: {fact.result}"
    return str(getattr(fact, "said", "") or getattr(fact, "text", ""))


def _event(web: Web, event: Event, sorts: dict[int, str], stands: Sequence[Event], names: _Names) -> None:
    fact = event.fact
    if isinstance(fact, AnswerRecorded):
        node = names.event("answer", event.seq)
        web.add_edge(names.of("decision", fact.decision), node, kind="answered")
        option = names.of("option", f"{fact.decision}={fact.coded}")
        if option in web:
            web.add_edge(option, node, kind="coded")
    elif isinstance(fact, Ruled) and sorts.get(fact.of) == "answer":
        web.add_edge(names.event("answer", fact.of), names.event("ruling", event.seq), kind="ruled")
    elif isinstance(fact, ContactMade):
        for decision in _open_to(stands, event.seq, fact.from_.partition("/")[0]):
            web.add_edge(names.event("contact", event.seq), names.of("decision", decision), kind="during")
    elif isinstance(fact, ObservationMade | FindingMade):
        node = names.event("finding", event.seq)
        if fact.objective:
            web.add_edge(names.of("objective", fact.objective), node, kind="serves")
        if isinstance(fact, ObservationMade) and fact.target:
            web.add_edge(target_node(fact.target), node, kind="concerns")
        _join(web, (names.event(sorts[n], n) for n in fact.evidence if n in sorts), node, "evidence")


def _open_to(stands: Sequence[Event], number: int, cell: str) -> tuple[str, ...]:
    """Decisions that were put to a cell and not answered yet when event ``number`` was recorded."""
    is_open: dict[str, None] = {}
    for event in stands:
        if event.seq >= number:
            break
        if isinstance(event.fact, DecisionPut) and cell in event.fact.to:
            is_open[event.fact.decision] = None
        elif isinstance(event.fact, AnswerRecorded):
            is_open.pop(event.fact.decision, None)
    return tuple(is_open)


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
    node = target_node(target)
    if node not in web:
        return ()
    return tuple(sorted(name for sort, name in web.predecessors(node) if sort == "objective"))


def injects_before(web: Web, scenario: Scenario, decision: str) -> tuple[str, ...]:
    """Injects a decision is put after, in file order."""
    before = {name for sort, name in web.predecessors(("decision", decision)) if sort == "inject"}
    return tuple(i.id for p in scenario.phases for i in p.injects if i.id in before)
