"""What an author may have meant: did-you-mean and lists of what there is."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN = 8
_LONGEST_NAME = 80


def shown(name: str) -> str:
    """The author's word in quotes, cut where it is very long."""
    return f"'{name}'" if len(name) <= _LONGEST_NAME else f"'{name[:_LONGEST_NAME]}...'"


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, whatever its capitals; empty where none is near."""
    names = sorted(set(known))
    folded = word.casefold()
    same = [name for name in names if name.casefold() == folded]
    if same:
        return same[0]
    found = get_close_matches(word, names, n=1) if len(word) <= _LONGEST_NAME else []
    return found[0] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``Did you mean 'line'?``, or nothing."""
    near = closest(word, known)
    return f"Did you mean {shown(near)}?" if near else ""


def listed(names: Iterable[str]) -> str:
    """``a, b, c`` as far as a line holds, then how many more."""
    every = tuple(names)
    more = f" and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return ", ".join(every[:_SHOWN]) + more
