"""The report as JSON, ``ttx.report/1``, field for field as its values are."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from ttx.render.plain import safe
from ttx.render.sheets import sheet_csv
from ttx.render.tables import TABLES
from ttx.report.values import Report

FORMAT = "ttx.report/1"


def report_json(report: Report) -> str:
    """The whole report; its shape is ``report_schema``."""
    return json.dumps({"format": FORMAT, **_plain(report)}, ensure_ascii=False, indent=2) + "\n"


def report_csv(report: Report, table: str) -> str:
    """One table of the report as CSV that no spreadsheet takes for a formula.

    Raises:
        KeyError: there is no such table.
    """
    return sheet_csv(TABLES[table](report))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name.name.rstrip("_"): _plain(getattr(value, name.name)) for name in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return safe(value) if isinstance(value, str) else value
