"""Graduated Steps as shipped: whole, on time, open in the middle, and played to each of its endings."""

from functools import cache
from pathlib import Path

import pytest

from ttx.course import Script
from ttx.course.minutes import steps_minutes
from ttx.diagnostics import Severity
from ttx.explore.endings import explore
from ttx.loader import load_moves
from ttx.model import events as e
from ttx.model.conditions import AnswerRef, InjectRef, Told, TrackRef
from ttx.services import checking, playing
from ttx.services.library import source_of
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.session import begin

FOLDER = source_of("graduated-steps")
ENDINGS = ("measure-gone", "contested", "quiet-one-account", "quiet-two-accounts")
STAFF_ONLY = ("F-", "D-0", "I-0", "I-1", "SCM53")


INJECTS = [f"I-{n:02}" for n in range(1, 19)]
DECISIONS = [f"D-{n:02}" for n in range(1, 9)]
PHASES = ("first-hours", "next-day", "the-boat", "the-finding")


@cache
def checked():
    return checking.playable(FOLDER)


def scenario():
    return checked().scenario


def injects():
    return [i for p in scenario().phases for i in p.injects]


def decisions():
    return [d for p in scenario().phases for d in p.decisions]


def played(name, folder):
    moves = load_moves(FOLDER / "moves" / f"{name}.yaml").moves
    clock = ScriptedClock(moves.start)
    ports = Ports(clock, SeededEntropy(moves.seed))
    running = begin(scenario(), checked().files, folder / f"{name}.ttx.jsonl", ports, book=True)
    try:
        done = playing.play(running, moves.moves, clock)
        return done, running.state, running.events
    finally:
        running.close()


def test_nothing_is_wrong_with_it():
    assert [p for p in checked().problems if p.severity is not Severity.INFO] == []


def test_the_day_is_three_hours_and_seventeen():
    assert [(i.what, i.phase, i.minutes) for i in scenario().agenda] == [
        ("open", None, 10),
        ("phase", "first-hours", 53),
        ("phase", "next-day", 54),
        ("break", None, 10),
        ("phase", "the-boat", 22),
        ("phase", "the-finding", 28),
        ("hot_wash", None, 20),
    ]


@pytest.mark.parametrize("name", PHASES)
def test_the_steps_of_a_move_fill_its_minutes(name):
    phase = scenario().phase(name)
    assert steps_minutes(phase) == phase.minutes


@pytest.mark.parametrize("name", INJECTS)
def test_an_inject_can_be_read_out(name):
    inject = scenario().inject(name)
    assert inject.title
    assert len(inject.title) <= 40
    assert inject.from_
    assert inject.channel
    assert inject.to
    assert inject.expected
    assert inject.minutes
    assert 60 <= len(inject.text.split()) <= 140
    assert len(inject.text.split()) <= 130 * inject.minutes


def test_every_inject_of_the_concept_is_there():
    assert sorted(i.id for i in injects()) == INJECTS
    assert {i.id for i in injects() if i.kind == "contingency"} == {"I-06", "I-12", "I-18"}


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_is_an_open_question_with_a_price_on_every_answer(name):
    decision = scenario().decision(name)
    assert decision.first
    assert 3 <= len(decision.probes) <= 5
    assert all(probe.endswith(("?", ".")) for probe in decision.probes)
    assert decision.show_options == "after"
    assert decision.objectives
    assert decision.notes
    assert len(decision.options) == 4
    for option in decision.options:
        assert option.for_
        assert option.against


def test_what_goes_first_when_the_day_runs_late():
    assert {d.id: d.drop for d in decisions() if d.drop} == {"D-05": 1, "D-06": 2}
    assert sum(d.minutes for d in decisions() if d.drop) == 22


@pytest.mark.parametrize("name", DECISIONS)
def test_the_text_is_not_all_on_the_side_of_one_answer(name):
    kept = [
        option.id
        for option in scenario().decision(name).options
        if any(link.bearing in ("upholds", "advances") for link in option.links)
    ]
    assert len(kept) >= 2


def test_every_link_says_why():
    for decision in decisions():
        for part in (*decision.options, *decision.coding):
            assert all(link.because for link in part.links)
            assert len(part.links) <= 4


def test_private_briefs_say_more_than_the_public_ones():
    for cell in scenario().cells.values():
        assert len(cell.tag) <= 4
        assert cell.seats
        assert 40 <= len(cell.brief.split()) <= 100
        assert 60 <= len(cell.private.split()) <= 140


def test_what_players_read_names_no_staff_ids():
    for inject in injects():
        assert not any(word in inject.text for word in STAFF_ONLY)
    for decision in decisions():
        asked = (decision.ask, *(f.ask for f in decision.first), *(o.text for o in decision.options))
        assert not any(word in text for text in asked for word in STAFF_ONLY)


def test_the_four_endings_can_all_come_and_none_must():
    found = explore(Script(scenario()))
    assert tuple(found.endings) == ENDINGS
    for chance in found.endings.values():
        assert chance.min == 0
        assert chance.max == 1


def test_no_ending_asks_who_was_told_first():
    script = Script(scenario())
    read = {leaf for ending in scenario().endings for leaf in script.leaves(ending.when)}
    assert {leaf.track for leaf in read if isinstance(leaf, TrackRef)} == {"agreement", "finding", "account"}
    assert not any(isinstance(leaf, Told | AnswerRef | InjectRef) for leaf in read)


@pytest.mark.parametrize("ending", ENDINGS)
def test_moves_come_to_the_ending_they_are_named_for(ending, tmp_path):
    done, state, _ = played(ending, tmp_path)
    assert done.stopped is None
    assert state.ended.ending == ending


def test_there_is_a_file_of_moves_for_each_ending_and_a_demo():
    names = {path.stem for path in Path(FOLDER, "moves").glob("*.yaml")}
    assert names == {"demo", *ENDINGS}


def test_told_first_or_told_by_the_wire_the_day_can_end_either_way(tmp_path):
    _, told_by_wire, _ = played("quiet-one-account", tmp_path)
    _, told_first, _ = played("quiet-two-accounts", tmp_path)
    assert "I-06" in told_by_wire.position.released
    assert dict(told_by_wire.position.answers)["D-01"] == "minister-first"
    assert dict(told_first.position.answers)["D-01"] == "unc-first"


RECORDS = (
    e.SeatTaken,
    e.FirstWritten,
    e.QuestionAsked,
    e.QuestionAnswered,
    e.ContactMade,
    e.NoteTaken,
    e.Bookmarked,
    e.Retracted,
    e.ShownOnWall,
    e.Disclosed,
    e.Paused,
    e.MoveRecorded,
    e.SlipTaken,
    e.Ruled,
    e.ObservationMade,
    e.LinkTagged,
    e.LinkSettled,
    e.ReplyGiven,
    e.RecordCompleted,
)


def test_the_demo_shows_every_kind_of_record(tmp_path):
    done, state, events = played("demo", tmp_path)
    assert done.stopped is None
    assert state.ended.ending == "quiet-one-account"
    facts = [event.fact for event in events]
    assert [kind.__name__ for kind in RECORDS if not any(isinstance(f, kind) for f in facts)] == []
    assert "I-12" in state.position.released


def test_the_demo_answers_as_rooms_do(tmp_path):
    _, _, events = played("demo", tmp_path)
    answers = [event.fact for event in events if isinstance(event.fact, e.AnswerRecorded)]
    assert {a.decision for a in answers} == {d.id for d in decisions()}
    assert {"decided", "in_part", "conditional"} <= {a.outcome for a in answers}
    assert [a.decision for a in answers if a.coded == "free"] == ["D-06"]
    assert all(a.said and a.grounds.rationale and a.grounds.confidence for a in answers)
    assert any(a.grounds.dissent for a in answers)
    assert any(a.grounds.positions for a in answers)
    links = [link for a in answers for link in a.links]
    assert all(link.bearing == "touches" for link in links)
    assert any(link.relies and link.in_words for link in links)
    assert any(not link.relies for link in links)


def test_the_demo_writes_the_expectations_down_before_the_decision_is_put(tmp_path):
    _, _, events = played("demo", tmp_path)
    put = {event.fact.decision: event.seq for event in events if isinstance(event.fact, e.DecisionPut)}
    first = [event for event in events if isinstance(event.fact, e.FirstWritten)]
    assert {(f.fact.decision, f.fact.cell) for f in first if f.fact.decision == "D-01"} == {
        ("D-01", "unc"),
        ("D-01", "us"),
    }
    assert all(event.seq < put[event.fact.decision] for event in first)
