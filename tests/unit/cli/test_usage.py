"""Calls that cannot work as they were made: exit 2, one message, what to do next."""

import pytest


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
    assert "first-exercise, facilitator" in answer.err
