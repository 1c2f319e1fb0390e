"""Author problems: values with a code, a place and plain words. Nothing here prints or reads.

A file is read to its end and every problem is reported in one pass. Lines and columns are
1-based; columns count characters, carets are placed by display cells where they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import Enum

from ttx.frozen import dataclass


class Severity(Enum):
    """How much a problem matters: an error keeps a scenario from being played."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a file: line and column 1-based, length in characters."""

    file: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an author should mend, where it stands and how."""

    code: str
    span: Span
    message: str
    severity: Severity = Severity.ERROR
    hint: str = ""

    @property
    def headline(self) -> str:
        """``file:line:col: error[TTXnnn]: message``."""
        at = self.span
        return f"{at.file}:{at.line}:{at.column}: {self.severity.value}[{self.code}]: {self.message}"


@dataclass(frozen=True, slots=True)
class Spans:
    """Where each part of a file stands: path of keys and 0-based indexes -> Span.

    A path that is not listed falls back to its nearest listed parent.
    """

    at: Mapping[tuple[str | int, ...], Span]
    """Where the value stands."""
    keys: Mapping[tuple[str | int, ...], Span] = field(default_factory=dict)
    """Where the key of that path stands."""

    def of(self, path: tuple[str | int, ...]) -> Span:
        """The span of the value at ``path`` or of its nearest parent."""
        return _nearest(self.at, path)

    def key(self, path: tuple[str | int, ...]) -> Span:
        """The span of the key at ``path``; of the value where the key is unknown."""
        found = self.keys.get(path)
        return found if found is not None else self.of(path)


def _nearest(table: Mapping[tuple[str | int, ...], Span], path: tuple[str | int, ...]) -> Span:
    while path:
        found = table.get(path)
        if found is not None:
            return found
        path = path[:-1]
    return table.get((), Span("", 1, 1))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line, column, then code; exact repeats once."""
    return tuple(sorted(set(problems), key=lambda p: (p.span, p.code, p.message)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them keeps the scenario from being played."""
    return any(p.severity is Severity.ERROR for p in problems)
