"""An objective that only injects name is heard of, and nothing anybody decides can show it."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions, injects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX442"
TITLE = "an objective that no decision can show"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every objective that injects name, and no decision by itself or by its links."""
    named = {o for _, inject in injects(scenario) for o in inject.objectives}
    known = [decision for _, decision in decisions(scenario)]
    decided = {o for decision in known for o in decision.objectives}
    linked = {link.target for d in known for option in d.options for link in option.links}
    for objective in scenario.objectives.values():
        shown = objective.id in decided or linked.intersection(objective.commitments)
        if objective.id in named and not shown:
            message = f"{objective.id} is named by injects alone: no decision can show it."
            hint = "Name it under objectives of the decision that does, or link an option to its commitment."
            at = spans.key(("objectives", objective.id))
            yield Problem(CODE, at, message, Severity.WARNING, hint)
