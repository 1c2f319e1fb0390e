"""Rooms side by side: where they parted, and nothing that is the same is said to differ."""

import json

from tests.unit.report.sample import SCENARIO, Room, played
from ttx.model import commands as c
from ttx.render.rooms import rooms_csv, rooms_json, rooms_text
from ttx.report.rooms import Room as Session
from ttx.report.rooms import side_by_side


def session(name, room, **bearings):
    return Session(name, SCENARIO, room.events, bearings)


def test_a_session_beside_itself_differs_in_nothing():
    found = side_by_side([session("a", played()), session("b", played())])

    assert found.parted == ""
    assert not any(row.parted for rows in found.sections.values() for row in rows)
    assert found.same_lines == len(played().events)
    assert "Every decision was answered alike." in rooms_text(found, only_parted=True)


def test_where_a_session_goes_on_otherwise_is_the_line_and_the_first_decision():
    room, other = Room(), Room()
    for each in (room, other):
        each.do(c.StartExercise())
    same = len(room.events)
    room.do(c.RecordAnswer(decision="D-01", coded="free", said="We ring them"))
    other.do(c.RecordAnswer(decision="D-01", coded="free", said="We wait"))
    found = side_by_side([session("a", room, upholds=2), session("b", other, strains=1)])

    assert found.same_lines == same
    assert found.parted.startswith("D-01 ")
    row = next(r for r in found.sections["answers"] if r.parted)
    assert row.values == ('in its own words: "We ring them"', 'in its own words: "We wait"')
    bearings = {r.what: r.values for r in found.sections["bearings"]}
    assert bearings == {"upholds": ("2", "0"), "strains": ("0", "1")}


def test_every_form_holds_every_row_and_no_cell_is_a_formula():
    room = Room()
    room.do(c.StartExercise())
    room.do(c.RecordAnswer(decision="D-01", coded="free", said="=1+1"))
    found = side_by_side([session("=a", room), session("b", played())])
    rows = [row for rows in found.sections.values() for row in rows]

    assert json.loads(rooms_json(found))["format"] == "ttx.compare/1"
    lines = rooms_csv(found).splitlines()
    assert len(lines) == len(rows) + 1
    assert lines[0].endswith(",'=a,b")
    text = rooms_text(found, only_parted=False)
    assert all(row.what[:30] in text for row in rows)
