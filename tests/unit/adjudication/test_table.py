"""Tables: odds, drawn and typed dice, modifiers within their bounds."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttx.adjudication import Finding, Made, Refusal, check_rule, results, rule_on, ways
from ttx.dice import Dice, roll
from ttx.model.conditions import TrackRef, When
from ttx.model.rules import Band, Modifier, Rule

SEED = b"\x01" * 32
ALARM = When("alarm", TrackRef("alarm"))
TABLE = Rule(
    id="pack/crossing",
    kind="table",
    dice="2d6",
    bands=(Band(result="fails", hi=6), Band(result="partly", lo=7, hi=9), Band(result="holds", lo=10)),
    modifiers=(Modifier(id="late", value=-1, when=ALARM),),
    umpire=(-1, 1),
)


def never(_when):
    return False


def always(_when):
    return True


def test_results_are_the_bands_once_each_in_file_order():
    twice = replace(TABLE, bands=(*TABLE.bands, Band(result="fails", lo=90)))
    assert results(twice) == ("fails", "partly", "holds")


def test_each_modifier_of_the_umpire_is_one_way():
    found = ways(TABLE, never)
    assert [(way.label, way.made.umpire) for way in found] == [
        ("umpire -1", -1),
        ("umpire +0", 0),
        ("umpire +1", 1),
    ]
    assert found[1].odds == (
        ("fails", Fraction(15, 36)),
        ("partly", Fraction(15, 36)),
        ("holds", Fraction(6, 36)),
    )


def test_without_bounds_for_the_umpire_there_is_one_way():
    (way,) = ways(replace(TABLE, umpire=(0, 0)), never)
    assert (way.label, way.made) == ("dice", Made())


def test_a_modifier_counts_where_its_condition_holds():
    without, with_it = (dict(ways(TABLE, holds)[1].odds) for holds in (never, always))
    assert without["fails"] == Fraction(15, 36)
    assert with_it["fails"] == Fraction(21, 36)


def test_a_result_that_cannot_come_is_left_out_of_the_odds():
    high = replace(TABLE, modifiers=(Modifier(id="sure", value=20),))
    assert [result for result, _ in ways(high, never)[0].odds] == ["holds"]


@given(
    st.integers(1, 4),
    st.integers(2, 12),
    st.lists(st.integers(-20, 40), min_size=1, max_size=4, unique=True).map(sorted),
    st.tuples(st.integers(-3, 0), st.integers(0, 3)),
    st.booleans(),
)
@settings(max_examples=80, deadline=None)
def test_chances_sum_to_one_and_a_throw_lies_among_them(count, sides, cuts, umpire, holds):
    lows = [None, *(cut + 1 for cut in cuts)]
    highs = [*cuts, None]
    bands = tuple(
        Band(result=f"r{n}", lo=lo, hi=hi) for n, (lo, hi) in enumerate(zip(lows, highs, strict=True))
    )
    rule = replace(TABLE, dice=f"{count}d{sides}", bands=bands, umpire=umpire)
    assert check_rule(rule) == ()
    for way in ways(rule, lambda _: holds):
        assert sum(chance for _, chance in way.odds) == 1
        found = rule_on(rule, way.made, lambda _: holds, SEED, 3)
        assert found.odds == way.odds
        assert found.result in dict(way.odds)


def test_the_program_draws_from_the_next_die_of_the_file():
    found = rule_on(TABLE, Made(umpire=1), always, SEED, 7)
    faces = roll(SEED, 7, Dice(2, 6))
    assert found == Finding(
        result=found.result,
        faces=faces,
        typed=False,
        drawn=2,
        total=sum(faces) - 1 + 1,
        odds=ways(TABLE, always)[2].odds,
    )


def test_what_the_dice_text_adds_is_in_the_total_and_in_the_odds():
    rule = replace(TABLE, dice="1d4+6", modifiers=())
    found = rule_on(rule, Made(faces=(1,)), never, SEED, 0)
    assert (found.total, found.result) == (7, "partly")
    assert dict(found.odds) == {"partly": Fraction(3, 4), "holds": Fraction(1, 4)}


@pytest.mark.parametrize(("faces", "result"), [((1, 1), "fails"), ((3, 4), "partly"), ((6, 6), "holds")])
def test_typed_faces_are_taken_and_no_die_is_drawn(faces, result):
    found = rule_on(TABLE, Made(faces=faces), never, SEED, 0)
    assert (found.result, found.faces, found.typed, found.drawn) == (result, faces, True, 0)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (Made(faces=(3,)), "faces"),
        (Made(faces=(3, 4, 5)), "faces"),
        (Made(faces=(0, 4)), "faces"),
        (Made(faces=(3, 7)), "faces"),
        (Made(umpire=2), "umpire"),
        (Made(umpire=-2), "umpire"),
        (Made(result="holds"), "result"),
        (Made(ticks={"a": True}), "ticks"),
    ],
)
def test_what_does_not_fit_is_refused(made, code):
    refused = rule_on(TABLE, made, never, SEED, 0)
    assert isinstance(refused, Refusal)
    assert refused.code == code
    assert refused.reason.endswith(".")


def test_no_umpire_may_add_where_the_rule_gives_no_bounds():
    refused = rule_on(replace(TABLE, umpire=(0, 0)), Made(umpire=1), never, SEED, 0)
    assert refused == Refusal("umpire", "The umpire may add none under this rule, not +1.")


def test_a_table_that_was_never_checked_is_a_bug():
    with pytest.raises(ValueError, match="not checked"):
        ways(replace(TABLE, dice="two"), never)
    with pytest.raises(ValueError, match="not checked"):
        rule_on(replace(TABLE, bands=TABLE.bands[:1]), Made(faces=(6, 6)), never, SEED, 0)
