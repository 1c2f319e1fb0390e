"""Seats, disclosures, corrections, scenario time and the plan, by keyboard."""

import pytest
from textual.events import Key

from tests.tui.rooms import MINUTE, small, take
from ttx.model import commands as c
from ttx.services.pacing import pace_of, to_drop

from .driving import room


@pytest.mark.parametrize(
    ("letter", "title"),
    [
        ("s", "Who sits where"),
        ("d", "Who came to know what"),
        ("t", "Scenario time, now"),
        ("ㄴ", "Who sits where"),
    ],
)
async def test_g_and_a_letter_opens_each(running, letter, title):
    session, _ = running
    async with room(session) as driver:
        await driver.press("g", letter)
        assert title in driver.text()


@pytest.mark.parametrize("letters", [("g", "e"), ("G", "E"), ("ㅎ", "ㄷ")])
async def test_two_letters_typed_at_once_are_both_heard(running, letters):
    session, _ = running
    async with room(session) as driver:
        for letter in letters:
            driver.app.post_message(Key(letter, letter))
        await driver.pilot.pause()
        await driver.pilot.pause()
        assert "Evaluation and hot wash" in driver.text()
    assert len(session.events) == 2


async def test_a_seat_that_changes_is_on_record(running):
    session, _ = running
    cell = next(iter(session.scenario.cells))
    async with room(session) as driver:
        await driver.press("g", "s", "1", "tab")
        await driver.type("Policy")
        await driver.press("tab")
        await driver.type("a director")
        await driver.press("tab", "2", "f2")
    fact = session.events[-1].fact
    assert (fact.cell, fact.seat, fact.office, fact.head) == (cell, "Policy", "a director", True)


async def test_a_correction_leaves_the_first_text_on_record(tmp_path):
    session, _ = small(tmp_path)
    session.do(c.StartExercise())
    inject = session.script.steps[session.state.position.phase][0]
    take(session)
    async with room(session) as driver:
        await driver.press("g", "f")
        await driver.type("It was the other bank.")
        await driver.press("f2")
        await driver.pilot.pause()
        assert "correction 1 to" in driver.text()
    assert [str(w) for w in session.state.given[inject].corrections] == ["It was the other bank."]
    session.close()


async def test_what_is_overdue_says_so_in_its_row_and_the_rest_can_be_shifted(running):
    session, clock = running
    clock.advance(20 * MINUTE)
    pace = pace_of(session)
    assert pace.now == 40
    assert pace.late == 40 - pace.plan[pace.ahead[0]]
    async with room(session) as driver:
        assert f"+{pace.late}" in driver.text()
        await driver.press("l")
        rows = driver.text().splitlines()
        head = next(row for row in rows if "plan" in row and "slid" in row)
        first = rows[rows.index(head) + 1]
        for name, value in (
            ("plan", pace.plan[pace.ahead[0]]),
            ("slid", dict(pace.slide(pace.late))[pace.ahead[0]]),
        ):
            end = head.index(name) + len(name)
            assert first[:end].endswith(f" {value}")
        assert "behind the plan" in driver.text()
        await driver.press("f2")
        await driver.pilot.pause()
        assert pace_of(session).late == 0
        await driver.press("u", "enter", "f2")
    assert pace_of(session).late == pace.late


def test_what_its_author_lets_go_first_is_offered_to_be_dropped(asked):
    session, _ = asked
    droppable = [d for d in session.script.decisions.values() if d.drop is not None]
    ahead = [d for d in droppable if d.id in session.state.position.steps]
    found = to_drop(session)
    assert (found is None) == (not ahead)
    if found:
        assert found[1] > 0


async def test_letters_that_do_not_fit_say_what_to_do(running):
    session, _ = running
    async with room(session) as driver:
        await driver.press("g", "f")
        assert "Move the cursor to an inject" in driver.text()
        await driver.press("g", "t")
        await driver.type("tomorrow")
        await driver.press("f2")
        assert "Write the time as" in driver.text()
        await driver.press("escape", "g", "s", "f2")
        assert "Which cell, and which seat?" in driver.text()


async def test_the_palette_finds_an_action_by_its_words_and_a_step_by_its_id(running):
    session, _ = running
    decision = next(iter(session.script.decisions))
    async with room(session) as driver:
        await driver.press("colon")
        await driver.type("who heads")
        await driver.press("enter")
        await driver.pilot.pause()
        assert "Who sits where" in driver.text()
        await driver.press("escape", "ctrl+p")
        await driver.type(decision.lower())
        await driver.press("enter")
        await driver.pilot.pause()
        assert session.script.decisions[decision].ask[:20] in driver.text()
        await driver.press("colon")
        await driver.type("[b]nothing")
        await driver.press("enter")
        assert "Nothing is called like that." in driver.text()
        await driver.press("escape")
    assert len(session.events) == 2
