"""What is given to a cell, or said to it, has words."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import injects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX448"
TITLE = "nothing to read out"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every inject that is given without a text, and every fact that is told without one.

    An expected action is staff's own mark; nobody is given it.
    """
    hint = "Write under text what is read out or handed over."
    for path, inject in injects(scenario):
        if inject.kind != "expected_action" and not inject.text.strip():
            message = f"{inject.id} has no text: there is nothing to read out."
            yield Problem(CODE, spans.of((*path, "id")), message, Severity.WARNING, hint)
    for fact in scenario.facts.values():
        if fact.then is not None and not fact.then.text.strip():
            message = f"{fact.id} is told to {', '.join(fact.then.to)} and has no text."
            yield Problem(CODE, spans.key(("facts", fact.id, "then")), message, Severity.WARNING, hint)
