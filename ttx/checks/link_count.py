"""An option that bears on more than four commitments bears on none in particular (room F47)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import Path, decisions
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.parts import Link
from ttx.model.scenario import Scenario

CODE = "TTX435"
TITLE = "more than four links on one option"

MOST = 4


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every option, and every entry of a coding frame, with more."""
    for path, decision in decisions(scenario):
        given: list[tuple[Path, str, tuple[Link, ...]]] = [
            (("options", option.id), option.id, option.links) for option in decision.options
        ]
        given += [(("coding", n), entry.id, entry.links) for n, entry in enumerate(decision.coding)]
        for place, name, links in given:
            if len(links) > MOST:
                message = (
                    f"{name} of {decision.id} has {len(links)} links; at most {MOST} can be talked about."
                )
                hint = "Keep those somebody would argue over."
                at = spans.key((*path, *place, "links"))
                yield Problem(CODE, at, message, Severity.WARNING, hint)
