"""``leads_to`` is read in file order, first true wins, and leads to later phases only (design 5)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.diagnostics import Problem, Spans
from ttx.model.scenario import Scenario

CODE = "TTX254"
TITLE = "leads_to leads back, or past its last entry"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """An error for every entry that leads back, or that stands behind one without ``when``."""
    order = {phase.id: n for n, phase in enumerate(scenario.phases)}
    for p, phase in enumerate(scenario.phases):
        closed = False
        for n, to in enumerate(phase.leads_to):
            path = ("phases", p, "leads_to", n)
            if to.phase is not None and order[to.phase] <= p:
                message = f"{to.phase} does not come after {phase.id}: a phase leads to later ones only."
                hint = "To play a phase again, use repeat."
                yield Problem(CODE, spans.of((*path, "phase")), message, hint=hint)
            if closed:
                message = "This is never reached: an entry above it has no when."
                yield Problem(CODE, spans.of(path), message, hint="Put the entry without when last.")
            closed = closed or to.when is None
