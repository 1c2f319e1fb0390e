"""When something falls due, by the words of time that joint statements use."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_PART = (
    r"(?:(?:the )?(?:end|close|beginning|start|middle|first half|second half|first quarter|last quarter)"
    r"(?: of)? )"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter|early|mid-?|late)"
_YEAR = r"(?:20\d\d|next year|this year|the (?:next|coming|following) year)"
_MOMENT = (
    rf"(?:{_PART})?(?:the )?(?:{_SEASON}(?: of)? )?(?:{_MONTH}(?: \d{{1,2}},?)? )?(?:{_YEAR})"
    rf"|(?:{_PART})?{_MONTH}(?: \d{{1,2}})?|(?:the )?\d+(?:st|nd|rd|th)(?: [A-Z][\w-]+){{1,3}}"
    rf"|(?:the )?(?:next|upcoming|forthcoming)(?: [\w.-]+){{1,3}}"
)
_BY: Final = re.compile(
    rf"\b(?:by|before|no later than|not later than|prior to|until) (?:{_MOMENT})", re.IGNORECASE
)
_IN: Final = re.compile(
    rf"\b(?:in|during|for|within) (?:{_PART})?(?:{_SEASON} )?(?:{_MONTH} )?({_YEAR})\b", re.IGNORECASE
)
_WITHIN: Final = re.compile(
    r"\bwithin (?:the next )?(?:\d+|one|two|three|six|twelve|the coming)\W(?:days|weeks|months|years?)\b",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"\b(?:annual(?:ly)?|each year|every (?:year|six months|two years)|twice a year|yearly|"
    r"semi-?annual(?:ly)?)\b",
    re.IGNORECASE,
)
_UPCOMING: Final = re.compile(r"\b(?:upcoming|forthcoming)\b|\bat (?:the|our) next\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\b\d+(?:st|nd|rd|th)\b|dialogue|meeting|summit", re.IGNORECASE)
_NOT_DUE: Final = re.compile(
    r"\b(?:scheduled|held|signed|adopted|established|reflected|as \w+) (?:to meet )?$|\bMay $"
)
_MOST_WORDS = 5


class Due(NamedTuple):
    """The words of a date, what kind it is, and why it was taken for one."""

    words: str
    """At most five words of the sentence."""
    kind: str
    """date, event or recurring."""
    reason: str


def due(text: str, year: int) -> Due | None:
    """When what a sentence promises falls due; None where it says nothing of it.

    Args:
        text: the sentence.
        year: of the document; an earlier one is no deadline.
    """
    for pattern, why in ((_BY, "by or before a moment"), (_WITHIN, "within a span")):
        found = pattern.search(text)
        if found and not _past(found[0], year):
            kind = "event" if _NUMBERED.search(text[found.start() : found.end() + 40]) else "date"
            return Due(_short(found[0]), kind, why)
    for found in _IN.finditer(text):
        if not _past(found[0], year) and not _NOT_DUE.search(text[: found.start()]):
            return Due(_short(found[0]), "date", "in a year that is to come")
    for pattern, kind, why in (
        (_UPCOMING, "event", "at something to come"),
        (_AGAIN, "recurring", "comes back"),
    ):
        found = pattern.search(text)
        if found:
            return Due(_short(found[0]), kind, why)
    return None


def _past(words: str, year: int) -> bool:
    named = re.search(r"20\d\d", words)
    return named is not None and int(named[0]) < year


def _short(words: str) -> str:
    return " ".join(words.split()[:_MOST_WORDS])
