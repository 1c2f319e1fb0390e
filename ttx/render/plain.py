"""Text made safe and measured for one line or one cell of a table; it stays plain, never markup.

Whatever a person typed is shown without characters that move a cursor or turn the direction of
writing. Widths are display cells: a wide character counts two, a combining mark none.
"""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls other than tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\ud800-\udfff\ufffe\uffff]"  # halves of characters; what no text in XML may hold
)
CUT = "»"
"""Stands in the last cell of a text that was cut."""


def safe(text: str) -> str:
    """The text without control characters, bidirectional controls, lone surrogates and noncharacters.

    Line ends and tabs stay; CR and CRLF become LF.
    """
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSAFE.sub("", lines)


def one_line(text: str) -> str:
    """The text on one line, runs of white space as one blank."""
    return " ".join(safe(text).split())


def width(text: str) -> int:
    """Display cells the text takes.

    >>> width("UNC"), width("한국")
    (3, 4)
    """
    return sum(_cells(c) for c in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def cut(text: str, cells: int) -> str:
    """The text in at most so many cells; one that was cut ends in ``»``."""
    if width(text) <= cells:
        return text
    room = cells - 1
    kept: list[str] = []
    for character in text:
        room -= _cells(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + CUT


def pad(text: str, cells: int) -> str:
    """The text with blanks behind it up to so many cells."""
    return text + " " * (cells - width(text))


def numbers(events: tuple[int, ...]) -> str:
    """Event numbers as they are printed: ``#12 #40``; empty where there are none."""
    return " ".join(f"#{n}" for n in events)
