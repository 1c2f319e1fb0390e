"""An estimate: a word, a number in its band, a die of a hundred."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttx.adjudication import Made, check_rule, results, rule_on, ways
from ttx.adjudication.estimate import BANDS
from ttx.model.rules import Rule

RAIN = Rule(id="p/rain", kind="estimate")
SEED = bytes(range(32))


def never(_when):
    return False


def ruled(**made):
    return rule_on(RAIN, Made(**made), never, SEED, 0)


def test_the_words_cover_1_to_99_and_neighbours_share_an_end():
    ends = list(BANDS.values())
    assert (ends[0][0], ends[-1][1]) == (1, 99)
    assert all(one[1] == other[0] for one, other in pairwise(ends))


@pytest.mark.parametrize(("face", "result"), [(1, "happens"), (70, "happens"), (71, "not"), (100, "not")])
def test_it_happens_up_to_the_percentage(face, result):
    found = ruled(word="likely", percent=70, faces=(face,))
    assert (found.result, found.total, found.faces) == (result, face, (face,))
    assert found.odds == (("happens", Fraction(7, 10)), ("not", Fraction(3, 10)))


@given(word=st.sampled_from([*BANDS, "probably", ""]), percent=st.one_of(st.none(), st.integers(-5, 110)))
def test_a_number_is_taken_exactly_inside_the_band_of_its_word(word, percent):
    found = ruled(word=word, percent=percent)
    band = BANDS.get(word)
    if band is None:
        assert found.code == "word"
    elif percent is None or not band[0] <= percent <= band[1]:
        assert found.code == "percent"
    else:
        assert found.drawn == 1
        assert found.result == ("happens" if found.faces[0] <= percent else "not")


def test_the_refusal_says_the_band():
    assert ruled(word="very_likely", percent=50).reason.startswith("Very likely means 80 to 95 %: ")


def test_both_ends_of_each_band_are_ways():
    found = ways(RAIN, never)
    assert [(w.made.word, w.made.percent) for w in found] == [
        (word, end) for word, band in BANDS.items() for end in band
    ]
    assert all(rule_on(RAIN, way.made, never, SEED, 0).odds == way.odds for way in found)


@pytest.mark.parametrize(
    ("made", "code"), [({"faces": (101,)}, "faces"), ({"for_": ("a",)}, "reasons"), ({"umpire": 1}, "umpire")]
)
def test_what_an_estimate_has_no_use_for_is_refused(made, code):
    assert ruled(word="likely", percent=60, **made).code == code


def test_a_faulty_estimate():
    rule = Rule(id="p/r", kind="estimate", dice="1d100", results={"happens": "Yes.", "maybe": "?"})
    assert [(f.code, f.path) for f in check_rule(rule)] == [
        ("TTX413", ("results", "maybe")),
        ("TTX408", ("dice",)),
    ]
    assert check_rule(RAIN) == ()
    assert results(RAIN) == ("happens", "not")
