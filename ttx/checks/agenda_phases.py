"""The day names every phase, in the order they are played."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX270"
TITLE = "the agenda leaves a phase out or changes their order"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A remark for every phase out of place; none where there is no agenda."""
    if not scenario.agenda:
        return
    order = {phase.id: n for n, phase in enumerate(scenario.phases)}
    latest = 0
    for n, item in enumerate(scenario.agenda):
        if item.phase is None:
            continue
        if order[item.phase] < latest:
            message = f"{item.phase} is played before what stands above it."
            yield Problem(CODE, spans.of(("agenda", n)), message, Severity.INFO)
        latest = max(latest, order[item.phase])
    named = {item.phase for item in scenario.agenda}
    for phase in scenario.phases:
        if phase.id not in named:
            message = f"The agenda has no time for {phase.id}."
            yield Problem(CODE, spans.key(("agenda",)), message, Severity.INFO)
