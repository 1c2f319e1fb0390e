"""A decision without options can be coded as a free answer only, and nothing follows from it."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX251"
TITLE = "a decision without options"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every decision without options."""
    for path, decision in decisions(scenario):
        if not decision.options:
            message = f"{decision.id} has no options: every answer will be a free one."
            hint = "Add options; a talk that decides nothing belongs under questions."
            yield Problem(CODE, spans.of((*path, "id")), message, Severity.WARNING, hint)
