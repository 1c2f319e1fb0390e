"""Numbers with what they count, in the plain style of every page and line."""

from __future__ import annotations


def how_many(n: int, word: str) -> str:
    """``1 link``, ``2 links``, ``1,204 states``: of words whose plural is made with an s."""
    return f"{n:,} {word}{'' if n == 1 else 's'}"


def is_are(n: int) -> str:
    """The verb for so many: ``is`` for one, else ``are``."""
    return "is" if n == 1 else "are"
