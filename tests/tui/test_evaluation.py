"""Evaluation and hot wash by keyboard: every form, wrong input, nothing lost, all of it in the report."""

from dataclasses import replace

import pytest

from tests.tui.driving import begin, room
from tests.tui.rooms import MINUTE, play, small
from ttx.course import Script
from ttx.model import commands as c
from ttx.model.events import ActionAgreed, FindingMade, NoteTaken, ObjectiveRated, ObservationMade, Retracted
from ttx.services import papers
from ttx.services import session as sessions
from ttx.services.forms import evaluating
from ttx.services.forms.evaluating import numbers_in, rated


@pytest.fixture
def ended(tmp_path):
    session, clock = begin(tmp_path)
    play(session, clock)
    yield session, clock
    session.close()


async def test_what_is_seen_under_the_cursor_is_recorded_at_its_time_in_a_few_keys(asked):
    session, clock = asked
    number = len(session.events)
    clock.advance(4 * MINUTE)
    async with room(session) as driver:
        await driver.press("3", "end", "g", "o")
        assert f"An observation in #{number}" in driver.text()
        await driver.type("They called [b]at once")
        await driver.press("tab", "1", "tab", "1", "f2")
        await driver.pilot.pause()
        assert driver.app.screen is driver.console
    event = session.events[-1]
    assert isinstance(event.fact, ObservationMade)
    assert event.hat == "evaluator"
    assert event.true_at is not None
    assert session.events[number - 1].ms - MINUTE < event.true_at <= session.events[number - 1].ms
    assert (event.fact.kind, event.fact.cell) == ("strength", next(iter(session.scenario.cells)))
    assert event.fact.evidence == (number,)


async def test_an_observation_becomes_a_finding_and_that_an_action_which_can_be_changed(ended):
    session, _ = ended
    async with room(session) as driver:
        await driver.press("g", "e", "2", "space")
        await driver.type("The partner heard it second")
        await driver.press("tab", "2")
        await driver.press("f2", "enter")
        assert "A finding from #" in driver.text()
        await driver.press("f2")
        await driver.pilot.pause()
        seen, found = session.events[-2:]
        assert isinstance(seen.fact, ObservationMade)
        assert isinstance(found.fact, FindingMade)
        assert (found.fact.text, found.fact.kind) == (seen.fact.text, "area")
        assert found.fact.evidence == (seen.seq,)
        await driver.press("3", "enter")
        await driver.type("Write the line down")
        await driver.press("tab")
        await driver.type("Duty office")
        await driver.press("tab")
        await driver.type("D+60")
        await driver.press("f2", "4", "enter")
        assert "Change #" in driver.text()
        assert "Duty office" in driver.text()
        await driver.press("tab", "tab", "tab", "tab", "3", "f2")
        await driver.pilot.pause()
        assert "closed" in driver.text()
    first, last = session.events[-2:]
    assert (first.fact.of, first.fact.state) == (found.seq, "open")
    assert isinstance(last.fact, ActionAgreed)
    assert (last.fact.instead, last.fact.of, last.fact.state) == (first.seq, found.seq, "closed")
    report = papers.report(session.path, papers.Asked())
    assert [(a.owner, a.state) for a in report.judged.actions] == [("Duty office", "closed")]
    assert report.judged.actions[0].finding == "The partner heard it second"


async def test_a_rating_needs_evidence_and_the_last_one_stands(ended):
    session, _ = ended
    objective = next(iter(session.scenario.objectives))
    async with room(session) as driver:
        await driver.press("g", "e", "enter")
        assert f"Rate {objective}" in driver.text()
        await driver.press("f2")
        assert "Which word?" in driver.text()
        await driver.press("2", "f2")
        assert "A rating needs evidence" in driver.text()
        await driver.press("tab", "1", "f2")
        await driver.pilot.pause()
        assert isinstance(session.events[-1].fact, ObjectiveRated)
        assert "partly" in driver.text()
        await driver.press("enter", "1", "f2")
        await driver.pilot.pause()
    assert rated(session, objective).word == "shown"
    report = papers.report(session.path, papers.Asked())
    line = next(o for o in report.objectives if o.id == objective)
    assert [(r.rater, r.word) for r in line.ratings] == [("in the session file", "shown")]
    assert line.ratings[0].events


async def test_where_nothing_is_rated_the_screen_says_so(ended):
    session, _ = ended
    session.script = Script(replace(session.scenario, evaluation="none"))
    before = len(session.events)
    async with room(session) as driver:
        await driver.press("g", "e", "enter")
        assert "evaluation: none" in driver.text()
        await driver.press("n", "f2")
        assert "What was seen?" in driver.text()
        await driver.press("escape", "escape")
    assert len(session.events) == before


async def test_psmu_is_offered_in_full_where_the_scenario_asks_for_it(ended):
    session, _ = ended
    session.script = Script(replace(session.scenario, evaluation="psmu"))
    async with room(session) as driver:
        await driver.press("g", "e", "enter", "3", "tab", "1", "f2")
        await driver.pilot.pause()
    assert session.events[-1].fact.word == "M"


async def test_slips_of_the_hot_wash_are_one_line_each_and_stand_in_the_report(ended):
    session, _ = ended
    async with room(session, size=(80, 24)) as driver:
        await driver.press("g", "e", "5", "down", "enter")
        await driver.type("Nobody knew the line")
        await driver.press("f2", "end", "space")
        await driver.type("Who pays for the line")
        await driver.press("tab", "2", "f2")
        await driver.pilot.pause()
        assert "Who pays for the line" in driver.text()
    gap, parked = session.events[-2:]
    assert (gap.fact.tag, gap.fact.cell) == ("gap", None)
    assert isinstance(parked.fact, NoteTaken)
    assert (parked.fact.tag, parked.fact.cell) == ("park", list(session.scenario.cells)[1])
    report = papers.report(session.path, papers.Asked())
    assert report.judged.parking_lot == ("Who pays for the line",)
    assert "gap: Nobody knew the line" in [n.text for n in report.notes]


async def test_escape_loses_no_words_and_a_killed_console_offers_them_again(ended):
    session, _ = ended
    async with room(session) as driver:
        await driver.press("g", "e", "3", "space")
        await driver.type("half a finding")
        await driver.press("escape")
        await driver.press("space")
        assert "half a finding" in driver.text()
        await driver.press("escape", "escape")
        assert "half typed, offered again  g e" in driver.text()
    session.close()
    again = sessions.resume(session.path, session._ports)
    async with room(again) as driver:
        await driver.press("escape", "g", "e", "3", "space")
        assert "half a finding" in driver.text()
        await driver.press("f2")
        await driver.pilot.pause()
    assert isinstance(again.events[-1].fact, FindingMade)
    again.close()


async def test_what_was_wrong_is_taken_back_where_it_stands(ended):
    session, _ = ended
    session.do(c.Observe(text="wrong"))
    async with room(session) as driver:
        await driver.press("g", "e", "u")
        assert "Move the cursor to what is to be taken back" in driver.text()
        await driver.press("2", "u", "f2")
        await driver.pilot.pause()
        assert "Nothing is observed yet" in driver.text()
    assert isinstance(session.events[-1].fact, Retracted)


async def test_left_right_and_digits_lead_to_the_lists_and_empty_ones_say_what_to_do(tmp_path):
    session, _ = small(tmp_path)
    async with room(session, size=(80, 24)) as driver:
        await driver.press("g", "e")
        for words in (
            "Nothing is observed yet",
            "No finding yet",
            "Nothing is to be mended yet",
            "one strength",
        ):
            await driver.press("right")
            assert words in driver.text()
        await driver.press("left", "left", "left")
        assert "Nothing is observed yet" in driver.text()
        await driver.press("question_mark")
        assert "makes" in driver.text() or "rate the objective" in driver.text()
    session.close()


@pytest.mark.parametrize(
    ("typed", "numbers"), [("14 30", (14, 30)), ("#14, #30;14", (14, 30)), ("", ()), ("0", (0,))]
)
def test_events_are_named_by_their_numbers(typed, numbers):
    assert numbers_in(typed) == numbers


@pytest.mark.parametrize("typed", ["14-30", "the last one", "1.5"])
def test_anything_else_is_said_to_be_none(typed):
    assert "numbers of events" in numbers_in(typed)


def test_evidence_that_is_not_there_is_refused_in_plain_words(ended):
    session, _ = ended
    form = evaluating.observation_form(session)
    made = form.make({"text": "seen", "evidence": "9999"})
    refused = session.do(made.command)
    assert "There is no event #9999" in refused.reason
