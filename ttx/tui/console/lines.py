"""Text with its token: what every pane gives to the widgets. Never markup."""

from __future__ import annotations

from typing import TypeAlias

from ttx.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one token of the palette."""

    text: str
    token: str = "text"
    bold: bool = False


Line: TypeAlias = tuple[Run, ...]


def line(*parts: str | Run) -> Line:
    """A line from plain text and runs."""
    return tuple(Run(p) if isinstance(p, str) else p for p in parts)


def bold(text: str, token: str = "text") -> Run:
    """The one thing of a row that is read first."""
    return Run(text, token, bold=True)


def dim(text: str) -> Run:
    """Labels, the past, staff notes."""
    return Run(text, "dim")


def plain(of: Line) -> str:
    """The text alone."""
    return "".join(run.text for run in of)
