"""Any text is read without raising; any tree shown reads back as itself."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.expressions.scopes import SCOPE, Moment, unplaced
from ttx.expressions import Fault, evaluate, leaves, parse, parse_effect, show
from ttx.model.conditions import (
    AnswerRef,
    Both,
    Compare,
    Constant,
    InjectRef,
    Not,
    OneOf,
    Sum,
    Told,
    TrackRef,
    When,
)
from ttx.model.parts import Effect

PIECES = st.sampled_from(
    [
        *("and", "or", "not", "in", "told(", "before", "told", "(", ")", "[", "]", ",", "==", "!=", "<"),
        *("<=", ">", ">=", "+", " - ", "-", "=", "+=", "-=", "0", "-1", "7", "line", "silent", "heat"),
        *(
            "alarm",
            "I-01",
            "D-01",
            "D-06.rok",
            "D-06",
            "rok",
            "us",
            "열",
            "lin",
            " ",
            " ",
            "'",
            "\N{EN DASH}",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
    st.text(alphabet="()[]not -<=.,a1", max_size=200),
)

NUMBER = st.recursive(
    st.one_of(
        st.sampled_from(["heat", "열"]).map(TrackRef),
        st.integers(0, 3).map(Constant),
    ),
    lambda inner: st.builds(Sum, st.sampled_from("+-"), inner, inner),
    max_leaves=4,
)
COUNTED = st.builds(Sum, st.sampled_from("+-"), st.just(TrackRef("heat")), NUMBER)
WORDY = st.sampled_from(
    [
        (TrackRef("line"), ("answering", "silent", "rings")),
        (TrackRef("door"), ("offered", "open", "closed", "3")),
        (TrackRef("alarm"), ("yes", "no")),
        (AnswerRef("D-01"), ("unc-first", "wait", "heat", "offer", "free", "none")),
        (AnswerRef("D-06", "us"), ("a", "b", "free", "none")),
    ]
)


@st.composite
def worded(draw):
    """A comparison of something wordy with one or several of its words."""
    tree, words = draw(WORDY)
    if draw(st.booleans()):
        listed = draw(st.lists(st.sampled_from(words), min_size=1, unique=True))
        return OneOf(tree, tuple(Constant(word) for word in listed))
    sides = (tree, Constant(draw(st.sampled_from(words))))
    return Compare(draw(st.sampled_from(["==", "!="])), *draw(st.permutations(sides)))


LEAVES = st.one_of(
    worded(),
    st.builds(Compare, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), COUNTED, COUNTED),
    st.sampled_from([TrackRef("alarm"), InjectRef("I-01"), Told("rok", "us"), Told("us", "unc", "D-02")]),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(Both, st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_no_text_makes_the_reader_raise(text):
    read = parse(text, SCOPE)
    if isinstance(read, When):
        assert unplaced(parse(show(read.tree), SCOPE).tree) == unplaced(read.tree)
    else:
        assert read
        assert all(within(fault, text) for fault in read)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_no_text_makes_the_reader_of_effects_raise(text):
    read = parse_effect(text, SCOPE)
    assert isinstance(read, Effect) or (read and all(within(fault, text) for fault in read))


def within(fault: Fault, text: str) -> bool:
    return 0 <= fault.offset <= len(text) and fault.length >= 1 and bool(fault.message)


@given(TREES)
@settings(max_examples=200, deadline=None)
def test_a_tree_shown_reads_back_as_itself(tree):
    read = parse(show(tree), SCOPE)
    assert isinstance(read, When), (show(tree), read)
    assert unplaced(read.tree) == tree


@given(TREES)
@settings(max_examples=100, deadline=None)
def test_a_condition_reads_nothing_but_its_leaves(tree):
    moment = Moment(tracks={"line": "silent", "door": "3", "alarm": "no", "heat": 2, "열": 0})
    evaluate(tree, moment)
    named = set()
    for leaf in leaves(tree):
        match leaf:
            case TrackRef(name) | InjectRef(name):
                named.add(name)
            case AnswerRef(decision, cell):
                named.add((decision, cell))
            case Told(teller, told, before):
                named.add((teller, told, before))
    assert set(moment.asked) <= named


def test_brackets_are_shown_only_where_they_matter():
    for text in (
        "alarm or I-01 and not I-06",
        "(alarm or I-01) and I-06",
        "not (alarm or I-01)",
        "heat - (1 + 열) > 0",
        "heat - 1 + 열 > 0",
        "alarm and (I-01 and I-06)",
    ):
        assert show(parse(text, SCOPE).tree) == text
    assert show(parse("((alarm) or ((I-01) and not (I-06)))", SCOPE).tree) == "alarm or I-01 and not I-06"
