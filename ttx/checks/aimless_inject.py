"""An inject is given for something: what it should set off, or which objective it serves (field A4)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import injects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX441"
TITLE = "an inject that nothing is expected of"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A remark for every inject with neither an expected action nor an objective nor an effect.

    What comes by a condition or an outcome has its purpose there.
    """
    for path, inject in injects(scenario):
        plain = inject.kind == "contextual" and inject.when is None
        if plain and not (inject.expected or inject.objectives or inject.effects):
            message = f"{inject.id} names no expected action and no objective."
            hint = "Write under expected what an observer should then see, or take it out."
            yield Problem(CODE, spans.of((*path, "id")), message, Severity.INFO, hint)
