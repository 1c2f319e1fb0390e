"""An option has a reason, bears on something, or changes something; else it is there for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.parts import Option
from ttx.model.scenario import Scenario

CODE = "TTX444"
TITLE = "an option without bearing, reason or effect"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every option that is nothing but its text."""
    for path, decision in decisions(scenario):
        for option in decision.options:
            if bare(option):
                message = f"{option.id} of {decision.id} bears on nothing, changes nothing and is not argued."
                hint = "Write for and against, link it to a commitment, or give it an effect."
                at = spans.key((*path, "options", option.id))
                yield Problem(CODE, at, message, Severity.WARNING, hint)


def bare(option: Option) -> bool:
    """Whether an option has nothing but its text, and a condition."""
    argued = option.for_.strip() or option.against.strip()
    return not (argued or option.links or option.contacts or option.effects or option.ruling)
