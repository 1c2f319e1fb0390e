"""Links on paper: a table for people, CSV and JSON for programs."""

import csv
import json
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.report.sample import SCENARIO, begun, link, played
from ttx.explore.endings import Chance, Endings
from ttx.model import commands as c
from ttx.render.explore_data import endings_json
from ttx.render.plain import cut, one_line, pad, safe, width
from ttx.render.trace_data import COLUMNS, trace_csv, trace_json
from ttx.render.trace_table import trace_table
from ttx.trace import links


def _moved(**fields):
    room = begun()
    room.do(c.RecordMove(cell="us", said="Calls", links=(link("DOC-04a", **fields),)))
    return links(SCENARIO, room.events)


def test_the_table_keeps_stated_views_apart_and_ends_with_what_links_are_not():
    text = trace_table(links(SCENARIO, played().events))
    promises, views = text.split("Stated views")

    assert "DOC-05a" in promises
    assert "DOC:4.2" not in promises
    assert "in line with" in views
    assert "no legal obligation" in views
    assert "2 settled; " in views


def test_every_unsettled_row_says_so():
    rows = trace_table(links(SCENARIO, played().events)).splitlines()

    for row in (r for r in rows if r.startswith("#")):
        assert "settled by" in row or "proposed, not settled" in row


def test_columns_stand_true_under_wide_characters():
    lines = trace_table(_moved(part="문서의 절반", extent="part")).splitlines()

    head, _, row = lines[:3]
    at = head.index("standing")
    assert width(row[: row.index("proposed, not settled")]) == at


def test_without_links_the_table_says_so():
    assert trace_table(()) == "No links on record.\n"


def test_csv_has_a_row_a_link_and_crlf_ends():
    found = links(SCENARIO, played().events)
    text = trace_csv(found)

    rows = list(csv.reader(StringIO(text, newline="")))
    assert rows[0] == list(COLUMNS)
    assert len(rows) == len(found) + 1
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert text.count("\r\n") == len(rows)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\x1b=1"])
def test_no_cell_of_the_csv_is_a_formula(start):
    rows = list(csv.DictReader(StringIO(trace_csv(_moved(because=start)), newline="")))

    assert rows[0]["because"].startswith("'")


def test_json_names_its_format_and_holds_every_step():
    whole = json.loads(trace_json(links(SCENARIO, played().events)))

    assert whole["format"] == "ttx.trace/1"
    settled = next(k for k in whole["links"] if k["target"] == "DOC-05c" and k["status"] == "settled")
    assert settled["hands"] == ["evaluator", "controller"]
    assert settled["replies"][0]["cell"] == "rok"
    assert [s["status"] for s in settled["history"]] == ["proposed"]
    assert settled["events"][0] == settled["record"]


def test_the_same_session_gives_the_same_bytes():
    one, two = played(), played()

    assert trace_json(links(SCENARIO, one.events)) == trace_json(links(SCENARIO, two.events))
    assert trace_csv(links(SCENARIO, one.events)) == trace_csv(links(SCENARIO, two.events))


def test_chances_of_endings_are_exact():
    found = Endings(7, {"quiet": Chance(Fraction(0), Fraction(1), Fraction(5, 36))})

    assert json.loads(endings_json(found)) == {
        "format": "ttx.explore/1",
        "exact": True,
        "states": 7,
        "endings": {
            "quiet": {
                "min": 0.0,
                "max": 1.0,
                "even": 5 / 36,
                "fractions": {"min": "0", "max": "1", "even": "5/36"},
            }
        },
    }


@given(st.text(), st.integers(1, 30))
def test_cut_and_padded_text_is_as_wide_as_asked(text, cells):
    shown = one_line(text)

    assert width(pad(cut(shown, cells), cells)) == cells
    assert safe(safe(text)) == safe(text)
