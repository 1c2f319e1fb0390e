"""What conditions say of a moment, and which names they read."""

import pytest

from tests.unit.expressions.scopes import SCOPE, Moment
from ttx.expressions import evaluate, leaves, parse
from ttx.model.conditions import AnswerRef, Constant, InjectRef, Not, Told, TrackRef

NOW = {
    "tracks": {"line": "silent", "alarm": "yes", "heat": 3, "열": -1, "trust": "no", "door": "3"},
    "answers": {("D-01", None): "wait", ("D-06", "rok"): "a", ("D-06", "us"): "b"},
    "out": {"I-01"},
    "contacts": {("rok", "us", None), ("rok", "us", "D-02"), ("us", "unc", None)},
}

SAID = [
    ("line == silent", True),
    ("line != silent", False),
    ("alarm", True),
    ("not alarm", False),
    ("alarm == no", False),
    ("I-01", True),
    ("I-06", False),
    ("I-01 and I-06", False),
    ("I-01 or I-06", True),
    ("I-06 or I-01 and alarm", True),
    ("not (I-01 and alarm)", False),
    ("heat > 3", False),
    ("heat >= 3", True),
    ("heat < 4", True),
    ("heat <= 2", False),
    ("1 < heat < 4", True),
    ("1 < heat < 3", False),
    ("heat - 1 == 2", True),
    ("heat - 1 - 1 == 1", True),
    ("heat - (1 - 1) == 3", True),
    ("heat + 열 == 2", True),
    ("열 == -1", True),
    ("line in [rings, silent]", True),
    ("line in [rings]", False),
    ("heat in [1, 3]", True),
    ("door == 3", True),
    ("D-01 == wait", True),
    ("D-02 == none", True),
    ("D-06.rok == a", True),
    ("D-06.rok == D-06.us", False),
    ("told(rok, us)", True),
    ("told(us, rok)", False),
    ("told(rok, us) before D-02", True),
    ("told(us, unc) before D-02", False),
]


@pytest.mark.parametrize(("text", "said"), SAID, ids=[text for text, _ in SAID])
def test_condition_says(text, said):
    assert evaluate(parse(text, SCOPE).tree, Moment(**NOW)) is said


def test_and_or_read_no_further_than_they_must():
    moment = Moment(**NOW)
    evaluate(parse("I-06 and alarm", SCOPE).tree, moment)
    evaluate(parse("I-01 or alarm", SCOPE).tree, moment)
    assert moment.asked == ["I-06", "I-01"]


def test_a_derived_word_that_holds_nothing_equals_nothing():
    moment = Moment(tracks={"told_first": ""})
    assert not evaluate(parse("told_first == ally", SCOPE).tree, moment)
    assert evaluate(parse("told_first != ally", SCOPE).tree, moment)


@pytest.mark.parametrize("tree", [Constant("x"), AnswerRef("D-01"), Not(Constant(1))])
def test_a_tree_no_text_gives_is_a_bug(tree):
    with pytest.raises(TypeError):
        evaluate(tree, Moment(**NOW))


def test_leaves_are_named_once_in_the_order_first_met_without_places():
    text = "alarm and line == silent or told(rok, us) before D-02 and not alarm and D-06.rok in [a] and heat + 1 > 열 or I-01"
    assert leaves(parse(text, SCOPE).tree) == (
        TrackRef("alarm"),
        TrackRef("line"),
        Told("rok", "us", "D-02"),
        AnswerRef("D-06", "rok"),
        TrackRef("heat"),
        TrackRef("열"),
        InjectRef("I-01"),
    )
