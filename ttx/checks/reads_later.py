"""A condition that asks for what only a later phase brings is the same at every play."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import conditions, decisions, injects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.expressions import leaves
from ttx.model.conditions import AnswerRef, InjectRef
from ttx.model.scenario import Scenario

CODE = "TTX268"
TITLE = "a condition that asks for what comes later"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every inject or decision of a later phase that a condition reads."""
    order = {phase.id: n for n, phase in enumerate(scenario.phases)}
    comes = {inject.id: order[inject.phase] for _, inject in injects(scenario)}
    comes |= {decision.id: order[decision.phase] for _, decision in decisions(scenario)}
    for path, phase, when in conditions(scenario):
        for leaf in leaves(when.tree):
            if isinstance(leaf, InjectRef):
                name, so = leaf.inject, "it is never released by then"
            elif isinstance(leaf, AnswerRef):
                name, so = leaf.decision, "here it is always none"
            else:
                continue
            if phase is not None and comes[name] > phase:
                message = f"{name} belongs to a later phase: {so}."
                yield Problem(CODE, spans.of(path), message, Severity.WARNING)
