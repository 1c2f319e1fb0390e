"""What the record lacks, and coming back to a session, by keyboard."""

import pytest

from tests.tui.driving import begin, room
from tests.tui.rooms import MINUTE, play, small, take
from ttx.model import commands as c
from ttx.model.events import ReadOut, RecordCompleted, Retracted, SessionResumed
from ttx.model.words import Words
from ttx.services import session as sessions
from ttx.services.gaps import gaps_of


async def test_what_only_the_room_can_say_stands_first_and_enter_mends_it(asked):
    session, _ = asked
    take(session)
    session.do(c.AskControl(cell=next(iter(session.scenario.cells)), text=Words("How many [b]posts?")))
    async with room(session) as driver:
        await driver.press("g", "g")
        text = driver.text()
        assert text.index("Only this room can say") < text.index("Staff can say it later")
        assert "How many [b]posts?" in text
        before = [g.what for g in gaps_of(session)]
        await driver.press("enter")
        await driver.type("one voice")
        await driver.press("f2")
        await driver.pilot.pause()
        assert isinstance(session.events[-1].fact, RecordCompleted)
        after = [g.what for g in gaps_of(session)]
        assert set(before) - set(after) == {"D-01: why"}
        await driver.press("escape")
        assert driver.app.screen is driver.console


async def test_nothing_recorded_says_so(tmp_path):
    session, _ = small(tmp_path)
    async with room(session, size=(80, 24)) as driver:
        await driver.press("g", "g")
        assert "Nothing is missing" in driver.text() or "Staff can say it later" in driver.text()
        await driver.press("space")
        assert driver.app.screen is driver.console
    session.close()


def test_what_staff_marked_as_not_said_is_no_gap(asked):
    session, _ = asked
    number = take(session).seq
    mine = [g for g in gaps_of(session) if g.events == (number,) and g.room_only]
    assert "D-01: why" in {g.what for g in mine}
    session.do(c.CompleteRecord(of=number, not_said=("rationale", "by", "how")), hat="scribe")
    left = [g.what for g in gaps_of(session) if g.events == (number,) and g.room_only]
    assert "D-01: why" not in left


@pytest.fixture
def unread(tmp_path):
    """A session whose console died between release and reading, opened again."""
    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "read")
    session.close()
    clock.advance(3 * MINUTE)
    again = sessions.resume(session.path, session._ports)
    yield again
    again.close()


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_coming_back_says_what_stood_and_asks_what_was_heard(unread, size):
    inject = next(iter(unread.state.given))
    async with room(unread, size=size) as driver:
        text = driver.text()
        for words in ("Nothing recorded was lost", "3 min, not counted", f"Did the room hear {inject}?"):
            assert words in text
        await driver.press("1")
        await driver.pilot.pause()
        assert isinstance(unread.events[-1].fact, ReadOut)


async def test_what_nobody_heard_is_taken_back(unread):
    inject = next(iter(unread.state.given))
    async with room(unread) as driver:
        await driver.press("2")
        await driver.pilot.pause()
        assert "Take back" in driver.text()
        await driver.press("f2")
        await driver.pilot.pause()
    assert isinstance(unread.events[-1].fact, Retracted)
    assert unread.events[-1].fact.read_out == "no"
    assert inject not in unread.state.given


async def test_deciding_later_changes_nothing(unread):
    count = len(unread.events)
    async with room(unread) as driver:
        await driver.press("3")
        assert driver.app.screen is driver.console
    assert len(unread.events) == count


async def test_time_away_is_counted_where_the_room_went_on(unread):
    before = unread.elapsed()
    async with room(unread) as driver:
        assert "count 3 min as exercise time" in driver.text()
        await driver.press("4")
        await driver.pilot.pause()
        text = driver.text()
        assert "3 min, counted as exercise time" in text
        assert "count 3 min" not in text
        await driver.press("4", "1")
        await driver.pilot.pause()
    assert unread.elapsed() == before + 3 * MINUTE
    assert isinstance(unread.events[-1].fact, ReadOut)
    assert [e.fact.counted for e in unread.events if isinstance(e.fact, SessionResumed)] == [False, True]
    assert unread.state.status == "paused"


async def test_time_away_of_a_clock_that_stood_is_not_offered(tmp_path):
    session, clock = small(tmp_path)
    session.do(c.StartExercise())
    session.do(c.Pause())
    session.close()
    clock.advance(30 * MINUTE)
    again = sessions.resume(session.path, session._ports)
    async with room(again) as driver:
        assert "not counted as exercise time" in driver.text()
        assert "count 30 min" not in driver.text()
        await driver.press("4", "1")
        assert driver.app.screen is driver.console
    again.count_away()
    assert len(again.events) == 4
    again.close()
