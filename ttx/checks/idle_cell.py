"""A cell with no inject, decision, question or slip sits in the room with nothing to do."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions, injects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX262"
TITLE = "a cell that gets nothing to do"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every such cell."""
    busy = {cell for _, inject in injects(scenario) for cell in inject.to}
    for _, decision in decisions(scenario):
        busy |= {*decision.to, *(cell for first in decision.first for cell in first.to)}
    for phase in scenario.phases:
        busy |= {cell for question in phase.questions for cell in question.to}
        busy |= {cell for slip in phase.slips for cell in slip.to}
    for name in scenario.cells:
        if name not in busy:
            message = f"{name} gets no inject, no decision and no question."
            yield Problem(CODE, spans.key(("cells", name)), message, Severity.WARNING)
