"""A decision without minutes takes none of the room's time: it is due as soon as it is put."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX272"
TITLE = "a decision without minutes"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every decision that plans no room minutes."""
    for path, decision in decisions(scenario):
        if not decision.minutes:
            message = f"{decision.id} plans no minutes: it is overdue as soon as it is put."
            hint = "Give it minutes: 20, or {cells: 10, plenary: 10}."
            yield Problem(CODE, spans.of((*path, "id")), message, Severity.WARNING, hint)
