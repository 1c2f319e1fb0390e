"""Where the parts of files stand: kept as the parser's marks, made into spans when somebody asks.

A file has a place for every value and every key, and most are never asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from ttx.diagnostics import Span

Path: TypeAlias = tuple[str | int, ...]
Mark: TypeAlias = "tuple[str, Any, Any] | Span"
"""A file's name with the parser's marks of begin and end, or a span that is known already."""


class Places(Mapping[Path, Span]):
    """Path of keys and 0-based indexes -> span."""

    __slots__ = ("marks",)

    def __init__(self, marks: dict[Path, Mark]) -> None:
        self.marks = marks

    def __getitem__(self, path: Path) -> Span:
        return span_of(self.marks[path])

    def __contains__(self, path: object) -> bool:
        return path in self.marks

    def __iter__(self) -> Iterator[Path]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self.marks)


def span_of(mark: Mark) -> Span:
    """The span of a mark; of several lines, the first character."""
    if isinstance(mark, Span):
        return mark
    name, start, end = mark
    length = end.column - start.column if end.line == start.line else 1
    return Span(name, start.line + 1, start.column + 1, max(length, 1))


def marks_of(places: Mapping[Path, Span]) -> Mapping[Path, Mark]:
    """The marks of a table of places, none of them made into a span."""
    return places.marks if isinstance(places, Places) else places
