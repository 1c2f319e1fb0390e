"""What an author looks for by its words: a problem, an inject, a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ttx.diagnostics import Problem
from ttx.model.scenario import Scenario
from ttx.tui.palette import Entry


def to_find(problems: Mapping[str, Problem], scenario: Scenario | None) -> Iterator[Entry]:
    """Everything that can be gone to: the problems by their rows, then the steps by their ids.

    A step is found by every word that is written in it, also those its row has no room for.
    """
    for row, problem in problems.items():
        at = f"{problem.span.file}:{problem.span.line}"
        yield Entry(row, problem.code, problem.message, at, f"{problem.severity.value} {problem.hint}")
    for phase in scenario.phases if scenario else ():
        for inject in phase.injects:
            says = inject.title or " ".join(inject.text.split())
            yield Entry(inject.id, inject.id, says, phase.title, f"{inject.text} {inject.notes}")
        for decision in phase.decisions:
            answers = " ".join(option.text for option in decision.options)
            yield Entry(decision.id, decision.id, decision.ask, phase.title, f"{answers} {decision.notes}")
