"""A scenario names no unit, post or point on a map (field A10 and C: nothing below a region or a city).

Seen by form alone: coordinates, grid references, numbered units and posts, bases by their name,
call signs. Regions, seas, cities and armed forces as a whole are not met by any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ttx.checks.texts import texts
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX438"
TITLE = "a real unit or place"

_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|[IVX]{2,})"
)
_FORCES = (
    "Army|Corps|Division|Brigade|Regiment|Battalion|Company|Platoon|Battery|Fleet|Squadron|Wing|Air Force"
    "|Task Force"
)
_ARMS = "Infantry|Marine|Armou?red|Cavalry|Artillery|Fighter|Airborne|Reconnaissance|Missile|Field|Air|Combat"
_SPELLED = (
    "Alpha|Alfa|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Hotel|India|Juliett?|Kilo|Lima|Mike|November|Oscar|Papa"
    "|Quebec|Romeo|Sierra|Tango|Uniform|Victor|Whiskey|Xray|Yankee|Zulu"
)
_FORMS: Mapping[str, re.Pattern[str]] = {
    "a coordinate": re.compile(
        r"\d{1,3}(?:\.\d+)?\s?°|\b\d{1,3} degrees (?:north|south|east|west)\b"
        r"|\b\d{1,2}\.\d{3,},\s*-?\d{1,3}\.\d{3,}"
    ),
    "a grid reference": re.compile(
        r"\b\d{1,2}[C-X] ?[A-Z]{2} ?\d{4,10}\b|\b[Gg]rid (?:reference |square )?[A-Z]{0,2} ?\d{4,}"
    ),
    "a numbered unit": re.compile(rf"\b{_ORDINAL} (?:(?:{_ARMS}) ){{0,2}}(?:{_FORCES})\b"),
    "a numbered post": re.compile(
        r"\b(?:GP|OP|[Gg]uard [Pp]ost|[Oo]utpost|[Oo]bservation [Pp]ost|Hill)[- ](?:No\. ?)?\d+\b"
    ),
    "a base": re.compile(r"\b(?:Camp|Fort) (?!David\b)[A-Z][a-z]{2,}|\b[A-Z][a-z]+ (?:Air|Naval) Base\b"),
    "a call sign": re.compile(rf"\b[Cc]all ?sign [A-Z0-9]\w*|\b(?:{_SPELLED})[- ]\d+\b"),
}


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every text with one of these forms; one a text and form."""
    for each in texts(scenario):
        for what, form in _FORMS.items():
            found = form.search(each.text)
            if found is not None:
                message = f"{found[0].strip()} reads like {what} of the real world."
                hint = "Say what it is, such as a guard post, an island, the frontline area."
                yield Problem(CODE, spans.of(each.path), message, Severity.WARNING, hint)
