"""Tensions and needs: met where the record bears on their sides, with how each side was settled."""

from dataclasses import replace

from tests.unit.report.sample import CATALOGUE, SCENARIO, begun, link, played
from ttx.model import commands as c
from ttx.trace import trace


def _met(scenario, room):
    return {(m.kind, m.id): m for m in trace(scenario, room.events).met}


def test_a_tension_goes_from_not_met_over_one_side_to_settled():
    room = begun()
    assert _met(SCENARIO, room)["tension", "T-1"].state == "not met"
    number = room.do(c.RecordMove(cell="rok", said="Calls", links=(link("DOC-05a"),)))
    assert _met(SCENARIO, room)["tension", "T-1"].state == "one side"
    room.do(c.TagLink(of=number, link=link("DOC-05c")))
    found = _met(SCENARIO, room)["tension", "T-1"]
    assert (found.state, found.at_once) == ("met", (number,))
    for target in ("DOC-05a", "DOC-05c"):
        room.do(c.SettleLink(of=number, link=link(target, "upholds"), hands=("evaluator",)))

    found = _met(SCENARIO, room)["tension", "T-1"]
    assert found.state == "settled"
    assert [k.standing for side in found.sides for k in side.links] == ["settled by evaluator"] * 2


def test_settled_as_without_bearing_does_not_meet_a_tension():
    room = begun()
    number = room.do(c.RecordMove(cell="rok", said="Calls"))
    for target in ("DOC-05a", "DOC-05c"):
        room.do(c.SettleLink(of=number, link=link(target, "none"), hands=("evaluator",)))

    assert _met(SCENARIO, room)["tension", "T-1"].state == "not met"


def test_a_need_names_what_rests_and_what_nobody_looked_at():
    rests = replace(CATALOGUE.commitments["DOC-04a"], needs=("DOC-12b",))
    book = replace(CATALOGUE, commitments={**CATALOGUE.commitments, "DOC-04a": rests})
    scenario = replace(SCENARIO, catalogues={"doc": book})
    found = _met(scenario, played())["need", "04a-12b"]

    assert found.state == "one side"
    assert [side.target.id for side in found.sides] == ["DOC-04a", "DOC-12b"]
    assert found.sides[0].links
    assert not found.sides[1].links
