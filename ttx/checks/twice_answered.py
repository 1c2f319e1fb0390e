"""Control looks a fact up by what it is about, so two about one thing can contradict each other.

One word in common is no more than a word; half of what a fact is about is the same question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX447"
TITLE = "two facts that answer the same question"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every fact that is about what an earlier one is about, and answers otherwise."""
    first: dict[str, str] = {}
    for name, fact in scenario.facts.items():
        words = [" ".join(about.casefold().split()) for about in fact.about]
        shared = Counter(first.setdefault(word, name) for word in words)
        for other, count in shared.items():
            fewest = min(len(words), len(scenario.facts[other].about))
            if other == name or 2 * count < fewest:
                continue
            if scenario.facts[other].until.split() != fact.until.split():
                message = f"{name} is about what {other} is about, and answers otherwise."
                hint = "Let one fact answer it, or give each its own words under about."
                yield Problem(CODE, spans.of(("facts", name, "about")), message, Severity.WARNING, hint)
