"""Effects: what they give, and what is wrong with those that give nothing."""

import pytest

from tests.unit.expressions.scopes import SCOPE
from ttx.expressions import parse_effect
from ttx.model.parts import Effect

RIGHT = [
    ("line = silent", Effect("line", "=", "silent")),
    (" line=silent ", Effect("line", "=", "silent")),
    ("alarm = no", Effect("alarm", "=", "no")),
    ("heat = 3", Effect("heat", "=", 3)),
    ("열 = -3", Effect("열", "=", -3)),
    ("door = 3", Effect("door", "=", "3")),
    ("heat += 1", Effect("heat", "+=", 1)),
    ("heat+=1", Effect("heat", "+=", 1)),
    ("heat -= 2", Effect("heat", "-=", 2)),
    ("heat -=2", Effect("heat", "-=", 2)),
]

# text, code, what the caret stands under, a part of the hint
WRONG = [
    ("line == silent", "TTX315", "==", "Write ="),
    ("heat", "TTX315", "", "NAME = VALUE"),
    ("heat +=", "TTX315", "", "NAME = VALUE"),
    ("= 3", "TTX315", "=", "NAME = VALUE"),
    ("line = silent, heat = 1", "TTX315", ",", "entries of the list"),
    ("heat = heat + 1", "TTX315", "+", "heat += 1"),
    ("heat = heat - 1", "TTX315", "-", "heat -= 1"),
    ("line = 'silent'", "TTX301", "'", "quotes"),
    ("heat = 9999999999", "TTX303", "9999999999", ""),
    ("lin = silent", "TTX304", "lin", "'line'"),
    ("heat-=1", "TTX304", "heat-", "heat -="),
    ("line = silen", "TTX305", "silen", "'silent'"),
    ("alarm = on", "TTX305", "on", "yes or no"),
    ("heat = high", "TTX307", "high", "0 to 5"),
    ("heat = 6", "TTX314", "6", ""),
    ("told_first = ally", "TTX316", "told_first", "tracks"),
    ("I-01 = yes", "TTX316", "I-01", "deliver"),
    ("D-01 = wait", "TTX316", "D-01", "answers"),
    ("D-06.rok = a", "TTX316", "D-06.rok", "answers"),
    ("line += 1", "TTX317", "line", "line = VALUE"),
    ("alarm -= 1", "TTX317", "alarm", "alarm = VALUE"),
    ("heat += x", "TTX317", "x", "heat += 1"),
]


@pytest.mark.parametrize(("text", "effect"), RIGHT, ids=[text for text, _ in RIGHT])
def test_text_gives_effect(text, effect):
    assert parse_effect(text, SCOPE) == effect


@pytest.mark.parametrize(("text", "code", "under", "hint"), WRONG, ids=[case[0] for case in WRONG])
def test_fault_has_code_place_and_hint(text, code, under, hint):
    fault = parse_effect(text, SCOPE)[0]
    assert (fault.code, text[fault.offset : fault.offset + fault.length]) == (code, under)
    assert hint in fault.hint


def test_an_empty_text_is_told_so():
    (fault,) = parse_effect("", SCOPE)
    assert (fault.code, fault.offset, fault.length) == ("TTX315", 0, 1)
