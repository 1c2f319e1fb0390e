"""An objective says what an observer will see; one that names an answer has decided already (room F3).

Two forms are seen. An objective that takes up the words which tell one option from the others of
its decision: at least two of them, half of all it has, and more than of any other option. And one
that prefers one thing to another (*before answering*, *rather than*) or says what must be done,
unless it begins with what an observer does (*show*, *notice*). Words are compared by their first
five letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ttx.checks.walk import decisions
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.parts import Decision
from ttx.model.scenario import Objective, Scenario

CODE = "TTX434"
TITLE = "an objective that names an answer"

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 5
_ENOUGH = 2
SMALL = re.compile(
    r"(?:about|after|again|against|also|among|anybody|before|behind|being|below|between|both|could|does"
    r"|each|every|first|from|have|here|into|later|least|less|many|more|most|much|must|nobody|nothing"
    r"|once|only|other|over|same|shall|should|some|somebody|such|than|that|their|them|then|there"
    r"|these|they|this|those|through|under|until|upon|very|what|when|where|which|while|whom|whose"
    r"|will|with|within|without|would|your)"
)
"""Words that say nothing of their own."""
_PREFERS = re.compile(
    r"\b(?:rather than|instead of|before \w+ing|without \w+ing|must|should|never|always|do not)\b",
    re.IGNORECASE,
)
_OBSERVES = re.compile(
    r"\s*(?:show|examine|explore|observe|find|test|see|understand|compare|notice|record|learn|identify|describe"
    r"|discuss|practise|practice|weigh|say|state|name|ask|let)\b",
    re.IGNORECASE,
)


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every objective that prescribes a choice."""
    known = [decision for _, decision in decisions(scenario)]
    for objective in scenario.objectives.values():
        message = _answer_in(objective, known) or _preference_in(objective)
        if message:
            hint = "Name what an observer will see, such as who is told, and in which order."
            at = spans.of(("objectives", objective.id, "text"))
            yield Problem(CODE, at, message, Severity.WARNING, hint)


def _preference_in(objective: Objective) -> str:
    found = _PREFERS.search(objective.text)
    if found is None or _OBSERVES.match(objective.text):
        return ""
    return f"{objective.id} says what is to be done ({found[0]}), so the room cannot decide it."


def _answer_in(objective: Objective, known: list[Decision]) -> str:
    words = _stems(objective.text)
    for decision in known:
        own = {option.id: _stems(option.text) for option in decision.options}
        shared = Counter(word for stems in own.values() for word in stems)
        apart = {name: {w for w in stems if shared[w] == 1} for name, stems in own.items()}
        taken = {name: len(stems & words) for name, stems in apart.items()}
        for name, count in taken.items():
            alone = all(other < count for each, other in taken.items() if each != name)
            if len(own) > 1 and alone and count >= _ENOUGH and 2 * count >= len(apart[name]):
                return f"{objective.id} takes up the words of one answer: {name} of {decision.id}."
    return ""


def _stems(text: str) -> set[str]:
    """The words that carry meaning, cut to their first letters; short ones only in capitals."""
    words = _WORD.findall(text)
    telling = (w for w in words if (len(w) > 3 or w.isupper()) and not SMALL.fullmatch(w.casefold()))
    return {w.casefold()[:_STEM] for w in telling}
