"""A PDF as lines: the lines a page shows, with an empty one where the page leaves a gap."""

from __future__ import annotations

import io
import itertools
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ttx.errors import LoadError
from ttx.frozen import dataclass
from ttx.sources.lines import Extract, Line

MOST_PAGES = 500
_LEAST_LETTERS = 20
"""Letters a page has on average, below which the file is a scan."""
_GAP = 1.3
"""How many usual steps down the page make a gap."""
_RAISED = 0.6
"""Share of a letter's height by which a superscript may be off its line."""


@dataclass(slots=True)
class _Row:
    """One line of a page."""

    text: str
    at: float
    """Height above the page's foot, in points."""
    size: float


def read(data: bytes, name: str) -> Extract:
    """The lines of a PDF, page by page.

    Raises:
        LoadError: it is encrypted, damaged, too long, or a scan without text.
    """
    try:
        reader = _opened(data, name)
        pages = [_rows(page) for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise LoadError(
            "This PDF is damaged and cannot be read.",
            where=name,
            next_step="Open it in a PDF viewer and print it to a new PDF, or save its text.",
        ) from error
    letters = sum(char.isalnum() for rows in pages for row in rows for char in row.text)
    if letters < _LEAST_LETTERS * len(pages):
        raise LoadError(
            f"This PDF is a scan: hardly any text stands on its {len(pages)} page{'s'[: len(pages) != 1]}.",
            where=name,
            next_step="Let its text be recognised (OCR) first, and import what comes of that.",
        )
    return Extract("pdf", tuple(_lines(pages)))


def _opened(data: bytes, name: str) -> PdfReader:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise LoadError(
            "This PDF is encrypted: it opens with a password only.",
            where=name,
            next_step="Open it with its password and print it to a new PDF, or save its text.",
        )
    if len(reader.pages) > MOST_PAGES:
        raise LoadError(
            f"This PDF has {len(reader.pages)} pages; more than {MOST_PAGES} are not read.",
            where=name,
            next_step="Print the pages of the document to a new PDF.",
        )
    return reader


def _rows(page: Any) -> list[_Row]:
    rows: list[_Row] = [_Row("", 0.0, 0.0)]

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        first, *more = text.split("\n")
        _put(rows[-1], first, cm, tm, size)
        for piece in more:
            rows.append(_Row("", 0.0, 0.0))
            _put(rows[-1], piece, cm, tm, size)

    page.extract_text(visitor_text=visit)
    return _levelled([row for row in rows if row.text.strip()])


def _put(row: _Row, text: str, cm: list[float], tm: list[float], size: float) -> None:
    if text.strip() and not row.text.strip():
        scale = abs(tm[3] * cm[3]) or 1.0
        row.at, row.size = tm[5] * cm[3] + cm[5], size * scale
    row.text += text


def _levelled(rows: list[_Row]) -> list[_Row]:
    """Superscripts, which stand a little higher than their line, put into it."""
    made: list[_Row] = []
    for row in rows:
        last = made[-1] if made else None
        if last and 0 < abs(last.at - row.at) < _RAISED * max(last.size, row.size):
            last.text += row.text
        else:
            made.append(row)
    return made


def _lines(pages: list[list[_Row]]) -> list[Line]:
    pairs = [pair for rows in pages for pair in itertools.pairwise(rows)]
    steps = sorted(above.at - row.at for above, row in pairs if above.at - row.at >= row.size)
    usual = steps[len(steps) // 10] if steps else 0.0  # where blocks are short, most steps are gaps
    lines: list[Line] = []
    for number, rows in enumerate(pages, start=1):
        for n, row in enumerate(rows):
            if n and usual and rows[n - 1].at - row.at > _GAP * usual:
                lines.append(Line(len(lines) + 1, "", number))
            lines.append(Line(len(lines) + 1, row.text.strip(), number))
    return lines
