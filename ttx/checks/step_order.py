"""A decision stands behind the injects of its own phase that ``after`` names (design 5)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions, injects
from ttx.diagnostics import Problem, Spans
from ttx.model.scenario import Scenario

CODE = "TTX250"
TITLE = "after names an inject that is no step of the decision's phase"

_OUT_OF_TURN = ("contingency", "delivered")


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """An error for every such inject."""
    known = {inject.id: inject for _, inject in injects(scenario)}
    for path, decision in decisions(scenario):
        for n, name in enumerate(decision.after):
            inject = known[name]
            at = spans.of((*path, "after", n))
            if inject.phase != decision.phase:
                message = f"{name} belongs to phase {inject.phase}, {decision.id} to phase {decision.phase}."
                yield Problem(CODE, at, message, hint="Name an inject of the same phase.")
            elif inject.kind in _OUT_OF_TURN:
                message = f"{name} is {inject.kind} and has no turn of its own to stand behind."
                yield Problem(CODE, at, message, hint="Name an inject that is a step, or leave after out.")
