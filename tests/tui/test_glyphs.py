"""Every screen at every size: marks of one cell only, marking first and last, step and keys in sight."""

import unicodedata

import pytest

from tests.tui.driving import room
from tests.tui.rooms import accepted, play, small, standing_in
from ttx.model import commands as c
from ttx.services.forms import answer
from ttx.tui.app import TtxApp
from ttx.tui.glyphs import use_ascii

SIZES = [(60, 16), (80, 24), (100, 30), (120, 36), (200, 60)]
MARKING = "UNCLASSIFIED // EXERCISE"
CARDS = ("", "I-01", "I-02", "I-03", "D-01", "D-02", "phase:second", "#1", "#4")
SHEETS = ("m", "n", "c", "i", "a", "e", "u", "question_mark")
ASCII_ONLY = set(map(chr, range(32, 127)))


def wide_or_uncertain(text):
    return {char for char in text if unicodedata.east_asian_width(char) in "AWF"}


class Looker:
    """Looks at whatever stands on the screen, at every size it is given."""

    def __init__(self, driver, sizes, ascii_only):
        self.driver, self.sizes, self.ascii_only = driver, sizes, ascii_only
        self.looked = 0

    async def look(self, *, marking=MARKING, wanted=()):
        for width, height in self.sizes:
            if tuple(self.driver.app.size) != (width, height):
                await self.driver.pilot.resize_terminal(width, height)
            await self.driver.pilot.pause()
            rows = self.driver.text().splitlines()
            where = (type(self.driver.app.screen).__name__, width, height)
            assert len(rows) == height, where
            assert {len(row) for row in rows} == {width}, where
            assert rows[0].strip() == marking, (where, rows[0])
            assert rows[-1].strip() == marking, (where, rows[-1])
            text = "".join(rows)
            assert not wide_or_uncertain(text), (where, wide_or_uncertain(text))
            if self.ascii_only:
                assert set(text) <= ASCII_ONLY, (where, set(text) - ASCII_ONLY)
            for row, words in wanted:
                assert words in rows[row], (where, row, rows)
            self.looked += 1


@pytest.fixture(params=[False, True], ids=["narrow", "ascii"])
def ascii_only(request):
    use_ascii(on=request.param)
    yield request.param
    use_ascii(on=False)


CHIP = (1, " STAFF ")


async def test_cards(tmp_path, ascii_only):
    session, clock = small(tmp_path)
    async with room(session, size=(80, 24)) as driver:
        await Looker(driver, SIZES, ascii_only).look(wanted=[CHIP, (-2, "Space"), (-2, "saved #1")])
        play(session, clock, lambda step: step.doing == "record")
        for size in [(80, 24)] if ascii_only else SIZES:
            for about in CARDS:
                driver.console.about = about
                driver.console.show()
                await Looker(driver, [size], ascii_only).look(wanted=[CHIP, (-2, "Space")])
                assert any(" Space  " in row for row in driver.text().splitlines()[3:-2])
    session.close()


async def test_sheets_and_the_stop(tmp_path, ascii_only):
    session, clock = small(tmp_path)
    play(session, clock, lambda step: step.doing == "record")
    sizes = [(80, 24)] if ascii_only else SIZES
    async with room(session, size=sizes[0]) as driver:
        looker = Looker(driver, sizes, ascii_only)
        for key in SHEETS:
            await driver.press(key)
            assert driver.app.screen is not driver.console
            await looker.look(wanted=[CHIP, (-2, "Esc")])
            await driver.press("escape")
            assert driver.app.screen is driver.console
        driver.console.action_stop()
        await looker.look(wanted=[(-2, "F2")])
        assert driver.app.screen is not driver.console
    session.close()


async def test_a_sheet_outlives_every_size(tmp_path):
    session, _ = small(tmp_path)
    session.do(c.StartExercise())
    async with room(session, size=(200, 60)) as driver:
        await driver.press("a")
        for size in ((60, 16), (200, 60), (20, 5), (200, 60), (1, 1), (80, 24)):
            await driver.pilot.resize_terminal(*size)
        assert "An inject that is not in the script" in driver.text()
    session.close()


async def test_settling_and_the_end(tmp_path, ascii_only):
    from tests.tui.driving import begin

    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "record")
    form = answer.answer_form(session, "D-01")
    given = {**standing_in(form), "coded": "unc-first", "links": "SCM53-05a:touches"}
    accepted(session, form.make(given))
    play(session, clock)
    marking = session.scenario.marking
    sizes = [(80, 24)] if ascii_only else SIZES
    async with room(session, size=sizes[0]) as driver:
        looker = Looker(driver, sizes, ascii_only)
        await looker.look(marking=marking, wanted=[CHIP])
        await driver.press("s")
        assert type(driver.app.screen).__name__ == "SettleScreen"
        await looker.look(marking=marking, wanted=[CHIP])
    session.close()


async def test_the_library(tmp_path, monkeypatch, ascii_only):
    monkeypatch.setenv("TTX_DATA", str(tmp_path))
    session, _ = small(tmp_path)
    (tmp_path / "sessions").mkdir()
    session.close()
    session.path.rename(tmp_path / "sessions" / session.path.name)
    monkeypatch.chdir(tmp_path)
    app = TtxApp()
    async with app.run_test(size=(80, 24)) as pilot:
        from tests.tui.driving import Driver

        driver = Driver(app, pilot)
        looker = Looker(driver, SIZES, ascii_only)
        await app.workers.wait_for_complete()
        await looker.look(wanted=[CHIP, (-2, "q Leave")])
        await pilot.press("question_mark")
        await looker.look(wanted=[(-2, "Esc")])
    assert app.failed is None


@pytest.mark.parametrize("size", [(59, 24), (80, 14), (30, 8), (12, 4), (1, 1)])
async def test_where_there_is_no_room_words_say_so_and_nothing_is_lost(tmp_path, size):
    session, _ = small(tmp_path)
    session.do(c.StartExercise())
    async with room(session, size=(80, 24)) as driver:
        await driver.press("n")
        await driver.type("half a note")
        await driver.pilot.resize_terminal(*size)
        await driver.pilot.pause()
        rows = driver.text().splitlines()
        assert len(rows) == size[1]
        if size[0] >= 30:
            assert rows[0].strip() == rows[-1].strip() == MARKING
            assert "Too small: 60x15 at least;" in driver.text()
        await driver.press("q", "space", "escape")
        assert len(session.events) == 2
        await driver.pilot.resize_terminal(80, 24)
        await driver.pilot.pause()
        assert "half a note" in driver.text()
    session.close()


async def test_it_may_begin_in_a_terminal_without_room(tmp_path):
    session, _ = small(tmp_path)
    async with room(session, size=(40, 10)) as driver:
        await driver.pilot.pause()
        assert "Too small" in driver.text()
        await driver.pilot.resize_terminal(60, 15)
        await driver.pilot.pause()
        assert driver.app.screen is driver.console
        assert "Space" in driver.text()
    session.close()
