"""Dated commitments against scenario time: computed from settled links, naming no cell."""

from dataclasses import replace

import pytest

from tests.unit.report.sample import CATALOGUE, SCENARIO, Room, commitment, link
from ttx.model import commands as c
from ttx.model.catalogue import Deadline
from ttx.model.scenario import Calendar
from ttx.trace import trace

DAY = 24 * 60


def _scenario(*entries, events=None, calendar=None):
    book = replace(CATALOGUE, commitments={e.id: e for e in entries}, tensions=())
    return replace(
        SCENARIO,
        catalogues={"doc": book},
        objectives={},
        phases=tuple(replace(p, decisions=(), injects=(), leads_to=()) for p in SCENARIO.phases),
        events=events or {},
        calendar=calendar or Calendar(),
    )


def _entry(id_="DOC-12b", duty="result", **deadline):
    due = Deadline(**{"words": "in time", "kind": "event", "event": "spring", **deadline})
    return commitment(id_, f"12.{ord(id_[-1]) - 96}", "A task", "commissive", duty, deadline=due)


def _begun(scenario):
    room = Room(scenario)
    room.do(c.StartExercise())
    return room


def _settle(room, target, bearing, **more):
    number = room.do(c.RecordMove(cell="us", said="Does it"))
    room.do(c.SettleLink(of=number, link=link(target, bearing, **more), hands=("evaluator",)))
    return number


def _at(room, day):
    room.do(c.SetScenarioTime(time=day * DAY))


def _due(room, target="DOC-12b"):
    return next(d for d in trace(room.script.scenario, room.events).dated if d.target == target)


PLACED = {"spring": 2 * DAY}


def test_done_in_time():
    room = _begun(_scenario(_entry(), events=PLACED))
    number = _settle(room, "DOC-12b", "fulfils")
    _at(room, 5)

    due = _due(room)
    assert (due.state, due.records, due.at) == ("done", (number,), 2 * DAY)
    assert due.says == f"settled as fulfilled by a move #{number}"


def test_done_after_the_date_is_late():
    room = _begun(_scenario(_entry(), events=PLACED))
    _at(room, 3)
    _settle(room, "DOC-12b", "fulfils")

    assert _due(room).state == "late"
    assert "after the date (D+2 00:00)" in _due(room).says


def test_a_date_that_passes_is_missed_in_the_exercise_and_names_no_cell():
    room = _begun(_scenario(_entry(), events=PLACED))
    _at(room, 1)
    assert _due(room).state == "open"
    _at(room, 2)

    due = _due(room)
    assert due.state == "missed"
    assert "missed in the exercise" in due.says
    assert due.records == ()


def test_what_is_only_proposed_moves_no_date_and_is_named_as_proposed():
    room = _begun(_scenario(_entry(), events=PLACED))
    number = room.do(c.RecordMove(cell="us", said="Does it", links=(link("DOC-12b"),)))
    room.do(c.TagLink(of=number, link=link("DOC-12b")))
    _at(room, 3)

    assert _due(room).state == "missed"


def test_a_deferral_says_by_which_decision_and_until_when():
    room = _begun(_scenario(_entry(), events=PLACED))
    number = _settle(room, "DOC-12b", "defers", until="the autumn meeting")
    _at(room, 9)

    due = _due(room)
    assert (due.state, due.records) == ("re-agreed", (number,))
    assert due.says == f"re-agreed by a move #{number}, until the autumn meeting"


def test_a_deferral_after_the_date_says_so():
    room = _begun(_scenario(_entry(), events=PLACED))
    _at(room, 3)
    _settle(room, "DOC-12b", "defers", until="the autumn meeting")

    assert "after the date (D+2 00:00) had passed" in _due(room).says


@pytest.mark.parametrize("until", ["D+4", "autumn"])
def test_a_new_date_that_passes_too_is_missed(until):
    room = _begun(_scenario(_entry(), events={**PLACED, "autumn": 4 * DAY}))
    _settle(room, "DOC-12b", "defers", until=until)
    _at(room, 3)
    assert _due(room).state == "re-agreed"
    _at(room, 5)

    assert _due(room).state == "missed"
    assert "that passed in play too" in _due(room).says


def test_done_by_the_agreed_later_date_is_late_and_says_by_which_agreement():
    room = _begun(_scenario(_entry(), events=PLACED))
    first = _settle(room, "DOC-12b", "defers", until="D+6")
    _at(room, 4)
    second = _settle(room, "DOC-12b", "fulfils")

    due = _due(room)
    assert due.state == "late"
    assert f"fulfilled by a move #{second}, late, by the date agreed in a move #{first}" in due.says


def test_what_rides_on_another_moves_with_it():
    carrier = _entry("DOC-21a", event="autumn")
    rider = _entry("DOC-12e", event=None, rides_on="DOC-21a")
    room = _begun(_scenario(rider, carrier, events={"autumn": 4 * DAY}))
    assert _due(room, "DOC-12e").at == 4 * DAY
    number = _settle(room, "DOC-21a", "defers", until="next year")
    _at(room, 9)

    due = _due(room, "DOC-12e")
    assert (due.state, due.records) == ("re-agreed", (number,))
    assert due.says == "moved with DOC-21a, on which it rides"
    assert [d.target for d in trace(room.script.scenario, room.events).dated] == ["DOC-12e", "DOC-21a"]


def test_a_calendar_places_a_date_and_the_commitment_itself_can_be_placed():
    dated = _entry(kind="date", event=None, latest="2022-12-31")
    room = _begun(_scenario(dated, calendar=Calendar(date="2022-12-30", assumed=True)))
    assert _due(room).at == DAY + 23 * 60 + 59
    assert "read as 2022-12-31 at the latest" in _due(room).words

    assert _due(_begun(_scenario(dated, events={"DOC-12b": 5}))).at == 5
    assert _due(_begun(_scenario(dated))).says == "the exercise places no date on it"


def test_what_recurs_is_done_this_time_and_never_missed():
    entry = _entry(kind="recurring", event=None)
    room = _begun(_scenario(entry, events=PLACED))
    _at(room, 9)
    assert _due(room).state == "open"
    number = _settle(room, "DOC-12b", "fulfils")

    assert _due(room).state == "done"
    assert _due(room).says == f"done this time by a move #{number}; it recurs"


def test_a_part_does_not_do_and_as_many_parts_as_the_text_has_units_do():
    entry = replace(_entry(), units=2)
    room = _begun(_scenario(entry, events=PLACED))
    _settle(room, "DOC-12b", "fulfils", extent="part", part="the spring one")
    assert _due(room).state == "open"
    assert "in part by a move" in _due(room).says
    assert "(1 of 2)" in _due(room).says
    _settle(room, "DOC-12b", "fulfils", extent="part", part="the summer one")

    assert _due(room).state == "done"


def test_what_was_taken_back_moves_no_date():
    from ttx.model.records import Reason

    room = _begun(_scenario(_entry(), events=PLACED))
    number = _settle(room, "DOC-12b", "fulfils")
    room.do(c.Retract(of=number, reason=Reason("staff_error")))

    assert _due(room).state == "open"


def test_an_undated_commitment_has_no_date():
    entry = commitment("DOC-05a", "5.1", "Role")

    assert trace(_scenario(entry), Room(_scenario(entry)).events).dated == ()
