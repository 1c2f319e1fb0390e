"""Every phase can be come to from the first one along ``leads_to``, whatever the conditions say."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX255"
TITLE = "a phase that nothing leads to"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every phase that no chain of ``leads_to`` comes to."""
    leads = {phase.id: [to.phase for to in phase.leads_to if to.phase] for phase in scenario.phases}
    reached: set[str] = set()
    ahead = [scenario.phases[0].id]
    while ahead:
        phase = ahead.pop()
        if phase not in reached:
            reached.add(phase)
            ahead += leads[phase]
    for n, each in enumerate(scenario.phases):
        if each.id not in reached:
            at = spans.of(("phases", n, "id"))
            message = f"Nothing leads to {each.id} from the first phase."
            hint = f"Add {{phase: {each.id}}} to the leads_to of an earlier phase."
            yield Problem(CODE, at, message, Severity.WARNING, hint)
