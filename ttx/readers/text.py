"""A plain text file as the text of a document."""

from __future__ import annotations

from ttx.errors import LoadError

MOST_BYTES = 16 * 1024 * 1024
_SAVE = "Save the document as plain text in UTF-8."


def read_text(data: bytes, name: str = "") -> str:
    r"""The text of a file in UTF-8: byte order mark left out, every line ended by ``\n``.

    Args:
        data: the whole file.
        name: how the file is called where it is complained about.

    Raises:
        LoadError: more than 16 MB, no UTF-8, or bytes that are no text.
    """
    if len(data) > MOST_BYTES:
        raise LoadError("The document is larger than 16 MB.", where=name, next_step="Split it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LoadError(f"Line {line} is no UTF-8 text.", where=name, next_step=_SAVE) from error
    if "\0" in text:
        # UTF-16 without its mark and most binary files decode as UTF-8 and are full of these.
        line = text.count("\n", 0, text.index("\0")) + 1
        raise LoadError(f"Line {line} holds bytes that are no text.", where=name, next_step=_SAVE)
    if not text.strip():
        raise LoadError("The document is empty.", where=name, next_step="Check that it is the right file.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
