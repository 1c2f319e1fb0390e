"""What is given, asked or decided has somebody it is addressed to."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions, injects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX271"
TITLE = "addressed to nobody"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """An error for a decision, a warning for an inject and a slip; staff markers need nobody."""
    for path, decision in decisions(scenario):
        if not decision.to:
            yield Problem(
                CODE, spans.key((*path, "to")), f"Nobody decides {decision.id}.", hint="Name a cell."
            )
    for path, inject in injects(scenario):
        if not inject.to and inject.kind != "expected_action":
            message = f"{inject.id} is given to nobody."
            hint = "Name cells under to; for a staff marker use kind: expected_action."
            yield Problem(CODE, spans.of((*path, "id")), message, Severity.WARNING, hint)
    for n, phase in enumerate(scenario.phases):
        for m, slip in enumerate(phase.slips):
            if not slip.to:
                at = spans.of(("phases", n, "slips", m, "ask"))
                message = f"As {phase.id} closes, nobody is asked this."
                yield Problem(CODE, at, message, Severity.WARNING, "Name cells under to, or write to: all.")
