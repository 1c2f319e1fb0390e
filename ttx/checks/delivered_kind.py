"""``deliver`` names injects of kind delivered; any other has a turn of its own and would come twice."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import consequences, injects
from ttx.diagnostics import Problem, Spans
from ttx.model.scenario import Scenario

CODE = "TTX258"
TITLE = "deliver names an inject of another kind"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """An error for every such inject."""
    kinds = {inject.id: inject.kind for _, inject in injects(scenario)}
    for path, brings in consequences(scenario):
        for n, name in enumerate(brings.deliver):
            if kinds[name] != "delivered":
                message = f"{name} is {kinds[name]} and is not brought by an outcome."
                at = spans.of((*path, "deliver", n))
                yield Problem(CODE, at, message, hint=f"Give {name} kind: delivered.")
