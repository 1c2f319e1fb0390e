"""The marking stands on every page and screen, so a scenario says one."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX263"
TITLE = "no marking"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning where there is none."""
    if not scenario.marking.strip():
        message = "The scenario has no marking, and every page would be printed without one."
        hint = "Add marking: UNCLASSIFIED // EXERCISE, or what applies."
        yield Problem(CODE, spans.of(("marking",)), message, Severity.WARNING, hint)
