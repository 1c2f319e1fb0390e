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


def texts_in(report: Report) -> tuple[str, ...]:
    """Every text of the report, each once, in the order of its fields."""
    found: dict[str, None] = {}
    waiting: list[Any] = [report]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found[value] = None
        elif isinstance(value, tuple):
            waiting += reversed(value)
        elif is_dataclass(value):
            waiting += [getattr(value, name) for name in reversed(_names(value))]
    return tuple(found)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {name.rstrip("_"): _plain(getattr(value, name)) for name in _names(value)}
    return value


def _names(value: Any) -> tuple[str, ...]:
    cls = type(value)
    found = _NAMES.get(cls)
    if found is None:
        found = _NAMES[cls] = tuple(spec.name for spec in fields(value))
    return found


_NAMES: dict[type, tuple[str, ...]] = {}
