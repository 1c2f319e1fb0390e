"""``explore``: the page, the witnesses, the questions and the limits as a user meets them."""

import json
import os

import pytest

from tests.small import BASE, ROOM
from tests.unit.cli.calling import process
from ttx.services import foresight

ENDINGS = ("measure-gone", "contested", "quiet-one-account", "quiet-two-accounts")


@pytest.fixture
def small(tabletop):
    folder = tabletop.folder / "small"
    (folder / "rules").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(BASE, encoding="utf-8")
    (folder / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    return folder


def test_the_page_begins_with_the_endings_and_goes_on_in_order(tabletop):
    answer = tabletop("explore", "graduated-steps")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Graduated Steps"
    assert "891 states" in lines[1]
    heads = [
        "ENDINGS",
        "STILL OPEN",
        "WHAT AN ANSWER MOVES",
        "NEVER USED",
        "TIMES",
        "COMMITMENTS",
    ]
    places = [answer.out.index(f"\n{head}") for head in heads]
    assert places == sorted(places)
    assert "measure-gone            0%   30.0%    100%" in answer.out
    assert "NEVER USED: nothing." in answer.out
    assert "DOMINATED" not in answer.out
    assert max(map(len, lines)) <= 110


def test_a_section_stands_only_where_it_has_something_to_say(tabletop, small):
    answer = tabletop("explore", small)
    assert "DOMINATED" not in answer.out
    assert "COMMITMENTS AND OBJECTIVES" in answer.out
    assert "TRACKS" in answer.out
    assert "heat is never" in answer.out


def test_answers_that_another_makes_superfluous_stand_behind_what_answers_move(tabletop, small):
    file = small / "scenario.yaml"
    text = file.read_text(encoding="utf-8").replace("title: Small", "title: Small\ncatalogues: [scm53]")
    linked = "c: {text: C, links: [{commitment: SCM53-05a, bearing: upholds}]}, d: {text: D}"
    more = f"      - {{id: D-09, to: rok, ask: Well?, options: {{{linked}}}}}\n"
    file.write_text(text.replace("    decisions:\n", "    decisions:\n" + more, 1), encoding="utf-8")
    out = tabletop("explore", small).out
    assert "D-09.d  by c: SCM53-05a" in out
    assert out.index("\nWHAT AN ANSWER MOVES") < out.index("\nDOMINATED") < out.index("\nTIMES")


def test_json_holds_what_it_always_held_and_more(tabletop, small):
    data = json.loads(tabletop("explore", small, "--format", "json").out)
    assert data["format"] == "ttx.explore/1"
    assert data["exact"] is True
    assert set(data["endings"]["bad"]) == {"min", "max", "even", "fractions"}
    assert {"claims", "times", "tracks", "dominated", "touches", "untouched", "objectives"} <= set(data)
    claim = next(c for c in data["claims"] if c["name"] == "D-01.wait.not_agreed")
    assert claim["moves"][-1] == {"ruling": "D-01", "result": "not_agreed"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_witness_of_every_ending_plays_to_it(tabletop, ending):
    written = tabletop("explore", "graduated-steps", "--witness", f"ending:{ending}", "-o", "moves.yaml")
    assert written.code == 0
    answer = tabletop("play", "graduated-steps", "--moves", "moves.yaml", "--log", "a.ttx.jsonl")
    assert answer.code == 0, answer.err
    assert f"Ending   {ending}," in answer.out


@pytest.mark.parametrize(
    "place", ["inject:I-16", "option:D-03.one-line", "outcome:D-03.agreed", "phase:the-boat"]
)
def test_another_witness_ends_at_its_place_and_play_says_where_it_stops(tabletop, place):
    tabletop("explore", "graduated-steps", "--witness", place, "-o", "moves.yaml")
    answer = tabletop("play", "graduated-steps", "--moves", "moves.yaml", "--log", "a.ttx.jsonl")
    assert answer.code == 1
    assert "The moves end here, and D-0" in answer.err


def test_what_no_course_comes_to_has_no_witness(tabletop, small):
    answer = tabletop("explore", small, "--witness", "inject:I-03")
    assert (answer.code, answer.out) == (1, "")
    assert "No course comes to inject I-03 without --contingency." in answer.err
    assert tabletop("explore", small, "--witness", "inject:I-03", "--contingency").code == 0


@pytest.mark.parametrize(
    ("target", "says"),
    [("ending", "names no place"), ("cell:rok", "names no place"), ("ending:nope", "There are: bad, quiet.")],
)
def test_a_witness_of_nothing_is_refused(tabletop, small, target, says):
    answer = tabletop("explore", small, "--witness", target)
    assert answer.code == 2
    assert says in answer.err


def test_a_question_is_answered_with_a_way_there(tabletop, small):
    answer = tabletop("explore", small, "--ask", "line == silent and told(rok, us)")
    assert answer.code == 0
    assert "It can happen." in answer.out
    assert "  - {D-01: us-first}" in answer.out
    data = json.loads(tabletop("explore", small, "--ask", "heat > 4", "--format", "json").out)
    assert (data["can"], data["moves"], data["chance"]["fractions"]["max"]) == (False, None, "0")
    never = tabletop("explore", small, "--ask", "heat > 4")
    assert "It never holds, on any course." in never.out


def test_a_question_can_be_played(tabletop, small):
    tabletop("explore", small, "--ask", "I-04", "--witness", "ask", "-o", "moves.yaml")
    answer = tabletop("play", small, "--moves", "moves.yaml", "--log", "a.ttx.jsonl")
    assert answer.code == 1
    assert tabletop("explore", small, "--ask", "heat > 4", "--witness", "ask").code == 1


def test_what_is_wrong_with_a_question_stands_under_its_place(tabletop, small):
    answer = tabletop("explore", small, "--ask", "heat > 3\nand lyne == silent")
    assert (answer.code, answer.out) == (1, "")
    assert "--ask:1:14: error[TTX304]" in answer.err
    assert "\n    |              ^^^^\n" in answer.err


def test_beyond_the_limit_it_says_that_it_is_not_exact(tabletop):
    answer = tabletop("explore", "graduated-steps", "--limit", "50", "--samples", "40", "--seed", "s")
    assert answer.code == 0
    assert "NOT EXACT." in answer.out
    assert "40 courses drawn at random" in answer.out
    assert "Every course" not in answer.out
    again = tabletop("explore", "graduated-steps", "--limit", "50", "--samples", "40", "--seed", "s")
    assert again.out == answer.out
    data = json.loads(
        tabletop("explore", "graduated-steps", "--limit", "50", "--samples", "40", "--format", "json").out
    )
    assert data["exact"] is False
    assert data["stopped"] == "states"
    each = data["endings"]["contested"]
    assert each["min"] is None
    assert each["interval"][0] <= each["even"] <= each["interval"][1]
    asked = tabletop(
        "explore", "graduated-steps", "--limit", "50", "--samples", "40", "--ask", "ladder == up"
    )
    assert "NOT EXACT" in asked.out


def test_ctrl_c_keeps_what_is_known(tabletop, monkeypatch):
    calls = []

    def watch(_states):
        calls.append(1)
        if len(calls) > 1:
            raise KeyboardInterrupt
        return ""

    monkeypatch.setattr(foresight, "_watch", lambda *_: watch)
    answer = tabletop("explore", "graduated-steps")
    assert answer.code == 130
    assert "NOT EXACT" in answer.out
    assert "you stopped it" in answer.out
    assert "ENDINGS come to so far" in answer.out


def test_a_pipe_that_knows_ascii_alone_gets_ascii_alone(tmp_path):
    answer = process("explore", "graduated-steps", folder=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert answer.code == 0, answer.err
    assert answer.out.isascii()
    assert "-------o--------" in answer.out
    assert "####" in answer.out


def test_colour_only_on_a_terminal_that_wants_it(tabletop, monkeypatch):
    import sys

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setitem(os.environ, "TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[34mENDINGS" in tabletop("explore", "graduated-steps").out
    assert "\x1b" not in tabletop("explore", "graduated-steps", "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in tabletop("explore", "graduated-steps").out


def test_progress_goes_to_a_terminal_and_is_wiped(capsys, monkeypatch):
    import sys

    from ttx.cli import out

    with out.passing() as say:
        assert say is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with out.passing() as say:
        say("1,000 states, 0.5 s")
        say("2 states")
    assert capsys.readouterr().err.endswith("\r" + " " * 8 + "\r")


def test_the_model_is_written_for_another_checker(tabletop, small):
    answer = tabletop("explore", small, "--prism", "small.prism")
    assert answer.code == 0
    assert 'label "ending_quiet"' in (tabletop.folder / "small.prism").read_text(encoding="utf-8")
