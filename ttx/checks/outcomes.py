"""A ruling says what every result of its rule brings, and names no others."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.adjudication import results
from ttx.checks.walk import decisions, rulings
from ttx.diagnostics import Problem, Spans
from ttx.expressions.hints import did_you_mean, listed, shown
from ttx.model.scenario import Scenario

CODE = "TTX259"
TITLE = "outcomes and the rule's results differ"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """An error for every result without an outcome, and for every outcome without a result."""
    for path, decision in decisions(scenario):
        for place, ruling in rulings(path, decision):
            known = results(scenario.rules[ruling.rule])
            missing = [result for result in known if result not in ruling.outcomes]
            if missing:
                message = f"The outcome of {listed(missing)} is missing: {ruling.rule} can give it."
                hint = f"Add {missing[0]}: {{}} where nothing follows."
                yield Problem(CODE, spans.key((*place, "outcomes")), message, hint=hint)
            for result in ruling.outcomes:
                if result not in known:
                    message = f"{ruling.rule} has no result {shown(result)}."
                    hint = did_you_mean(result, known) or f"Its results: {listed(known)}."
                    yield Problem(CODE, spans.key((*place, "outcomes", result)), message, hint=hint)
