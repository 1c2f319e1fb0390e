"""What an answer does besides moving endings and bearing on commitments.

Who tells whom, what it sets on a track that the file reads, what it sends, and whether the file asks
after it anywhere (``when: D-07 == talks-on-line``). None of this is better or worse than another;
but what one answer alone does, another does not make superfluous.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ttx.course import Script
from ttx.model.conditions import AnswerRef, Both, Compare, Condition, Constant, Not, OneOf, TrackRef, When
from ttx.model.parts import Decision, Effect, Option

Deed: TypeAlias = tuple[str, ...]
"""Such as ``("tells", "rok", "us")``, ``("sets", "ladder", "=", "up")`` or ``("asked for",)``."""


class Deeds:
    """What the answers of one scenario do."""

    def __init__(self, script: Script) -> None:
        conditions = tuple(_besides_endings(script))
        leaves = (leaf for when in conditions for leaf in script.leaves(when))
        self._read = frozenset(leaf.track for leaf in leaves if isinstance(leaf, TrackRef))
        self._asked = frozenset(pair for when in conditions for pair in _asked(when.tree))

    def of(self, decision: Decision, option: Option) -> frozenset[Deed]:
        """Everything an option of the decision does, with all that its rulings can bring."""
        found: set[Deed] = {("tells", contact.from_, contact.to) for contact in option.contacts}
        found |= self._sets(option.effects)
        for outcome in option.ruling.outcomes.values() if option.ruling else ():
            found |= self._sets(outcome.effects)
            found |= {("sends", inject) for inject in outcome.deliver}
        if (decision.id, option.id) in self._asked:
            found.add(("asked for",))
        return frozenset(found)

    def _sets(self, effects: tuple[Effect, ...]) -> set[Deed]:
        return {("sets", e.track, e.op, str(e.value)) for e in effects if e.track in self._read}


def _besides_endings(script: Script) -> Iterator[When]:
    """Conditions that something other than an ending reads: endings are weighed by themselves."""
    for phase in script.scenario.phases:
        yield from script.phase_conditions(phase)
    yield from (case.when for cases in script.scenario.derived.values() for case in cases if case.when)


def _asked(tree: Condition) -> Iterator[tuple[str, str]]:
    """Answers that a condition names, as decision and value."""
    match tree:
        case Not(of):
            yield from _asked(of)
        case Both(_, several):
            for each in several:
                yield from _asked(each)
        case Compare(_, AnswerRef(decision), Constant(value)) | Compare(
            _, Constant(value), AnswerRef(decision)
        ):
            yield decision, str(value)
        case OneOf(AnswerRef(decision), values):
            yield from ((decision, str(v.value)) for v in values if isinstance(v, Constant))
