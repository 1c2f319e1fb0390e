"""What is particular to Graduated Steps: its day, what goes first, and that who was told first settles nothing."""

import pytest

from tests.unit.scenarios.shipped import decisions, injects, played, scenario
from ttx.course import Script
from ttx.course.minutes import steps_minutes
from ttx.model import events as e
from ttx.model.conditions import AnswerRef, InjectRef, Told, TrackRef

NAME = "graduated-steps"


def test_the_day_is_three_hours_and_seventeen():
    assert [(i.what, i.phase, i.minutes) for i in scenario(NAME).agenda] == [
        ("open", None, 10),
        ("phase", "first-hours", 53),
        ("phase", "next-day", 54),
        ("break", None, 10),
        ("phase", "the-boat", 22),
        ("phase", "the-finding", 28),
        ("hot_wash", None, 20),
    ]


@pytest.mark.parametrize("name", ["first-hours", "next-day", "the-boat", "the-finding"])
def test_the_steps_of_a_move_fill_its_minutes(name):
    phase = scenario(NAME).phase(name)
    assert steps_minutes(phase) == phase.minutes


def test_every_inject_of_the_concept_is_there():
    assert len(injects(NAME)) == 18
    assert len(decisions(NAME)) == 8
    assert {i.id for i in injects(NAME) if i.kind == "contingency"} == {"I-06", "I-12", "I-18"}


def test_what_goes_first_when_the_day_runs_late():
    assert {d.id: d.drop for d in decisions(NAME) if d.drop} == {"D-05": 1, "D-06": 2}
    assert sum(d.minutes for d in decisions(NAME) if d.drop) == 22


def test_no_ending_asks_who_was_told_first():
    script = Script(scenario(NAME))
    read = {leaf for ending in scenario(NAME).endings for leaf in script.leaves(ending.when)}
    assert {leaf.track for leaf in read if isinstance(leaf, TrackRef)} == {"agreement", "finding", "account"}
    assert not any(isinstance(leaf, Told | AnswerRef | InjectRef) for leaf in read)


def test_told_first_or_told_by_the_wire_the_day_can_end_either_way(tmp_path):
    _, told_by_wire, _ = played(NAME, "quiet-one-account", tmp_path)
    _, told_first, _ = played(NAME, "quiet-two-accounts", tmp_path)
    assert "I-06" in told_by_wire.position.released
    assert dict(told_by_wire.position.answers)["D-01"] == "minister-first"
    assert dict(told_first.position.answers)["D-01"] == "unc-first"


def test_the_demo_ends_quietly_and_answers_once_in_words_of_its_own(tmp_path):
    _, state, events = played(NAME, "demo", tmp_path)
    assert state.ended.ending == "quiet-one-account"
    assert "I-12" in state.position.released
    answers = [event.fact for event in events if isinstance(event.fact, e.AnswerRecorded)]
    assert [a.decision for a in answers if a.coded == "free"] == ["D-06"]
