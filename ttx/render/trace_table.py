"""Links as a plain text table for a terminal: display cells are counted, so columns stand true."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.render.legal import LEGAL
from ttx.render.plain import cut, one_line, pad, width
from ttx.trace.values import TraceLink

_HEAD = ("event", "decision", "cell", "commitment", "at", "label", "bearing", "standing")
_MOST = (6, 12, 16, 14, 6, 18, 44, 52)
"""Most display cells a column takes; ids, places and numbers always fit."""


def trace_table(links: Sequence[TraceLink]) -> str:
    """The links as two tables: commitments, and stated views, which are never counted.

    Ends with how many there are by status and the sentence on what links are not.
    """
    if not links:
        return "No links on record.\n"
    promises = [k for k in links if not k.stated]
    views = [k for k in links if k.stated]
    lines = _table(promises) if promises else []
    if views:
        lines += [
            *([""] if lines else []),
            "Stated views (nothing is promised; never counted)",
            *_table(views),
        ]
    return "\n".join([*lines, "", _sums(promises, views), LEGAL, ""])


def _table(links: Sequence[TraceLink]) -> list[str]:
    rows = [_HEAD, *(_row(link) for link in links)]
    wide = [min(max(width(row[column]) for row in rows), most) for column, most in enumerate(_MOST)]
    lines = ["  ".join(pad(cut(t, w), w) for t, w in zip(row, wide, strict=True)).rstrip() for row in rows]
    return [lines[0], "  ".join("-" * w for w in wide), *lines[1:]]


def _row(link: TraceLink) -> tuple[str, ...]:
    detail = f" ({link.detail})" if link.detail else ""
    cells = "staff" if link.on == "staff" else " ".join(link.cells)
    row = (
        f"#{link.record}",
        link.decision or "move",
        cells,
        link.target,
        link.locator,
        link.label,
        f"{link.prints}{detail}",
        link.standing,
    )
    return tuple(one_line(each) for each in row)


def _sums(promises: Sequence[TraceLink], views: Sequence[TraceLink]) -> str:
    settled = sum(k.settled and not k.conditional for k in promises)
    under = sum(k.settled and k.conditional for k in promises)
    waiting = sum(not k.settled for k in promises)
    parts = [f"{settled} settled"]
    parts += [f"{under} settled under a condition, counted apart"] if under else []
    parts += [f"{waiting} proposed, not settled"]
    parts += [f"{len(views)} on stated views"] if views else []
    return f"{'; '.join(parts)}."
