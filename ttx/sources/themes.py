"""Themes of a sentence, by words of the field that stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, str]] = {
    "extended-deterrence": r"extended deterren\w+|deterrence posture|nuclear umbrella",
    "diplomacy-denuclearization": r"denucleari[sz]ation|diploma\w+|dialogue",
    "combined-defence": r"combined defen[cs]e|collective defen[cs]e|mutual defen[cs]e",
    "readiness-exercises": r"exercises?|readiness|training|interoperability",
    "planning-guidance": r"planning guidance|operation plans?|OPLANs?|contingency plan\w*",
    "cyber": r"cyber\w*",
    "space": r"space(?! )|space (?!for\b)\w+",
    "defence-industry": r"industr\w+|research and development|technology|acquisition\w*|supply chain\w*",
    "indo-pacific": r"Indo-Pacific|Asia[- ]Pacific|Pacific Islands?",
    "asean": r"ASEAN|Southeast Asian?",
    "cma-armistice": r"armistice|military agreement|confidence[- ]building",
    "unc": r"United Nations Command|UNC",
    "opcon-transition": r"operational control|OPCON",
    "force-posture": r"force posture|force levels|rotation\w*|bas(?:es|ing)|garrison\w*",
    "peacekeeping": r"peacekeeping",
    "pandemic-humanitarian": r"pandemic|humanitarian|disaster relief|vaccines?",
    "cwmd": r"weapons of mass destruction|CWMD|WMD|proliferation|non-proliferation",
    "trilateral": r"trilateral",
    "values-order": r"human rights|rule of law|rules-based|democra\w+|freedom of navigation",
    "burden-sharing": r"burden[- ]sharing|defen[cs]e spending|special measures",
    "terrorism": r"terror\w+",
    "arms-control": r"arms control|disarmament",
    "climate-energy": r"climate|energy security",
    "governance": r"next meeting|consultations? mechanism\w*|annual(?:ly)? meet\w*",
}
_PATTERNS: Final = {theme: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for theme, words in _WORDS.items()}


def themes_of(text: str) -> tuple[tuple[str, str], ...]:
    """Each theme of a sentence with the word that says so, in the order of the words."""
    found = ((match.start(), theme, match[0]) for theme, p in _PATTERNS.items() if (match := p.search(text)))
    return tuple((theme, word) for _, theme, word in sorted(found))
