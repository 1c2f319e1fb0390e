"""Calls that cannot work as they were made: exit 2, one message, what to do next."""

import pytest

from tests.unit.cli.calling import process


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("valdate", "validate"), ("exlore", "explore"), ("repotr", "report"), ("resum", "resume")],
)
def test_an_unknown_command_names_the_nearest(tabletop, typed, meant):
    answer = tabletop(typed)

    assert answer.code == 2
    assert answer.out == ""
    assert f"There is no command {typed}. Did you mean {meant}?" in answer.err


def test_an_unknown_command_under_log_names_the_nearest(tabletop):
    assert "Did you mean verify?" in tabletop("log", "verfy", "x").err


def test_a_word_like_nothing_under_log_gets_the_list(tabletop):
    assert "There are: backport, diff, fork, recover, show, strike, verify." in tabletop("log", "zzzz").err


def test_a_word_like_nothing_gets_no_guess(tabletop):
    answer = tabletop("xyzzyxyzzy")

    assert "Did you mean" not in answer.err
    assert "tabletop --help" in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--nope",),
        ("play",),
        ("play", "graduated-steps"),
        ("explore",),
        ("log",),
        ("log", "strike", "x.ttx.jsonl", "4"),
        ("log", "strike", "x.ttx.jsonl", "none", "--reason", "r"),
        ("log", "fork", "x.ttx.jsonl", "0", "--to", "y"),
        ("trace", "x", "--format", "xml"),
        ("completion", "tcsh"),
        ("explore", "graduated-steps", "--limit", "0"),
    ],
)
def test_a_wrong_call_is_said_on_stderr_with_its_usage(tabletop, arguments):
    answer = tabletop(*arguments)

    assert answer.code == 2
    assert answer.out == ""
    assert "Usage: tabletop" in answer.err
    assert "--help" in answer.err


@pytest.mark.parametrize("moment", ["soon", "2026-13-01", "0001-01-01T00:00+14:00"])
def test_a_start_that_is_no_moment_is_refused(tabletop, moment):
    answer = tabletop("play", "x", "--moves", "m.yaml", "--log", "l.ttx.jsonl", "--start", moment)

    assert answer.code == 2
    assert f"{moment} is no moment; write it like" in answer.err


def test_an_unknown_guide_names_the_nearest_and_all(tabletop):
    answer = tabletop("guide", "analist")

    assert answer.code == 2
    assert "Did you mean analyst?" in answer.err
    assert "first-exercise, tutorial, facilitator" in answer.err


def test_a_name_never_breaks_the_line_it_stands_in(tabletop):
    answer = tabletop("log", "verify", "a\nb\x1b[2J")

    assert answer.err.startswith("tabletop: a b\\u001b[2J: There is no such session file.\n")


def test_moves_from_a_pipe_are_called_as_the_user_called_them(tmp_path):
    call = ("play", "graduated-steps", "--moves", "-", "--log", "x.ttx.jsonl")

    answer = process(*call, folder=tmp_path, stdin="scenario: graduated-steps\nmoves: []\n")

    assert answer.code == 1
    assert answer.err.startswith("-:1:1: error[TTX601]: The moves end here")
    assert "Played as far as that: x.ttx.jsonl" in answer.err


def test_nothing_is_played_over_a_file_that_is_there(tabletop):
    (tabletop.folder / "x.ttx.jsonl").write_text("kept")
    (tabletop.folder / "m.yaml").write_text("scenario: graduated-steps\nmoves: []\n")

    answer = tabletop("play", "graduated-steps", "--moves", "m.yaml", "--log", "x.ttx.jsonl")

    assert answer.code == 3
    assert (tabletop.folder / "x.ttx.jsonl").read_text() == "kept"
