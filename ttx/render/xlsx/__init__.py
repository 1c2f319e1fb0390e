"""The report's tables as a spreadsheet. Every cell is text: nothing is a formula, nothing a link.

Needs the extra ``office``; whoever calls says so where it is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from ttx.render.paper.front import STATUS
from ttx.render.plain import one_line, safe, width
from ttx.render.sheets import Sheet
from ttx.render.tables import tables
from ttx.render.zipped import repacked
from ttx.report.values import Report

_NARROW, _WIDE, _ALL = 9, 60, 190
"""Characters: of a column at least and at most, of all columns together where one page is to hold them."""
_LINE, _TALLEST = 15.0, 405.0
"""Points: of a line of a cell, and of the tallest row the format takes."""
_MOST = 32_000
"""Characters of one cell; the format takes 32,767."""
_CUT = " [cut here; the session file holds the rest]"
_MOST_MARGIN = 200
"""Characters of a page margin; the format takes 255 with its own marks."""
_FONT = "Malgun Gothic"


def report_xlsx(report: Report) -> bytes:
    """A sheet for each table, its head frozen and filtered, marking and status on every page."""
    over = f"{one_line(report.header.marking)} | {STATUS[report.header.status]}"
    return sheets_xlsx(report.header.title, over, (_about(report), *tables(report).values()))


def sheets_xlsx(title: str, over: str, sheets: Iterable[Sheet]) -> bytes:
    """The sheets as a spreadsheet; ``over`` stands in the margins of every page."""
    out = BytesIO()
    made = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same sheets are the same file
    book = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": one_line(title), "author": "ttx", "created": made})
    book.formats[0].set_font_name(_FONT)
    for sheet in sheets:
        _write(book, sheet, over)
    book.close()
    return repacked(out.getvalue())


def _about(report: Report) -> Sheet:
    head = report.header
    rows = (
        ("Title", head.title),
        ("Marking", head.marking),
        ("Status", STATUS[head.status]),
        ("Kind", head.kind),
        ("Session", head.session),
        ("Scenario", f"{head.scenario}, revision {head.revision}"),
        ("Attribution", head.attribution),
        ("Last event", f"#{report.last_event}"),
        ("Hash of the last line", report.head),
        ("Made by", f"ttx {head.version}"),
        *report.overview,
    )
    return Sheet("About", ("What", "Words"), rows, "")


def _write(book: Any, sheet: Sheet, over: str) -> None:
    page = book.add_worksheet(sheet.title)
    bold = book.add_format({"bold": True, "font_name": _FONT})
    head = book.add_format(
        {"bold": True, "font_name": _FONT, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1,
         "text_wrap": True, "valign": "top"}
    )  # fmt: skip
    cell = book.add_format(
        {"font_name": _FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9CED4"}
    )
    page.write_string(0, 0, _fit(over), bold)
    widths = _widths(sheet)
    for column, name in enumerate(sheet.head):
        page.write_string(1, column, _fit(name), head)
        page.set_column(column, column, widths[column])
    for number, row in enumerate(sheet.rows or ((sheet.empty,),), 2):
        page.set_row(number, _height(row, widths))
        for column, words in enumerate(row):
            page.write_string(number, column, _fit(words), cell)
    page.freeze_panes(2, 1)
    if sheet.rows:
        page.autofilter(1, 0, 1 + len(sheet.rows), len(sheet.head) - 1)
    _paper(page, over)


def _paper(page: Any, over: str) -> None:
    """Landscape, one page wide, the head on every sheet, marking above and below."""
    margin = one_line(over)[:_MOST_MARGIN].replace("&", "&&")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, 1)
    page.set_header(f"&C&B{margin}" if not margin[:1].isdigit() else f"&C&B {margin}")
    page.set_footer(
        f"&C{margin}&RPage &P of &N" if not margin[:1].isdigit() else f"&C {margin}&RPage &P of &N"
    )


def _fit(words: str) -> str:
    shown = safe(words)
    return shown if len(shown) <= _MOST else shown[:_MOST] + _CUT


def _widths(sheet: Sheet) -> list[int]:
    """Wide enough for most words of each column; the widest give way until one page holds all."""
    widths = [_wanted(sheet, column) for column in range(len(sheet.head))]
    while sum(widths) > _ALL and max(widths) > 2 * _NARROW:
        widths[widths.index(max(widths))] -= 1
    return widths


def _wanted(sheet: Sheet, column: int) -> int:
    longest = max((width(one_line(row[column][:_WIDE])) for row in sheet.rows), default=0)
    return max(_NARROW, min(_WIDE, max(longest, width(sheet.head[column])) + 4))


def _height(row: tuple[str, ...], widths: list[int]) -> float:
    """As high as its longest cell: not every program works it out for itself."""
    lines = max(
        sum(1 + width(line) // max(1, wide - 2) for line in safe(words[:_MOST]).split("\n"))
        for words, wide in zip(row, widths, strict=False)
    )
    return min(_TALLEST, _LINE * lines)
