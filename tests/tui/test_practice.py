"""A rehearsal at the console: it says so, and it goes to any phase without a word."""

import pytest

from tests.tui.driving import begin, room
from tests.tui.rooms import accepted, play, standing_in
from ttx.model import commands as c
from ttx.services import library
from ttx.services.forms import course
from ttx.tui.library.entries import items_of, session_page


@pytest.fixture
def waiting(tmp_path):
    """A rehearsal in its first phase, a decision open."""
    session, clock = begin(tmp_path, practice=True)
    play(session, clock, lambda step: step.doing == "record")
    return session


def test_any_phase_is_entered_without_a_word_and_what_waits_stays_open(waiting):
    form = course.phase_form(waiting)
    assert (form.needed, [f.key for f in form.fields]) == ("", ["phase", "because"])
    for phase in ("the-finding", "first-hours", "the-boat"):
        form = course.phase_form(waiting)
        event = accepted(waiting, form.make({**standing_in(form), "phase": phase}))
        assert (event.fact.phase, event.fact.because) == (phase, "rehearsal")
        assert waiting.state.position.phase == phase


def test_the_book_s_own_phase_takes_no_words_and_given_words_stand(waiting):
    form = course.phase_form(waiting)
    given = standing_in(form)
    assert form.make(given).command == c.EnterPhase(phase="next-day", leave_open=True)
    assert form.make({**given, "because": "lunch"}).command.because == "lunch"
    ended = form.make({**given, "phase": "end"}).command
    assert ended == c.EndExercise(because="rehearsal", leave_open=True)
    accepted(waiting, form.make({**given, "phase": "end"}))


async def test_the_phase_key_always_asks_where_to(tmp_path):
    session, _ = begin(tmp_path, practice=True)
    async with room(session) as driver:
        await driver.press("e")
        assert "There is no phase to close now." in driver.text()
        await driver.press("space", "e")
        assert "// REHEARSAL" in driver.text()
        assert "Close this phase" in driver.text()
        await driver.press("3", "f2")
        assert session.state.position.phase == "the-boat"
        await driver.press("e", "1", "f2")
        assert session.state.position.phase == "first-hours"


async def test_the_phase_key_asks_even_where_the_book_goes_on(tmp_path):
    session, clock = begin(tmp_path, practice=True)
    play(session, clock, lambda step: step.doing == "phase")
    async with room(session) as driver:
        await driver.press("e")
        assert "Close this phase" in driver.text()


def test_the_library_says_which_sessions_are_rehearsals(tmp_path):
    for name, practice in (("a", True), ("b", False)):
        (tmp_path / name).mkdir()
        begin(tmp_path / name, practice=practice)[0].close()
        begun = library.begun(tmp_path / name)
        row = next(item for item in items_of(begun, (), {}) if item.id.startswith("session:"))
        said = "".join(run.text for run in row.left)
        page = "".join(run.text for line in session_page(begun[0]) for run in line)
        assert ("REHEARSAL" in said, "never counts" in page) == (practice, practice)
        assert begun[0].marking.endswith(" // REHEARSAL") == practice
