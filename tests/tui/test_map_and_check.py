"""What can still come from here, the room check, and settling by digits."""

import os

import pytest

from tests.tui.driving import SCENARIO, begin, room
from tests.tui.rooms import play, take
from ttx.model.events import LinkSettled
from ttx.model.words_that_fit import fits
from ttx.services import roomcheck
from ttx.services.foresight import Limits, reached
from ttx.services.unsettled import unsettled
from ttx.tui.app import TtxApp
from ttx.tui.console.lines import plain
from ttx.tui.console.map_pages import page_of, rows_of, state_of

GOOD = roomcheck.Terminal(encoding="utf-8", columns=120, rows=36)


def test_what_was_done_can_come_or_is_closed(asked):
    session, _ = asked
    found = reached(session.scenario, session.state.position)
    assert found.exact
    assert state_of(session, found, "I-01") == "done"
    assert state_of(session, found, "D-01") == "open"
    assert state_of(session, found, "D-08") == "can come"
    assert {k.partition(".")[0] for k in found.after} == {"D-01"}
    endings = {e.id for e in session.scenario.endings}
    assert all(after <= endings for after in found.after.values())
    text = "\n".join(plain(x) for x in page_of(session, found, "D-01"))
    assert "closes" in text
    assert "%" not in text
    assert "probab" not in text.lower()


def test_a_walk_that_was_not_through_says_so_and_closes_nothing(asked):
    session, _ = asked
    found = reached(session.scenario, session.state.position, limits=Limits(states=3))
    assert not found.exact
    words = {plain(i.right).strip() for i in rows_of(session, found)}
    assert "cannot come any more" not in words
    assert "not seen yet" in words
    assert "too many ways" in "\n".join(plain(x) for x in page_of(session, found, ""))


def test_nobody_waiting_ends_the_walk(asked):
    session, _ = asked
    assert not reached(session.scenario, session.state.position, enough=lambda: True).exact


async def test_the_map_is_walked_beside_the_screen_and_goes_to_a_step(asked):
    session, _ = asked
    async with room(session, size=(80, 24)) as driver:
        await driver.press("g", "m")
        await driver.app.workers.wait_for_complete()
        await driver.pilot.pause()
        assert "all ways walked" in driver.text()
        await driver.press("home", "down", "space")
        assert driver.app.screen is driver.console
        assert driver.console.about == "I-01"


def test_the_room_check_names_what_to_mend(tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path))
    checked = roomcheck.Checked.read(SCENARIO)
    found = roomcheck.check_room(checked, GOOD, tmp_path)
    mend = [f.what for f in found if not f.ok]
    assert all("not imported" in what for what in mend)
    small = roomcheck.Terminal(encoding="ascii", columns=70, rows=24)
    worse = roomcheck.check_room(checked, small, tmp_path / "nowhere")
    mend = " ".join(f.what for f in worse if not f.ok)
    for words in ("second copy", "terminal: 70 x 24", "letters: ascii"):
        assert words in mend
    assert any("no second copy" in f.what for f in roomcheck.check_room(checked, GOOD))


def test_a_clock_behind_the_last_session_is_to_be_mended(tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path))
    (tmp_path / "sessions").mkdir()
    session, _ = begin(tmp_path / "sessions")
    session.close()
    os.utime(session.path, (4_000_000_000, 4_000_000_000))
    found = roomcheck.check_room(roomcheck.Checked.of(session.scenario), GOOD, tmp_path)
    assert any("set the clock" in f.mend for f in found)


@pytest.mark.parametrize("where", ["console", "library"])
async def test_the_room_check_is_a_screen(asked, tmp_path, monkeypatch, where):
    monkeypatch.setenv("TTX_DATA", str(tmp_path / "data"))
    session, _ = asked
    app = TtxApp(session if where == "console" else None)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("escape", "end") if where == "library" else await pilot.press("escape")
        await pilot.press("g", "r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        text = "\n".join("".join(s.text for s in strip) for strip in strips)
        assert "Room check" in text
        assert "MEND" in text
        assert "ok    " in text
        await pilot.press("escape")
    assert app.failed is None


async def test_digits_settle_and_those_that_do_not_fit_are_absent(asked):
    session, clock = asked
    play(session, clock, lambda step: bool(unsettled(session)))
    if not unsettled(session):
        take(session)
    _, target, _ = unsettled(session)[0]
    entry = session.scenario.catalogues["scm53"].commitments[target]
    waiting = len(unsettled(session))
    async with room(session) as driver:
        await driver.press("s")
        foot = driver.text().splitlines()[-2]
        shown = {
            d
            for d, b in zip(
                "123456", ("fulfils", "advances", "upholds", "defers", "strains", "at odds"), strict=True
            )
            if f"{d} {b}" in foot
        }
        words = dict(
            zip("123456", ("fulfils", "advances", "upholds", "defers", "strains", "contradicts"), strict=True)
        )
        assert shown == {d for d, b in words.items() if b in fits(entry)}
        absent = next(d for d in "1234" if d not in shown)
        await driver.press(absent)
        assert len(unsettled(session)) == waiting
        await driver.press("0")
        await driver.pilot.pause()
        assert len(unsettled(session)) == waiting - 1
    assert session.events[-1].fact.link.bearing == "none"
    assert isinstance(session.events[-1].fact, LinkSettled)
