"""Printing: nothing reaches a terminal that it would act on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttx.cli import out

_HOSTILE = "a\x1b[2J\x07b\x9bc\u202ed\u2066e\u2028f\r\ng\x7fh"


def test_controls_and_direction_marks_are_written_out():
    shown = r"a\u001b[2J\u0007b\u009bc\u202ed\u2066e\u2028f\u000d" + "\n" + r"g\u007fh"

    assert out.visible(_HOSTILE) == shown


@given(st.text())
def test_nothing_invisible_is_left(text):
    """Whatever a file holds: only line feed and tab may move the cursor."""
    left = set(out.visible(text))

    assert not {c for c in left if ord(c) < 32} - {"\n", "\t"}
    assert not {c for c in left if 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E}
    out.visible(text).encode("utf-8")


@given(st.text())
def test_json_means_the_same_afterwards(text):
    written = json.dumps(text, ensure_ascii=False)

    assert json.loads(out.visible(written)) == text


def test_korean_and_combined_letters_stay_as_they_are():
    assert out.visible("메모 é e\u0301 👩\u200d🚒\tx\n") == "메모 é e\u0301 👩\u200d🚒\tx\n"


def test_one_line_is_one_line():
    assert out.one_line("a\nb\tc\x1b") == r"a b c\u001b"


def test_piped_output_has_no_colour(capsys):
    out.put("one error[TTX301] here", {r"error\[TTX\d+\]": "red"})

    assert capsys.readouterr().out == "one error[TTX301] here\n"


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
    ],
)
def test_a_terminal_gets_colour_unless_told_otherwise(monkeypatch, capsys, variables, coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    out.put("an error[TTX301]\x1b[2J", {r"error\[TTX\d+\]": "red"})

    said = capsys.readouterr().out
    assert said == (
        "an \x1b[31merror[TTX301]\x1b[0m\\u001b[2J\n" if coloured else "an error[TTX301]\\u001b[2J\n"
    )


def test_a_file_gets_the_text_exactly(tmp_path, capsys):
    out.deliver(_HOSTILE, tmp_path / "r.md")

    assert (tmp_path / "r.md").read_bytes().decode() == _HOSTILE
    assert capsys.readouterr().out == ""


def test_a_session_file_is_never_written_over(tabletop, tmp_path):
    (tmp_path / "a.ttx.jsonl").write_text("x")

    with pytest.raises(out.UsageError):
        out.deliver("text", tmp_path / "a.ttx.jsonl")

    assert (tmp_path / "a.ttx.jsonl").read_text() == "x"
