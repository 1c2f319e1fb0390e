"""Word files and spreadsheets: read back by other programs, safe whatever was typed, the same bytes again."""

import random
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from docx import Document
from docx.shared import Mm

from tests.unit.render.hostile import LONG, hostile
from tests.unit.report.sample import HEAD, MARKING, SCENARIO, Room, played
from ttx.render.docx import report_docx
from ttx.render.tables import TABLES
from ttx.render.xlsx import report_xlsx
from ttx.render.zipped import repacked
from ttx.report import build_report
from ttx.trace import trace

ROOMS = {"played": played, "never began": Room, "hostile": hostile, "long": lambda: hostile(LONG)}


def report(room, **fields):
    return build_report(SCENARIO, room.events, trace(SCENARIO, room.events), HEAD, "0.1.0", **fields)


def words(document):
    body = [p.text for p in document.paragraphs]
    return "\n".join(body + [c.text for t in document.tables for row in t.rows for c in row.cells])


@pytest.mark.parametrize("name", ROOMS)
def test_a_word_file_opens_with_real_headings_tables_and_margins(name):
    document = Document(BytesIO(report_docx(report(ROOMS[name]()))))

    styles = [p.style.name for p in document.paragraphs]
    assert styles[0] == "Heading 1"
    assert "Heading 2" in styles
    assert document.tables
    page = document.sections[0]
    for part in (page.header, page.footer):
        assert MARKING in part.paragraphs[0].text
        assert "DRAFT - not agreed" in part.paragraphs[0].text


def test_hostile_words_stand_in_a_word_file_as_they_were_typed():
    text = words(Document(BytesIO(report_docx(report(hostile())))))

    assert "<script>alert(1)</script>" in text
    assert "{{ x }}" in text
    assert "한국 국방부" in text


def test_korean_has_a_face_of_its_own():
    style = Document(BytesIO(report_docx(report(played())))).styles["Normal"].element
    assert "Malgun Gothic" in style.xpath(".//w:rFonts/@w:eastAsia")


def test_every_numbered_list_begins_at_one():
    document = Document(BytesIO(report_docx(report(played()))))
    numbered = [p for p in document.paragraphs if p.style.name == "List Number"]

    assert len({p._p.pPr.numPr.numId.val for p in numbered}) == 2


def test_a_file_of_the_users_gives_styles_and_page_but_not_its_words():
    own = Document()
    own.add_paragraph("Secret words of another paper")
    own.sections[0].page_width = Mm(216)
    own.sections[0].header.paragraphs[0].text = "Letterhead"
    own.sections[0].different_first_page_header_footer = True
    own.styles["Heading 2"].font.name = "Georgia"
    kept = BytesIO()
    own.save(kept)
    document = Document(BytesIO(report_docx(report(played()), like=kept.getvalue())))

    assert "Secret words" not in words(document)
    assert document.styles["Heading 2"].font.name == "Georgia"
    assert round(document.sections[0].page_width.mm) == 216
    page = document.sections[0]
    assert "Letterhead" in page.header.paragraphs[0].text
    for part in (page.header, page.footer, page.first_page_header, page.first_page_footer):
        assert any(MARKING in p.text for p in part.paragraphs)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + bytes(18), report_xlsx(report(Room()))])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(ValueError, match="no Word file"):
        report_docx(report(Room()), like=data)


@pytest.mark.parametrize("name", ROOMS)
def test_no_cell_of_a_spreadsheet_is_a_formula_or_a_link(name):
    book = openpyxl.load_workbook(BytesIO(report_xlsx(report(ROOMS[name]()))))

    assert len(book.sheetnames) == len(TABLES) + 1
    for sheet in book:
        assert sheet["A1"].value.startswith(MARKING)
        assert MARKING in sheet.oddHeader.center.text
        assert sheet.freeze_panes == "B3"
        for row in sheet.iter_rows():
            assert all(c.data_type in ("s", "n") and c.hyperlink is None for c in row)
            assert all(c.value is None for c in row if c.data_type == "n")


def test_tables_have_a_filter_and_hold_what_was_said():
    book = openpyxl.load_workbook(BytesIO(report_xlsx(report(hostile()))))

    assert book["Decisions"].auto_filter.ref
    said = [c.value for c in book["Decisions"]["F"] if c.value]
    assert any(v.startswith("=HYPERLINK") for v in said), "as typed, and as text"


@pytest.mark.parametrize("write", [report_docx, report_xlsx])
def test_the_same_record_gives_the_same_bytes_and_no_date(write):
    first = write(report(played()))

    assert first == write(report(played()))
    with ZipFile(BytesIO(first)) as parts:
        assert {i.date_time for i in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.namelist() == sorted(parts.namelist())


def test_a_zip_is_packed_the_same_in_whatever_order_it_came():
    names = ["b", "a/c", "[x]"]
    made = []
    for order in (names, random.Random(1).sample(names, 3)):
        out = BytesIO()
        with ZipFile(out, "w") as parts:
            for name in order:
                parts.writestr(name, name * 9)
        made.append(repacked(out.getvalue()))

    assert made[0] == made[1]


CHARTS = (
    "Tracks over exercise time",
    "Who spoke to whom, how often",
    "From read-out to the record",
    "How far the commitments came that the scenario names",
)


def alternative(table):
    about = table._tbl.tblPr
    return [about.xpath(f"w:{name}/@w:val") for name in ("tblCaption", "tblDescription")]


def test_charts_stand_in_a_word_file_as_tables_that_are_told_to_those_who_cannot_see_them():
    document = Document(BytesIO(report_docx(report(played()))))

    told = {caption[0]: shows for caption, shows in map(alternative, document.tables) if shows}
    assert tuple(told) == CHARTS
    assert all(shows[0] for shows in told.values())
    assert {p.text for p in document.paragraphs} >= set(CHARTS)


def test_every_row_of_a_chart_fills_the_same_columns():
    """Word counts them, and a table has 63 at most."""
    for table in Document(BytesIO(report_docx(report(hostile(LONG))))).tables:
        wide = len(table._tbl.tblGrid.xpath("w:gridCol"))
        spans = [
            sum(int((cell.xpath("w:tcPr/w:gridSpan/@w:val") or ["1"])[0]) for cell in row.xpath("w:tc"))
            for row in table._tbl.xpath("w:tr")
        ]
        assert set(spans) == {wide}
        assert wide <= 63


def test_every_table_of_a_word_file_is_named_after_its_heading():
    document = Document(BytesIO(report_docx(report(played()))))

    assert all(alternative(table)[0] for table in document.tables)


def test_page_and_pages_stand_in_the_footer():
    footer = Document(BytesIO(report_docx(report(played())))).sections[0].footer._element

    assert footer.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_sheets_for_the_wall_are_set_in_large_letters():
    def sizes(part):
        made = Document(BytesIO(report_docx(report(played()), part=part)))
        cells = {int(n) for t in made.tables if not alternative(t)[1] for n in t._tbl.xpath(".//w:sz/@w:val")}
        return made.styles["Normal"].font.size.pt, min(cells)

    assert sizes("hotwash") >= (14, 28)
    assert sizes("whole") == (10.5, 18)
