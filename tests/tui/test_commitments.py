"""The explorer of commitments: by paragraph, theme and state, by place, cited in a move, shown on the wall."""

from dataclasses import replace

import pytest

from tests.tui.driving import begin, room
from tests.tui.rooms import play
from ttx.model.commands import RecordMove
from ttx.model.events import ShownOnWall
from ttx.model.records import LinkRecord
from ttx.services.citing import catalogue_of
from ttx.tui.app import TtxApp
from ttx.tui.commitments.known import Known, no_copy
from ttx.tui.commitments.pages import NOT_THE_TEXT, page_of, rows_of, target_of
from ttx.tui.commitments.screen import Explorer
from ttx.tui.console.screen import Console
from ttx.tui.sheet import SheetScreen
from ttx.tui.widgets.linkbox import LinkBox

HOSTILE = "[/x] [@click=app.quit] \x1b[2J [red]"


class _Copy:
    """What stands for a user's own copy of the document."""

    def sentence(self, locator):
        return f"The words at {locator}. {HOSTILE}" if locator == "5.1" else None


async def _open(driver):
    await driver.press("slash")
    await driver.pilot.pause()
    assert isinstance(driver.app.screen, Explorer)
    return driver.app.screen


@pytest.fixture
def explored(tmp_path):
    """Graduated Steps with its first decision open, and a move that is tagged."""
    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "record")
    session.do(RecordMove(cell="unc", said="Calls", links=(LinkRecord(target="SCM53-05a"),)))
    yield session
    session.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_a_place_opens_the_sentence_from_the_console(explored, size):
    async with room(explored, size=size) as driver:
        screen = await _open(driver)
        await driver.type("5.2")
        await driver.pilot.pause()

        text = driver.text()
        assert "UNC's record" in text
        assert "SCM53:5.2" in text
        assert "Sovereignty" in text
        assert screen.known.session is explored


async def test_escape_goes_from_what_was_found_to_the_list_and_then_out(explored):
    async with room(explored) as driver:
        await _open(driver)
        await driver.type("12.3")
        await driver.press("escape")
        assert isinstance(driver.app.screen, Explorer)
        assert "Paragraph 12" in driver.text()
        await driver.press("escape")

        assert isinstance(driver.app.screen, Console)


async def test_after_a_place_the_list_stands_on_what_was_read_there(explored):
    async with room(explored) as driver:
        screen = await _open(driver)
        await driver.type("5.1")
        await driver.pilot.pause()
        assert "In this session" not in driver.text()
        await driver.press("escape")
        await driver.pilot.pause()

        assert target_of(screen.query_one("#entries").cursor) == "SCM53-05a"
        row = next(r for r in driver.text().splitlines() if "UNC role  " in r and "standing" in r)
        assert ".?" in row, row


async def test_right_groups_by_theme_and_state_and_keeps_what_is_looked_at(explored):
    async with room(explored) as driver:
        screen = await _open(driver)
        await driver.press("escape")
        before = target_of(screen.query_one("#entries").cursor)
        await driver.press("right")
        assert "by theme" in driver.text()
        assert target_of(screen.query_one("#entries").cursor) == before
        await driver.press("right")
        assert "by state" in driver.text()
        await driver.press("home")
        assert "raised, not settled" in driver.text()
        await driver.press("left", "left")
        assert "by paragraph" in driver.text()


async def test_space_cites_what_is_under_the_cursor_in_a_move(explored):
    async with room(explored) as driver:
        await _open(driver)
        await driver.type("05c")
        await driver.press("enter")
        await driver.press("space")
        await driver.pilot.pause()

        assert isinstance(driver.app.screen, SheetScreen)
        assert driver.app.screen.query_one(LinkBox).value == "SCM53-05c:touches"


async def test_a_half_typed_move_keeps_its_tags_and_gets_one_more(explored):
    async with room(explored) as driver:
        form = f"answer:{explored.state.position.open[0]}"
        explored.keep_draft(form, {"said": "half typed", "links": "SCM53-05a:relies"})
        await _open(driver)
        await driver.type("05c")
        await driver.press("enter")
        await driver.press("space")
        await driver.pilot.pause()

        assert driver.app.screen.given()["links"] == "SCM53-05a:relies SCM53-05c:touches"
        assert driver.app.screen.given()["said"] == "half typed"


async def test_w_shows_the_paraphrase_as_one_and_the_passage_where_there_is_a_copy(explored):
    async with room(explored) as driver:
        screen = await _open(driver)
        await driver.type("05a")
        await driver.press("enter")
        await driver.press("w")
        screen.known.copies = lambda _catalogue: _Copy()
        screen.known._read.clear()
        await driver.press("w")

    shown = [e.fact for e in explored.events if isinstance(e.fact, ShownOnWall)]
    assert [(f.kind, f.what) for f in shown] == [("paraphrase", "SCM53-05a"), ("passage", "SCM53-05a")]
    assert str(shown[1].text).startswith("The words at 5.1")


async def test_the_library_opens_it_too(tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path))
    app = TtxApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("slash")
        await pilot.pause()
        assert isinstance(app.screen, Explorer)
        await pilot.press("space", "w")
        assert isinstance(app.screen, Explorer)
        await pilot.press("escape")
        assert not isinstance(app.screen, Explorer)


@pytest.mark.parametrize("typed", [HOSTILE, "[", "999.999", "xyzzy", "a" * 300])
async def test_whatever_is_typed_is_only_looked_for(explored, typed):
    async with room(explored) as driver:
        await _open(driver)
        await driver.type(typed)
        await driver.pilot.pause()

        assert isinstance(driver.app.screen, Explorer)
        assert "Nothing is found" in driver.text()


def _words(known, target):
    return "\n".join("".join(run.text for run in row) for row in page_of(known, known.entries[target]))


def test_a_paraphrase_alone_is_labelled_as_one_and_a_copy_stands_before_it():
    book = catalogue_of("scm53")
    alone = _words(Known([book]), "SCM53-05a")
    assert NOT_THE_TEXT in alone
    assert "THE TEXT" not in alone

    beside = _words(Known([book], copies=lambda _c: _Copy()), "SCM53-05a")
    assert beside.index("The words at 5.1") < beside.index("PARAPHRASE")
    assert NOT_THE_TEXT not in beside
    assert NOT_THE_TEXT in _words(Known([book], copies=lambda _c: _Copy()), "SCM53-05c")


def test_every_entry_of_the_catalogue_has_a_page_and_stands_in_every_grouping():
    known = Known([catalogue_of("scm53")])

    for entry in known.entries.values():
        assert page_of(known, entry)
    for group in ("paragraph", "theme", "state"):
        rows = {target_of(item.id) for item in rows_of(known, group, "") if item.takes_cursor}
        assert rows == set(known.entries)


def test_a_place_shows_sentences_that_nothing_was_read_from():
    known = Known([catalogue_of("scm53")], copies=no_copy)

    assert known.find("14.1")[0].target == "SCM53:14.1"
    assert {e.paragraph for e in known.find("14")} == {14}
    assert [e.target for e in known.find("99")] == []


def test_marked_up_words_of_a_catalogue_are_only_words():
    book = catalogue_of("scm53")
    entry = replace(book.commitments["SCM53-05a"], label="[/x] [red]", paraphrase=HOSTILE)
    known = Known([replace(book, commitments={**book.commitments, entry.id: entry})])

    assert HOSTILE in _words(known, "SCM53-05a")
    assert rows_of(known, "paragraph", "")


def test_without_a_source_it_says_so():
    assert rows_of(Known([]), "paragraph", "") == []
