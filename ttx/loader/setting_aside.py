"""The block of a text that YAML stumbles over, so that the rest of the file can still be read.

A block is a key or a list entry with all that is indented under it. Owned here: how far it goes
and what it is called. It is blanked, so that every line below keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from ttx.diagnostics import Span
from ttx.frozen import dataclass

Path: TypeAlias = tuple[str | int, ...]
Places: TypeAlias = Mapping[Path, Span]

NO_ENTRY = 10**9
"""Stands for the index of a list entry that was set aside: no list is that long."""
_BEGINS = re.compile(r"\s*(?:- |-$|[^\s#\[\]{},][^#]*?:(?:\s|$))")
_KEY = re.compile(r"\s*(?:- +)?(['\"]?)([^\s'\"][^'\":]*?)\1\s*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Aside:
    """Lines ``first`` to ``last`` (0-based, both within); ``name``: the key or ``NO_ENTRY``."""

    first: int
    last: int
    name: str | int
    parent: int | None
    """The line of the key or entry it stands under."""


def _block_at(lines: list[str], line: int, gone: Collection[int]) -> Aside | None:
    """The smallest block around a line that was not blanked already; None where there is none."""
    first: int | None = min(line, len(lines) - 1)
    while first is not None and (first in gone or not _BEGINS.match(lines[first])):
        first = _above(lines, first, gone)
    if first is None:
        return None
    last = first
    while last + 1 < len(lines) and _belongs(lines, first, last + 1):
        last += 1
    return Aside(first, last, _name(lines[first]), _parent(lines, first))


def _above(lines: list[str], line: int, gone: Collection[int]) -> int | None:
    """The nearest line above that begins something less deep, or, from a blank line, anything."""
    deep = _deep(lines[line]) if lines[line].strip() else None
    for n in range(line - 1, -1, -1):
        if n not in gone and _BEGINS.match(lines[n]) and (deep is None or _deep(lines[n]) <= deep):
            return n
    return None


def _belongs(lines: list[str], first: int, line: int) -> bool:
    text = lines[line]
    if not text.strip():
        return True
    listed = text.lstrip().startswith("- ") and not lines[first].lstrip().startswith("-")
    return _deep(text) > _deep(lines[first]) or (listed and _deep(text) == _deep(lines[first]))


def _parent(lines: list[str], first: int) -> int | None:
    deep, entry = _deep(lines[first]), lines[first].lstrip().startswith("-")
    for n in range(first - 1, -1, -1):
        if not _BEGINS.match(lines[n]):
            continue
        above = _deep(lines[n])
        if above < deep or (entry and above == deep and not lines[n].lstrip().startswith("-")):
            return n
    return None


def _name(text: str) -> str | int:
    found = None if text.lstrip().startswith("-") else _KEY.match(text)
    return found[2] if found else NO_ENTRY


def _deep(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


class Asides:
    """The blocks of one text that were set aside."""

    def __init__(self, text: str) -> None:
        self._whole = text.split("\n")
        self._lines = self._whole[:]
        self._taken: list[Aside] = []
        self.text = text

    def take(self, line: int, *, from_there: bool = False) -> None:
        """Set the smallest block around a line aside; ``from_there``: what was taken below it comes back."""
        if from_there:
            self._taken = [aside for aside in self._taken if aside.last < line]
            self._lines = self._whole[:]
            for aside in self._taken:
                self._blank(aside)
        gone = {n for aside in self._taken for n in range(aside.first, aside.last + 1)}
        found = _block_at(self._lines, line, gone)
        if found is not None:
            self._taken.append(found)
            self._blank(found)
        self.text = "\n".join(self._lines)

    def _blank(self, aside: Aside) -> None:
        self._lines[aside.first : aside.last + 1] = [""] * (aside.last + 1 - aside.first)

    def paths(self, at: Places, keys: Places) -> Iterator[tuple[Path, str | int]]:
        """What each block stood under in the tree that was read, and what it was called."""
        for aside in self._taken:
            line = aside.parent
            under = () if line is None else _path_at(self._whole[line], line, at, keys)
            yield under, aside.name
            if any(self._whole[n].strip() for n in range(aside.first + 1, aside.last + 1)):
                yield ("phases",), NO_ENTRY  # names may have stood in it, whatever it was called


def _path_at(line: str, number: int, at: Places, keys: Places) -> Path:
    """The path of the key or entry that begins a line (``number`` 0-based)."""
    deep = _deep(line)
    entry = line.lstrip().startswith("-")
    column = len(line) - len(line.lstrip().removeprefix("-").lstrip()) + 1 if entry else deep + 1
    places = at if entry else keys
    here = (p for p, span in places.items() if (span.line, span.column) == (number + 1, column))
    return min(here, key=len, default=())
