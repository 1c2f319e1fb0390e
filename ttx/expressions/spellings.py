"""The right spelling of what older YAML, or habit, writes otherwise: ``10:30``, ``45 min``, ``on``, ``T+20``.

Only what can be read one way is put into the hint; the author decides.
"""

from __future__ import annotations

import re

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_LENGTH = re.compile(
    r"(?:(\d{1,2}) ?(?:h|hours?|hrs?))?\s*(?:(\d{1,4}) ?(?:m|min|mins|minutes?)?)?", re.IGNORECASE
)
_FRACTION = re.compile(r"(\d{1,6})[.,](\d+)")
_JOINED = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d+(?:_\d+)+")
_AFTER = re.compile(r"T ?\+? ?(?:(\d{1,3}):)?(\d{1,4})")
_DIGITS = re.compile(r"\d{1,4}")
_HOUR, _DAY = 60, 24 * 60
_YES, _NO = frozenset({"on", "y", "1", "t", "ja", "oui"}), frozenset({"off", "n", "0", "f", "nein", "non"})


def whole_hint(text: str) -> str:
    """How to write a number: empty where nothing sure can be said."""
    if _JOINED.fullmatch(text):
        return f"Write {re.sub(r'[^0-9]', '', text)}: digits alone."
    if found := _FRACTION.fullmatch(text):
        return f"Write {found[1]} or {int(found[1]) + 1}: whole numbers only."
    return ""


def minutes_hint(text: str) -> str:
    """How to write room minutes: empty where nothing sure can be said."""
    if found := _CLOCK.fullmatch(text):
        hours, minutes = int(found[1]), int(found[2])
        return (
            f"Write {hours * _HOUR + minutes} for {hours} h {minutes:02d} in the room; "
            "the time in the scenario stands under at."
        )
    if (found := _LENGTH.fullmatch(text.strip())) and (found[1] or found[2]):
        return f"Write {int(found[1] or 0) * _HOUR + int(found[2] or 0)}: minutes, the number alone."
    return whole_hint(text)


def truth_hint(text: str) -> str:
    """``yes`` or ``no`` for what is sometimes written so; empty for anything else."""
    word = text.casefold()
    meant = "yes" if word in _YES else "no" if word in _NO else ""
    return f"For {text} write {meant}." if meant else ""


def time_hint(text: str) -> str:
    """How to write a scenario time; empty where nothing sure can be said."""
    if found := _CLOCK.fullmatch(text):
        return _clock(int(found[1]), int(found[2]))
    if found := _AFTER.fullmatch(text):
        minutes = int(found[1] or 0) * _HOUR + int(found[2])
        return f"Write T+{minutes // _HOUR}:{minutes % _HOUR:02d}, hours and minutes after the phase began."
    if _DIGITS.fullmatch(text):
        if len(text) == 4 and text[0] in "012":
            return _clock(int(text[:2]), int(text[2:]))
        if _HOUR <= int(text) < _DAY:
            clock = f"{int(text) // _HOUR}:{int(text) % _HOUR:02d}"
            return f"Where a program made {text} of {clock}, write D {clock:0>5}."
    return ""


def _clock(hours: int, minutes: int) -> str:
    if hours >= 24 or minutes >= _HOUR:
        return ""
    clock, after = f"D {hours:02d}:{minutes:02d}", f"T+{hours}:{minutes:02d}"
    return f"Write {clock} for D-day; {after} would count from the beginning of the phase."
