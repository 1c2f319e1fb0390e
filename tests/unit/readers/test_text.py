"""Bytes of a text file as text, or one clear refusal."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttx.errors import LoadError
from ttx.readers.text import MOST_BYTES, read_text


def test_marks_and_line_ends():
    assert read_text("\ufeffEins.\r\nZwei \u00e4.\rDrei.\n".encode()) == "Eins.\nZwei \u00e4.\nDrei.\n"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"One.\n\xff\xfe", "Line 2 is no UTF-8 text."),
        ("One.".encode("utf-16-le"), "Line 1 holds bytes that are no text."),
        (b" \r\n", "The document is empty."),
        (b"a" * (MOST_BYTES + 1), "The document is larger than 16 MB."),
    ],
)
def test_what_is_no_document_is_refused(data, what):
    with pytest.raises(LoadError) as raised:
        read_text(data, "mine.txt")
    assert raised.value.what == what
    assert raised.value.where == "mine.txt"
    assert raised.value.next_step


@given(st.binary())
def test_any_bytes_are_text_or_refused(data):
    with suppress(LoadError):
        assert "\r" not in read_text(data)
