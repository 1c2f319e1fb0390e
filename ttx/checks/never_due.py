"""A condition that no play can make true: what it guards was written for nobody.

Worked out from the file alone: a track takes its start and what is set, a decision its options,
``free`` and ``none``; who is told, and what a scale that is stepped comes to, is left open. What is
called impossible here is impossible; ``validate --deep`` finds the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ttx.checks.walk import conditions, decisions, effects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.frozen import dataclass
from ttx.model.conditions import AnswerRef, Both, Compare, Condition, Constant, Not, OneOf, TrackRef
from ttx.model.parts import FREE, NONE
from ttx.model.scenario import Scenario

CODE = "TTX445"
TITLE = "a condition that can never hold"

Values: TypeAlias = "frozenset[int | str] | None"
"""What something can come to; None: not worked out."""
Truths: TypeAlias = frozenset[bool]
_EITHER: Truths = frozenset({True, False})


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every condition of the course that is false whatever is played."""
    reader = _Reader(_tracks(scenario), _answers(scenario), scenario)
    for path, _, when in conditions(scenario):
        if True not in reader.truths(when.tree):
            what = str(path[-2]) if path[0] == "endings" else _name(path, scenario)
            message = f"The condition of {what} can never hold."
            hint = "Nothing sets a track, or offers an answer, that would make it true."
            yield Problem(CODE, spans.of(path), message, Severity.WARNING, hint)


def _name(path: tuple[str | int, ...], scenario: Scenario) -> str:
    phase = scenario.phases[int(path[1])]
    kind, n = path[2], path[3]
    if kind == "injects":
        return phase.injects[int(n)].id
    if kind == "decisions":
        return str(path[5]) if len(path) > 5 else phase.decisions[int(n)].id
    return f"{kind} of {phase.id}"


@dataclass(frozen=True)
class _Reader:
    tracks: dict[str, Values]
    answers: dict[str, frozenset[int | str]]
    scenario: Scenario

    def truths(self, tree: Condition) -> Truths:
        """What a condition can come out as."""
        if isinstance(tree, Not):
            return frozenset(not each for each in self.truths(tree.of))
        if isinstance(tree, Both):
            return self._both(tree)
        if isinstance(tree, Compare) and tree.how in ("==", "!="):
            found = _equal(self._values(tree.left), self._values(tree.right))
            return found if tree.how == "==" else frozenset(not each for each in found)
        if isinstance(tree, OneOf):
            values = [self._values(value) for value in tree.values]
            known = [value for value in values if value is not None]
            wanted = frozenset[int | str]().union(*known) if len(known) == len(values) else None
            return self._among(self._values(tree.left), wanted)
        if isinstance(tree, TrackRef):
            return _equal(self._values(tree), frozenset({"yes"}))
        return _EITHER

    def _both(self, tree: Both) -> Truths:
        parts = [self.truths(part) for part in tree.of]
        decides = tree.how == "or"
        found = {decides} if any(decides in part for part in parts) else set()
        return frozenset(found | ({not decides} if all((not decides) in part for part in parts) else set()))

    def _among(self, given: Values, wanted: Values) -> Truths:
        if given is None or wanted is None:
            return _EITHER
        return frozenset(value in wanted for value in given)

    def _values(self, tree: Condition) -> Values:
        if isinstance(tree, Constant):
            return frozenset({tree.value})
        if isinstance(tree, AnswerRef):
            return self.answers[tree.decision]
        if not isinstance(tree, TrackRef):
            return None
        cases = self.scenario.derived.get(tree.track)
        return self.tracks[tree.track] if cases is None else frozenset(case.value for case in cases)


def _equal(left: Values, right: Values) -> Truths:
    if left is None or right is None:
        return _EITHER
    found = {True} if left & right else set()
    return frozenset(found | ({False} if len(left | right) > 1 else set()))


def _tracks(scenario: Scenario) -> dict[str, Values]:
    """What each track can come to; not worked out where it is stepped, or typed from a slip."""
    found: dict[str, set[int | str]] = {t.id: {t.start} for t in scenario.tracks.values()}
    open_ = {slip.track for phase in scenario.phases for slip in phase.slips if slip.track}
    for effect in effects(scenario):
        found[effect.track].add(effect.value)
        open_ |= {effect.track} if effect.op != "=" else set()
    return {name: None if name in open_ else frozenset(values) for name, values in found.items()}


def _answers(scenario: Scenario) -> dict[str, frozenset[int | str]]:
    return {d.id: frozenset({FREE, NONE, *(o.id for o in d.options)}) for _, d in decisions(scenario)}
