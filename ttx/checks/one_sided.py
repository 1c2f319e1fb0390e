"""Every option is one that somebody in the room could defend, and somebody else attack (room F3)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.bare_option import bare
from ttx.checks.walk import decisions
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX432"
TITLE = "an option argued from one side, or from none"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every option without ``for`` or ``against``; TTX444 has those with nothing at all."""
    for path, decision in decisions(scenario):
        for option in decision.options:
            given = {"for": option.for_, "against": option.against}
            missing = [word for word, text in given.items() if not text.strip()]
            if missing and not bare(option):
                message = f"{option.id} of {decision.id} has nothing under {' and '.join(missing)}."
                hint = "Write what somebody in the room would say; only staff see it."
                at = spans.key((*path, "options", option.id))
                yield Problem(CODE, at, message, Severity.WARNING, hint)
