"""What was to be filled in later and is still there: seen by the room, or a mark of the author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ttx.checks.texts import texts, word_found
from ttx.diagnostics import Problem, Severity, Spans
from ttx.expressions.hints import shown
from ttx.model.scenario import Scenario

CODE = "TTX443"
TITLE = "a place that was never filled in"

_OPEN = re.compile(
    r"\[(?:INSERT|NAME|DATE|TIME|PLACE|UNIT|TEXT|TBD|TBC|TODO|FILL)\b[^\]]*\]|\[\.\.\.\]|\?{3,}|X{2,}\b(?!\s*Corps)"
    r"|(?:TBD|TBC|TODO|FIXME)\b|_{4,}|[Ll]orem ipsum\b"
)

_SIGNS = re.compile(r"\[|\?\?\?|XX|T[BO]D|TBC|FIXME|____|orem ipsum")
"""One of these is in every text that has such a place: looked for first, since that is quick."""


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning where players would read it; in what staff alone read, a mark of the author."""
    for each in texts(scenario):
        found = word_found(_OPEN, each.text) if _SIGNS.search(each.text) else None
        if found is not None:
            severity = Severity.WARNING if each.cells else Severity.AUTHOR
            message = f"{shown(found[0])} still has to be filled in."
            yield Problem(CODE, spans.of(each.path), message, severity, "Write what belongs there.")
