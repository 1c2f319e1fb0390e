"""A scenario names no unit, post or point on a map (field A10 and C: nothing below a region or a city).

Seen by form alone: coordinates, grid references, numbered units and posts, bases by their name,
call signs. Regions, seas, cities and armed forces as a whole are not met by any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ttx.checks.texts import any_of, texts, word_found
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
        r"\d{1,3}(?:\.\d+)?\s?°|\d{1,3} degrees (?:north|south|east|west)\b"
        r"|\d{1,2}\.\d{3,},\s*-?\d{1,3}\.\d{3,}"
    ),
    "a grid reference": re.compile(
        r"\d{1,2}[C-X] ?[A-Z]{2} ?\d{4,10}\b|[Gg]rid (?:reference |square )?[A-Z]{0,2} ?\d{4,}"
    ),
    "a numbered unit": re.compile(rf"{_ORDINAL} (?:(?:{_ARMS}) ){{0,2}}(?:{_FORCES})\b"),
    "a numbered post": re.compile(
        r"(?:GP|OP|[Gg]uard [Pp]ost|[Oo]utpost|[Oo]bservation [Pp]ost|Hill)[- ](?:No\. ?)?\d+\b"
    ),
    "a base": re.compile(r"(?:Camp|Fort) (?!David\b)[A-Z][a-z]{2,}|[A-Z][a-z]+ (?:Air|Naval) Base\b"),
    "a call sign": re.compile(rf"[Cc]all ?sign [A-Z0-9]\w*|(?:{_SPELLED})[- ]\d+\b"),
}
_NUMBER = re.compile(r"[0-9°]")
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "a numbered unit": tuple(_FORCES.split("|")),
    "a base": ("Camp ", "Fort ", " Base"),
    "a call sign": ("all sign ", "allsign "),
}
"""A form that can stand without a number has one of these in it: looked for first, since that is quick."""
_IN_NUMBERS: Mapping[str, Callable[[str], object]] = {
    "a coordinate": re.compile(r"°|degrees |\.\d{3}").search,
    "a grid reference": re.compile(r"\d{4}").search,
    "a numbered unit": any_of(_NEEDS["a numbered unit"]),
    "a numbered post": any_of(("GP", "OP", "uard ", "utpost", "bservation ", "Hill")),
    "a base": any_of(_NEEDS["a base"]),
    "a call sign": re.compile(r"[Cc]all|[a-z][- ]\d").search,
}
"""What a text with a number in it must have for each form, found more quickly than the form itself."""
_WITHOUT: Mapping[str, Callable[[str], object]] = {what: any_of(words) for what, words in _NEEDS.items()}


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every text with one of these forms; one a text and form."""
    for each in texts(scenario):
        needs = _IN_NUMBERS if _NUMBER.search(each.text) else _WITHOUT
        for what, may in needs.items():
            found = word_found(_FORMS[what], each.text) if may(each.text) else None
            if found is not None:
                message = f"{found[0].strip()} reads like {what} of the real world."
                hint = "Say what it is, such as a guard post, an island, the frontline area."
                yield Problem(CODE, spans.of(each.path), message, Severity.WARNING, hint)
