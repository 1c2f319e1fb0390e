"""The graph as plain values to be drawn, as GraphML, and what rests on a citation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ttx.frozen import dataclass
from ttx.model.events import Event
from ttx.model.scenario import Scenario
from ttx.trace.graph import Node, Web, graph, target_node

_SOURCE = ("document", "paragraph", "sentence")
_RECORD = ("answer", "move", "contact", "ruling", "finding")
_RESTING = frozenset({"concerns", "touches", "coded", "ruled", "evidence"})
"""Edges along which something rests on a citation; that an inject leads to a decision is no ground."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One edge: from, to, its kind, and of a link on record its bearing and status."""

    start: Node
    end: Node
    kind: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A graph as values: each node with its label, then each edge."""

    nodes: tuple[tuple[Node, str], ...]
    edges: tuple[Joined, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a series."""

    name: str
    scenario: Scenario
    events: Sequence[Event]


def joined(sessions: Sequence[Session]) -> Web:
    """The graph of a series: one source, the scenarios and the records told apart."""
    import networkx as nx  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to load, rarely needed

    several = len({s.scenario.id for s in sessions}) > 1
    webs = [
        graph(
            each.scenario,
            each.events,
            session=each.name if len(sessions) > 1 else "",
            scope=each.scenario.id if several else "",
        )
        for each in sessions
    ]
    return nx.compose_all(webs)


def drawn(web: Web, *, whole: bool = False) -> Drawn:
    """The nodes and edges to draw, in the order in which they came up.

    Args:
        web: the graph.
        whole: draw also what neither scenario nor record is about.
    """
    kept = list(web.nodes) if whole else [n for n in web.nodes if _matters(web, n)]
    inside = set(kept)
    edges = tuple(
        Joined(a, b, data["kind"], f"{data['bearing']}, {data['status']}" if "bearing" in data else "")
        for a, b, data in web.edges(data=True)
        if a in inside and b in inside
    )
    return Drawn(tuple((node, str(web.nodes[node].get("label", ""))) for node in kept), edges)


def _matters(web: Web, node: Node) -> bool:
    """Whether a node of the source leads to something of the scenario or the record; others always do."""
    sort = node[0]
    if sort in _SOURCE:
        return any(_matters(web, each) for each in web.successors(node))
    if sort == "commitment":
        return web.out_degree(node) > 0 or any(s == "objective" for s, _ in web.predecessors(node))
    return True


def graphml(web: Web) -> str:
    """The whole graph as GraphML; nodes are named ``sort:id`` and carry sort, id and label."""
    import networkx as nx  # noqa: PLC0415 - slow to load, rarely needed

    plain = nx.DiGraph()
    for (sort, name), data in web.nodes(data=True):
        plain.add_node(
            f"{sort}:{_xml(name)}", sort=sort, id=_xml(name), label=_xml(str(data.get("label", "")))
        )
    for a, b, data in web.edges(data=True):
        plain.add_edge(f"{a[0]}:{_xml(a[1])}", f"{b[0]}:{_xml(b[1])}", **data)
    return "\n".join(nx.generate_graphml(plain, named_key_ids=True)) + "\n"


def _xml(text: str) -> str:
    """Without the characters that XML cannot hold at all."""
    return "".join(
        c for c in text if c in "\t\n\r" or " " <= c < "\ud800" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )


@dataclass(frozen=True, slots=True)
class Resting:
    """Something of the scenario or the record that rests on a citation."""

    target: str
    sort: str
    id: str
    label: str


def resting(web: Web, targets: Iterable[str]) -> tuple[Resting, ...]:
    """What rests on each target: objectives that examine it, what concerns it, and what came of that."""
    import networkx as nx  # noqa: PLC0415 - slow to load, rarely needed

    along = nx.subgraph_view(web, filter_edge=lambda a, b: web.edges[a, b]["kind"] in _RESTING)
    found = []
    for target in targets:
        node = target_node(target)
        if node not in web:
            continue
        below = nx.descendants(along, node)
        above = {n for n in web.predecessors(node) if n[0] == "objective"}
        found += [
            Resting(target, each[0], each[1], str(web.nodes[each].get("label", "")))
            for each in web.nodes
            if each in below or each in above
        ]
    return tuple(found)
