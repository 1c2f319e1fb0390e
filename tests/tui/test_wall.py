"""The wall as a window, and what the console does for it, for the scribe and for the shield."""

import pytest

from tests.tui.rooms import small
from ttx.model import commands as c
from ttx.model.words import Words
from ttx.services import scribing
from ttx.services.ports import Ports, SeededEntropy
from ttx.services.watching import Watch
from ttx.tui.app import TtxApp
from ttx.tui.wall.screen import Wall

from .driving import Driver, room

SIZES = [(80, 24), (120, 36), (200, 60), (60, 15)]
LONG = "A duty officer reports from the frontline area. " * 60


def ports_of(clock):
    return Ports(clock, SeededEntropy("wall"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_wall_shows_what_was_sent_under_its_marking(running, size):
    session, clock = running
    watch = Watch(session.path, "room", ports_of(clock))
    app = TtxApp(opening=lambda: Wall(watch))
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        session.do(c.ShowOnWall(kind="text", text=Words("[b]Back[/b] at ten past \x1b[2J")))
        app.screen.follow()
        await pilot.pause()
        rows = driver.text().splitlines()
        assert rows[0].strip() == rows[-1].strip() == session.scenario.marking
        assert "[b]Back[/b] at ten past [2J" in driver.text()
        session.do(c.ShowOnWall(kind="text", text=Words(LONG)))
        app.screen.follow()
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown")
        await pilot.press("b")
        assert "frontline" not in driver.text()
        await pilot.press("b")
        assert "frontline" in driver.text()
        session.do(c.StopRealWorld())
        app.screen.follow()
        await pilot.pause()
        assert "REAL WORLD" in driver.text()
    assert app.failed is None


async def test_what_is_on_the_card_goes_to_the_wall_and_b_blanks_it(asked):
    session, _ = asked
    async with room(session) as driver:
        await driver.press("w")
        assert session.state.wall is not None
        assert session.state.wall.kind == "decision"
        assert "b blanks it" in driver.text()
        await driver.press("b")
        assert session.state.wall is None


async def test_nothing_that_was_not_given_goes_to_the_wall(tmp_path):
    session, _ = small(tmp_path)
    session.do(c.StartExercise())
    async with room(session) as driver:
        await driver.press("w")
        assert session.state.wall is None
        assert "Move the cursor to an inject" in driver.text()
    session.close()


async def test_a_line_of_the_scribe_is_taken_with_one_key_at_its_own_time(running):
    session, clock = running
    cell = next(iter(session.scenario.cells.values()))
    scribing.write(session.path, f"-4 {cell.tag} keep it #dissent", ports_of(clock))
    scribing.write(session.path, "not needed", ports_of(clock))
    scribing.write(session.path, f"{cell.tag} does a thing", ports_of(clock))
    async with room(session) as driver:
        driver.console.tick()
        await driver.pilot.pause()
        assert "t 3 from scribe" in driver.text()
        await driver.press("t", "enter")
        await driver.pilot.pause()
        note = session.events[-1]
        assert (note.fact.text, note.fact.tag, note.fact.cell) == ("keep it", "dissent", cell.id)
        assert note.true_at == note.ms - 4 * 60_000
        assert note.hat == "scribe"
        await driver.press("x", "m")
        assert "does a thing" in driver.text()
        await driver.press("f2")
        await driver.pilot.pause()
        assert session.events[-1].fact.said == "does a thing"
        assert not scribing.waiting(session)


async def test_the_shield_covers_and_a_cells_view_is_covered_before_and_after(asked):
    session, _ = asked
    decision = session.script.decisions[session.state.position.open[0].split(".")[0]]
    cell = decision.to[0]
    async with room(session) as driver:
        assert decision.ask[:20] in driver.text()
        await driver.press("z")
        assert decision.ask[:20] not in driver.text()
        await driver.press("z", "at")
        row = ["room", *session.scenario.cells].index(cell)
        await driver.press(*["down"] * row, "enter")
        assert "SHIELD" in driver.text()
        await driver.press("space", "end", "pagedown", "pagedown", "pagedown")
        assert f"AS {session.scenario.cells[cell].tag}" in driver.text()
        await driver.press("escape")
        assert "SHIELD" in driver.text()
        await driver.press("escape")
        assert "SHIELD" not in driver.text()


async def test_a_new_session_asks_once_whether_its_screen_is_mirrored(tmp_path):
    session, _ = small(tmp_path)
    app = TtxApp(session, fresh=True)
    async with app.run_test(size=(120, 36)) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        await pilot.pause()
        assert "Is it mirrored?" in driver.text()
        await pilot.press("down", "enter")
        assert "tabletop wall small.ttx.jsonl" in driver.text()
        await pilot.press("escape")
        assert "SHIELD" not in driver.text()
    assert app.failed is None
    session.close()


async def test_the_room_check_says_whether_a_wall_and_a_scribe_are_open(running):
    session, clock = running

    async def told():
        async with room(session, size=(200, 60)) as driver:
            await driver.press("g", "r")
            await driver.app.workers.wait_for_complete()
            await driver.press("end")
            await driver.pilot.pause()
            return driver.text()

    text = await told()
    assert "no wall is open" in text
    assert "no scribe writes" in text
    app = TtxApp(opening=lambda: Wall(Watch(session.path, "room", ports_of(clock))))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "wall: open for room" in await told()
    assert "no wall is open" in await told()
