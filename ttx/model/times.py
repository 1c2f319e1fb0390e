"""Scenario time: whole minutes since D 00:00, written ``D 07:40``, ``D+1 08:00``, ``D-14``.

Room time is another thing (``minutes``, or exercise time in milliseconds); nothing here reads a
clock.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY = 24 * 60
_LAST_HOUR, _LAST_MINUTE = 23, 59
_D_TIME = re.compile(r"^D(?:\s*([+-])\s*(\d{1,4}))?(?:\s+(\d{1,2}):(\d{2}))?$")
_T_TIME = re.compile(r"^T\s*\+\s*(\d{1,4}):(\d{2})$")
_DATE_TIME = re.compile(r"^(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}):(\d{2}))?$")


def parse_time(text: str, *, phase_at: int | None = None, day: str | None = None) -> int | None:
    """Minutes since D 00:00, or None where the text is no time.

    Args:
        text: ``D+1 08:00``, ``D-14``, ``T+0:20`` (counted from ``phase_at``) or, where ``day``
            says which date D is, ``2022-03-14 08:00``.
        phase_at: scenario time at which the phase begins.
        day: the date of D, ISO.
    """
    text = text.strip()
    if (found := _D_TIME.match(text)) and _on_a_clock(found[3], found[4]):
        sign = -1 if found[1] == "-" else 1
        return sign * int(found[2] or 0) * _DAY + _clock(found[3], found[4])
    if (found := _T_TIME.match(text)) and phase_at is not None and _on_a_clock(None, found[2]):
        return phase_at + int(found[1]) * 60 + int(found[2])
    if (found := _DATE_TIME.match(text)) and day is not None and _on_a_clock(found[2], found[3]):
        try:
            days = (date.fromisoformat(found[1]) - date.fromisoformat(day)).days
        except ValueError:
            return None
        return days * _DAY + _clock(found[2], found[3])
    return None


def _on_a_clock(hours: str | None, minutes: str | None) -> bool:
    return int(hours or 0) <= _LAST_HOUR and int(minutes or 0) <= _LAST_MINUTE


def _clock(hours: str | None, minutes: str | None) -> int:
    return int(hours or 0) * 60 + int(minutes or 0)


def show_time(minutes: int, *, day: str | None = None) -> str:
    """``D+1 08:05``, or the date where ``day`` says which date D is (``2022-03-15 08:05``)."""
    days, rest = divmod(minutes, _DAY)
    clock = f"{rest // 60:02d}:{rest % 60:02d}"
    if day is not None:
        return f"{date.fromisoformat(day) + timedelta(days=days)} {clock}"
    return f"D{days:+d} {clock}"


def show_clock(minutes: int) -> str:
    """The time of day alone: ``08:05``."""
    rest = minutes % _DAY
    return f"{rest // 60:02d}:{rest % 60:02d}"


def show_length(minutes: int) -> str:
    """A length of room time: ``7 min``, ``2 h 05``."""
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d}"


def show_exercise(ms: int, *, seconds: bool = True) -> str:
    """Exercise time from milliseconds: ``0:23:41``, in rows ``0:23``."""
    total = max(ms, 0) // 1000
    hours, rest = divmod(total, 3600)
    short = f"{hours}:{rest // 60:02d}"
    return f"{short}:{rest % 60:02d}" if seconds else short
