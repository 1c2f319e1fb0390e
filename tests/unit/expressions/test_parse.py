"""Conditions that are right: the tree they give, places included where a place matters."""

import unicodedata

import pytest

from tests.unit.expressions.scopes import SCOPE, unplaced
from ttx.expressions import parse
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

LINE, HEAT, ALARM = TrackRef("line"), TrackRef("heat"), TrackRef("alarm")
SILENT = Compare("==", LINE, Constant("silent"))

READ = [
    ("line == silent", SILENT),
    ("silent == line", Compare("==", Constant("silent"), LINE)),
    ("line==silent", SILENT),
    ("\n line\t== silent  ", SILENT),
    ("line != silent", Compare("!=", LINE, Constant("silent"))),
    ("alarm", ALARM),
    ("alarm == yes", Compare("==", ALARM, Constant("yes"))),
    ("not alarm", Not(ALARM)),
    ("not not alarm", Not(Not(ALARM))),
    ("not line == silent", Not(SILENT)),
    ("I-01", InjectRef("I-01")),
    ("not I-01 and alarm", Both("and", (Not(InjectRef("I-01")), ALARM))),
    ("alarm and I-01 and I-06", Both("and", (ALARM, InjectRef("I-01"), InjectRef("I-06")))),
    ("alarm or I-01 and I-06", Both("or", (ALARM, Both("and", (InjectRef("I-01"), InjectRef("I-06")))))),
    ("(alarm or I-01) and I-06", Both("and", (Both("or", (ALARM, InjectRef("I-01"))), InjectRef("I-06")))),
    ("alarm and (I-01 and I-06)", Both("and", (ALARM, Both("and", (InjectRef("I-01"), InjectRef("I-06")))))),
    ("heat >= 3", Compare(">=", HEAT, Constant(3))),
    ("3 <= heat", Compare("<=", Constant(3), HEAT)),
    ("열 > -1", Compare(">", TrackRef("열"), Constant(-1))),
    ("heat - 1 == 2", Compare("==", Sum("-", HEAT, Constant(1)), Constant(2))),
    ("heat+1 == 2", Compare("==", Sum("+", HEAT, Constant(1)), Constant(2))),
    ("heat - 1 + 열 > -2", Compare(">", Sum("+", Sum("-", HEAT, Constant(1)), TrackRef("열")), Constant(-2))),
    (
        "heat - (1 + 열) > -2",
        Compare(">", Sum("-", HEAT, Sum("+", Constant(1), TrackRef("열"))), Constant(-2)),
    ),
    ("heat > 열", Compare(">", HEAT, TrackRef("열"))),
    ("1 < heat <= 3", Both("and", (Compare("<", Constant(1), HEAT), Compare("<=", HEAT, Constant(3))))),
    ("line in [silent, rings]", OneOf(LINE, (Constant("silent"), Constant("rings")))),
    ("열 in [-1, 2]", OneOf(TrackRef("열"), (Constant(-1), Constant(2)))),
    ("heat + 1 in [2]", OneOf(Sum("+", HEAT, Constant(1)), (Constant(2),))),
    ("not line in [silent]", Not(OneOf(LINE, (Constant("silent"),)))),
    ("D-01 == unc-first", Compare("==", AnswerRef("D-01"), Constant("unc-first"))),
    ("D-01 == none", Compare("==", AnswerRef("D-01"), Constant("none"))),
    ("D-06.rok == a", Compare("==", AnswerRef("D-06", "rok"), Constant("a"))),
    ("D-06.rok == D-06.us", Compare("==", AnswerRef("D-06", "rok"), AnswerRef("D-06", "us"))),
    ("D-01 == D-02", Compare("==", AnswerRef("D-01"), AnswerRef("D-02"))),
    ("D-02 == go and D-02.us == wait", None),
    ("told(rok, us)", Told("rok", "us")),
    ("told ( rok,us )", Told("rok", "us")),
    ("told(rok, us) before D-02", Told("rok", "us", "D-02")),
    ("not told(north, us) before D-02", Not(Told("north", "us", "D-02"))),
    ("told_first == press", Compare("==", TrackRef("told_first"), Constant("press"))),
    ("door == 3", Compare("==", TrackRef("door"), Constant("3"))),
    ("((((alarm))))", ALARM),
]


@pytest.mark.parametrize(("text", "tree"), READ, ids=[text for text, _ in READ])
def test_text_gives_tree(text, tree):
    read = parse(text, SCOPE)
    assert isinstance(read, When), read
    assert read.text == text
    if tree is not None:
        assert unplaced(read.tree) == tree


def test_a_name_that_can_only_be_meant_as_a_value_is_one():
    """``heat`` is a scale and ``offer`` an inject, and both are answers of D-01."""
    for word in ("heat", "offer"):
        read = parse(f"D-01 == {word}", SCOPE)
        assert unplaced(read.tree) == Compare("==", AnswerRef("D-01"), Constant(word))


def test_nodes_keep_their_place_in_the_text():
    tree = parse("  alarm and not line == silent", SCOPE).tree
    alarm, negated = tree.of
    assert (tree.at, alarm.at, negated.at) == (2, 2, 12)
    assert (negated.of.at, negated.of.left.at, negated.of.right.at) == (16, 16, 24)


def test_letters_written_apart_are_the_same_name():
    """A name typed as separate marks (NFD) means the name as one letter (NFC)."""
    text = unicodedata.normalize("NFD", "열 > 1")
    assert len(text) > len("열 > 1")
    assert parse(text, SCOPE).tree.left == TrackRef("열")


def test_sixty_levels_of_brackets_are_read_and_seventy_are_not():
    assert isinstance(parse("(" * 60 + "alarm" + ")" * 60, SCOPE), When)
    (fault,) = parse("(" * 70 + "alarm" + ")" * 70, SCOPE)
    assert fault.code == "TTX303"
    assert fault.offset == 64


@pytest.mark.parametrize(
    "text",
    [
        "(" * 2000,
        "not " * 500,
        " + ".join("1" * 499) + " > heat",
        "(" * 300 + " + ".join("1" * 100) + ")" * 300,
        "alarm or I-01 and heat == 1 + (" * 60,
        "not (" * 380,
        "1 < (" * 380,
        "told(" * 380,
        "[" * 2000,
        "x in [" * 300,
        "a-" * 1000,
        "." * 2000,
        " and ".join(["alarm"] * 222),
        " ".join(f"n{n} ==" for n in range(250)) + " 1",
        "-" * 2000,
        "- " * 1000,
        "가" * 2000,
        "9" * 2000,
        "x" * 2001,
        "",
        "   ",
    ],
)
def test_no_text_overflows_or_raises(text):
    read = parse(text, SCOPE)
    assert isinstance(read, When) or read
