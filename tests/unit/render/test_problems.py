"""Problems as people and programs read them; no file steers a terminal through them."""

import json

from hypothesis import given
from hypothesis import strategies as st

from ttx.diagnostics import Problem, Severity, Span
from ttx.render.plain import width
from ttx.render.problems import WIDEST, as_json, as_text, visible


def problem(line=1, column=1, length=1, **more):
    return Problem("TTX201", Span("a.yaml", line, column, length), "There is no key 'x' here.", **more)


def test_line_caret_and_hint():
    text = as_text([problem(2, 4, 3, hint="Did you mean 'y'?")], {"a.yaml": "one\nab xyz: 1\n"})
    assert text == (
        "a.yaml:2:4: error[TTX201]: There is no key 'x' here.\n"
        "  2 | ab xyz: 1\n"
        "    |    ^^^\n"
        "  = Did you mean 'y'?\n"
    )


def test_severity_and_path():
    shown = as_text([problem(severity=Severity.WARNING)], {}, {"a.yaml": "dir/a.yaml"})
    assert shown == "dir/a.yaml:1:1: warning[TTX201]: There is no key 'x' here.\n"


def test_the_caret_stands_under_wide_characters():
    _, source, caret, *_ = as_text([problem(1, 7, 3)], {"a.yaml": "{판문점: 가나다}"}).splitlines()
    assert width(caret.partition("^")[0]) == width(source.partition("가")[0])
    assert caret.endswith(" ^^^^^^")


def test_decomposed_hangul_is_as_wide_as_composed():
    assert width("판문점") == 6
    assert (
        width("판문점".encode().decode())
        == width("\u1111\u1161\u11ab\u1106\u116e\u11ab\u110c\u1165\u11b7")
        == 6
    )
    assert width("e\u0301") == 1


def test_a_long_line_is_cut_around_the_place():
    source = "x" * 5000 + "HERE" + "y" * 5000
    _, line, caret = as_text([problem(1, 5001, 4)], {"a.yaml": source}).splitlines()
    assert len(line) < WIDEST + 20
    at = caret.index("^")
    assert line[at : at + 4] == "HERE"


def test_escapes_and_tabs_are_made_visible():
    shown = as_text([problem()], {"a.yaml": "\ta\x1b[2J\u202e"})
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\t" not in shown


def test_a_line_that_is_not_there():
    assert as_text([problem(9)], {"a.yaml": "x"}).count("\n") == 1
    assert as_text([], {}) == ""


def test_json():
    given = json.loads(as_json([problem(2, 3, 4, hint="h")]))
    assert given["format"] == "ttx.problems/1"
    assert given["problems"] == [
        {
            "code": "TTX201", "severity": "error", "file": "a.yaml", "line": 2, "column": 3, "length": 4,
            "message": "There is no key 'x' here.", "hint": "h",
        }
    ]  # fmt: skip


@given(st.text(), st.integers(1, 300), st.integers(1, 50))
def test_any_line_and_place_can_be_shown(line, column, length):
    shown = as_text([problem(1, column, length)], {"a.yaml": line})
    assert shown == visible(shown)
