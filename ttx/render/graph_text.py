"""The graph of links for other programs: Mermaid and DOT. Labels are text and never markup."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.render.plain import cut, one_line
from ttx.trace.drawing import Drawn, Joined
from ttx.trace.graph import Node

_MOST = 60
_ROUND = ("answer", "move", "contact", "ruling", "finding")
_MERMAID = str.maketrans({c: f"#{ord(c)};" for c in '"#&<>[](){}|`\\;'})
_DOT = str.maketrans({'"': '\\"', "\\": "\\\\"})


def mermaid(drawn: Drawn) -> str:
    """A flowchart from left to right; what stands on record has round corners."""
    names = _names(drawn)
    lines = ["flowchart LR"]
    for node, label in drawn.nodes:
        opens, closes = ('("', '")') if node[0] in _ROUND else ('["', '"]')
        lines.append(f"  {names[node]}{opens}{_title(node, label).translate(_MERMAID)}{closes}")
    for edge in drawn.edges:
        said = _said(edge).translate(_MERMAID)
        lines.append(f'  {names[edge.start]} -->|"{said}"| {names[edge.end]}')
    return "\n".join(lines) + "\n"


def dot(drawn: Drawn) -> str:
    """A digraph from left to right for Graphviz; what stands on record is an ellipse."""
    names = _names(drawn)
    lines = ["digraph trace {", "  rankdir=LR;"]
    for node, label in drawn.nodes:
        shape = "ellipse" if node[0] in _ROUND else "box"
        lines.append(f'  {names[node]} [shape={shape}, label="{_title(node, label).translate(_DOT)}"];')
    for edge in drawn.edges:
        label = _said(edge).translate(_DOT)
        lines.append(f'  {names[edge.start]} -> {names[edge.end]} [label="{label}"];')
    return "\n".join((*lines, "}")) + "\n"


def _names(drawn: Drawn) -> Mapping[Node, str]:
    return {node: f"n{number}" for number, (node, _) in enumerate(drawn.nodes, start=1)}


def _title(node: Node, label: str) -> str:
    sort, name = node
    shown = f"#{name}" if sort in _ROUND and name.isdecimal() else name
    words = one_line(label)
    return cut(f"{sort} {one_line(shown)}{f': {words}' if words else ''}", _MOST)


def _said(edge: Joined) -> str:
    return f"{edge.kind}: {edge.says}" if edge.says else edge.kind
