"""How a scenario hangs together, for other programs: Mermaid, DOT and JSON. Labels are never markup."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

from ttx.course import Script
from ttx.expressions import show
from ttx.frozen import dataclass
from ttx.model.conditions import When
from ttx.model.scenario import Phase
from ttx.render.plain import cut, one_line

FORMAT = "ttx.scenario-graph/1"
_MOST = 60
_MERMAID = str.maketrans({c: f"#{ord(c)};" for c in '"#&<>[](){}|`\\;'})
_DOT = str.maketrans({'"': '\\"', "\\": "\\\\"})
_SHAPES = {
    "inject": ('["', '"]'),
    "decision": ('{{"', '"}}'),
    "close": ('("', '")'),
    "ending": ('(["', '"])'),
}
_DOT_SHAPES = {"inject": "box", "decision": "hexagon", "close": "oval", "ending": "doubleoctagon"}


@dataclass(frozen=True, slots=True)
class Place:
    """An inject, a decision, the close of a phase, or an ending."""

    kind: str
    id: str
    label: str
    phase: str = ""
    """Id of the phase it lies in; empty for an ending."""
    aside: bool = False
    """It has no turn in the book: Control gives it, or an outcome sends it."""


@dataclass(frozen=True, slots=True)
class Way:
    """From one place to another, and when."""

    start: str
    end: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioGraph:
    """Phases (id -> title), places and ways, in file order."""

    title: str
    marking: str
    phases: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    ways: tuple[Way, ...]


def scenario_graph(script: Script) -> ScenarioGraph:
    """Steps in the order of the book, where each phase leads, and the endings read at the close."""
    scenario = script.scenario
    places, ways = [], []
    for phase in scenario.phases:
        own = list(_places(script, phase))
        turns = [p.id for p in own if not p.aside]
        ways += [Way(a, b, _said(script, b)) for a, b in itertools.pairwise(turns)]
        ways += [
            Way(_close(phase), _first(script, to.phase), _when(to.when)) for to in phase.leads_to if to.phase
        ]
        if phase.repeat:
            ways.append(
                Way(_close(phase), turns[0], f"{_when(phase.repeat.while_)}, {phase.repeat.at_most} rounds")
            )
        places += own
    ends = [p for p in scenario.phases if not p.leads_to or any(to.phase is None for to in p.leads_to)]
    for ending in scenario.endings:
        places.append(Place("ending", f"ending {ending.id}", ending.title))
        ways += [Way(_close(p), f"ending {ending.id}", _when(ending.when)) for p in ends]
    phases = tuple((p.id, p.title) for p in scenario.phases)
    return ScenarioGraph(scenario.title, scenario.marking, phases, tuple(places), tuple(ways))


def _places(script: Script, phase: Phase) -> Iterator[Place]:
    for step in script.steps[phase.id]:
        decision = script.decisions.get(step)
        if decision:
            yield Place("decision", step, decision.ask, phase.id)
        else:
            yield Place("inject", step, script.injects[step].title, phase.id)
    for inject in phase.injects:
        if inject.id not in script.steps[phase.id]:
            yield Place("inject", inject.id, inject.title, phase.id, aside=True)
    yield Place("close", _close(phase), f"{phase.title} closes", phase.id)


def _close(phase: Phase) -> str:
    return f"close {phase.id}"


def _first(script: Script, phase: str) -> str:
    steps = script.steps[phase]
    return steps[0] if steps else f"close {phase}"


def _said(script: Script, step: str) -> str:
    found = script.decisions.get(step) or script.injects.get(step)
    return _when(found.when) if found else ""


def _when(when: When | None) -> str:
    return show(when.tree) if when else ""


def mermaid(graph: ScenarioGraph) -> str:
    """A flowchart from above, a box for each phase."""
    names = {p.id: f"n{n}" for n, p in enumerate(graph.places)}
    lines = ["flowchart TD"]
    for n, (phase, title) in enumerate(graph.phases):
        lines.append(f'  subgraph p{n}["{_text(title).translate(_MERMAID)}"]')
        lines += [f"    {_node(p, names)}" for p in graph.places if p.phase == phase]
        lines.append("  end")
    lines += [f"  {_node(p, names)}" for p in graph.places if not p.phase]
    for way in graph.ways:
        said = f'-->|"{_text(way.when).translate(_MERMAID)}"|' if way.when else "-->"
        lines.append(f"  {names[way.start]} {said} {names[way.end]}")
    return "\n".join(lines) + "\n"


def dot(graph: ScenarioGraph) -> str:
    """A digraph for Graphviz, a cluster for each phase."""
    names = {p.id: f"n{n}" for n, p in enumerate(graph.places)}
    lines = [f'digraph "{_text(graph.title).translate(_DOT)}" {{', "  node [fontname=Helvetica];"]
    for n, (phase, title) in enumerate(graph.phases):
        lines.append(f'  subgraph cluster_{n} {{ label="{_text(title).translate(_DOT)}";')
        lines += [f"    {_dot_node(p, names)}" for p in graph.places if p.phase == phase]
        lines.append("  }")
    lines += [f"  {_dot_node(p, names)}" for p in graph.places if not p.phase]
    for way in graph.ways:
        said = f' [label="{_text(way.when).translate(_DOT)}"]' if way.when else ""
        lines.append(f"  {names[way.start]} -> {names[way.end]}{said};")
    return "\n".join([*lines, "}", ""])


def as_json(graph: ScenarioGraph) -> str:
    """Places and ways as they are, ``"format": "ttx.scenario-graph/1"``."""
    made = {
        "format": FORMAT,
        "title": graph.title,
        "marking": graph.marking,
        "phases": [{"id": id_, "title": title} for id_, title in graph.phases],
        "places": [
            {"id": p.id, "kind": p.kind, "label": p.label, "phase": p.phase, "aside": p.aside}
            for p in graph.places
        ],
        "ways": [{"from": w.start, "to": w.end, "when": w.when} for w in graph.ways],
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def shown_label(place: Place) -> str:
    """What stands at a place, on one line: its id where it has one of its own, and its label."""
    own = f"{place.id} " if place.kind in ("inject", "decision") else ""
    return _text(f"{own}{place.label}")


def _text(text: str) -> str:
    return cut(one_line(text), _MOST)


def _node(place: Place, names: dict[str, str]) -> str:
    opens, closes = _SHAPES[place.kind]
    return f"{names[place.id]}{opens}{shown_label(place).translate(_MERMAID)}{closes}"


def _dot_node(place: Place, names: dict[str, str]) -> str:
    style = ", style=dashed" if place.aside else ""
    label = shown_label(place).translate(_DOT)
    return f'{names[place.id]} [label="{label}", shape={_DOT_SHAPES[place.kind]}{style}];'
