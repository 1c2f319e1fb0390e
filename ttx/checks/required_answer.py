"""An ending describes how it came out; one that needs one answer to one decision grades it (room F3).

Two forms are seen. A condition that names the answer, itself or through derived words. And one that
needs a value of a track which nothing but that answer sets: then only where the links speak for the
answer and not against it, for an ending may well describe what one costly answer led to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ttx.checks.leading_question import spoken_against, spoken_for
from ttx.checks.walk import decisions, rulings
from ttx.diagnostics import Problem, Severity, Spans
from ttx.frozen import dataclass
from ttx.model.conditions import AnswerRef, Both, Compare, Condition, Constant, OneOf, TrackRef
from ttx.model.parts import FREE, NONE, Decision, Effect, Option
from ttx.model.scenario import Scenario

CODE = "TTX433"
TITLE = "an ending that needs one particular answer"

Answer: TypeAlias = tuple[str, str]
"""Decision and option."""
Needs: TypeAlias = frozenset[tuple[Answer, bool]]
"""Answers a condition cannot hold without; True where it names them."""
_NOTHING: Needs = frozenset()


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every ending and answer it cannot come about without."""
    reader = _Reader(scenario, _setters(scenario))
    options = {(d.id, option.id): option for _, d in decisions(scenario) for option in d.options}
    for ending in scenario.endings:
        if ending.when is None:
            continue
        for answer, named in sorted(reader.needs(ending.when.tree, ())):
            option = options.get(answer)
            if option is not None and (named or _favoured(option)):
                message = f"{ending.id} needs {answer[1]} as the answer to {answer[0]}, and no other will do."
                hint = "Let it read what several answers lead to, such as who was told or a track."
                at = spans.of(("endings", ending.id, "when"))
                yield Problem(CODE, at, message, Severity.WARNING, hint)


def _favoured(option: Option) -> bool:
    return spoken_for(option) and not spoken_against(option)


@dataclass(frozen=True)
class _Reader:
    scenario: Scenario
    setters: Mapping[tuple[str, int | str], frozenset[Answer | None]]
    """By track and value: the answers that set it; None: something else does."""

    def needs(self, tree: Condition, within: tuple[str, ...]) -> Needs:
        """What a condition cannot hold without; ``within``: the derived words it was come to by."""
        if isinstance(tree, Both):
            parts = [self.needs(part, within) for part in tree.of]
            return frozenset.union(*parts) if tree.how == "and" else frozenset.intersection(*parts)
        if isinstance(tree, Compare) and tree.how == "==" and isinstance(tree.right, Constant):
            return self._equal(tree.left, tree.right.value, within)
        if isinstance(tree, OneOf) and len(tree.values) == 1 and isinstance(tree.values[0], Constant):
            return self._equal(tree.left, tree.values[0].value, within)
        return self._equal(tree, "yes", within) if isinstance(tree, TrackRef) else _NOTHING

    def _equal(self, left: Condition, value: int | str, within: tuple[str, ...]) -> Needs:
        if isinstance(left, AnswerRef):
            wanted = (left.decision, str(value))
            return _NOTHING if value in (FREE, NONE) else frozenset({(wanted, True)})
        if not isinstance(left, TrackRef):
            return _NOTHING
        cases = self.scenario.derived.get(left.track)
        if cases is not None:
            return self._derived(left.track, str(value), within)
        answers = self.setters.get((left.track, value), frozenset())
        if self.scenario.tracks[left.track].start == value or len(answers) != 1:
            return _NOTHING
        return frozenset((answer, False) for answer in answers if answer is not None)

    def _derived(self, name: str, value: str, within: tuple[str, ...]) -> Needs:
        cases = [case.when for case in self.scenario.derived[name] if case.value == value]
        if name in within or not cases or any(when is None for when in cases):
            return _NOTHING
        parts = [self.needs(when.tree, (*within, name)) for when in cases if when is not None]
        return frozenset.intersection(*parts)


def _setters(scenario: Scenario) -> dict[tuple[str, int | str], frozenset[Answer | None]]:
    found: dict[tuple[str, int | str], set[Answer | None]] = {}
    for answer, effect in _effects(scenario):
        found.setdefault((effect.track, effect.value), set()).add(answer)
    stepped = {effect.track for _, effect in _effects(scenario) if effect.op != "="}
    stepped |= {slip.track for phase in scenario.phases for slip in phase.slips if slip.track}
    return {key: frozenset(answers) for key, answers in found.items() if key[0] not in stepped}


def _effects(scenario: Scenario) -> Iterator[tuple[Answer | None, Effect]]:
    for phase in scenario.phases:
        yield from ((None, effect) for guarded in phase.on_enter for effect in guarded.effects)
        yield from ((None, effect) for inject in phase.injects for effect in inject.effects)
        for decision in phase.decisions:
            yield from _of_decision(decision)


def _of_decision(decision: Decision) -> Iterator[tuple[Answer | None, Effect]]:
    for option in decision.options:
        yield from (((decision.id, option.id), effect) for effect in option.effects)
    yield from ((None, effect) for effect in decision.if_not_taken.effects)
    for place, ruling in rulings((), decision):
        answer = (decision.id, str(place[1])) if place[0] == "options" else None
        for brings in ruling.outcomes.values():
            yield from ((answer, effect) for effect in brings.effects)
