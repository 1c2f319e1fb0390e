"""An argument: reasons counted on dice."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttx.adjudication import Finding, Made, Refusal, check_rule, results, rule_on, ways
from ttx.model.rules import Rule
from ttx.model.words import Words

PLAN = Rule(id="p/plan", kind="argument")
SEED = bytes(range(32))
SIDES = st.integers(0, 3).map(lambda n: tuple(Words(f"because {k}") for k in range(n)))


def never(_when):
    return False


def ruled(rule=PLAN, index=0, **made):
    return rule_on(rule, Made(**made), never, SEED, index)


def test_an_argument_holds_or_fails():
    assert results(PLAN) == ("holds", "fails")


@pytest.mark.parametrize(
    ("reasons", "against", "faces", "total", "result"),
    [
        (1, 0, (3, 3), 7, "holds"),
        (1, 1, (3, 3), 6, "fails"),
        (0, 3, (6, 4), 7, "holds"),
        (3, 0, (1, 2), 6, "fails"),
    ],
)
def test_each_reason_counts_one_and_seven_holds(reasons, against, faces, total, result):
    found = ruled(for_=(Words("r"),) * reasons, against=(Words("r"),) * against, faces=faces)
    assert (found.total, found.result, found.typed, found.drawn) == (total, result, True, 0)


def test_the_odds_of_two_dice_against_seven_by_hand():
    # 7 or more comes 21 times in 36; with one reason more 6 or more, 26 times
    assert dict(ruled(for_=(Words("r"),), against=(Words("r"),)).odds)["holds"] == Fraction(21, 36)
    assert dict(ruled(for_=(Words("r"),)).odds)["holds"] == Fraction(26, 36)


@given(for_=SIDES, against=SIDES, target=st.integers(0, 15), index=st.integers(0, 5))
def test_what_is_drawn_lies_among_the_odds_and_they_sum_to_one(for_, against, target, index):
    found = ruled(replace(PLAN, target=target), index, for_=for_, against=against)
    if not for_ and not against:
        assert found == Refusal("reasons", "An argument needs a reason: write at least one, for or against.")
        return
    assert sum(chance for _, chance in found.odds) == 1
    assert dict(found.odds)[found.result] > 0
    assert found.total == sum(found.faces) + len(for_) - len(against)
    assert (found.result == "holds") == (found.total >= target)
    assert found.drawn == 2


def test_each_net_count_is_a_way_and_what_is_brought_in_it_has_its_odds():
    found = ways(PLAN, never)
    assert [way.label for way in found] == [f"net {net:+d}" for net in range(3, -4, -1)]
    for way in found:
        assert rule_on(PLAN, way.made, never, SEED, 0).odds == way.odds


@pytest.mark.parametrize(
    "made",
    [
        {"for_": (Words("a"),) * 4},
        {"against": (Words("a"),) * 4},
        {"for_": (Words("a"), Words("  "))},
        {"against": (Words(""),)},
        {},
    ],
)
def test_more_than_three_a_side_none_at_all_and_empty_ones_are_refused(made):
    assert ruled(**made).code == "reasons"


@pytest.mark.parametrize(
    ("made", "code"),
    [
        ({"faces": (1, 7)}, "faces"),
        ({"faces": (1,)}, "faces"),
        ({"umpire": 1}, "umpire"),
        ({"result": "holds"}, "result"),
        ({"ticks": {"a": True}}, "ticks"),
        ({"votes": {"a": 1}}, "votes"),
        ({"word": "likely"}, "word"),
    ],
)
def test_what_an_argument_has_no_use_for_is_refused(made, code):
    assert ruled(for_=(Words("a"),), **made).code == code


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"dice": "1d20+1", "target": 12}, []),
        ({"target": 0}, []),
        ({"target": 15}, []),
        ({"target": -1}, [("TTX409", ("target",))]),
        ({"target": 16}, [("TTX409", ("target",))]),
        ({"dice": "9d6+40"}, [("TTX409", ("dice",))]),
        ({"dice": "2w6"}, [("TTX401", ("dice",))]),
        ({"results": {"holds": "It does."}}, []),
        ({"results": {"hold": "It does."}}, [("TTX413", ("results", "hold"))]),
        ({"umpire": (0, 1)}, [("TTX408", ("umpire",))]),
        ({"decides": "most"}, [("TTX408", ("decides",))]),
    ],
)
def test_a_faulty_argument(changes, expected):
    assert [(f.code, f.path) for f in check_rule(replace(PLAN, **changes))] == expected


@given(count=st.integers(1, 3), sides=st.integers(2, 8), target=st.integers(-5, 30))
def test_a_target_is_faulted_exactly_where_reasons_cannot_change_anything(count, sides, target):
    rule = replace(PLAN, dice=f"{count}d{sides}", target=target)
    outcomes = {result for way in ways(rule, never) for result, _ in way.odds}
    assert bool(check_rule(rule)) == (len(outcomes) == 1)


def test_a_finding_is_the_same_for_the_same_seed():
    assert isinstance(ruled(for_=(Words("a"),)), Finding)
    assert ruled(for_=(Words("a"),)) == ruled(for_=(Words("b"),))
