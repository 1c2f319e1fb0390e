"""Scenarios speak of offices, not of those who hold them (field A10).

Seen by form alone: a title and a name behind it. No list of people is kept, so a name without a
title is not seen, and neither is one in Hangul.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ttx.checks.texts import any_of, texts, word_found
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX437"
TITLE = "somebody's name"

_TITLES = (
    "Prime Minister|Vice Minister|Minister|President|Secretary|Ambassador|Chairman|Chairwoman|Senator"
    "|Governor|Congressman|Congresswoman|Chancellor"
    "|General|Admiral|Colonel|Commander|Captain|Major|Lieutenant|Sergeant|Corporal"
    r"|Gen\.|Adm\.|Col\.|Cmdr\.|Capt\.|Maj\.|Lt\.|Sgt\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Professor|Prof\."
)
_titled = any_of(_TITLES.replace(r"\.?", "").replace("\\", "").split("|"))
_OFFICES = (
    "Assembly|Secretary|Secretariat|Staff|General|Minister|Ministry|President|Office|Officer|Officers|Council"
    "|Committee|Command|Commander|Headquarters|House|State|Defence|Defense|Affairs|Security|Foreign|National"
    "|United|Republic|Order|Orders|Situation|Political|Military|Intelligence|Counsel|Director|Admiral|Colonel"
    "|Major|Lieutenant|Sergeant|Agreement|Accord|Conference|Powers|Elect|Emeritus|Control|Designate|Deputy"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_NAME = re.compile(rf"(?:{_TITLES}) (?!(?:{_OFFICES})\b)[A-Z][a-z]+(?:[- ][A-Z][a-z]+)*")


def names_in(text: str) -> tuple[str, ...]:
    """Every title with a name behind it, each once, in the order they stand in."""
    return tuple(dict.fromkeys(found[0] for found in _NAME.finditer(text)))


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every text in which a title is followed by a name."""
    for each in texts(scenario):
        found = word_found(_NAME, each.text) if _titled(each.text) else None
        if found is not None:
            message = f"{found[0]} reads like a person; a scenario speaks of offices."
            hint = "Name the office alone, such as the minister."
            yield Problem(CODE, spans.of(each.path), message, Severity.WARNING, hint)
