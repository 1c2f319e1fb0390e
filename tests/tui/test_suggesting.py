"""The picker in a record sheet: offers while words are typed, adds nothing by itself."""

import pytest

from tests.tui.driving import room
from ttx.tui.sheet import SheetScreen
from ttx.tui.widgets.linkbox import LinkBox

HEARD = 0.3


async def _hear(driver, said):
    await driver.press("m")
    assert isinstance(driver.app.screen, SheetScreen)
    driver.app.screen.query_one("#field-said").focus()
    await driver.type(said)
    await driver.pilot.pause(HEARD)
    return driver.app.screen.query_one(LinkBox)


@pytest.mark.parametrize(("size", "rows"), [((80, 24), 3), ((120, 36), 3), ((200, 60), 8)])
async def test_what_is_said_is_met_with_suggestions_and_tags_nothing(asked, size, rows):
    async with room(asked[0], size=size) as driver:
        box = await _hear(driver, "UNC by the duty line, then the inspectors of the north")
        box.query_one("#link-words").focus()
        await driver.pilot.pause()

        assert len(box._found) == rows
        assert box.value == ""
        assert "05a" in driver.text()


async def test_enter_alone_adds_nothing_and_down_points_first(asked):
    async with room(asked[0]) as driver:
        box = await _hear(driver, "UNC by the duty line")
        box.query_one("#link-words").focus()
        await driver.pilot.press("enter")
        assert box.value == ""

        box.query_one("#link-words").focus()
        await driver.pilot.press("down", "enter")
        assert box.value == f"{box._found[0].found.target}:touches"


async def test_words_of_its_own_come_before_what_was_said(asked):
    async with room(asked[0]) as driver:
        box = await _hear(driver, "UNC by the duty line")
        box.query_one("#link-words").focus()
        await driver.pilot.pause()
        await driver.type("<16.5")
        await driver.pilot.pause()
        assert box._found[0].found.target == "SCM53:16.5"
        await driver.pilot.press("enter")
        assert box.value == "SCM53:16.5:relies"
        assert box._found[0].found.short == "05a"


@pytest.mark.parametrize("hostile", ["[/x] [@click=app.quit] UNC", "\x1b[2J UNC", "[bold UNC"])
async def test_typed_markup_is_only_words(asked, hostile):
    async with room(asked[0]) as driver:
        box = await _hear(driver, hostile)

        assert box._found
        assert driver.app.is_running


async def test_more_than_four_links_are_told_quietly_and_taken(asked):
    session, _ = asked
    async with room(session) as driver:
        await driver.press("m")
        box = driver.app.screen.query_one(LinkBox)
        box.query_one("#link-words").focus()
        for place in ("05a", "05b", "12a", "12b"):
            await driver.type(place)
            await driver.pilot.pause()
            await driver.pilot.press("enter")
        assert "say little" not in driver.text()
        await driver.type("13d")
        await driver.pilot.pause()
        await driver.pilot.press("enter")
        await driver.pilot.pause()
        assert "5 links, more than 4 say little" in driver.text()
        await driver.press("ctrl+x")
        assert "say little" not in driver.text()
        await driver.type("13d")
        await driver.pilot.pause()
        await driver.pilot.press("enter", "f2")
        await driver.pilot.pause()
        assert "Which answer?" in driver.text(), "what is missing is said, and it is not the links"
