"""Nothing that a person typed or that a room heard is lost: guard, drafts, a refusing disk, resuming."""

import contextlib

import pytest

from tests.tui.driving import Driver, begin, room
from tests.tui.rooms import MINUTE, accepted, play, small, standing_in
from ttx.errors import LogError
from ttx.model import commands as c
from ttx.model.events import InjectReleased, LinkSettled, NoteTaken, RealWorldStopped, Retracted
from ttx.services import session as sessions
from ttx.services.forms import answer
from ttx.services.ports import system
from ttx.tui.app import TtxApp
from ttx.tui.console import screen as console_module
from ttx.tui.console.side import unsettled


def of(session, kind):
    return [e for e in session.events if isinstance(e.fact, kind)]


@contextlib.contextmanager
def refusing(session):
    """A disk that takes nothing."""

    def refuse(_event):
        raise LogError("The disk is full.", where=str(session.path))

    real = session._log.append
    session._log.append = refuse
    try:
        yield
    finally:
        session._log.append = real


@pytest.fixture
def running(tmp_path):
    session, clock = small(tmp_path)
    session.do(c.StartExercise())
    yield session, clock
    session.close()


async def test_a_held_key_releases_one_thing(running, monkeypatch):
    session, _ = running
    now = [100.0]
    monkeypatch.setattr(console_module, "monotonic", lambda: now[0])
    async with room(session) as driver:
        for _ in range(100):
            now[0] += 0.03  # as a keyboard repeats
            driver.console.action_step()
        assert len(of(session, InjectReleased)) == 1
        assert len(session.events) == 3
        now[0] += 1
        driver.console.action_step()
        assert len(session.events) == 4


async def test_nothing_is_released_that_was_not_on_the_card(running):
    session, _ = running
    async with room(session) as driver:
        driver.console.about = "I-02"
        driver.console.show()
        await driver.press("space")
        assert not of(session, InjectReleased)
        assert "Shots fired." in driver.text()
        await driver.press("space")
        assert [e.fact.inject for e in of(session, InjectReleased)] == ["I-01"]
        # Another one is released out of its turn only with a reason.
        driver.console.about = "I-02"
        driver.console.show()
        await driver.press("r")
        assert "Release I-02 now" in driver.text()
        await driver.press("f2")
        assert [e.fact.inject for e in of(session, InjectReleased)] == ["I-01", "I-02"]


async def test_what_is_half_typed_is_offered_again(running):
    session, _ = running
    async with room(session) as driver:
        await driver.press("n")
        await driver.type("half a note")
        await driver.press("escape", "n")
        assert "half a note" in driver.text()
        assert "What was typed before is here again." in driver.text()
        await driver.press("enter")
        assert [e.fact.text for e in of(session, NoteTaken)] == ["half a note"]
        await driver.press("n")
        assert "half a note" not in driver.text().split("Note", 1)[1]
        await driver.type("written when it died")
        driver.app.screen.keep()
    # The process is gone; another one opens the file.
    session.close()
    again = sessions.resume(session.path, session._ports)
    async with room(again) as driver:
        assert "1 half typed" in driver.text()
        await driver.press("escape")
        assert "1 half typed" in driver.text()
        await driver.press("n")
        assert "written when it died" in driver.text()
        assert "What was typed before is here again." in driver.text()
    again.close()


async def test_a_refusing_disk_loses_no_step(running):
    session, _ = running
    async with room(session) as driver:
        for key in ("space", "r", "y"):
            before = len(session.events)
            driver.console.about = "D-01" if key == "r" else ""
            with refusing(session):
                await driver.press(key)
                assert "NOT SAVED" in driver.text().splitlines()[-2], key
                assert "The disk is full. F2 tries again." in driver.text()
                assert len(session.events) == before
                await driver.press("f2")
                assert "NOT SAVED" in driver.text()
            await driver.press("f2")
            assert len(session.events) == before + 1
            assert "NOT SAVED" not in driver.text()
            assert f"saved #{before + 1}" in driver.text()
            await driver.press("escape")


async def test_a_stop_covers_everything_at_once_and_is_saved_at_the_second_try(running):
    session, _ = running
    async with room(session) as driver:
        with refusing(session):
            await driver.press("f10")
            assert "Stop play now" in driver.text()
            assert "NOT SAVED" in driver.text()
            await driver.press("f2")
            assert "NOT SAVED" in driver.text()
        await driver.press("f2")
        assert session.state.status == "stopped"
        assert "Play has stopped" in driver.text()


async def test_a_refusing_disk_leaves_words_in_their_sheet(running):
    session, _ = running
    async with room(session) as driver:
        await driver.press("n")
        await driver.type("keep these words")
        with refusing(session):
            await driver.press("enter")
            assert "NOT SAVED" in driver.text()
            assert "keep these words" in driver.text()
        assert session.draft("note") == {"text": "keep these words"}
        await driver.press("f2")
        assert [e.fact.text for e in of(session, NoteTaken)] == ["keep these words"]
        assert session.draft("note") == {}


async def test_trouble_with_the_second_copy_is_said(running, monkeypatch):
    session, _ = running
    monkeypatch.setattr(type(session), "copy_trouble", property(lambda _self: "the stick is gone"))
    async with room(session) as driver:
        await driver.press("y")
        assert "The second copy is not written: the stick is gone" in driver.text()


async def test_a_session_opened_again_stands_and_says_where(running):
    session, clock = running
    session.do(c.ReleaseInject(inject="I-01"))
    last = session.state.ledger.seq
    session.close()
    with session.path.open("ab") as stream:
        stream.write(b'{"torn')
    clock.advance(12 * MINUTE)
    again = sessions.resume(session.path, session._ports)
    async with room(again, size=(80, 24)) as driver:
        text = " ".join(driver.text().split())
        assert f"Where you left it at #{last}, 12 min ago; the clock stood." in text
        assert "6 bytes of a line that was never finished are kept in" in text
        assert "PAUSED" in driver.text().splitlines()[1]
        clock.advance(MINUTE)
        await driver.press("escape", "space")
        assert again.state.status == "running"
        assert again.elapsed() == 0
    again.close()


async def test_the_stop_covers_everything_and_lifts_to_paused(running):
    session, _ = running
    async with room(session) as driver:
        await driver.press("exclamation_mark")
        assert of(session, RealWorldStopped)
        text = driver.text()
        assert "Real world. Play has stopped" in text
        assert "Timeline" not in text
        assert "EXERCISE" in text.splitlines()[0]
        assert "EXERCISE" in text.splitlines()[-1]
        await driver.press("space", "q", "escape", "n")
        assert "Play has stopped" in driver.text()
        await driver.press("f2")
        await driver.type("all clear")
        await driver.press("enter")
        assert session.state.status == "paused"
        assert "PAUSED" in driver.text().splitlines()[1]
        await driver.press("exclamation_mark")
    session.close()
    again = sessions.resume(session.path, session._ports)
    async with room(again) as driver:
        await driver.pilot.pause()
        assert "Play has stopped" in driver.text()
    again.close()


async def test_take_back_asks_what_was_heard(running):
    session, _ = running
    released = session.do(c.ReleaseInject(inject="I-01"))
    async with room(session) as driver:
        await driver.press("u", "enter")
        assert f"Take back #{released.seq}" in driver.text()
        await driver.press("f2")
        assert "What was heard cannot be unheard." in driver.text()
        await driver.press("2", "f2")
        assert [e.fact.read_out for e in of(session, Retracted)] == ["aloud"]


async def test_what_pulls_against_a_text_is_settled_by_two_hands(tmp_path):
    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "record")
    form = answer.answer_form(session, "D-01")
    given = {**standing_in(form), "coded": "nobody-yet", "links": "SCM53-05a:touches SCM53-05b:touches"}
    accepted(session, form.make(given))
    waiting = len(unsettled(session))
    async with room(session) as driver:
        await driver.press("s", "s")
        assert "two hands" in driver.text()
        await driver.press("escape")
        assert len(unsettled(session)) == waiting
        await driver.press("ㄴ")  # the same letter on a Korean keyboard
        await driver.type("evaluator, lead of the cell")
        await driver.press("f2")
        assert [e.fact.hands for e in of(session, LinkSettled)] == [("evaluator", "lead of the cell")]
        with refusing(session):
            await driver.press("n")
            assert "NOT SAVED" in driver.text()
        await driver.press("n")
        assert len(unsettled(session)) == waiting - 2
    session.close()


async def test_leaving_goes_out_where_nothing_is_behind(running):
    session, _ = running
    app = TtxApp(session)
    async with app.run_test() as pilot:
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0
    again = sessions.resume(session.path, system())
    again.close()


async def test_the_library_opens_leaves_and_says_what_it_cannot_open(tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "sessions"
    folder.mkdir()
    session, _ = small(folder)
    app = TtxApp()
    async with app.run_test(size=(120, 36)) as pilot:
        driver = Driver(app, pilot)
        await app.workers.wait_for_complete()
        await pilot.press("home", "space")
        # It is still being written elsewhere.
        assert type(app.screen).__name__ == "Library"
        assert "another" in driver.text() or "in use" in driver.text()
        session.close()
        await pilot.press("space")
        await pilot.pause()
        assert type(app.screen).__name__ == "Console"
        await pilot.press("q")
        await pilot.pause()
        assert type(app.screen).__name__ == "Library"
        await pilot.press("end", "y")
        await pilot.pause()
        assert "REHEARSAL" in driver.text().splitlines()[0]
        assert "REHEARSAL" in driver.text().splitlines()[-1]
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("q")
    assert app.failed is None
    assert app.return_code == 0


async def test_an_answer_typed_while_its_sheet_opens_is_not_lost(asked):
    from textual.events import Key

    session, _ = asked
    async with room(session) as driver:
        for key in ("m", "b"):  # as fast as a terminal delivers what a hurried hand typed
            driver.app.post_message(Key(key, key))
        for _ in range(6):
            await driver.pilot.pause()
        await driver.press("f2")
        await driver.pilot.pause()
    answered = [e.fact for e in session.events if type(e.fact).__name__ == "AnswerRecorded"]
    assert answered[-1].coded == session.script.decisions[answered[-1].decision].options[1].id
