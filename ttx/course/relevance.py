"""Which parts of a Position the rest of the course can still read (design 5).

Two Positions that differ only in what nothing later reads have the same future, so exploring
counts them once. What is gathered along the way (coverage, ranges) is gathered on the acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ttx.course.script import Field, Leaf, Script, slots_of
from ttx.frozen import dataclass, replace
from ttx.model.conditions import AnswerRef, InjectRef, Told, TrackRef, When
from ttx.model.position import Position, decision_of


@dataclass(frozen=True, slots=True)
class Readable:
    """What can still be read from here on."""

    tracks: frozenset[str]
    slots: frozenset[str]
    injects: frozenset[str]
    told: frozenset[tuple[str, str]]
    told_before: frozenset[tuple[str, str, str]]
    """While that decision was not put, these are read as contacts that stand now."""
    puts: frozenset[str]


class Relevance:
    """Reduces Positions of one script; what is readable is worked out once per place."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self._known: dict[tuple[object, ...], Readable] = {}
        self._order = [p.id for p in script.scenario.phases]

    def reduce(self, position: Position) -> Position:
        """The Position without what nothing later reads."""
        if position.ended is not None:
            return Position(phase=None, ended=position.ended)
        readable = self._readable(position)
        return Position(
            phase=position.phase,
            round=position.round,
            steps=position.steps,
            held=position.held,
            slips=position.slips,
            due=position.due,
            open=position.open,
            owed=position.owed,
            tracks=tuple(sorted(t for t in position.tracks if t[0] in readable.tracks)),
            answers=tuple(a for a in position.answers if a[0] in readable.slots),
            released=position.released & readable.injects,
            once=position.once & self.script.delivered,
            put=position.put & readable.puts,
            told=position.told & (readable.told | _not_put(position, readable)),
            told_before=position.told_before & readable.told_before,
        )

    def kept(self, position: Position) -> frozenset[Field]:
        """What ``reduce`` leaves of this Position's tracks, answers, releases and contacts."""
        if position.ended is not None:
            return frozenset()
        readable = self._readable(position)
        told = readable.told | _not_put(position, readable)
        return frozenset(
            [
                *(("track", track) for track in readable.tracks),
                *(("answer", slot) for slot in readable.slots),
                *(("released", inject) for inject in readable.injects),
                *(("told", *pair) for pair in told),
                *(("before", *triple) for triple in readable.told_before),
            ]
        )

    def _readable(self, position: Position) -> Readable:
        key = (position.phase, position.round, position.steps, position.held, position.open, position.owed)
        found = self._known.get(key)
        if found is None:
            leaves = [leaf for when in self._ahead(position) for leaf in self.script.leaves(when)]
            found = self._gather(leaves, self._to_be_put(position))
            found = replace(found, slots=found.slots | self._still_answered(position))
            self._known[key] = found
        return found

    def _still_answered(self, position: Position) -> frozenset[str]:
        """What other cells answered in mode ``each``: ``if_not_taken`` follows once nobody did."""
        waiting = {decision_of(slot) for slot in position.open}
        found = (d for name in waiting if (d := self.script.decisions[name]).mode == "each")
        brings = (d for d in found if d.if_not_taken.effects or d.if_not_taken.deliver)
        return frozenset(slot for d in brings for slot in slots_of(d))

    def _ahead(self, position: Position) -> Iterator[When]:
        """Every condition that can still be read; a phase that may come again counts whole."""
        script = self.script
        phase = script.phases[position.phase or ""]
        if phase.repeat and position.round < phase.repeat.at_most:
            yield from script.phase_conditions(phase)
        else:
            yield from self._rest_of_phase(position)
        for later in self._order[self._order.index(phase.id) + 1 :]:
            yield from script.phase_conditions(script.phases[later])
        yield from (i.when for d in script.delivered if (i := script.injects[d]).when)
        yield from (e.when for e in script.scenario.endings if e.when)

    def _rest_of_phase(self, position: Position) -> Iterator[When]:
        script = self.script
        for inject in (*position.steps, *position.held):
            found = script.injects.get(inject)
            if found and found.when:
                yield found.when
        waiting = {decision_of(s) for s in position.open} | {o.decision for o in position.owed}
        for decision in {s for s in position.steps if s in script.decisions} | waiting:
            yield from script.decision_conditions(script.decisions[decision])
        yield from script.closing_conditions(script.phases[position.phase or ""])

    def _to_be_put(self, position: Position) -> frozenset[str]:
        """Decisions that may still be put."""
        script = self.script
        phase = script.phases[position.phase or ""]
        ahead = {s for s in position.steps if s in script.decisions}
        if phase.repeat and position.round < phase.repeat.at_most:
            ahead |= {d.id for d in phase.decisions}
        for later in self._order[self._order.index(phase.id) + 1 :]:
            ahead |= {d.id for d in script.phases[later].decisions}
        return frozenset(ahead)

    def _gather(self, leaves: Iterable[Leaf], to_be_put: frozenset[str]) -> Readable:
        leaves = list(leaves)
        told = [leaf for leaf in leaves if isinstance(leaf, Told)]
        answers = [leaf for leaf in leaves if isinstance(leaf, AnswerRef)]
        injects = {leaf.inject for leaf in leaves if isinstance(leaf, InjectRef)}
        before = frozenset((t.teller, t.told, t.before) for t in told if t.before)
        return Readable(
            tracks=frozenset(leaf.track for leaf in leaves if isinstance(leaf, TrackRef)),
            slots=frozenset(f"{a.decision}.{a.cell}" if a.cell else a.decision for a in answers),
            injects=frozenset(injects) | self.script.delivered,
            told=frozenset((t.teller, t.told) for t in told if t.before is None or t.before in to_be_put),
            told_before=before,
            puts=frozenset(t.before for t in told if t.before),
        )


def _not_put(position: Position, readable: Readable) -> frozenset[tuple[str, str]]:
    """Contacts read as they stand now, because the decision they are compared with was not put."""
    return frozenset((a, b) for a, b, decision in readable.told_before if decision not in position.put)
