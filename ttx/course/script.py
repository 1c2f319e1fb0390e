"""A scenario indexed for play: what is looked up at every step, worked out once.

Owned here: the order of a phase's steps (design 5) and which answers of single cells anything
reads. A ``Script`` is never changed and holds its scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import TypeAlias

from ttx.expressions import leaves
from ttx.frozen import dataclass
from ttx.model.conditions import AnswerRef, InjectRef, Told, TrackRef, When
from ttx.model.parts import Consequence, Decision, Inject, RulingSpec
from ttx.model.scenario import Phase, Scenario

Leaf = TrackRef | AnswerRef | InjectRef | Told
Field: TypeAlias = tuple[str, ...]
"""One thing of a Position that can be read: ``("track", T)``, ``("answer", SLOT)``, ``("released", I)``,
``("told", A, B)`` or ``("before", A, B, D)``."""

_OUT_OF_TURN = ("contingency", "delivered")


@dataclass(frozen=True, eq=False)
class Script:
    """A scenario with the look-ups that play and exploring need."""

    scenario: Scenario
    noted: set[Field] | None = field(default=None, repr=False)
    """Where it is given, everything that the course reads of a Position is put in it."""

    @cached_property
    def injects(self) -> Mapping[str, Inject]:
        """Every authored inject by its id."""
        return {i.id: i for p in self.scenario.phases for i in p.injects}

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """Every decision by its id."""
        return {d.id: d for p in self.scenario.phases for d in p.decisions}

    @cached_property
    def phases(self) -> Mapping[str, Phase]:
        """Every phase by its id, in file order."""
        return {p.id: p for p in self.scenario.phases}

    @cached_property
    def steps(self) -> Mapping[str, tuple[str, ...]]:
        """A phase's steps in the order of the book."""
        return {p.id: steps_of(p) for p in self.scenario.phases}

    @cached_property
    def delivered(self) -> frozenset[str]:
        """Injects that some outcome delivers."""
        return frozenset(i for c in self._consequences() for i in c.deliver)

    @cached_property
    def read_slots(self) -> frozenset[str]:
        """Answers of single cells (``D-01.rok``) that some condition reads."""
        read = (leaf for when in self.conditions() for leaf in self.leaves(when))
        return frozenset(f"{r.decision}.{r.cell}" for r in read if isinstance(r, AnswerRef) and r.cell)

    def leaves(self, when: When | None) -> frozenset[Leaf]:
        """What a condition reads, derived words replaced by what they read in turn."""
        if when is None:
            return frozenset()
        found = self._leaves.get(when.text)
        if found is None:
            found = self._leaves[when.text] = frozenset(self._expand(when, ()))
        return found

    @cached_property
    def _leaves(self) -> dict[str, frozenset[Leaf]]:
        return {}

    def _expand(self, when: When, within: tuple[str, ...]) -> Iterator[Leaf]:
        for leaf in leaves(when.tree):
            name = leaf.track if isinstance(leaf, TrackRef) else None
            cases = self.scenario.derived.get(name) if name else None
            if name is None or cases is None:
                yield leaf
            elif name not in within:
                for case in cases:
                    if case.when is not None:
                        yield from self._expand(case.when, (*within, name))

    def conditions(self) -> Iterator[When]:
        """Every condition of the scenario, its rules and its endings."""
        for phase in self.scenario.phases:
            yield from self.phase_conditions(phase)
        yield from (e.when for e in self.scenario.endings if e.when)
        yield from (c.when for cases in self.scenario.derived.values() for c in cases if c.when)

    def phase_conditions(self, phase: Phase) -> Iterator[When]:
        """Every condition that play of one phase, and leaving it, can read."""
        yield from (g.when for g in phase.on_enter if g.when)
        yield from (i.when for i in phase.injects if i.when)
        for decision in phase.decisions:
            yield from self.decision_conditions(decision)
        yield from self.closing_conditions(phase)

    def decision_conditions(self, decision: Decision) -> Iterator[When]:
        """Conditions of a decision, its options and the rules they are ruled by."""
        if decision.when:
            yield decision.when
        yield from (o.when for o in decision.options if o.when)
        for spec in ruling_specs(decision):
            rule = self.scenario.rules.get(spec.rule)
            if rule is not None:
                yield from rule.whens()

    @staticmethod
    def closing_conditions(phase: Phase) -> Iterator[When]:
        """Conditions read as a phase closes."""
        if phase.repeat:
            yield phase.repeat.while_
        yield from (to.when for to in phase.leads_to if to.when)

    def _consequences(self) -> Iterator[Consequence]:
        for decision in self.decisions.values():
            yield decision.if_not_taken
            for spec in ruling_specs(decision):
                yield from spec.outcomes.values()


def ruling_specs(decision: Decision) -> tuple[RulingSpec, ...]:
    """Every ruling a decision can lead to."""
    specs = (decision.ruling, decision.free, *(o.ruling for o in decision.options))
    return tuple(s for s in specs if s is not None)


def steps_of(phase: Phase) -> tuple[str, ...]:
    """A phase's steps: injects in file order, each decision behind the last of its ``after``."""
    turns = [i.id for i in phase.injects if i.kind not in _OUT_OF_TURN]
    place = {inject: n for n, inject in enumerate(turns)}
    last = len(turns) - 1
    behind: dict[int, list[str]] = {}
    for decision in phase.decisions:
        after = [place[a] for a in decision.after if a in place]
        behind.setdefault(max(after) if after else last, []).append(decision.id)
    steps = behind.get(-1, [])[:]
    for n, inject in enumerate(turns):
        steps += [inject, *behind.get(n, ())]
    return tuple(steps)


def slots_of(decision: Decision) -> tuple[str, ...]:
    """Every slot a decision can wait in: ``D-01``, or ``D-01.rok`` for each cell first."""
    own = tuple(f"{decision.id}.{cell}" for cell in decision.to)
    if decision.mode == "each":
        return own
    return (*own, decision.id) if decision.mode == "each_then_joint" else (decision.id,)
