"""Files of every kind made from the same blocks of text, for importing."""

from __future__ import annotations

import io
import re
import warnings

_LATIN = {0x2014: "-", 0x2013: "-", 0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}


def blocks_of(text: str) -> list[str]:
    """The lines of a text that are not empty."""
    return [line for line in text.splitlines() if line.strip()]


def html(blocks: list[str]) -> bytes:
    """A web page with menus, a banner, a footer, and an ordinal number in superscript."""
    body = "".join(f"<p>{_escaped(block)}</p>\n" for block in blocks)
    page = (
        "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>"
        "<header><a href='/'>Home</a></header><nav><ul><li><a href='/a'>News</a><li><a href='/b'>About</a></ul></nav>"
        f"<main><article>{body}</article></main><footer>All rights reserved.</footer><script>x()</script></body></html>"
    )
    return re.sub(r"(\d)(st|nd|rd|th)\b", r"\1<sup>\2</sup>", page).encode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def docx(blocks: list[str]) -> bytes:
    """A Word file, a paragraph a block."""
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = "Header of every page"
    for block in blocks:
        document.add_paragraph(block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(blocks: list[str], *, password: str = "", picture: bool = False) -> bytes:
    """A PDF with a running header and page numbers; or a page with a drawing and no text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from fpdf import FPDF

    class Pages(FPDF):
        def header(self) -> None:
            self.set_font("helvetica", size=8)
            self.cell(0, 6, "" if picture else "The same line on every page", align="C")
            self.ln(10)

        def footer(self) -> None:
            self.set_y(-15)
            self.cell(0, 6, "" if picture else str(self.page_no()), align="C")

    made = Pages()
    made.add_page()
    made.set_font("times", size=11)
    if picture:
        made.rect(20, 20, 100, 100)
    for block in blocks:
        made.multi_cell(0, 5, block.translate(_LATIN).encode("latin-1", "replace").decode("latin-1"))
        made.ln(4)
    data = bytes(made.output())
    return _locked(data, password) if password else data


def _locked(data: bytes, password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
