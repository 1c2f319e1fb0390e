"""A gate: conditions read and judged."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.expressions.scopes import SCOPE
from ttx.adjudication import Made, check_rule, results, rule_on, ways
from ttx.expressions import parse
from ttx.model.rules import GateCondition, Rule

CALM, READY = parse("not alarm", SCOPE), parse("alarm", SCOPE)
GATE = Rule(
    id="p/gate",
    kind="gate",
    conditions=(
        GateCondition(id="calm", when=CALM),
        GateCondition(id="words"),
        GateCondition(id="ready", when=READY),
        GateCondition(id="lead"),
    ),
)
TICKS = st.fixed_dictionaries({}, optional={"words": st.booleans(), "lead": st.booleans()})


def ruled(held, **made):
    return rule_on(GATE, Made(**made), held.__contains__, b"", 0)


@given(held=st.sets(st.sampled_from([CALM, READY])), ticks=TICKS)
def test_open_exactly_where_everything_is_met(held, ticks):
    found = ruled(held, ticks=ticks)
    met = len(held) == 2 and ticks.get("words", False) and ticks.get("lead", False)
    assert found.result == ("open" if met else "shut")
    assert found.read == (("calm", CALM in held), ("ready", READY in held))
    assert found.ticks == (("words", ticks.get("words", False)), ("lead", ticks.get("lead", False)))


@pytest.mark.parametrize("held", [set(), {CALM}, {CALM, READY}])
def test_every_way_to_tick_is_a_way(held):
    found = ways(GATE, held.__contains__)
    assert len(found) == 4
    for way in found:
        assert way.odds == ((ruled(held, ticks=way.made.ticks).result, Fraction(1)),)


def test_a_gate_that_judges_nothing_has_one_way():
    (way,) = ways(Rule(id="p/g", kind="gate", conditions=GATE.conditions[:1]), {CALM}.__contains__)
    assert (dict(way.made.ticks), way.odds) == ({}, (("open", Fraction(1)),))


def test_nobody_ticks_what_the_program_reads_or_what_is_not_there():
    assert ruled(set(), ticks={"calm": True}).reason.startswith("The program reads calm itself.")
    assert ruled(set(), ticks={"cold": True}).reason.startswith("This gate has no condition cold.")
    assert ruled(set(), result="open").code == "result"


def conditions(*ids):
    return tuple(GateCondition(id=each) for each in ids)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (GATE, []),
        (Rule(id="p/g", kind="gate"), [("TTX410", ("conditions",))]),
        (Rule(id="p/g", kind="gate", conditions=conditions(*"abcde")), []),
        (Rule(id="p/g", kind="gate", conditions=conditions(*"abcdef")), [("TTX411", ("conditions", 5))]),
        (Rule(id="p/g", kind="gate", conditions=conditions("a", "a")), [("TTX407", ("conditions", 1, "id"))]),
        (
            Rule(id="p/g", kind="gate", conditions=conditions("a"), results={"closed": ""}, tie="shut"),
            [("TTX413", ("results", "closed")), ("TTX408", ("tie",))],
        ),
    ],
)
def test_a_faulty_gate(rule, expected):
    assert [(f.code, f.path) for f in check_rule(rule)] == expected


def test_a_gate_is_open_or_shut():
    assert results(GATE) == ("open", "shut")
