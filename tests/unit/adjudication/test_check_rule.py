"""What is wrong with authored rules, and where."""

from dataclasses import replace
from typing import get_args

import pytest

from ttx.adjudication import KINDS, check_rule
from ttx.model.conditions import TrackRef, When
from ttx.model.rules import Band, Modifier, ProcedureStep, Rule, RuleKind

SOUND = Rule(
    id="pack/t",
    kind="table",
    dice="2d6",
    bands=(Band(result="low", hi=7), Band(result="high", lo=8)),
)
IF = When("alarm", TrackRef("alarm"))


def faults(rule):
    return [(fault.code, fault.path) for fault in check_rule(rule)]


def bands(*stretches):
    return tuple(Band(result=f"r{n}", lo=lo, hi=hi) for n, (lo, hi) in enumerate(stretches))


def test_every_kind_of_the_model_is_in_the_registry():
    assert set(KINDS) == set(get_args(RuleKind))


def test_a_sound_table_has_no_fault():
    assert check_rule(SOUND) == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"dice": "two dice"}, [("TTX401", ("dice",))]),
        ({"dice": ""}, [("TTX401", ("dice",))]),
        ({"bands": ()}, [("TTX405", ("bands",))]),
        ({"bands": bands((None, 8), (8, None))}, [("TTX402", ("bands", 1))]),
        ({"bands": bands((8, None), (None, 8))}, [("TTX402", ("bands", 0))]),
        ({"bands": bands((2, 12), (3, 4), (6, 7))}, [("TTX402", ("bands", 1)), ("TTX402", ("bands", 2))]),
        ({"bands": bands((12, 2))}, [("TTX402", ("bands", 0))]),
        ({"bands": bands((None, 5), (7, None))}, [("TTX403", ("bands",))]),
        ({"bands": bands((2, 11))}, [("TTX403", ("bands",))]),
        ({"bands": bands((2, 12))}, []),
        ({"bands": bands((7, 12), (2, 6))}, []),
        ({"bands": bands((2, 12)), "umpire": (0, 1)}, [("TTX403", ("bands",))]),
        ({"bands": bands((1, 13)), "umpire": (-1, 1)}, []),
        ({"bands": bands((2, 12)), "modifiers": (Modifier(id="m", value=1),)}, [("TTX403", ("bands",))]),
        ({"bands": bands((3, 13)), "modifiers": (Modifier(id="m", value=1),)}, []),
        (
            {"bands": bands((3, 13)), "modifiers": (Modifier(id="m", value=1, when=IF),)},
            [("TTX403", ("bands",))],
        ),
        ({"bands": bands((2, 12), (102, 112)), "modifiers": (Modifier(id="m", value=100, when=IF),)}, []),
        ({"umpire": (1, -1)}, [("TTX404", ("umpire",))]),
        ({"umpire": (0, 101)}, [("TTX404", ("umpire",))]),
        ({"modifiers": (Modifier(id="m", value=5000),)}, [("TTX404", ("modifiers", 0, "value"))]),
        (
            {"modifiers": tuple(Modifier(id=f"m{n}", value=1) for n in range(21))},
            [("TTX404", ("modifiers",))],
        ),
        (
            {"modifiers": (Modifier(id="m", value=1), Modifier(id="m", value=2))},
            [("TTX407", ("modifiers", 1, "id"))],
        ),
        ({"steps": (ProcedureStep(id="s"),)}, [("TTX408", ("steps",))]),
        ({"results": {"low": ""}}, [("TTX408", ("results",))]),
    ],
)
def test_a_table_is_faulted_where_it_is_wrong(change, expected):
    assert faults(replace(SOUND, **change)) == expected


def test_the_message_names_the_totals_that_are_missed():
    (fault,) = check_rule(replace(SOUND, bands=bands((None, 5), (8, None))))
    assert "totals 6 to 7" in fault.message
    (fault,) = check_rule(replace(SOUND, bands=bands((2, 11))))
    assert "a total of 12" in fault.message


def test_the_message_names_the_totals_that_are_shared():
    (fault,) = check_rule(replace(SOUND, bands=bands((None, 8), (7, None))))
    assert "totals 7 to 8" in fault.message


def test_the_largest_table_is_checked_at_once():
    modifiers = tuple(Modifier(id=f"m{n}", value=1000 - n, when=IF) for n in range(20))
    table = replace(SOUND, dice="20d1000", modifiers=modifiers, umpire=(-100, 100))
    assert check_rule(table) == ()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule(id="p/p", kind="procedure"), [("TTX406", ("steps",))]),
        (
            Rule(id="p/p", kind="procedure", steps=(ProcedureStep(id="a"), ProcedureStep(id="a"))),
            [("TTX407", ("steps", 1, "id"))],
        ),
        (Rule(id="p/c", kind="consensus"), [("TTX405", ("results",))]),
        (Rule(id="p/u", kind="umpire"), [("TTX405", ("results",))]),
        (Rule(id="p/u", kind="umpire", results={"a": ""}, dice="2d6"), [("TTX408", ("dice",))]),
        (Rule(id="p/u", kind="umpire", results={"a": ""}, umpire=(0, 1)), [("TTX408", ("umpire",))]),
        (Rule(id="p/c", kind="consensus", results={"a": "", "b": ""}), []),
    ],
)
def test_the_other_kinds_are_faulted_where_they_are_wrong(rule, expected):
    assert faults(rule) == expected
