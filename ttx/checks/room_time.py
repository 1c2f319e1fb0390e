"""The agenda gives a phase the minutes it plans, and a phase plans what its steps need (room F4).

What is counted is certain: of the decisions and injects that have a condition only the longest,
since they may exclude each other. ``validate --deep`` counts every course of play.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from ttx.course.minutes import beside_minutes, decision_minutes, inject_minutes
from ttx.course.script import steps_of
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.parts import Decision, Inject
from ttx.model.scenario import Phase, Scenario
from ttx.model.times import show_length

CODE = "TTX264"
TITLE = "less room time than the steps need"

Step = TypeVar("Step", Decision, Inject)


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every phase whose steps are over its minutes, a remark where the agenda is short."""
    given: dict[str, int] = {}
    last: dict[str, int] = {}
    for n, item in enumerate(scenario.agenda):
        if item.phase is not None:
            given[item.phase] = given.get(item.phase, 0) + item.minutes
            last[item.phase] = n
    for p, phase in enumerate(scenario.phases):
        yield from _over(p, phase, scenario, spans)
        if phase.id in given and given[phase.id] < phase.minutes:
            has = show_length(given[phase.id])
            message = f"The agenda gives {phase.id} {has}; it plans {show_length(phase.minutes)}."
            yield Problem(CODE, spans.of(("agenda", last[phase.id])), message, Severity.INFO)


def _over(p: int, phase: Phase, scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    steps = set(steps_of(phase))
    injects = _certain([i for i in phase.injects if i.id in steps], inject_minutes)
    decisions = _certain(phase.decisions, decision_minutes)
    reading = sum(inject_minutes(inject) for inject in injects)
    talk = sum(decision.minutes for decision in decisions)
    beside = sum(beside_minutes(decision) for decision in decisions)
    needed = reading + talk + beside
    if phase.minutes >= needed:
        return
    room = scenario.room_minutes
    also = "" if scenario.interpretation == "none" else f" ({scenario.interpretation} interpretation counted)"
    message = (
        f"The steps of {phase.id} need {show_length(room(needed))}; "
        f"it has {show_length(room(phase.minutes))}{also}: "
        f"{reading} of reading, {talk} of talk, {beside} to record and rule."
    )
    hint = f"{_dropping(phase.decisions)}Give it minutes: {needed}, or less to do."
    at = spans.of(("phases", p, "minutes"))
    yield Problem(CODE, at, message, Severity.WARNING, hint)


def _certain(given: Sequence[Step], minutes: Callable[[Step], int]) -> list[Step]:
    """Those without a condition, and the longest that has one."""
    certain = [each for each in given if each.when is None]
    conditional = [each for each in given if each.when is not None]
    if conditional:
        certain.append(max(conditional, key=minutes))
    return certain


def _dropping(decisions: Iterable[Decision]) -> str:
    """What leaving out the decisions that go first gives back."""
    droppable = sorted((d for d in decisions if d.drop is not None), key=lambda d: d.drop or 0)
    if not droppable:
        return ""
    back = show_length(sum(map(decision_minutes, droppable)))
    return f"Dropping {' and '.join(d.id for d in droppable)} gives {back} back. "
