"""What some course does: injects, answers, rulings, phases and endings, each with its witness.

A claim is about an authored part. That it is reached is said with moves that come to it; that it
is not, only where the whole course was walked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from ttx.adjudication import results
from ttx.course import Act, Answer, End, Enter, Put, Reach, Release, RuleOn, Script
from ttx.explore.graph import Edge, Graph
from ttx.explore.witness import MoveEntry, Paths
from ttx.frozen import dataclass
from ttx.model.parts import FREE, NONE, Decision
from ttx.model.position import decision_of

Kind: TypeAlias = Literal["ending", "inject", "decision", "option", "outcome", "phase"]
KINDS: tuple[Kind, ...] = ("ending", "inject", "decision", "option", "outcome", "phase")

Key: TypeAlias = tuple[str, ...]
"""What an act does, whoever does it where: its kind, then the ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One authored part and whether some course comes to it.

    Names: an ending, inject, decision or phase by its id; an option ``D-01.a`` (``free`` and, where
    silence is explored, ``none`` among them); a result ``D-02.agreed``, or ``D-02.a.agreed`` where
    the ruling belongs to one answer.
    """

    kind: Kind
    name: str
    reached: bool
    moves: tuple[MoveEntry, ...] = ()
    """From the start to that place; empty also where nothing has to be chosen on the way."""
    held_back: bool = False
    """A contingency inject, and the course explored does not offer those."""


def key_of(act: Act) -> Key | None:
    """The key of an act; None for a slip, which is no authored part of its own."""
    match act:
        case Release(inject):
            return ("inject", inject)
        case Put(decision):
            return ("decision", decision)
        case Answer(slot, value):
            return ("answer", slot, value)
        case RuleOn(owed, result):
            return ("ruled", owed.decision, owed.value, result)
        case Enter(phase):
            return ("phase", phase)
        case End(ending):
            return ("ending", ending)
        case _:
            return None


def places(graph: Graph, paths: Paths) -> dict[Key, tuple[MoveEntry, ...]]:
    """Everything some course does, each with the moves that come to it by the fewest choices."""
    nearest: dict[Key, tuple[int, int, Edge]] = {}
    for node in graph.order:
        for place, way in enumerate(graph.ways[node] or ()):
            for edge in way:
                key = key_of(edge.act)
                cost = paths.cost[node] + place
                if key is not None and (key not in nearest or cost < nearest[key][0]):
                    nearest[key] = (cost, node, edge)
    found = {key: paths.moves_over(node, edge) for key, (_, node, edge) in nearest.items()}
    first = graph.positions[0]
    if first.phase is not None:
        found.setdefault(("phase", first.phase), ())
    elif first.ended is not None:
        found.setdefault(("ending", first.ended), ())
    return found


def deeds(graph: Graph) -> frozenset[Key]:
    """Everything some course does, without the way there."""
    acts = (edge.act for ways in graph.ways for way in ways or () for edge in way)
    return frozenset(key for act in acts if (key := key_of(act)) is not None)


def endings_after(graph: Graph) -> dict[str, frozenset[str]]:
    """By each answer to what is chosen next (``D-02.a``), the endings that can still come after it."""
    node = 0
    while (ways := graph.ways[node]) and len(ways) == 1 and len(ways[0]) == 1:
        node = ways[0][0].to
    found: dict[str, set[str]] = {}
    for way in graph.ways[node] or ():
        for edge in way:
            if isinstance(edge.act, Answer):
                name = f"{decision_of(edge.act.slot)}.{edge.act.value}"
                found.setdefault(name, set()).update(_endings_from(graph, edge.to))
    return {name: frozenset(endings) for name, endings in found.items()}


def _endings_from(graph: Graph, start: int) -> set[str]:
    seen, ahead = {start}, [start]
    while ahead:
        for way in graph.ways[ahead.pop()] or ():
            new = [edge.to for edge in way if edge.to not in seen]
            seen.update(new)
            ahead += new
    return {ended for node in seen if (ended := graph.positions[node].ended) is not None}


def claims(script: Script, reach: Reach, found: Mapping[Key, tuple[MoveEntry, ...]]) -> tuple[Claim, ...]:
    """Every authored part in file order, kind by kind, with whether it was found."""
    made: list[Claim] = []
    for kind, name, keys in _parts(script, reach):
        moves = min((found[key] for key in keys if key in found), key=len, default=None)
        held = kind == "inject" and script.injects[name].kind == "contingency" and not reach.contingency
        made.append(
            Claim(
                kind=kind,
                name=name,
                reached=moves is not None,
                moves=moves or (),
                held_back=held and moves is None,
            )
        )
    return tuple(made)


def _parts(script: Script, reach: Reach) -> Iterator[tuple[Kind, str, tuple[Key, ...]]]:
    scenario = script.scenario
    yield from (("ending", e.id, (("ending", e.id),)) for e in scenario.endings)
    yield from (("inject", i, (("inject", i),)) for i in script.injects)
    yield from (("decision", d, (("decision", d),)) for d in script.decisions)
    for decision in script.decisions.values():
        yield from _options(decision, reach)
    for decision in script.decisions.values():
        yield from _outcomes(script, decision)
    yield from (("phase", p.id, (("phase", p.id),)) for p in scenario.phases)


def _options(decision: Decision, reach: Reach) -> Iterator[tuple[Kind, str, tuple[Key, ...]]]:
    values = [*(o.id for o in decision.options), FREE, *((NONE,) if reach.silence else ())]
    slots = (decision.id, *(f"{decision.id}.{cell}" for cell in decision.to))
    for value in values:
        yield "option", f"{decision.id}.{value}", tuple(("answer", slot, value) for slot in slots)


def _outcomes(script: Script, decision: Decision) -> Iterator[tuple[Kind, str, tuple[Key, ...]]]:
    """A ruling of one answer under that answer's name; the decision's own for all that share it."""
    own = {o.id: o.ruling for o in decision.options} | {FREE: decision.free}
    for value, spec in own.items():
        if spec is not None:
            for result in results(script.scenario.rules[spec.rule]):
                yield "outcome", f"{decision.id}.{value}.{result}", (("ruled", decision.id, value, result),)
    shared = [value for value, spec in own.items() if spec is None]
    if decision.ruling is not None and shared:
        for result in results(script.scenario.rules[decision.ruling.rule]):
            keys = tuple(("ruled", decision.id, value, result) for value in shared)
            yield "outcome", f"{decision.id}.{result}", keys


def claim_named(found: tuple[Claim, ...], kind: str, name: str) -> Claim | None:
    """The claim of that name; ``outcome:D-02.agreed`` also means the result after any one answer."""
    own = [c for c in found if c.kind == kind and c.name == name]
    if own or kind != "outcome":
        return own[0] if own else None
    decision, _, result = name.partition(".")
    alike = [
        c
        for c in found
        if c.kind == kind and decision_of(c.name) == decision and c.name.split(".", 2)[2:] == [result]
    ]
    reached = [c for c in alike if c.reached]
    return min(reached, key=lambda c: len(c.moves)) if reached else (alike[0] if alike else None)
