"""Charts as tables of coloured cells: every program shows and prints them, and a reader is told them.

A drawing would need a picture in two formats and a word for it; a table is its own words. Rows share
a grid of slots, because a Word table takes 63 columns at most.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from ttx.render.paper.blocks import SLOTS, Patch, Picture, Strip
from ttx.render.plain import one_line

_NAME, _SLOT = 2600, 133
"""Twentieths of a point: of the column of names, and of a slot."""
_MOST_ALT = 2000
"""Characters of words for those who cannot see it; the whole stands in the tables of the paper."""


def chart_xml(picture: Picture) -> str:
    """Title, chart and, where its cells cannot hold them, its words; nothing of a chart without rows."""
    if not picture.strips:
        return ""
    rows = "".join(_row(strip) for strip in picture.strips)
    grid = f'<w:gridCol w:w="{_NAME}"/>' + f'<w:gridCol w:w="{_SLOT}"/>' * SLOTS
    words = _note(picture.shows) if picture.in_words else ""
    return (
        f"{_title(picture.title)}<w:tbl><w:tblPr>"
        f'<w:tblW w:w="{_NAME + _SLOT * SLOTS}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
        f"{alternative(picture.title, picture.shows)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        f'{words}<w:p><w:pPr><w:spacing w:after="60"/></w:pPr></w:p>'
    )


def alternative(title: str, shows: str = "") -> str:
    """A table's name and, for a chart, what it shows, for those who cannot see it."""
    shown = one_line(shows)[:_MOST_ALT]
    described = f"<w:tblDescription w:val={quoteattr(shown)}/>" if shown else ""
    return f"<w:tblCaption w:val={quoteattr(one_line(title)[:_MOST_ALT])}/>{described}"


def _title(words: str) -> str:
    return (
        '<w:p><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="40"/></w:pPr>'
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(one_line(words))}</w:t></w:r></w:p>"
    )


def _note(words: str) -> str:
    return (
        '<w:p><w:pPr><w:spacing w:before="40"/></w:pPr><w:r><w:rPr><w:color w:val="4B535C"/>'
        f'<w:sz w:val="17"/></w:rPr><w:t>{escape(one_line(words))}</w:t></w:r></w:p>'
    )


def _row(strip: Strip) -> str:
    name = _cell(Patch(strip.name, 1), _NAME, 1, bold=True, right=strip.right)
    patches = "".join(_cell(p, _SLOT * p.slots, p.slots) for p in strip.patches)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{name}{patches}</w:tr>"


def _cell(patch: Patch, wide: int, slots: int, *, bold: bool = False, right: bool = False) -> str:
    span = f'<w:gridSpan w:val="{slots}"/>' if slots > 1 else ""
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="12" w:space="0" w:color="FFFFFF"/>'
        for side in ("top", "left", "bottom", "right")
    )
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{patch.fill}"/>' if patch.fill else ""
    manner = f'{"<w:b/>" if bold else ""}<w:color w:val="{patch.ink}"/><w:sz w:val="16"/>'
    words = escape(one_line(patch.words))
    run = f'<w:r><w:rPr>{manner}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    side = '<w:jc w:val="right"/>' if right else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}<w:tcBorders>{edge}</w:tcBorders>{fill}'
        f'</w:tcPr><w:p><w:pPr><w:spacing w:before="10" w:after="10"/>{side}</w:pPr>{run}</w:p></w:tc>'
    )
