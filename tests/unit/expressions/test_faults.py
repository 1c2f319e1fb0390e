"""Conditions that are wrong: the code, the place, and what the author is told."""

from dataclasses import replace

import pytest

from tests.unit.expressions.scopes import SCOPE
from ttx.expressions import DecisionType, TrackType, parse
from ttx.expressions.scope import MOST_FAULTS

# text, then (code, what the caret stands under, a part of the hint) for each fault
WRONG = [
    ("line == 'silent'", [("TTX301", "'", "quotes"), ("TTX301", "'", "quotes")]),
    ("heat => 3", [("TTX301", "=>", "Write >=")]),
    ("heat ≥ 3 && alarm", [("TTX301", "≥", ">="), ("TTX301", "&&", "and")]),
    ("heat − 1 > 2", [("TTX301", "−", "Write -")]),
    ("!alarm", [("TTX301", "!", "not")]),
    ("alarm ; I-01", [("TTX301", ";", "==")]),
    ("heat -x > 2", [("TTX301", "-x", "space on both sides")]),
    (".x == 1", [("TTX301", ".", "")]),
    ("alarm\x07", [("TTX301", "\x07", "Delete")]),
    ("line = silent", [("TTX302", "=", "==")]),
    ("alarm AND I-01", [("TTX302", "AND", "small letters")]),
    ("NOT alarm", [("TTX302", "alarm", "small letters")]),
    ("alarm I-01", [("TTX302", "I-01", "and, or")]),
    ("heat -1 > 2", [("TTX302", "-1", "heat - 1")]),
    ("- 1 < heat", [("TTX302", "-", "-1")]),
    ("alarm and and I-01", [("TTX302", "and", "")]),
    ("(alarm", [("TTX302", "(", "")]),
    ("alarm)", [("TTX302", ")", "no bracket open")]),
    ("()", [("TTX302", ")", "")]),
    ("line in silent", [("TTX302", "silent", "[a, b]")]),
    ("line in []", [("TTX302", "]", "list")]),
    ("line in [silent rings]", [("TTX302", "rings", ",")]),
    ("told rok", [("TTX302", "rok", "told(a, b)")]),
    ("told(rok us)", [("TTX302", "us", "told(a, b)")]),
    ("told(rok, us", [("TTX302", "", "told(a, b)")]),
    ("told(rok, us) before", [("TTX302", "", "before D-02")]),
    ("alarm before D-02", [("TTX302", "before", "told(a, b)")]),
    ("heat > 9999999999", [("TTX303", "9999999999", "")]),
    ("heat > 99999999999999", [("TTX303", "99999999999999", "")]),
    ("lin == silent", [("TTX304", "lin", "'line'")]),
    ("Line == silent", [("TTX304", "Line", "'line'")]),
    ("heat-1 == 2", [("TTX304", "heat-1", "heat - 1")]),
    ("silent", [("TTX304", "silent", "line == silent")]),
    ("rok", [("TTX304", "rok", "told(rok, ...)")]),
    ("true", [("TTX304", "true", "yes or no")]),
    ("unc-first == D-1", [("TTX304", "D-1", "'D-01'")]),
    ("xyz == qqq", [("TTX304", "xyz", "")]),
    ("D-9.rok == wait", [("TTX304", "D-9.rok", "")]),
    ("zz in [silent]", [("TTX304", "zz", "")]),
    ("heat + hea > 2", [("TTX304", "hea", "'heat'")]),
    ("line == silen", [("TTX305", "silen", "'silent'")]),
    ("line == 3", [("TTX305", "3", "answering, silent, rings")]),
    ("D-01 == unc-frist", [("TTX305", "unc-frist", "'unc-first'")]),
    ("alarm == true", [("TTX305", "true", "yes or no")]),
    ("line in [silent, oben]", [("TTX305", "oben", "answering")]),
    ("line < silent", [("TTX306", "line", "==")]),
    ("D-01 > D-02", [("TTX306", "D-01", "==")]),
    ("door >= 3", [("TTX306", "door", "==")]),
    ("heat == high", [("TTX307", "high", "0 to 5")]),
    ("line == heat", [("TTX307", "heat", "answering")]),
    ("line == trust", [("TTX307", "trust", "answering")]),
    ("1 == 1", [("TTX307", "1", "scale")]),
    ("heat in [high, 1]", [("TTX307", "high", "0 to 5")]),
    ("2 in [2]", [("TTX307", "2", "")]),
    ("line", [("TTX308", "line", "answering, silent, rings")]),
    ("trust and alarm", [("TTX308", "trust", "yes, partly, no")]),
    ("not heat", [("TTX308", "heat", "0 to 5")]),
    ("D-01", [("TTX308", "D-01", "unc-first")]),
    ("3 or alarm", [("TTX308", "3", "Compare")]),
    ("heat + 1", [("TTX308", "heat + 1", "Compare")]),
    ("I-01 == yes", [("TTX309", "I-01", "not I-01")]),
    ("I-01 in [yes]", [("TTX309", "I-01", "not I-01")]),
    ("heat + I-01 > 2", [("TTX309", "I-01", "not I-01")]),
    ("told(rok, us) == yes", [("TTX309", "told(rok, us)", "as it stands")]),
    ("(alarm and I-01) == yes", [("TTX309", "alarm and I-01", "as it stands")]),
    ("line + 1 == 2", [("TTX310", "line", "scales")]),
    ("told(rk, us)", [("TTX311", "rk", "'rok'")]),
    ("told(rok, rok)", [("TTX311", "rok", "")]),
    ("told(rok, us) before D-03", [("TTX312", "D-03", "'D-0")]),
    ("D-01.rok == wait", [("TTX313", "D-01.rok", "D-01 alone")]),
    ("D-06.unc == a", [("TTX313", "D-06.unc", "'D-06.us'")]),
    ("D-06 == a", [("TTX313", "D-06", "D-06.rok, D-06.us")]),
    ("heat == 9", [("TTX314", "9", "")]),
    ("열 > -4", [("TTX314", "-4", "")]),
    ("heat + 1 == 7", [("TTX314", "7", "")]),
    ("heat in [1, 6]", [("TTX314", "6", "")]),
    ("line in [silent, silent]", [("TTX318", "silent", "")]),
    ("heat in [1, 1]", [("TTX318", "1", "")]),
]


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[repr(text) for text, _ in WRONG])
def test_fault_has_code_place_and_hint(text, expected):
    faults = parse(text, SCOPE)
    assert isinstance(faults, tuple), faults
    under = [(f.code, text[f.offset : f.offset + f.length]) for f in faults]
    assert under == [(code, stretch) for code, stretch, _ in expected]
    for fault, (_, _, hint) in zip(faults, expected, strict=True):
        assert hint in fault.hint
        assert fault.message.endswith(".")
        assert fault.length >= 1


def test_every_fault_of_a_text_is_told_at_once_from_left_to_right():
    faults = parse("lin == silent and heat == 9 or not told(rk, us) and line == open", SCOPE)
    assert [f.code for f in faults] == ["TTX304", "TTX314", "TTX311", "TTX305"]


def test_the_second_of_two_equal_words_is_the_one_pointed_at():
    (fault,) = parse("line in [silent, silent]", SCOPE)
    assert fault.offset == 17


def test_an_empty_text_is_told_so():
    (fault,) = parse("  ", SCOPE)
    assert (fault.code, fault.offset, fault.length) == ("TTX302", 0, 1)


def test_a_text_beyond_the_limit_is_pointed_at_where_it_goes_over():
    (fault,) = parse("alarm" + " " * 2000, SCOPE)
    assert (fault.code, fault.offset, fault.length) == ("TTX303", 2000, 5)


def test_a_word_that_could_mean_two_things_is_ambiguous():
    tracks = {**SCOPE.tracks, "mood": TrackType("choice", ("line", "silent"))}
    (fault,) = parse("mood == line", replace(SCOPE, tracks=tracks))
    assert (fault.code, fault.offset, fault.length) == ("TTX319", 8, 4)
    assert not isinstance(parse("mood in [line]", replace(SCOPE, tracks=tracks)), tuple)


def test_a_track_may_be_called_told_or_before():
    tracks = {"told": TrackType("flag"), "before": TrackType("flag")}
    assert not isinstance(parse("told and before", replace(SCOPE, tracks=tracks)), tuple)


def test_faults_stop_at_a_bound():
    """Hints are searched for among all names, so an endless list of faults would take long."""
    tracks = {f"track-{n}": TrackType("flag") for n in range(500)}
    decisions = {f"D-{n}": DecisionType(("go", "free", "none")) for n in range(500)}
    scope = replace(SCOPE, tracks=tracks, decisions=decisions)
    faults = parse(" and ".join(f"trek-{n}" for n in range(150)), scope)
    assert len(faults) == MOST_FAULTS
