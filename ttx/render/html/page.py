"""A paper as one HTML file. No script, no font, no picture from elsewhere.

Accessible: one language, one main part, headings in order, a head for every table, words for every
chart, contrast above 4.5. Printed, marking and status stand on every sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import count

from ttx.render.html.style import STYLE
from ttx.render.paper.blocks import (
    Block,
    Heading,
    Items,
    NewPage,
    Paper,
    Paragraph,
    Picture,
    Run,
    Table,
    Verbatim,
    Words,
)
from ttx.render.plain import one_line

_LARGE = ' class="large"'
_TAGS = {"strong": "strong", "em": "em", "code": "code"}


def written(paper: Paper) -> str:
    """The paper as HTML."""
    body = "\n".join(Body().of(paper))
    marking, status = text(paper.marking), text(paper.status)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{text(paper.title)}</title>\n<style>{_running(paper)}{STYLE}</style>\n</head>\n<body>\n"
        f'<p class="marking top"><b>{marking}</b> <span>{status}</span></p>\n'
        f"<main{_LARGE if paper.large else ''}>\n{body}\n</main>\n"
        f'<p class="marking end"><b>{marking}</b> <span>{status}</span></p>\n</body>\n</html>\n'
    )


def text(words: str) -> str:
    """Words as HTML text: on one line, no sign of them a mark."""
    return escape(one_line(words), quote=True)


def _running(paper: Paper) -> str:
    """Marking and status for the margins of printed sheets, as a string of CSS."""
    words = css(f"{one_line(paper.marking)} | {one_line(paper.status)}")
    return (
        f'@page{{size:A4;margin:20mm 16mm;@top-center{{content:"{words}";font:600 8pt sans-serif}}'
        f'@bottom-center{{content:"{words}";font:600 8pt sans-serif}}'
        '@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}'
    )


def css(words: str) -> str:
    """Every character that is no letter, digit or blank as its number, so that none ends the string.

    The blank behind a number belongs to it.
    """
    return re.sub(r"[^\w ]", lambda hit: f"\\{ord(hit[0]):06x} ", words)


class Body:
    """Headings get a number of their own, so that tables can be named after them."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._last = ""

    def of(self, paper: Paper) -> Iterator[str]:
        """The blocks; the list of sections stands behind the title."""
        contents = list(_contents(paper))
        for block in paper.blocks:
            yield from self._block(block)
            if isinstance(block, Heading) and block.level == 1 and block.words.startswith("Annex"):
                yield from contents

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, words):
                self._last = f"s{next(self._ids)}"
                yield f'<h{level} id="{self._last}">{text(words)}</h{level}>'
            case Paragraph(words, kind):
                yield f"<p{f' class={kind}' if kind else ''}>{_line(words)}</p>"
            case Items():
                yield from _items(block)
            case Table():
                yield from self._table(block)
            case Verbatim(words):
                yield f"<pre>{text(words)}</pre>"
            case Picture(title, _, svg):
                yield f"<figure><figcaption>{text(title)}</figcaption>{svg}</figure>"
            case NewPage():
                yield '<hr class="page">'

    def _table(self, table: Table) -> Iterator[str]:
        tall = ' class="tall"' if table.tall else ""
        yield f'<div class="wide"><table{tall} aria-labelledby="{self._last}">'
        if table.shares:
            whole = sum(table.shares)
            widths = "".join(f'<col style="width:{share * 100 / whole:.1f}%">' for share in table.shares)
            yield f"<colgroup>{widths}</colgroup>"
        if not table.names_rows:
            cells = "".join(f'<th scope="col">{text(each)}</th>' for each in table.head)
            yield f"<thead><tr>{cells}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            yield f"<tr>{''.join(_cells(row, named=table.names_rows))}</tr>"
        yield "</tbody></table></div>"


def _cells(row: tuple[Words, ...], *, named: bool) -> Iterator[str]:
    for number, cell in enumerate(row):
        if named and not number:
            yield f'<th scope="row">{_line(cell)}</th>'
        else:
            yield f"<td>{_line(cell)}</td>"


def _contents(paper: Paper) -> Iterator[str]:
    headings = [b for b in paper.blocks if isinstance(b, Heading)]
    links = [
        f'<li><a href="#s{n}">{text(h.words)}</a></li>'
        for n, h in enumerate(headings, 1)
        if h.level == 2 and h.words[:1].isdigit()
    ]
    if links:
        yield f'<nav aria-label="Sections"><ul>{"".join(links)}</ul></nav>'


def _items(items: Items) -> Iterator[str]:
    tag = "ol" if items.numbered else "ul"
    yield f"<{tag}>"
    for item in items.items:
        under = "".join(f"<li>{_line(each)}</li>" for each in item.under)
        yield f"<li>{_line(item.words)}{f'<ul>{under}</ul>' if under else ''}</li>"
    yield f"</{tag}>"


def _line(words: Words) -> str:
    return "".join(_run(run) for run in words)


def _run(run: Run) -> str:
    if run.mark == "blank":
        return '<span class="blank" aria-label="blank to fill in"></span>'
    before = " " if run.words[:1].isspace() else ""
    after = " " if run.words[-1:].isspace() and run.words.strip() else ""
    tag = _TAGS.get(run.mark)
    shown = text(run.words)
    return f"{before}<{tag}>{shown}</{tag}>{after}" if tag else f"{before}{shown}{after}"
