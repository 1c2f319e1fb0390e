"""What was to be filled in later and is still there: seen by the room, or a mark of the author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ttx.checks.texts import texts
from ttx.diagnostics import Problem, Severity, Spans
from ttx.expressions.hints import shown
from ttx.model.scenario import Scenario

CODE = "TTX443"
TITLE = "a place that was never filled in"

_OPEN = re.compile(
    r"\[(?:INSERT|NAME|DATE|TIME|PLACE|UNIT|TEXT|TBD|TBC|TODO|FILL)\b[^\]]*\]|\[\.\.\.\]|\?{3,}|\bX{2,}\b(?!\s*Corps)"
    r"|\b(?:TBD|TBC|TODO|FIXME)\b|_{4,}|\b[Ll]orem ipsum\b"
)


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning where players would read it; in what staff alone read, a mark of the author."""
    for each in texts(scenario):
        found = _OPEN.search(each.text)
        if found is not None:
            severity = Severity.WARNING if each.cells else Severity.AUTHOR
            message = f"{shown(found[0])} still has to be filled in."
            yield Problem(CODE, spans.of(each.path), message, severity, "Write what belongs there.")
