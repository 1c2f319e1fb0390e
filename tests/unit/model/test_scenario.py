"""Small answers a scenario gives of itself."""

from dataclasses import replace

import pytest

from tests.small import BASE, load
from ttx.model.rules import ProcedureStep, Rule


@pytest.mark.parametrize(
    ("interpretation", "minutes"), [("none", 10), ("simultaneous", 11), ("consecutive", 17)]
)
def test_interpretation_multiplies_every_estimate_of_time(interpretation, minutes):
    scenario = replace(load(BASE)[0], interpretation=interpretation)
    assert scenario.room_minutes(10) == minutes
    assert scenario.room_minutes(0) == 0


def test_a_result_is_said_in_the_rules_own_words():
    steps = (ProcedureStep(id="line", text="Ring the line"), ProcedureStep(id="note"))
    rule = Rule(id="p/x", kind="procedure", results={"complete": "All was done"}, steps=steps)
    assert rule.says("complete") == "All was done"
    assert rule.says("skipped:line") == "left out: Ring the line"
    assert rule.says("skipped:note") == "left out: note"
    assert rule.says("does_not") == "does not"
