"""What is particular to Full Range: its day, two letters that differ, and that who rang first settles nothing."""

import pytest

from tests.unit.scenarios.shipped import decisions, injects, played, scenario
from ttx.course import Script
from ttx.course.minutes import steps_minutes
from ttx.model.conditions import AnswerRef, InjectRef, Told, TrackRef

NAME = "full-range"
SLIPS = 1


def test_the_day_is_three_hours_and_thirty_five():
    given = [(i.what, i.phase, i.minutes) for i in scenario(NAME).agenda]
    assert given == [
        ("open", None, 12),
        ("phase", "the-words", 52),
        ("break", None, 10),
        ("phase", "the-offer", 60),
        ("break", None, 10),
        ("phase", "the-tremor", 46),
        ("hot_wash", None, 25),
    ]
    assert sum(minutes for _, _, minutes in given) == 215


@pytest.mark.parametrize("name", ["the-words", "the-offer", "the-tremor"])
def test_a_move_leaves_time_for_its_slips(name):
    phase = scenario(NAME).phase(name)
    assert steps_minutes(phase) + SLIPS <= phase.minutes


def test_every_inject_and_decision_is_there():
    assert len(injects(NAME)) == 20
    assert len(decisions(NAME)) == 8
    assert {i.id for i in injects(NAME) if i.kind == "contingency"} == {"I-06", "I-14", "I-20"}
    assert {d.id: d.drop for d in decisions(NAME) if d.drop} == {"D-06": 1}


def test_the_two_letters_of_one_capital_are_two():
    to_us, to_rok = scenario(NAME).inject("I-08"), scenario(NAME).inject("I-09")
    assert (to_us.to, to_rok.to) == (("us",), ("rok",))
    assert "put off" in to_us.text
    assert "put off" not in to_rok.text
    assert "scaled down" in to_rok.text
    assert "scaled down" not in to_us.text


def test_what_is_private_stands_in_no_text_for_others():
    shared = [i.text for i in injects(NAME) if len(i.to) > 1]
    shared += [text for d in decisions(NAME) for text in (d.ask, *(o.text for o in d.options))]
    for cell in scenario(NAME).cells.values():
        words = cell.private.split()
        runs = [" ".join(words[n : n + 5]) for n in range(len(words) - 4)]
        assert not [run for run in runs if any(run in text for text in shared)]


def test_no_ending_asks_who_rang_first_or_what_was_shown():
    script = Script(scenario(NAME))
    read = {leaf for ending in scenario(NAME).endings for leaf in script.leaves(ending.when)}
    assert {leaf.track for leaf in read if isinstance(leaf, TrackRef)} == {"voice", "door"}
    assert not any(isinstance(leaf, Told | AnswerRef | InjectRef) for leaf in read)


def test_speaking_at_home_first_or_calling_first_it_can_end_either_way(tmp_path):
    _, spoke_first, _ = played(NAME, "one-voice-open", tmp_path)
    _, called_first, _ = played(NAME, "two-voices-shut", tmp_path)
    assert dict(spoke_first.position.answers)["D-01"] == "at-home-first"
    assert dict(called_first.position.answers)["D-01"] == "co-chairs"


def test_what_each_wrote_at_the_tremor_is_on_record_before_the_joint_line(tmp_path):
    _, state, _ = played(NAME, "demo", tmp_path)
    assert "I-06" not in state.position.released
    answers = dict(state.position.answers)
    assert (answers["D-07.rok"], answers["D-07.us"]) == ("not-established", "own-findings")
    assert answers["D-07"] == "not-established"
    assert state.ended.ending == "one-voice-open"
