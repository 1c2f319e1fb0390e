"""Graduated Steps by keyboard, from STARTEX to the seal; then verified and reported."""

import pytest

from tests.tui.driving import begin, room
from ttx.model.events import AnswerRecorded, LinkSettled
from ttx.services import logs, papers

LONGEST = 400


async def do_step(driver, clock):
    """What the row under the card asks for, done as a facilitator would."""
    step = driver.step
    clock.advance(60_000)
    if step.doing in ("first", "slip"):
        await driver.press("space")
        if step.doing == "slip":
            await driver.press("1")
        else:
            await driver.type(f"{step.cell} expects to hear by telephone")
        await driver.press("f2")
    elif step.doing == "record":
        await driver.press("space", "a", "tab", "tab", "tab")
        await driver.type("We do it as we said, and we write down the hour.")
        await driver.press("tab")
        await driver.type("Because it can be explained tomorrow.")
        await driver.press("tab", *"05a", "enter", "f2")
        while len(driver.app.screen_stack) > 2:  # the contacts that the answer implies
            await driver.press("f2")
    elif step.doing == "rule":
        await driver.press("space", "1", "f2")
    elif step.doing == "end":
        await driver.press("space")  # what only this room can still say comes first
        assert "Only this room can say" in driver.text()
        await driver.press("space", "f2")
    else:
        await driver.press("space")


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_facilitator_plays_it_to_the_end_by_keyboard(tmp_path, size):
    session, clock = begin(tmp_path)
    async with room(session, size=size) as driver:
        for _ in range(LONGEST):
            if session.state.status == "ended":
                break
            before = len(session.events)
            await do_step(driver, clock)
            assert len(session.events) > before, driver.text()
            assert "EXERCISE" in driver.text().splitlines()[0]
            assert "EXERCISE" in driver.text().splitlines()[-1]
        assert session.state.status == "ended"
        assert session.seal in driver.text()
        await driver.press("s", *["space"] * 5, "escape")
    session.close()

    assert logs.verify(session.path, None).ok
    answers = [e for e in session.events if isinstance(e.fact, AnswerRecorded)]
    assert {a.fact.decision for a in answers} == {f"D-0{n}" for n in range(1, 9)}
    assert any(isinstance(e.fact, LinkSettled) for e in session.events)
    report = papers.report_markdown(session.path)
    for decision in session.scenario.phases[0].decisions:
        assert decision.id in report
    assert "5.1" in report
    assert "proposed, not settled" in report or "settled" in report


async def test_the_cursor_goes_up_past_the_line_of_now(tmp_path):
    session, clock = begin(tmp_path)
    async with room(session) as driver:
        for _ in range(3):
            await do_step(driver, clock)
        timeline = driver.app.screen.query_one("#timeline")
        ids = [item.id for item in timeline.items if item.takes_cursor]
        here = ids.index(timeline.cursor)
        assert ids[here - 1] not in ("now", driver.step.about)
        await driver.press("up")
        assert timeline.cursor == ids[here - 1]
        await driver.press("escape")
        assert timeline.cursor == ids[here]
    session.close()
