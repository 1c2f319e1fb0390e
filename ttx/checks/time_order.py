"""Scenario time never runs backwards from step to step, nor from phase to phase."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario
from ttx.model.times import show_time

CODE = "TTX269"
TITLE = "scenario time that runs backwards"

_OUT_OF_TURN = ("contingency", "delivered")


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every step and phase that is earlier than the one before it."""
    day = scenario.calendar.date
    phase_at: int | None = None
    for p, phase in enumerate(scenario.phases):
        if phase.at is not None and phase_at is not None and phase.at < phase_at:
            message = f"{phase.id} begins before {show_time(phase_at, day=day)}, when the phase above begins."
            yield Problem(CODE, spans.of(("phases", p, "at")), message, Severity.WARNING)
        phase_at = latest = phase.at if phase.at is not None else phase_at
        for n, inject in enumerate(phase.injects):
            if inject.at is None or inject.kind in _OUT_OF_TURN:
                continue
            if latest is not None and inject.at < latest:
                message = f"{inject.id} comes after {show_time(latest, day=day)}, and is earlier than that."
                at = spans.of(("phases", p, "injects", n, "at"))
                yield Problem(CODE, at, message, Severity.WARNING, "Put it in its place, or mend its time.")
            latest = inject.at if latest is None else max(latest, inject.at)
