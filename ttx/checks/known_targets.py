"""Links and objectives name commitments and sentences that the scenario's catalogues hold."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import Path, links
from ttx.diagnostics import Problem, Spans
from ttx.expressions.hints import did_you_mean, shown
from ttx.model.scenario import Scenario

CODE = "TTX252"
TITLE = "a commitment or sentence that no catalogue holds"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """An error for every target that is in none of the catalogues."""
    books = scenario.catalogues.values()
    commitments = frozenset(c for book in books for c in book.commitments)
    sentences = frozenset(f"{book.document}:{s}" for book in books for s in book.sentences)
    named = frozenset(scenario.catalogues)
    for path, target in _targets(scenario):
        known = sentences if ":" in target else commitments
        if target not in known:
            what = "sentence" if ":" in target else "commitment"
            hint = did_you_mean(target, known) if named else "Name its catalogue under catalogues."
            yield Problem(CODE, spans.of(path), f"No catalogue holds the {what} {shown(target)}.", hint=hint)


def _targets(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for path, link in links(scenario):
        yield (*path, "sentence" if ":" in link.target else "commitment"), link.target
    for name, objective in scenario.objectives.items():
        for n, target in enumerate(objective.commitments):
            yield ("objectives", name, "commitments", n), target
