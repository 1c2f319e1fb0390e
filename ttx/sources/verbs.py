"""Verbs by what they do when a speaker of a communique is their subject (the classes of field B2).

No document is behind the lists: they are the performative verbs of English (Searle's commissives
and assertives) as joint statements use them. A verb alone settles little; what it governs does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

ORDER: Final = ("commissive", "reaffirmation", "assessment", "position", "appreciation", "process")

_STEMS: Final[Mapping[str, str]] = {
    "commissive": (
        "pledge commit decide resolve agree undertake promise vow approve adopt intend expect plan determine "
        "endorse launch establish aim"
    ),
    "reaffirmation": "reaffirm reiterate reconfirm restate renew",
    "assessment": (
        "assess note acknowledge recognize recognise concur observe affirm share confirm consider believe"
    ),
    "position": (
        "urge call condemn stress emphasize emphasise underscore underline convey express reject oppose "
        "demand encourage support deplore highlight"
    ),
    "appreciation": "appreciate applaud laud praise commend thank welcome congratulate",
    "process": "review discuss receive hold lead preside meet gather exchange host visit sign report conduct",
}
_PAST: Final = {
    "undertake": "undertook", "hold": "held", "lead": "led", "meet": "met", "commit": "committed",
}  # fmt: skip
_NOUNS: Final = r"(?:commitment|pledge|resolve|determination|obligations?|assurances?|support|adherence)"


def _forms(stem: str) -> tuple[str, str, str]:
    """A verb's forms that can be a sentence's own: base, third person, past."""
    past = _PAST.get(stem) or (
        f"{stem}d" if stem.endswith("e") else f"{stem[:-1]}ied" if stem.endswith("y") else f"{stem}ed"
    )
    return stem, f"{stem}s", past


VERBS: Final[Mapping[str, str]] = {
    form: kind for kind, stems in _STEMS.items() for stem in stems.split() for form in _forms(stem)
}
"""Form -> class."""
VERB: Final = re.compile(rf"\b({'|'.join(sorted(VERBS, key=len, reverse=True))})\b", re.IGNORECASE)

HELD_NOUN: Final = re.compile(
    rf"^\W*(?:(?:their|our|its|his|her|the)\b(?:\W+[\w.'\u2019-]+){{0,6}}?\W+)?{_NOUNS}\b", re.IGNORECASE
)
"""What makes a stress on something a reaffirmation: a commitment that is held already."""
VIEW_NOUN: Final = re.compile(
    r"^\W*(?:(?:their|our|its|the)\b(?:\W+[\w.'\u2019-]+){0,4}?\W+)?"
    r"(?:belief|view|views|assessment|understanding|interest|concern|hope|conviction|recognition|assumption)\b",
    re.IGNORECASE,
)
"""What makes a reaffirmation a view."""
BINDS: Final = re.compile(
    r"\b(?:will|shall|must|is to|are to|should|remains?|continues?)\b(?:\W+\w+ly)?(?:\W+(\w+))?",
    re.IGNORECASE,
)
"""In a clause of a reaffirmation: something that goes on or has to be."""
FORECAST: Final = frozenset({
    "contribute", "help", "enhance", "strengthen", "guide", "enable", "have", "improve", "serve", "play",
})  # fmt: skip
"""Behind will, these say what something leads to, and bind nobody."""
FULL_WILL: Final = re.compile(
    r"\bwill\b(?:\W+(?:also|further|jointly|continue to|\w+ly))*\W+(\w+)", re.IGNORECASE
)
WEAK: Final = re.compile(
    r"\b(intent|intention)\s+to\b|\blook(?:ed|s)? forward to\b|\bstands? ready to\b", re.IGNORECASE
)
STANDS: Final = re.compile(
    r"\b(?:remains?|are|is|stands?)\b(?:\W+\w+ly){0,2}\W+"
    r"(?:committed|resolved|determined|dedicated|united in our commitment)\b",
    re.IGNORECASE,
)
"""A state of being bound, which a speaker says goes on."""
