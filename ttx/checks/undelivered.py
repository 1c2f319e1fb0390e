"""A delivered inject comes only where an outcome's ``deliver`` names it."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import consequences, injects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX257"
TITLE = "a delivered inject that no outcome delivers"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every delivered inject that can never come."""
    named = {inject for _, brings in consequences(scenario) for inject in brings.deliver}
    for path, inject in injects(scenario):
        if inject.kind == "delivered" and inject.id not in named:
            message = f"No outcome delivers {inject.id}, so it never comes."
            hint = f"Add deliver: [{inject.id}] to an outcome, or give it another kind."
            yield Problem(CODE, spans.of((*path, "id")), message, Severity.WARNING, hint)
