"""Which reader a file is for, told from its first bytes before its name, and what no reader takes."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from ttx.errors import LoadError, TtxError
from ttx.readers.markdown import read_markdown
from ttx.readers.text import read_text
from ttx.sources.lines import Extract, Kind, Line

MOST_BYTES = 64 * 1024 * 1024
"""Of a file; a communique of a hundred pages has a hundredth of it."""
SUFFIXES = {"text": "txt", "markdown": "md", "html": "html", "pdf": "pdf", "docx": "docx"}
"""What a copy's name ends with, by kind."""
_HTML = (b"<!doctype html", b"<html", b"<?xml")
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "This is a file of an old Word.", "Save it as .docx, or as plain text."),
    (b"{\\rtf", "This is rich text (RTF).", "Save it as .docx, or as plain text."),
    (b"\x89PNG", "This is a picture.", "Import the text; a picture must be recognised (OCR) first."),
    (b"\xff\xd8\xff", "This is a picture.", "Import the text; a picture must be recognised (OCR) first."),
)


def extract(data: bytes, name: str) -> Extract:
    """The lines of a file.

    Raises:
        LoadError: it is too large, of a kind nobody reads here, or holds no text.
        TtxError: what reads this kind of file is not installed.
    """
    if len(data) > MOST_BYTES:
        raise LoadError(
            f"The file has {len(data) // 1_000_000} MB; more than {MOST_BYTES // 1_000_000} are not read.",
            where=name,
            next_step="Take the document out of it: save its text, or print its pages to a new PDF.",
        )
    for magic, what, step in _REFUSED:
        if data.startswith(magic):
            raise LoadError(what, where=name, next_step=step)
    kind = kind_of(data, name)
    if kind == "text":
        return Extract(kind, text_lines(read_text(data, name)))
    if kind == "markdown":
        return Extract(kind, read_markdown(read_text(data, name)))
    return _by_library(kind, data, name)


def kind_of(data: bytes, name: str) -> Kind:
    """What kind of file it is; plain text where nothing says otherwise."""
    suffix = PurePath(name).suffix.casefold()
    head = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if head.startswith(_HTML[:2]) or suffix in (".html", ".htm", ".xhtml"):
        return "html"
    return "markdown" if suffix in (".md", ".markdown") else "text"


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a plain text; a form feed begins a page."""
    lines, page = [], 1
    for number, raw in enumerate(text.split("\n"), start=1):
        page += raw.count("\f")
        lines.append(Line(number, raw.replace("\f", ""), page))
    return tuple(lines)


_LIBRARIES = {
    "pdf": ("pypdf", "pdf", "PDF files"),
    "docx": ("docx", "docx_file", "Word files"),
    "html": ("bs4", "html", "web pages"),
}


def _by_library(kind: Kind, data: bytes, name: str) -> Extract:
    library, module, what = _LIBRARIES[kind]
    try:
        import_module(library)
    except ModuleNotFoundError as error:
        raise TtxError(
            f"To read {what}, {library} is needed, and it is not installed.",
            where=name,
            next_step='Install it with: pip install "ttx-tabletop[sources]", or import it as plain text.',
        ) from error
    found: Extract = import_module(f"ttx.readers.{module}").read(data, name)
    return found
