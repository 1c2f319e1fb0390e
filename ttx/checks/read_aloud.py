"""Nobody takes in a text that is read aloud for longer than a minute and a half."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import injects
from ttx.course.minutes import WORDS_A_MINUTE, words_in
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX436"
TITLE = "an inject that is too long to be read aloud"

MOST_SECONDS = 90


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every inject longer than that."""
    for path, inject in injects(scenario):
        words = words_in(inject.text)
        seconds = 60 * words // WORDS_A_MINUTE
        if seconds > MOST_SECONDS:
            message = f"{inject.id} takes {seconds} seconds to read aloud ({words} words)."
            most = MOST_SECONDS * WORDS_A_MINUTE // 60
            hint = f"Cut it to {most} words, or give it as two injects."
            yield Problem(CODE, spans.of((*path, "text")), message, Severity.WARNING, hint)
