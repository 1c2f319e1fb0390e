"""Marks of one cell each, also where a terminal draws ambiguous characters wide, and their ASCII.

Every mark has a word beside it; none carries a meaning alone.
"""

from __future__ import annotations

from collections.abc import Mapping

HAIR = "╌"
HEAVY = "╍"
UPRIGHT = "╎"
CURSOR = "▐"
CUT = "»"

_ASCII = str.maketrans({HAIR: "-", HEAVY: "=", UPRIGHT: "|", CURSOR: ">", CUT: "~", "✓": "V", "\u00a0": " "})
_BEARINGS: Mapping[str, tuple[str, str]] = {
    "fulfils": ("✓", "fulfils"),
    "advances": ("+", "advances"),
    "upholds": ("=", "upholds"),
    "defers": (">", "defers"),
    "strains": ("-", "strains"),
    "contradicts": ("x", "at odds with"),
    "touches": (".", "touches"),
    "none": (" ", "no bearing"),
}
RELIES = "<"
"""The flag beside a bearing: the cell gave the commitment as its reason."""

_plain = False


def use_ascii(*, on: bool) -> None:
    """Draw marks in ASCII from now on, or not; set once as the app starts."""
    global _plain  # noqa: PLW0603 - one setting of the whole terminal
    _plain = on


def drawn(text: str) -> str:
    """The text with its marks as this terminal draws them."""
    return text.translate(_ASCII) if _plain else text


def bearing_glyph(bearing: str) -> str:
    """The mark of a bearing; a blank for none."""
    return _BEARINGS.get(bearing, ("?", bearing))[0]


def bearing_word(bearing: str) -> str:
    """The word of a bearing as screens print it."""
    return _BEARINGS.get(bearing, ("?", bearing))[1]
