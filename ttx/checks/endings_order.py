"""Endings are read in file order, first true wins; the last has no condition (design 5)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.diagnostics import Problem, Spans
from ttx.model.scenario import Scenario

CODE = "TTX256"
TITLE = "the last ending, and only the last, has no condition"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """An error for every ending that breaks this."""
    *before, last = scenario.endings
    for ending in before:
        if ending.when is None:
            message = f"{ending.id} has no when, so no ending below it can come about."
            yield Problem(CODE, spans.key(("endings", ending.id)), message, hint="Put it last, or add when.")
    if last.when is not None:
        at = spans.of(("endings", last.id, "when"))
        message = f"{last.id} is the last ending and must hold in every other case."
        yield Problem(CODE, at, message, hint="Delete this when, or add a last ending without one.")
