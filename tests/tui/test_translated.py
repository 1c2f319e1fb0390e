"""A translation on the screens: Hangul takes two cells, and every row stays as wide as the terminal."""

import pytest
from textual.pilot import Pilot

from tests.small import BASE, ROOM
from tests.tui.driving import Driver
from tests.unit.services.rooms import done
from tests.unit.services.test_translating import fill
from ttx.model import commands as c
from ttx.services import opening, translating
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.watching import Watch
from ttx.tui.app import TtxApp
from ttx.tui.console.lines import plain
from ttx.tui.library.entries import Entry, study
from ttx.tui.wall.screen import Wall


@pytest.fixture
def played(tmp_path):
    """A session in Korean, its first inject released and on the wall of its cell."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    (tmp_path / "scenario.yaml").write_text(BASE, encoding="utf-8")
    path, _ = translating.begin(tmp_path, "ko")
    fill(path)
    ports = Ports(ScriptedClock("2026-03-14T09:00:00Z"), SeededEntropy("words"))
    log = tmp_path / "room.ttx.jsonl"
    session = opening.begin(tmp_path, log, None, ports, practice=False, lang="ko")
    shown = c.ShowOnWall(kind="inject", what="I-01", to="rok")
    done(session, c.StartExercise(), c.ReleaseInject(inject="I-01"), shown)
    yield session, ports
    session.close()


async def looked(app, pilot: Pilot, size):
    await pilot.pause(0.2)
    strips = app.screen._compositor.render_strips()
    assert {strip.cell_length for strip in strips} == {size[0]}
    return Driver(app, pilot).text()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_console_shows_it_aligned(played, size):
    session, _ = played
    app = TtxApp(session)
    async with app.run_test(size=size) as pilot:
        text = await looked(app, pilot, size)
        for words in ("작은 연습", "처음 몇 시간", "총성이 들렸다."):
            assert words in text
        assert "Shots fired." not in text
    assert app.failed is None


def test_the_library_says_which_languages_a_scenario_has(played, tmp_path):
    known = study(Entry("small", tmp_path, "Small"))
    assert "language en, ko" in [plain(each) for each in known.page]


@pytest.mark.parametrize(("lang", "words"), [(None, "총성이 들렸다."), ("en", "Shots fired.")])
async def test_a_wall_shows_one_language_or_the_other(played, lang, words):
    session, ports = played
    watch = Watch(session.path, "rok", ports, lang)
    app = TtxApp(opening=lambda: Wall(watch))
    async with app.run_test(size=(80, 24)) as pilot:
        text = await looked(app, pilot, (80, 24))
        assert words in text
        assert "Somebody asks" not in text
    assert app.failed is None
