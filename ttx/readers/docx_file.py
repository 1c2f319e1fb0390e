"""A Word file as lines: each paragraph one, the numbers Word counts by itself written out."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from ttx.errors import LoadError
from ttx.sources.lines import Extract, Hint, Line

_MOST_UNPACKED = 256 * 1024 * 1024
_DAMAGED = "Open it in Word or LibreOffice and save it again as .docx, or save its text."


def read(data: bytes, name: str) -> Extract:
    """The lines of a Word file; headers, footers and notes of a page are no part of it.

    Raises:
        LoadError: it is no Word file, damaged, far too large once unpacked, or has no text.
    """
    _look_inside(data, name)
    try:
        document = Document(io.BytesIO(data))
        found = list(_paragraphs(document))
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise LoadError("This Word file is damaged.", where=name, next_step=_DAMAGED) from error
    lines: list[Line] = []
    for text, hint in found:
        for each in text.split("\n"):
            lines.append(Line(len(lines) + 1, each.strip(), 1, hint))
        lines.append(Line(len(lines) + 1, ""))
    if not any(line.text for line in lines):
        raise LoadError(
            "No text stands in this Word file.",
            where=name,
            next_step="If it holds a picture of the text, that must be recognised (OCR) first.",
        )
    return Extract("docx", tuple(lines))


def _look_inside(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise LoadError("This Word file is damaged.", where=name, next_step=_DAMAGED) from error
    if "word/document.xml" not in names:
        raise LoadError(
            "This is a packed file, and no Word document.", where=name, next_step="Unpack it first."
        )
    if size > _MOST_UNPACKED:
        raise LoadError(
            "This Word file is far larger unpacked than any text.", where=name, next_step=_DAMAGED
        )


def _paragraphs(document: Any) -> Iterator[tuple[str, Hint]]:
    counts: Counter[str] = Counter()
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield "\n".join(cell for cell in cells if cell), ""
        elif isinstance(part, Paragraph):
            style = (part.style.name if part.style else "") or ""
            hint: Hint = "heading" if style.casefold().startswith(("heading", "title")) else ""
            mark = _mark(document, part, counts)
            yield f"{mark}{part.text}", "" if mark else hint


def _mark(document: Any, paragraph: Paragraph, counts: Counter[str]) -> str:
    """The number Word shows before a paragraph of a numbered list on its first level."""
    numbering = _numbering(paragraph)
    if numbering is None or not paragraph.text.strip():
        return ""
    list_id, level = numbering
    if level != "0" or not _counts(document, list_id):
        return ""
    counts[list_id] += 1
    return f"{counts[list_id]}. "


def _numbering(paragraph: Paragraph) -> tuple[str, str] | None:
    """Id of the list and level a paragraph is in, of its own or by its style."""
    style = paragraph.style._element if paragraph.style else None  # noqa: SLF001 - the library's way to the XML
    for element in (paragraph._element, style):  # noqa: SLF001 - likewise
        found = element.find(f".//{qn('w:numPr')}") if element is not None else None
        if found is None:
            continue
        list_id, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
        if list_id is not None:
            return list_id.get(qn("w:val")), level.get(qn("w:val")) if level is not None else "0"
    return None


def _counts(document: Any, list_id: str) -> bool:
    """Whether a list shows Arabic numbers."""
    try:
        numbering = document.part.numbering_part.element
    except (NotImplementedError, KeyError):
        return False
    instance = next((n for n in numbering.findall(qn("w:num")) if n.get(qn("w:numId")) == list_id), None)
    abstract = instance.find(qn("w:abstractNumId")) if instance is not None else None
    if abstract is None:
        return False
    wanted = abstract.get(qn("w:val"))
    for each in numbering.findall(qn("w:abstractNum")):
        if each.get(qn("w:abstractNumId")) == wanted:
            form = each.find(f"{qn('w:lvl')}/{qn('w:numFmt')}")
            return form is not None and form.get(qn("w:val")) == "decimal"
    return False
