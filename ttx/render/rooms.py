"""Rooms side by side: as tables for a terminal, as CSV, as JSON."""

from __future__ import annotations

import json

from ttx.render.sheets import Sheet, csv_cell, sheet_csv, sheet_text
from ttx.report.rooms import Row, SideBySide

FORMAT = "ttx.compare/1"
_MOST = 44


def rooms_text(found: SideBySide, *, only_parted: bool) -> str:
    """Where they parted, then a table for each section; ``only_parted`` leaves out what is the same."""
    parts = [_where(found)]
    for name, rows in found.sections.items():
        shown = [row for row in rows if row.parted or not only_parted]
        if shown or not only_parted:
            parts.append(sheet_text(_sheet(found, name, shown)))
    return "".join(parts)


def rooms_csv(found: SideBySide) -> str:
    """Every row of every section as one table."""
    rows = tuple(
        (name, row.what, "yes" if row.parted else "", *row.values)
        for name, section in found.sections.items()
        for row in section
    )
    return sheet_csv(Sheet("", ("Section", "What", "Parted", *(csv_cell(n) for n in found.names)), rows, ""))


def rooms_json(found: SideBySide) -> str:
    """Everything, versioned by its ``format``."""
    data = {
        "format": FORMAT,
        "rooms": list(found.names),
        "same_lines": found.same_lines,
        "parted": found.parted,
        "sections": {
            name: [{"what": r.what, "values": list(r.values), "parted": r.parted} for r in rows]
            for name, rows in found.sections.items()
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _where(found: SideBySide) -> str:
    lines = []
    if found.same_lines > 1:
        lines.append(f"The files are the same to line {found.same_lines}.")
    elif any(row.parted for rows in found.sections.values() for row in rows):
        lines.append("These are sessions of their own: each began anew.")
    else:
        lines.append("Nothing of substance differs.")
    lines.append(
        f"First answered differently: {found.parted}"
        if found.parted
        else "Every decision was answered alike."
    )
    return "\n".join(lines) + "\n"


def _sheet(found: SideBySide, name: str, rows: list[Row]) -> Sheet:
    head = (name.capitalize(), *found.names)
    made = tuple((row.what, *row.values) for row in rows)
    return Sheet("", head, made, f"{name.capitalize()}: nothing on record.", (_MOST,) * len(head))
