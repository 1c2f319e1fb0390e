"""Two papers put before one table in the same minute: one of them is not read."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import injects
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario
from ttx.model.times import show_time

CODE = "TTX446"
TITLE = "two injects for one cell in one minute"

_IN_TURN = ("contextual",)


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every inject that has a time at which one of its cells gets another already.

    An inject with a condition may exclude the other, and is passed over.
    """
    day = scenario.calendar.date
    taken: dict[tuple[int, str], str] = {}
    for path, inject in injects(scenario):
        if inject.at is None or inject.kind not in _IN_TURN or inject.when is not None:
            continue
        for cell in inject.to:
            other = taken.setdefault((inject.at, cell), inject.id)
            if other != inject.id:
                message = f"{cell} gets {other} and {inject.id} at {show_time(inject.at, day=day)}."
                hint = "Give one of them a few minutes more."
                yield Problem(CODE, spans.of((*path, "at")), message, Severity.WARNING, hint)
                break
