"""A vote: counted by the rule, or beside a person's result."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttx.adjudication import Made, by_person, check_rule, rule_on, ways
from ttx.model.rules import Rule

HANDS = Rule(
    id="p/hands",
    kind="vote",
    results={"carried": "", "lost": "", "later": ""},
    decides="majority",
    tie="lost",
)
MOST = replace(HANDS, decides="most")
ADVICE = replace(HANDS, decides="", tie="")
COUNTS = st.fixed_dictionaries({}, optional={r: st.integers(0, 6) for r in HANDS.results})


def ruled(rule, **made):
    return rule_on(rule, Made(**made), lambda _: False, b"", 0)


@pytest.mark.parametrize(
    ("votes", "majority", "most"),
    [
        ({"carried": 3, "lost": 2}, "carried", "carried"),
        ({"carried": 2, "lost": 2}, "lost", "lost"),
        ({"carried": 2, "lost": 1, "later": 1}, "lost", "carried"),
        ({"later": 1}, "later", "later"),
        ({"carried": 2, "later": 2, "lost": 1}, "lost", "lost"),
    ],
)
def test_the_count_decides_and_a_tie_gives_what_is_written(votes, majority, most):
    assert ruled(HANDS, votes=votes).result == majority
    assert ruled(MOST, votes=votes).result == most


@given(votes=COUNTS)
def test_a_majority_is_more_than_half_and_most_more_than_each_other(votes):
    if not sum(votes.values()):
        assert ruled(HANDS, votes=votes).code == ruled(MOST, votes=votes).code == "votes"
        return
    whole = sum(votes.values())
    half = [r for r, n in votes.items() if 2 * n > whole]
    alone = [r for r, n in votes.items() if all(n > votes.get(o, 0) for o in HANDS.results if o != r)]
    assert ruled(HANDS, votes=votes).result == (half[0] if half else "lost")
    assert ruled(MOST, votes=votes).result == (alone[0] if alone else "lost")


def test_without_a_rule_for_the_count_a_person_gives_the_result():
    assert by_person(ADVICE)
    assert not by_person(HANDS)
    assert ruled(ADVICE, votes={"carried": 5}).code == "result"
    assert ruled(ADVICE, votes={"carried": 5}, result="lost").result == "lost"
    assert ruled(ADVICE, result="later").result == "later"
    assert ruled(HANDS, result="carried", votes={"carried": 5}).code == "result"


@pytest.mark.parametrize("rule", [HANDS, MOST, ADVICE])
@pytest.mark.parametrize("votes", [{"never": 1}, {"carried": -1}, {"carried": 1001}])
def test_votes_for_nothing_and_counts_out_of_bounds_are_refused(rule, votes):
    assert ruled(rule, votes=votes, result=None if rule.decides else "lost").code == "votes"


@pytest.mark.parametrize("rule", [HANDS, MOST, ADVICE])
def test_each_result_is_a_way_and_what_is_brought_in_it_gives_the_result(rule):
    found = ways(rule, lambda _: False)
    assert [rule_on(rule, way.made, lambda _: False, b"", 0).result for way in found] == [*rule.results]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (HANDS, []),
        (ADVICE, []),
        (replace(HANDS, results={}), [("TTX405", ("results",))]),
        (replace(HANDS, tie=""), [("TTX412", ("decides",))]),
        (replace(HANDS, tie="draw"), [("TTX412", ("tie",))]),
        (replace(ADVICE, tie="lost"), [("TTX412", ("tie",))]),
        (replace(ADVICE, target=3), [("TTX408", ("target",))]),
    ],
)
def test_a_faulty_vote(rule, expected):
    assert [(f.code, f.path) for f in check_rule(rule)] == expected
