"""The few marks of Markdown the paper uses; everything typed is escaped, so that it stays text.

Only this module writes markup. What comes in is plain text; a backslash goes before every sign
that could begin a mark, a link, a table cell or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ttx.render.plain import one_line
from ttx.report.values import Line

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$]|#(?!\d))")
_START = re.compile(r"^([+\-=]|\d{1,9}(?=[.)]))")
_WEB = re.compile(r"(?i)(https?|ftp)(:)(?=//)|\b(www)(\.)")
_MOST_NUMBERS = 8


def text(words: str) -> str:
    """Plain words on one line, escaped so that no sign of them is markup.

    An event number (``#12``) needs no escape and gets none.
    """
    escaped = _SIGNS.sub(r"\\\1", one_line(words))
    escaped = _WEB.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", escaped)
    return _START.sub(_started, escaped)


def _started(found: re.Match[str]) -> str:
    """A sign that would begin a list or heading; a number keeps its digits, its dot is escaped."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def numbers(events: Sequence[int]) -> str:
    """`` (#12, #40)`` behind a sentence; of many the first eight and how many more."""
    if not events:
        return ""
    shown = ", ".join(f"#{n}" for n in events[:_MOST_NUMBERS])
    more = f" and {len(events) - _MOST_NUMBERS} more" if len(events) > _MOST_NUMBERS else ""
    return f" ({shown}{more})"


def line(given: Line) -> str:
    """A sentence with the events it rests on."""
    return f"{text(given.text)}{numbers(given.events)}"


def bullets(lines: Iterable[Line], empty: str) -> list[str]:
    """A list, or the sentence that says there is nothing."""
    found = [f"- {line(each)}" for each in lines]
    return found or [empty]


def table(head: Sequence[str], rows: Iterable[Sequence[str]], empty: str) -> list[str]:
    """A table of cells that are escaped already, or the sentence that says there is nothing."""
    given = [list(row) for row in rows]
    if not given:
        return [empty]
    lines = [_row(head), _row(["---"] * len(head))]
    return lines + [_row(row) for row in given]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"


def quote(words: str) -> str:
    """Words as said, in quotation marks."""
    return f'"{text(words)}"'


def section(title: str, *parts: Sequence[str], level: int = 2) -> list[str]:
    """A heading and its parts, a blank line between each."""
    lines = [f"{'#' * level} {title}"]
    for part in parts:
        if part:
            lines += ["", *part]
    return [*lines, ""]
