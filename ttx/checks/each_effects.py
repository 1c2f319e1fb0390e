"""Where each cell answers for itself there is no one answer that effects could follow (design 5)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions, rulings
from ttx.diagnostics import Problem, Spans
from ttx.model.scenario import Scenario

CODE = "TTX266"
TITLE = "effects or rulings where each cell answers for itself"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """An error for every effect and ruling of a decision in mode each."""
    hint = "Use mode joint or each_then_joint, or let later conditions read each cell's answer."
    for path, decision in decisions(scenario):
        if decision.mode != "each":
            continue
        for option in decision.options:
            if option.effects:
                at = spans.key((*path, "options", option.id, "effects"))
                yield Problem(CODE, at, "In mode each an option has no effects.", hint=hint)
        for place, _ in rulings(path, decision):
            yield Problem(CODE, spans.key(place), "In mode each there is no answer to rule on.", hint=hint)
