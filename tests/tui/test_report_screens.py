"""The report as it stands, the sheets of the hot wash, gaps by kind, and the report in the formats asked for."""

import pytest

from tests.tui.driving import begin, room
from tests.tui.rooms import play, take
from ttx.errors import TtxError
from ttx.model import commands as c
from ttx.model.events import RecordCompleted, ShownOnWall, WallBlanked
from ttx.model.words import Words
from ttx.services import papers
from ttx.services.gaps import KINDS, gaps_of, kind_of, lacks_of
from ttx.services.ports import system
from ttx.services.watching import Watch
from ttx.tui.evaluation.so_far import SoFar


@pytest.fixture
def ended(tmp_path):
    session, clock = begin(tmp_path)
    play(session, clock)
    yield session, clock
    session.close()


async def settled(driver):
    await driver.pilot.pause()
    await driver.app.workers.wait_for_complete()
    await driver.pilot.pause()


async def test_the_report_so_far_follows_the_session_and_leads_to_what_mends_it(asked):
    session, _ = asked
    take(session)
    async with room(session) as driver:
        await driver.press("g", "w")
        await settled(driver)
        text = driver.text()
        assert "What was played" in text
        assert "D-01: why" in text
        assert f"of #1 to #{len(session.events)}" in text
        await driver.press("enter")
        await driver.type("one voice")
        await driver.press("f2")
        await settled(driver)
        assert isinstance(session.events[-1].fact, RecordCompleted)
        assert "D-01: why" not in driver.text()
        session.do(c.TakeNote(text=Words("Would it?"), tag="challenge"))
        driver.app.screen.follow()
        await settled(driver)
        assert f"of #1 to #{len(session.events)}" in driver.text()
        await driver.press("tab", "pagedown", "pageup", "question_mark", "escape", "escape")
        assert driver.app.screen is driver.console
    assert not list(session.path.parent.glob("*-report*"))


async def test_what_has_no_word_yet_leads_to_the_evaluation(ended):
    session, _ = ended
    async with room(session, size=(80, 24)) as driver:
        await driver.press("g", "w")
        await settled(driver)
        await driver.press("end")
        assert "no word yet" in driver.text()
        await driver.press("enter")
        assert "Evaluation and hot wash" in driver.text()
        await driver.press("escape")
        assert isinstance(driver.app.screen, SoFar)


async def test_a_file_that_cannot_be_read_is_said_and_the_screen_stays(ended, monkeypatch):
    session, _ = ended

    def refuse(_path, _asked):
        raise TtxError("The disk is gone.")

    monkeypatch.setattr(papers, "report", refuse)
    async with room(session) as driver:
        for key in ("w", "h"):
            await driver.press("g", key)
            await settled(driver)
            assert "The disk is gone." in driver.text()
            await driver.press("escape")
            assert driver.app.screen is driver.console


async def test_the_sheets_wait_for_endex_and_go_to_the_wall_as_they_are(asked):
    session, clock = asked
    async with room(session) as driver:
        await driver.press("g", "h")
        assert "they open after ENDEX" in driver.text()
        play(session, clock)
        driver.console.show()
        await driver.press("g", "h")
        await settled(driver)
        assert "1. Who told whom, when" in driver.text()
        assert "sheet 1 of 4" in driver.text()
        assert "STAFF" not in driver.text()
        await driver.press("left")
        assert "4. Commitments raised and not settled" in driver.text()
        await driver.press("2", "w")
        await driver.pilot.pause()
        assert isinstance(session.events[-1].fact, ShownOnWall)
        shown = Watch(session.path, "room", system()).look().shown
        assert shown.fields["text"].startswith("2. The same question")
        await driver.press("b")
        await driver.pilot.pause()
        assert isinstance(session.events[-1].fact, WallBlanked)
        await driver.press("right", "pagedown", "escape")
        assert driver.app.screen is driver.console


async def test_no_rating_and_no_observation_stands_on_a_sheet(ended):
    session, _ = ended
    answer = next(e.seq for e in session.events if type(e.fact).__name__ == "AnswerRecorded")
    objective = next(iter(session.scenario.objectives))
    session.do(c.Observe(text=Words("zygote seen"), objective=objective))
    session.do(c.RecordFinding(text=Words("zygote found"), cause=Words("zygote cause")))
    session.do(
        c.RateObjective(objective=objective, word="partly", evidence=(answer,), analysis=Words("zygote"))
    )
    async with room(session, size=(200, 60)) as driver:
        await driver.press("g", "h")
        await settled(driver)
        for number in "1234":
            await driver.press(number)
            assert "zygote" not in driver.text()


async def test_gaps_are_shown_by_kind(ended):
    session, _ = ended
    kinds = [kind_of(session, gap) for gap in gaps_of(session)]
    async with room(session) as driver:
        await driver.press("g", "g")
        for kind in KINDS:
            await driver.press("right")
            text = driver.text()
            assert f"[{kind}] {kinds.count(kind)}" in text
            assert ("Nothing is missing here" in text) == (kind not in kinds)
        await driver.press("right")
        assert "[all]" in driver.text()
        await driver.press("left")
        assert "No observation stands under" in driver.text()
        await driver.press("enter")
        assert "Evaluation and hot wash" in driver.text()


async def test_the_report_is_written_in_the_formats_that_are_asked_for(ended):
    session, _ = ended
    folder = session.path.parent
    async with room(session) as driver:
        await driver.press("e")
        assert "Markdown and HTML" in driver.text()
        await driver.press("escape")
        assert not list(folder.glob("*-report*"))
        await driver.press("e", "enter")
        await settled(driver)
        assert {p.name for p in folder.glob("*-report*")} == {"room-report.md", "room-report.html"}
        await driver.press("e", "down", "enter")
        await settled(driver)
    assert (folder / "room-report.docx").read_bytes()[:2] == b"PK"


async def test_a_format_whose_extra_is_missing_says_so_before_and_leaves_the_others_alone(ended, monkeypatch):
    session, _ = ended
    monkeypatch.setattr(papers, "find_spec", lambda _name: None)

    def bare(found, form, **_more):
        if form in ("docx", "xlsx"):
            raise TtxError(f"A {form} file needs the extra office.")
        return form.encode()

    monkeypatch.setattr(papers, "report_file", bare)
    async with room(session) as driver:
        await driver.press("e")
        assert "needs the extra office" in driver.text()
        await driver.press("down", "down", "down", "enter")
        await settled(driver)
        assert "Not written: A docx file needs the extra office." in driver.console._said
    names = {p.name for p in session.path.parent.glob("*-report*")}
    assert names == {"room-report.md", "room-report.html"}


def test_what_nobody_rated_is_lacking_unless_nothing_is_rated(ended):
    session, _ = ended
    found = papers.report(session.path, papers.Asked())
    assert any("no word yet" in gap.what for gap in lacks_of(found))
    silent = papers.report(session.path, papers.Asked(evaluation="none"))
    assert lacks_of(silent) == silent.gaps
