"""The agenda gives a phase the minutes it plans, and a phase plans the minutes its steps need."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.course.script import steps_of
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Phase, Scenario
from ttx.model.times import show_length

CODE = "TTX264"
TITLE = "less room time than the steps need"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A remark for every phase that is short of time."""
    given: dict[str, int] = {}
    last: dict[str, int] = {}
    for n, item in enumerate(scenario.agenda):
        if item.phase is not None:
            given[item.phase] = given.get(item.phase, 0) + item.minutes
            last[item.phase] = n
    for p, phase in enumerate(scenario.phases):
        needed = steps_minutes(phase)
        if phase.minutes < needed:
            message = (
                f"The steps of {phase.id} need {show_length(needed)}; it has {show_length(phase.minutes)}."
            )
            yield Problem(CODE, spans.of(("phases", p, "minutes")), message, Severity.INFO)
        if phase.id in given and given[phase.id] < phase.minutes:
            has = show_length(given[phase.id])
            message = f"The agenda gives {phase.id} {has}; it plans {show_length(phase.minutes)}."
            yield Problem(CODE, spans.of(("agenda", last[phase.id])), message, Severity.INFO)


def steps_minutes(phase: Phase) -> int:
    """Room minutes that the steps of one round of a phase take together."""
    steps = set(steps_of(phase))
    injects = sum(inject.minutes for inject in phase.injects if inject.id in steps)
    return injects + sum(decision.minutes for decision in phase.decisions)
