"""What every scenario that comes with ttx keeps: whole, on time, open to its end, and played to each of its endings."""

import pytest

from tests.unit.scenarios.shipped import SHIPPED, checked, decisions, injects, moves_of, played, scenario
from ttx.course import Script
from ttx.course.minutes import steps_minutes
from ttx.diagnostics import Severity
from ttx.explore.endings import explore
from ttx.model import events as e

STAFF_ONLY = ("F-", "D-0", "I-0", "I-1", "I-2", "SCM53")
INJECTS = [(name, inject.id) for name in SHIPPED for inject in injects(name)]
DECISIONS = [(name, decision.id) for name in SHIPPED for decision in decisions(name)]
ENDINGS = [(name, ending.id) for name in SHIPPED for ending in scenario(name).endings]
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
    e.ObjectiveRated,
    e.FindingMade,
    e.ActionAgreed,
    e.LinkTagged,
    e.LinkSettled,
    e.ReplyGiven,
    e.RecordCompleted,
)

each_scenario = pytest.mark.parametrize("name", SHIPPED)
each_decision = pytest.mark.parametrize(("name", "decision"), DECISIONS)


@each_scenario
def test_nothing_is_wrong_with_it(name):
    assert [p for p in checked(name).problems if p.severity is not Severity.INFO] == []


@each_scenario
def test_the_steps_of_a_move_fit_its_minutes(name):
    for phase in scenario(name).phases:
        assert steps_minutes(phase) <= phase.minutes
    planned = {item.phase: item.minutes for item in scenario(name).agenda if item.phase}
    assert planned == {phase.id: phase.minutes for phase in scenario(name).phases}


@pytest.mark.parametrize(("name", "inject"), INJECTS)
def test_an_inject_can_be_read_out(name, inject):
    given = scenario(name).inject(inject)
    assert given.title
    assert len(given.title) <= 40
    assert given.from_
    assert given.channel
    assert given.to
    assert given.expected
    assert given.objectives
    assert 40 <= len(given.text.split()) <= 130 * min(given.minutes, 1.5)


@each_scenario
def test_injects_and_decisions_are_counted_through(name):
    assert [i.id for i in injects(name)] == [f"I-{n:02}" for n in range(1, len(injects(name)) + 1)]
    assert [d.id for d in decisions(name)] == [f"D-{n:02}" for n in range(1, len(decisions(name)) + 1)]


@each_decision
def test_a_decision_is_an_open_question_with_a_price_on_every_answer(name, decision):
    put = scenario(name).decision(decision)
    assert put.first or put.mode == "each_then_joint"
    assert 3 <= len(put.probes) <= 5
    assert all(probe.endswith(("?", ".")) for probe in put.probes)
    assert put.show_options == "after"
    assert put.objectives
    assert put.notes
    assert put.if_not_taken.text
    assert len(put.options) == 4
    for option in put.options:
        assert option.for_
        assert option.against


@each_decision
def test_the_text_is_not_all_on_the_side_of_one_answer(name, decision):
    kept = [
        option.id
        for option in scenario(name).decision(decision).options
        if any(link.bearing in ("upholds", "advances") for link in option.links)
    ]
    assert len(kept) >= 2


@each_decision
def test_every_link_says_why(name, decision):
    put = scenario(name).decision(decision)
    for part in (*put.options, *put.coding):
        assert all(link.because for link in part.links)
        assert len(part.links) <= 4


@each_scenario
def test_private_briefs_say_more_than_the_public_ones(name):
    for cell in scenario(name).cells.values():
        assert len(cell.tag) <= 4
        assert cell.seats
        assert 40 <= len(cell.brief.split()) < len(cell.private.split()) <= 400


@each_scenario
def test_what_players_read_names_no_staff_ids(name):
    for inject in injects(name):
        assert not any(word in inject.text for word in STAFF_ONLY)
    for decision in decisions(name):
        asked = (decision.ask, *(f.ask for f in decision.first), *(o.text for o in decision.options))
        assert not any(word in text for text in asked for word in STAFF_ONLY)


@each_scenario
def test_every_ending_can_come_and_none_must(name):
    found = explore(Script(scenario(name)))
    assert tuple(found.endings) == tuple(ending.id for ending in scenario(name).endings)
    for chance in found.endings.values():
        assert chance.min == 0
        assert chance.max == 1


@each_scenario
def test_there_is_a_file_of_moves_for_each_ending_and_a_demo(name):
    assert set(moves_of(name)) == {"demo", *(ending.id for ending in scenario(name).endings)}


@pytest.mark.parametrize(("name", "ending"), ENDINGS)
def test_moves_come_to_the_ending_they_are_named_for(name, ending, tmp_path):
    done, state, _ = played(name, ending, tmp_path)
    assert done.stopped is None
    assert state.ended.ending == ending


@each_scenario
def test_the_demo_shows_every_kind_of_record(name, tmp_path):
    done, state, events = played(name, "demo", tmp_path)
    assert done.stopped is None
    assert state.status == "ended"
    facts = [event.fact for event in events]
    assert [kind.__name__ for kind in RECORDS if not any(isinstance(f, kind) for f in facts)] == []


@each_scenario
def test_the_demo_shows_what_was_made_of_it_with_what_shows_it(name, tmp_path):
    _, _, events = played(name, "demo", tmp_path)
    facts = {event.seq: event.fact for event in events}
    ended = next(n for n, fact in facts.items() if isinstance(fact, e.ExerciseEnded))
    made = {n: f for n, f in facts.items() if isinstance(f, e.ObjectiveRated | e.FindingMade)}
    assert all(n > ended and len(fact.evidence) >= 2 for n, fact in made.items())
    assert all(
        isinstance(facts[n], e.AnswerRecorded | e.ObservationMade) for f in made.values() for n in f.evidence
    )
    assert all(fact.cause for fact in made.values() if isinstance(fact, e.FindingMade))
    for fact in facts.values():
        if isinstance(fact, e.ActionAgreed):
            assert isinstance(facts[fact.of], e.FindingMade)
            assert fact.owner
            assert fact.due


@each_scenario
def test_the_demo_answers_as_rooms_do(name, tmp_path):
    _, _, events = played(name, "demo", tmp_path)
    answers = [event.fact for event in events if isinstance(event.fact, e.AnswerRecorded)]
    assert {a.decision for a in answers} == {d.id for d in decisions(name)}
    assert {"decided", "in_part", "conditional"} <= {a.outcome for a in answers}
    assert all(a.said and a.grounds.rationale and a.grounds.confidence for a in answers)
    assert any(a.grounds.dissent for a in answers)
    assert any(a.grounds.positions for a in answers)
    links = [link for a in answers for link in a.links]
    assert all(link.bearing == "touches" for link in links)
    assert any(link.relies and link.in_words for link in links)
    assert any(not link.relies for link in links)


@each_scenario
def test_the_demo_writes_what_is_expected_down_before_the_decision_is_put(name, tmp_path):
    _, _, events = played(name, "demo", tmp_path)
    put = {event.fact.decision: event.seq for event in events if isinstance(event.fact, e.DecisionPut)}
    first = [event for event in events if isinstance(event.fact, e.FirstWritten)]
    asked = {cell for f in scenario(name).decision("D-01").first for cell in f.to}
    assert {f.fact.cell for f in first if f.fact.decision == "D-01"} == asked
    assert all(event.seq < put[event.fact.decision] for event in first)
