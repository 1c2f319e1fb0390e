"""A question with one good answer is no question (room F3).

Seen by the links alone: one option carries favourable bearings and no other, the rest carry
unfavourable ones and nothing on their own side. An option that relies on a commitment has a reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.parts import Option
from ttx.model.scenario import Scenario

CODE = "TTX431"
TITLE = "a question that answers itself"

FAVOURABLE = frozenset({"fulfils", "advances", "upholds"})
UNFAVOURABLE = frozenset({"defers", "strains", "contradicts"})


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every decision one of whose options has all that speaks for it."""
    for path, decision in decisions(scenario):
        good = [option for option in decision.options if spoken_for(option)]
        bad = [option for option in decision.options if spoken_against(option)]
        if len(good) == 1 and bad and good[0] not in bad:
            message = (
                f"{decision.id} answers itself: {good[0].id} has every favourable link, "
                f"and {' and '.join(option.id for option in bad)} only unfavourable ones."
            )
            hint = f"Link what {good[0].id} costs, or the commitment another option serves."
            yield Problem(CODE, spans.of((*path, "id")), message, Severity.WARNING, hint)


def spoken_for(option: Option) -> bool:
    """Whether some link is on the option's side."""
    return any(link.relies or link.bearing in FAVOURABLE for link in option.links)


def spoken_against(option: Option) -> bool:
    """Whether some link is against the option."""
    return any(link.bearing in UNFAVOURABLE for link in option.links)
