"""How to come to a place: what people choose on the way, as the entries of a moves file.

A witness holds only what people choose (answers, rulings, slips, contingency injects); the steps
of the book carry themselves out when it is played.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ttx.adjudication import Finding, Made, dice_of, rule_on
from ttx.course import Act, Answer, Release, RuleOn, Script, TakeSlip, brought, reader
from ttx.dice import Dice
from ttx.explore.graph import Edge, Graph
from ttx.model.parts import NONE
from ttx.model.position import Position, cell_of, decision_of

MoveEntry: TypeAlias = Mapping[str, object]
"""One entry of a moves file: keys to words, whole numbers, yes or no, lists, or keys again."""
Step: TypeAlias = tuple[Position, Act]

_CHOICE = 1_000_000
"""More than the places of all answers on one way add up to."""


class Paths:
    """The way with the fewest choices to every state; of several, one with the earlier answers."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._from: list[tuple[int, Edge] | None] = [None] * len(graph.positions)
        self.cost: list[int] = [0] * len(graph.positions)
        """Low for few choices and results on the way, then for early answers in the file."""
        for node in graph.order:
            ways = graph.ways[node] or ()
            chosen = len(ways) > 1 or any(len(way) > 1 for way in ways)
            cost = self.cost[node] + _CHOICE * int(chosen)
            for place, way in enumerate(ways):
                for edge in way:
                    if self._from[edge.to] is None or cost + place < self.cost[edge.to]:
                        self._from[edge.to] = (node, edge)
                        self.cost[edge.to] = cost + place

    def steps_to(self, node: int) -> tuple[Step, ...]:
        """Every act from the start to a state, with the Position in which it is done."""
        steps: list[Step] = []
        while (came := self._from[node]) is not None:
            node, edge = came
            steps.append((self._graph.positions[node], edge.act))
        return tuple(reversed(steps))

    def moves_to(self, node: int) -> tuple[MoveEntry, ...]:
        """What people choose from the start to a state."""
        return moves_of(self._graph.script, self.steps_to(node))

    def moves_over(self, node: int, edge: Edge) -> tuple[MoveEntry, ...]:
        """What people choose from the start to a state and in the act behind it."""
        last = (self._graph.positions[node], edge.act)
        return moves_of(self._graph.script, (*self.steps_to(node), last))


def moves_of(script: Script, steps: Iterable[Step]) -> tuple[MoveEntry, ...]:
    """The moves among these acts, in their order."""
    return tuple(move for position, act in steps for move in _moves(script, position, act))


def _moves(script: Script, position: Position, act: Act) -> Iterator[MoveEntry]:
    match act:
        case Answer(slot, value):
            cell = cell_of(slot)
            coded: object = value if cell is None else {cell: value}
            silent = {"outcome": "not_taken"} if value == NONE else {}
            yield {decision_of(slot): coded, **silent}
        case RuleOn(owed):
            yield {"ruling": owed.decision, **_brought(script, position, act)}
        case TakeSlip(index, value):
            track = script.phases[position.phase or ""].slips[index].track
            yield {"slip": track, "value": value}
        case Release(inject) if inject in position.held and inject not in position.due:
            yield {"inject": inject}
        case _:
            return


def _brought(script: Script, position: Position, act: RuleOn) -> dict[str, object]:
    """What people bring to a ruling so that it gives this result; what is left out they need not."""
    rule = script.scenario.rules[act.owed.rule]
    made = brought(script, position, act)
    dice = dice_of(rule)
    entry: dict[str, object] = {
        "result": made.result,
        "ticks": dict(made.ticks),
        "for": [str(reason) for reason in made.for_],
        "against": [str(reason) for reason in made.against],
        "word": made.word.replace("_", " "),
        "percent": made.percent,
        "votes": dict(made.votes),
        "umpire": made.umpire,
        "faces": list(_faces(script, position, act, made, dice)) if dice else [],
    }
    return {key: value for key, value in entry.items() if value}


def _faces(script: Script, position: Position, act: RuleOn, made: Made, dice: Dice) -> Sequence[int]:
    """The lowest faces that give the result; asked of the rule itself."""
    rule = script.scenario.rules[act.owed.rule]
    holds = reader(script, position)
    for total in range(dice.count, dice.count * dice.sides + 1):
        faces = _adding_up(total, dice.count, dice.sides)
        found = rule_on(rule, replace(made, faces=faces), holds, seed=b"", index=0)
        if isinstance(found, Finding) and found.result == act.result:
            return faces
    raise ValueError(f"{rule.id} never gives {act.result} here")


def _adding_up(total: int, count: int, sides: int) -> tuple[int, ...]:
    over = total - count
    return tuple(1 + min(sides - 1, max(0, over - n * (sides - 1))) for n in range(count))
