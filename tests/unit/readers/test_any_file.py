"""Every kind of file gives the same words; what cannot be read says so and what to do."""

import sys

import pytest

from tests.unit.readers import made
from ttx.errors import LoadError, TtxError
from ttx.readers import any_file
from ttx.readers.any_file import extract, kind_of
from ttx.sources.reading import read

SMALL = """Joint Statement of the Two Harbours

1. The two harbours met for the 53rd time in the north, to speak about the lights and the buoys of the sound, about the ferries that cross it, and about the pilots who take them over the bar at the end of every day of the year.

2. Both sides pledged to keep the lights burning through the winter, and to count the buoys of the sound.

They thanked the crews of both harbours for long work at sea and in the yards without a stop

3. Both sides want to meet for the 54th time in the south, at a time that suits both of them.
"""


def paragraphs(data, name):
    return [(p.name, p.blocks) for p in read(extract(data, name)).paragraphs]


KINDS = [
    ("s.txt", SMALL.encode()),
    ("s.md", SMALL.replace("Joint", "# Joint", 1).replace("pledged", "**pledged**").encode()),
    ("s.html", made.html(made.blocks_of(SMALL))),
    ("s.docx", made.docx(made.blocks_of(SMALL))),
    ("s.pdf", made.pdf(made.blocks_of(SMALL))),
]


@pytest.mark.parametrize(("name", "data"), KINDS, ids=lambda each: each if isinstance(each, str) else "")
def test_every_kind_of_file_gives_the_same_paragraphs(name, data):
    assert paragraphs(data, name) == paragraphs(SMALL.encode(), "s.txt")
    assert [len(blocks) for _, blocks in paragraphs(data, name)] == [1, 2, 1]


@pytest.mark.parametrize(("name", "data"), KINDS, ids=lambda each: each if isinstance(each, str) else "")
def test_a_kind_is_told_from_the_bytes_before_the_name(name, data):
    wanted = kind_of(data, name)

    assert any_file.SUFFIXES[wanted] == name.partition(".")[2]
    if wanted not in ("text", "markdown"):
        assert kind_of(data, "document") == wanted


def test_numbers_that_word_counts_are_written_out():
    from docx import Document

    document = Document()
    for text in ("The sides met in the north.", "They pledged to keep the lights."):
        document.add_paragraph(text, style="List Number")
    import io

    out = io.BytesIO()
    document.save(out)

    assert paragraphs(out.getvalue(), "s.docx") == [
        ("1", ("The sides met in the north.",)),
        ("2", ("They pledged to keep the lights.",)),
    ]


def test_a_numbered_list_of_a_page_keeps_its_numbers():
    words = "The sides met in the north and spoke of the lights for a day. " * 4
    page = f"<html><body><ol start=1><li>{words}<p>{words}</p></li><li>{words}</li></ol></body></html>"

    assert [name for name, _ in paragraphs(page.encode(), "s.html")] == ["1", "2"]


def test_a_page_of_set_lines_keeps_them_and_they_are_joined():
    import textwrap

    set_lines = "\n".join(textwrap.fill(block, 60) for block in SMALL.split("\n"))

    assert paragraphs(f"<html><body><pre>{set_lines}</pre></body></html>".encode(), "s.html") == paragraphs(
        SMALL.encode(), "s.txt"
    )


def test_markdown_loses_its_marks_and_keeps_its_words():
    text = "---\ntitle: x\n---\n# Heading\n\n1\\. See [the text](http://x) and *this*.\n\n2\\. Two <!-- no -->end.\n"

    assert paragraphs(text.encode(), "s.md") == [("1", ("See the text and this.",)), ("2", ("Two end.",))]


BAD = [
    ("scan.pdf", made.pdf([], picture=True), "scan"),
    ("locked.pdf", made.pdf(["Words."], password="secret"), "password"),
    ("torn.pdf", b"%PDF-1.7\n" + b"x" * 300, "damaged"),
    ("torn.docx", b"PK\x03\x04" + b"x" * 300, "damaged"),
    ("empty.docx", made.docx([]), "No text"),
    ("old.doc", b"\xd0\xcf\x11\xe0" + b"x" * 300, "old Word"),
    ("rich.rtf", b"{\\rtf1 words}", "RTF"),
    ("photo.png", b"\x89PNG\r\n", "picture"),
    ("empty.txt", b" \n", "empty"),
    ("bytes.txt", b"\xff\xfe\x00", "UTF-8"),
    ("menu.html", b"<html><body>" + b"<a href=x>Statements of the ministry</a> " * 60, "leads to others"),
    ("script.html", b"<html><body><script>fetch()</script></body></html>", "No text"),
]


@pytest.mark.parametrize(("name", "data", "word"), BAD, ids=[row[0] for row in BAD])
def test_what_cannot_be_read_says_so_and_what_to_do(name, data, word):
    with pytest.raises(LoadError) as caught:
        extract(data, name)

    assert word in caught.value.what
    assert caught.value.where == name
    assert caught.value.next_step


def test_a_packed_file_that_is_no_word_document_is_told():
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "words")

    with pytest.raises(LoadError, match="no Word document"):
        extract(out.getvalue(), "a.zip")


def test_a_file_too_large_is_told_by_its_size():
    with pytest.raises(LoadError, match="100 MB"):
        extract(bytes(100_000_000), "large.txt")


@pytest.mark.parametrize(("name", "library"), [("s.pdf", "pypdf"), ("s.docx", "docx"), ("s.html", "bs4")])
def test_what_is_not_installed_is_named(monkeypatch, name, library):
    monkeypatch.setitem(sys.modules, library, None)
    data = dict(KINDS)[name]

    with pytest.raises(TtxError, match=library) as caught:
        extract(data, name)

    assert "ttx-tabletop[sources]" in caught.value.next_step
