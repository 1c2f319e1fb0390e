"""Blocks as WordprocessingML. Typed words are escaped here and nowhere else.

Written as text and parsed once a block: a library call a cell is forty times slower.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls

from ttx.frozen import dataclass
from ttx.render.docx.charts import alternative, chart_xml
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

_WANTED = ("Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Bullet 2", "List Number")
_MARKS = {
    "strong": "<w:b/>",
    "em": "<w:i/>",
    "code": '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>',
}
_SHARE = 9000
"""Twentieths of a point over which a table's columns are shared; Word stretches it to the page."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of the styles a file has by their names in Word, and what its numbered list counts with."""

    ids: dict[str, str]
    table: str
    numbering: int | None
    cell: str
    """How large words in a table are."""

    @staticmethod
    def of(document: Any, *, large: bool = False) -> Styles:
        """The styles of a file; those it lacks are left to its default."""
        known = {s.name: s.style_id for s in document.styles if s.type == WD_STYLE_TYPE.PARAGRAPH}
        tables = {s.name: s.style_id for s in document.styles if s.type == WD_STYLE_TYPE.TABLE}
        return Styles(
            {name: known[name] for name in _WANTED if name in known},
            tables.get("Table Grid", ""),
            _numbering(document) if "List Number" in known else None,
            _LARGE if large else _SMALL,
        )


def _numbering(document: Any) -> int | None:
    """The abstract numbering behind the numbered style."""
    found = document.styles["List Number"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    if not found:
        return None
    numbers = document.part.numbering_part.element
    behind = numbers.xpath(f"w:num[@w:numId='{int(found[0])}']/w:abstractNumId/@w:val")
    return int(behind[0]) if behind else None


def wrapped(xml: str) -> str:
    """Elements in one that declares their names."""
    return f"<w:body {nsdecls('w')}>{xml}</w:body>"


def block_xml(block: Block, styles: Styles, number: int | None, under: str) -> str:
    """A block as elements of a body.

    Args:
        block: what is written.
        styles: what the file has.
        number: the numbering a numbered list counts with; None: digits are written.
        under: the heading it stands under, which names a table.
    """
    match block:
        case Heading(level, words):
            return _paragraph((Run(words),), styles.ids.get(f"Heading {min(level, 3)}", ""))
        case Paragraph(words, kind):
            return _paragraph(words, "", extra=_FIXED if kind == "fixed" else "", soft=kind == "note")
        case Items():
            return _items(block, styles, number)
        case Table():
            return _table(block, styles, under)
        case Verbatim(words):
            return _paragraph((Run(words, "code"),), "")
        case NewPage():
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        case Picture():
            return chart_xml(block)


_FIXED = (
    '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="1F4E79"/></w:pBdr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="F3F6F9"/>'
)


def _paragraph(words: Words, style: str, *, extra: str = "", soft: bool = False) -> str:
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    small = '<w:color w:val="4B535C"/><w:sz w:val="19"/>' if soft else ""
    about = f"<w:pPr>{named}{extra}</w:pPr>" if named or extra else ""
    return f"<w:p>{about}{''.join(_run(run, small) for run in words)}</w:p>"


def _run(run: Run, manner: str = "") -> str:
    before = " " if run.words[:1].isspace() else ""
    after = " " if run.words[-1:].isspace() and run.words.strip() else ""
    shown = "_" * 24 if run.mark == "blank" else escape(f"{before}{one_line(run.words)}{after}")
    about = _ordered(_MARKS.get(run.mark, ""), manner)
    return f'<w:r>{about}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def _ordered(mark: str, manner: str) -> str:
    """A run's properties once each; the format asks for letters, then weight, then colour and size."""
    kept = manner if mark != "<w:b/>" or mark not in manner else manner.replace(mark, "")
    return f"<w:rPr>{mark}{kept}</w:rPr>" if mark or kept else ""


_STAY = "<w:keepNext/>"


def _items(items: Items, styles: Styles, number: int | None) -> str:
    rows: list[str] = []
    style = styles.ids.get("List Number" if items.numbered else "List Bullet", "")
    counted = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    for n, item in enumerate(items.items, 1):
        sign = "" if style and (number or not items.numbered) else f"{n}. " if items.numbered else "- "
        words = (Run(sign), *item.words) if sign else item.words
        rows.append(_paragraph(words, style, extra=f"{_STAY if item.under else ''}{counted}"))
        below = styles.ids.get("List Bullet 2", "")
        rows += [_paragraph(each if below else (Run("- "), *each), below) for each in item.under]
    return "".join(rows)


def _table(table: Table, styles: Styles, under: str) -> str:
    shares = table.shares or (1,) * len(table.head)
    widths = [_SHARE * share // sum(shares) for share in shares]
    style = f"<w:tblStyle w:val={quoteattr(styles.table)}/>" if styles.table else ""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    head = "" if table.names_rows else _head(table.head, widths, styles.cell)
    rows = "".join(_row(row, widths, styles.cell, named=table.names_rows) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="5000" w:type="pct"/>{_BORDERS}<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>{alternative(under)}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
        '<w:p><w:pPr><w:spacing w:after="60"/></w:pPr></w:p>'
    )


_BORDERS = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C9CED4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
)
_SMALL, _LARGE = '<w:sz w:val="18"/>', '<w:sz w:val="28"/>'


def _head(head: tuple[str, ...], widths: list[int], size: str) -> str:
    white = f'<w:b/><w:color w:val="FFFFFF"/>{size}'
    cells = "".join(_cell((Run(h),), w, white, "1F4E79") for h, w in zip(head, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: tuple[Words, ...], widths: list[int], size: str, *, named: bool) -> str:
    cells = [_cell(words, wide, size, "") for words, wide in zip(row, widths, strict=True)]
    if named:
        cells[0] = _cell(row[0], widths[0], f"<w:b/>{size}", "F3F6F9")
    about = f"{_KEEP if _short(row) else ''}{_TALL if _blank(row) else ''}"
    return f"<w:tr>{f'<w:trPr>{about}</w:trPr>' if about else ''}{''.join(cells)}</w:tr>"


_KEEP = "<w:cantSplit/>"
_TALL = '<w:trHeight w:val="480"/>'
_MOST_KEPT = 1500
"""Letters of a cell up to which its row stays on one page; a longer one may fill several."""


def _short(row: tuple[Words, ...]) -> bool:
    return all(sum(len(run.words) for run in words) < _MOST_KEPT for words in row)


def _blank(row: tuple[Words, ...]) -> bool:
    """A row for people to write in."""
    return not any(run.words for words in row for run in words)


def _cell(words: Words, wide: int, manner: str, fill: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    runs = "".join(_run(run, manner) for run in words if run.words)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="20" w:after="20"/></w:pPr>{runs}</w:p></w:tc>'
    )


def margin_xml(paper: Paper, *, numbered: bool) -> str:
    """Marking and status for a header or footer, with page and pages where it is the footer."""
    words = f"{one_line(paper.marking)} | {paper.status}"
    page = f"{_text(' | page ')}{_field('PAGE')}{_text(' of ')}{_field('NUMPAGES')}" if numbered else ""
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_text(words)}{page}</w:p>'


def _text(words: str) -> str:
    return (
        f'<w:r><w:rPr><w:b/><w:sz w:val="17"/></w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}">{_text("1")}</w:fldSimple>'
