"""A plain table as text for a terminal and as CSV that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from io import StringIO

from ttx.frozen import dataclass
from ttx.render.plain import cut, one_line, pad, safe, width

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its columns, its rows, and what stands in its place where there are none."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str
    most: tuple[int, ...] = ()
    """Most display cells a column takes in a terminal; the last is never cut where this is shorter."""


def sheet_text(sheet: Sheet) -> str:
    """The title and an aligned table, columns as wide as their widest cell, at most as wide as said."""
    if not sheet.rows:
        return f"{sheet.title}\n{sheet.empty}\n"
    rows = [sheet.head, *(tuple(one_line(cell) for cell in row) for row in sheet.rows)]
    wide = [max(width(row[n]) for row in rows) for n in range(len(sheet.head))]
    wide = [min(w, sheet.most[n]) if n < len(sheet.most) else w for n, w in enumerate(wide)]
    lines = ["  ".join(pad(cut(t, w), w) for t, w in zip(row, wide, strict=True)).rstrip() for row in rows]
    return "\n".join((sheet.title, lines[0], "  ".join("-" * w for w in wide), *lines[1:])) + "\n"


def sheet_csv(sheet: Sheet) -> str:
    """The table as CSV (RFC 4180: CRLF, quotes doubled)."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(sheet.head)
    for row in sheet.rows:
        writer.writerow([csv_cell(cell) for cell in row])
    return out.getvalue()


def csv_cell(text: str) -> str:
    """The text as a cell: one that would be taken for a formula gets an apostrophe in front.

    The test reads it as typed, before anything is taken out of it.
    """
    shown = safe(text)
    return f"'{shown}" if text.startswith(_FORMULA) or shown.startswith(_FORMULA) else shown
