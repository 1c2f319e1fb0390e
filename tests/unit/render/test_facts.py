"""JSON keeps to its published shape; CSV holds one table and no formula."""

import csv
import json
from io import StringIO

import jsonschema
import pytest

from tests.unit.render.hostile import hostile
from tests.unit.report.sample import HEAD, SCENARIO, Room, played
from ttx.cli import papers as command
from ttx.render.facts import report_csv, report_json, report_schema
from ttx.render.tables import TABLES
from ttx.report import build_report
from ttx.services import papers
from ttx.trace import trace


def report(room):
    return build_report(SCENARIO, room.events, trace(SCENARIO, room.events), HEAD, "0.1.0")


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(report_schema())


@pytest.mark.parametrize("room", [played, Room, hostile])
def test_every_report_keeps_to_the_schema(room):
    made = json.loads(report_json(report(room())))

    jsonschema.Draft202012Validator(report_schema()).validate(made)
    assert made["format"] == "ttx.report/1"


def test_the_schema_refuses_what_is_not_in_it():
    made = json.loads(report_json(report(played())))
    made["guess"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(report_schema()).validate(made)


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_csv_begins_a_formula(table):
    rows = list(csv.reader(StringIO(report_csv(report(hostile()), table))))

    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_what_the_command_offers_is_what_the_service_knows():
    assert papers.table_names() == command.TABLES
    assert command.FORMATS == papers.FORMATS
    assert command._PAGES == papers.PAGES
