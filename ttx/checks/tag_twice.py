"""Screens name a cell by its tag, so no two cells have the same."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX267"
TITLE = "two cells with one tag"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every cell whose tag another has already."""
    first: dict[str, str] = {}
    for name, cell in scenario.cells.items():
        tag = cell.tag.casefold()
        if tag in first:
            message = f"{name} and {first[tag]} are both shown as {cell.tag}."
            at = spans.key(("cells", name, "tag")) if cell.tag else spans.key(("cells", name))
            yield Problem(CODE, at, message, Severity.WARNING, "Give one of them a tag of its own.")
        first.setdefault(tag, name)
