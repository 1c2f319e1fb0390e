"""A paper as a Word file: its own template, or the user's with the words taken out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ttx.render.docx.parts import Styles, block_xml, margin_xml, wrapped
from ttx.render.paper.blocks import Heading, Items, Paper
from ttx.render.plain import one_line
from ttx.render.zipped import repacked

_LATIN, _KOREAN = "Calibri", "Malgun Gothic"
_BLUE = RGBColor(0x1F, 0x4E, 0x79)
_SIZES = {"Normal": 10.5, "Title": 20, "Heading 1": 18, "Heading 2": 14, "Heading 3": 11.5}
_LARGER = 1.35
"""How much larger words are that are read from a chair."""
_THEN = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day: the same report is the same file
_MOST_TITLE = 255
"""Characters of a property; Word takes no more."""


def written(paper: Paper, like: bytes | None) -> bytes:
    """The paper as a Word file.

    Raises:
        ValueError: ``like`` is no Word file.
    """
    document = _ours(large=paper.large) if like is None else _theirs(like)
    styles = Styles.of(document, large=paper.large)
    body = document.element.body
    end = body.find(qn("w:sectPr"))
    filled = parse_xml(wrapped("".join(_blocks(paper, document, styles))))
    document.element.replace(body, filled)
    filled.append(end)
    _margins(document, paper, own=like is None)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = one_line(paper.title)[:_MOST_TITLE], "ttx", "ttx"
    about.subject, about.comments = one_line(paper.marking)[:_MOST_TITLE], ""
    about.created = about.modified = _THEN
    about.language, about.revision = "en", 1
    out = BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _blocks(paper: Paper, document: Any, styles: Styles) -> Iterator[str]:
    under = paper.title
    for block in paper.blocks:
        under = block.words if isinstance(block, Heading) else under
        number = _new_list(document, styles) if isinstance(block, Items) and block.numbered else None
        yield block_xml(block, styles, number, under)


def _ours(*, large: bool) -> Any:
    document = Document()
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.size = Pt(size * _LARGER if large else size)
        _fonts(style.element)
        if name != "Normal":
            style.font.color.rgb = _BLUE
    document.styles["Normal"].paragraph_format.space_after = Pt(5)
    for name in ("List Bullet", "List Bullet 2", "List Number"):
        document.styles[name].paragraph_format.space_after = Pt(2)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(22)
    return document


def _fonts(style: Any) -> None:
    """One face for Latin letters and one for Korean, whatever the theme says."""
    found = style.get_or_add_rPr().get_or_add_rFonts()
    for name in list(found.attrib):
        del found.attrib[name]
    for script, face in (("ascii", _LATIN), ("hAnsi", _LATIN), ("eastAsia", _KOREAN), ("cs", _LATIN)):
        found.set(qn(f"w:{script}"), face)


def _theirs(like: bytes) -> Any:
    """The user's file without its words; the last section's page set-up is the paper's."""
    try:
        document = Document(BytesIO(like))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise ValueError("no Word file") from error
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    if body.find(qn("w:sectPr")) is None:
        body.append(OxmlElement("w:sectPr"))
    _korean(document)
    return document


def _korean(document: Any) -> None:
    """A face for Korean letters where their file names none."""
    style = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    if not style:
        return
    found = style[0].get_or_add_rFonts()
    if not any(found.get(qn(f"w:{name}")) for name in ("eastAsia", "eastAsiaTheme")):
        found.set(qn("w:eastAsia"), _KOREAN)


def _new_list(document: Any, styles: Styles) -> int | None:
    """A numbering that begins at 1; None where the file has no numbered style."""
    if styles.numbering is None:
        return None
    numbering = document.part.numbering_part.element
    made = numbering.add_num(styles.numbering)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _margins(document: Any, paper: Paper, *, own: bool) -> None:
    """Marking and status above and below on every page, whichever kinds of page the file tells apart."""
    for section in document.sections:
        kinds = [(section.header, section.footer)]
        if section.different_first_page_header_footer:
            kinds.append((section.first_page_header, section.first_page_footer))
        if document.settings.odd_and_even_pages_header_footer:
            kinds.append((section.even_page_header, section.even_page_footer))
        for header, footer in kinds:
            _mark(header, margin_xml(paper, numbered=False), own=own)
            _mark(footer, margin_xml(paper, numbered=True), own=own)


def _mark(part: Any, xml: str, *, own: bool) -> None:
    part.is_linked_to_previous = False
    element = part._element  # noqa: SLF001 - the library gives no other way to a part's own XML
    if own:
        for child in list(element):
            element.remove(child)
    for each in parse_xml(wrapped(xml)):
        element.append(each)
