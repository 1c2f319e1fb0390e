"""Kinds without dice: procedure, consensus, umpire."""

from fractions import Fraction

import pytest

from ttx.adjudication import Finding, Made, Refusal, results, rule_on, ways
from ttx.model.rules import ProcedureStep, Rule

LADDER = Rule(
    id="pack/ladder",
    kind="procedure",
    steps=(
        ProcedureStep(id="announce"),
        ProcedureStep(id="note-time", must=False),
        ProcedureStep(id="tell"),
    ),
)
ROOM = Rule(id="room/consensus", kind="consensus", results={"agreed": "They agree.", "not_agreed": ""})
UMPIRE = Rule(id="room/umpire", kind="umpire", results={"stands": "", "does_not": ""})


def made(rule, **what):
    return rule_on(rule, Made(**what), lambda _: False, b"", 0)


def test_a_procedure_can_be_complete_or_skip_any_step_it_must_take():
    assert results(LADDER) == ("complete", "skipped:announce", "skipped:tell")


@pytest.mark.parametrize(
    ("ticks", "result"),
    [
        ({"announce": True, "note-time": True, "tell": True}, "complete"),
        ({"announce": True, "tell": True}, "complete"),
        ({"announce": True}, "skipped:tell"),
        ({"tell": True}, "skipped:announce"),
        ({"announce": False, "tell": True}, "skipped:announce"),
        ({}, "skipped:announce"),
    ],
)
def test_the_first_must_left_open_decides(ticks, result):
    found = made(LADDER, ticks=ticks)
    assert found.result == result
    assert found.ticks == tuple((step.id, ticks.get(step.id, False)) for step in LADDER.steps)


def test_a_tick_on_no_step_is_refused():
    assert made(LADDER, ticks={"anounce": True}).code == "ticks"


@pytest.mark.parametrize("rule", [ROOM, UMPIRE])
def test_a_person_gives_one_of_the_authored_results(rule):
    for result in results(rule):
        assert made(rule, result=result) == Finding(result=result)


@pytest.mark.parametrize("rule", [ROOM, UMPIRE])
@pytest.mark.parametrize("result", [None, "perhaps"])
def test_no_result_or_a_strange_one_is_refused(rule, result):
    refused = made(rule, result=result)
    assert isinstance(refused, Refusal)
    assert refused.code == "result"
    assert results(rule)[0] in refused.reason


@pytest.mark.parametrize("rule", [LADDER, ROOM, UMPIRE])
@pytest.mark.parametrize(("what", "code"), [({"umpire": 1}, "umpire"), ({"faces": (5,)}, "faces")])
def test_dice_are_refused_where_there_are_none(rule, what, code):
    assert made(rule, **what).code == code


def test_a_procedure_takes_no_result_and_the_room_no_ticks():
    assert made(LADDER, result="complete").code == "result"
    assert made(ROOM, result="agreed", ticks={"announce": True}).code == "ticks"


@pytest.mark.parametrize("rule", [LADDER, ROOM, UMPIRE])
def test_each_result_is_one_sure_way_and_what_is_brought_in_it_gives_the_result(rule):
    found = ways(rule, lambda _: False)
    assert [(way.label, way.odds) for way in found] == [(r, ((r, Fraction(1)),)) for r in results(rule)]
    assert [rule_on(rule, way.made, lambda _: False, b"", 0).result for way in found] == [*results(rule)]
