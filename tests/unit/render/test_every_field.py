"""Hostile words in every free field of every fact: every format is safe, and nothing is cut silently."""

import csv
import io
import json
import re

import openpyxl
import pytest
from docx import Document

from tests.unit.render.every_field import missing, session, spoilt
from tests.unit.render.test_html import Page
from tests.unit.report.sample import HEAD, SCENARIO, played
from ttx.render.tables import TABLES
from ttx.report import build_report
from ttx.services.papers import report_file, report_schema
from ttx.trace import trace

LONG = "word 낱말 " * 5_000
"""Ten thousand words."""
NOT_TOLD = {
    "ShownOnWall.text": "the wall shows what stands elsewhere in the report",
    "Recovered.kept_in": "the name of a file on the machine where it happened",
}
"""Fields of which no word is in a report, and why."""
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report(events):
    return build_report(SCENARIO, events, trace(SCENARIO, events), HEAD, "0.1.0", attribution="role")


EVENTS, MARKS = spoilt(session(), LONG)
REPORT = report(EVENTS)


@pytest.fixture(scope="module")
def word():
    return Document(io.BytesIO(report_file(REPORT, "docx")))


def text_of(document):
    return "\n".join("".join(node.itertext()) for node in document.element.body)


def text(form):
    return report_file(REPORT, form).decode()


def cells(table):
    csv.field_size_limit(10_000_000)
    return [
        cell
        for row in csv.reader(io.StringIO(report_file(REPORT, "csv", table=table).decode()))
        for cell in row
    ]


def told():
    return {where: mark for where, mark in MARKS.items() if where not in NOT_TOLD}


def test_every_fact_of_the_model_is_in_the_session():
    assert missing(session()) == set()


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_the_last_word_of_every_field_arrives(form):
    made = text(form)

    assert [where for where, mark in told().items() if mark not in made] == []
    assert [where for where in NOT_TOLD if MARKS[where] in made] == []


def test_the_last_word_of_every_field_arrives_in_a_word_file(word):
    made = text_of(word)

    assert [where for where, mark in told().items() if mark not in made] == []


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_no_control_character_and_no_sign_of_direction_is_left(form):
    assert not CONTROL.search(text(form))


def test_no_element_of_the_page_is_not_ours():
    ours, spoilt_page = Page(report_file(report(played().events), "html").decode()), Page(text("html"))

    assert (spoilt_page.faults, spoilt_page.open) == ([], [])
    assert set(spoilt_page.tags) <= set(ours.tags)
    assert {(t, n) for t, n, _ in spoilt_page.attributes} <= {(t, n) for t, n, _ in ours.attributes} | {
        ("ul", "class")
    }


def test_no_sign_of_a_mark_is_bare_in_markdown():
    made = text("md")

    assert not re.search(r"(?<!\\)<", made)
    assert "&lt;" not in made.replace("\\&lt;", "")


def test_a_word_file_holds_the_words_and_no_control_character(word):
    made = text_of(word)

    assert not CONTROL.search(made)
    assert "<script>alert(1)</script>" in made
    assert "한국 국방부 합참" in made


def test_no_cell_of_a_spreadsheet_is_a_formula_and_what_does_not_fit_says_so():
    book = openpyxl.load_workbook(io.BytesIO(report_file(REPORT, "xlsx")))

    values = [c for page in book for row in page.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in values} == {"s"}
    assert not any(CONTROL.search(c.value) for c in values)
    assert not any(c.hyperlink for c in values)
    long = [c.value for c in values if len(c.value) > 31_000]
    assert long
    assert all(value.endswith("[cut here; the session file holds the rest]") for value in long)


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_a_csv_table_is_a_formula(table):
    found = cells(table)

    assert not any(cell.startswith(FORMULA) for cell in found)
    assert not any(CONTROL.search(cell) for cell in found)


def test_a_csv_table_is_never_cut():
    whole = "".join(cell for table in TABLES for cell in cells(table))

    for where in ("AnswerRecorded.said", "ContactMade.text", "QuestionAnswered.text", "QuestionAsked.text"):
        assert MARKS[where] in whole


def test_json_keeps_its_published_shape():
    made = json.loads(text("json"))

    assert set(made) == set(report_schema()["required"])
