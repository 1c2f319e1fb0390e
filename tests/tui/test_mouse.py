"""A click does what the key would have done where it falls."""

import pytest

from tests.tui.driving import begin, room
from tests.tui.rooms import play
from tests.tui.tour import TOUR, at, settled
from ttx.tui.widgets import Rows
from ttx.tui.widgets.chips import Chips
from ttx.tui.widgets.linkbox import LinkBox

LISTS = {
    "Console": "#timeline",
    "Library": "#entries",
    "Explorer": "#entries",
    "GapsScreen": "#entries",
    "ReviewScreen": "#entries",
    "AuthorScreen": "#entries",
    "EvaluationScreen": "#entries",
    "SoFar": "#entries",
    "MapScreen": "#entries",
    "SettleScreen": "#links",
    "PickScreen": "#choices",
    "GoScreen": "#choices",
    "Palette": "#choices",
    "ScribeQueue": "#choices",
    "DraftScreen": "#entries",
    "BackScreen": "#choices",
}
"""Screen -> its list."""


def test_every_screen_with_a_list_is_here():
    assert TOUR.keys() >= LISTS.keys()


def standing(driver):
    """What a key or a click changed: the screen, what has the focus, and the words."""
    screen = driver.app.screen
    return type(screen).__name__, getattr(screen.focused, "id", ""), driver.text()


async def on_row(driver, which, *, clicked):
    """Go to the last row in sight that takes a cursor, by click or by keys; Enter does it where keys went."""
    rows = driver.app.screen.query_one(which, Rows)
    free = [i for i, item in enumerate(rows.items) if item.takes_cursor]
    seen = [i for i in free if 0 <= i - int(rows.scroll_offset.y) < rows.size.height]
    wanted = rows.items[seen[-1]].id
    if clicked:
        await driver.pilot.click(rows, offset=(4, seen[-1] - int(rows.scroll_offset.y)))
    else:
        rows.focus()
        while rows.cursor != wanted:
            await driver.pilot.press("down" if seen[-1] > rows._at(rows.cursor) else "up")
        await driver.pilot.press("enter")
    await settled(driver)
    return standing(driver)


@pytest.mark.parametrize("name", LISTS)
async def test_a_click_on_a_row_does_what_enter_does_there(name, tmp_path, monkeypatch):
    found = []
    for clicked in (False, True):
        folder = tmp_path / str(clicked)
        folder.mkdir()
        async with at(name, folder, monkeypatch) as driver:
            before = standing(driver)
            after = await on_row(driver, LISTS[name], clicked=clicked)
            assert after != before
            found.append(tuple(str(each).replace(str(folder), "") for each in after))
    assert found[0] == found[1]


def spot(chips, label):
    """Where a choice stands in its widget."""
    for y, row in enumerate(chips.rows(chips.size.width)):
        text = "".join(run.text for run in row).replace("\u00a0", " ")
        if label in text:
            return text.index(label) + 1, y
    raise AssertionError(label)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_click_on_a_chip_or_an_upright_choice_chooses_it(asked, size):
    session, _ = asked
    async with room(session, size=size) as driver:
        await driver.press("m")
        for chips in driver.app.screen.query(Chips):
            chips.scroll_visible(animate=False)
            await driver.pilot.pause()
            for choice in chips.asked.choices:
                label = choice.label.split("\n")[0][:12]
                before = chips.value
                await driver.pilot.click(chips, offset=spot(chips, label))
                changed = set(chips.value.split()) ^ set(before.split())
                assert choice.value in changed, (chips.asked.key, choice.label)
                assert chips.has_focus
            value = chips.value
            await driver.pilot.click(chips, offset=(chips.size.width - 1, chips.size.height - 1))
            assert chips.value == value or chips.asked.upright


async def test_a_click_on_a_suggestion_tags_it(asked):
    session, _ = asked
    async with room(session) as driver:
        await driver.press("m")
        box = driver.app.screen.query_one(LinkBox)
        box.query_one("#link-words").focus()
        await driver.type("< duty line")
        await driver.pilot.pause()
        wanted = box._found[1].found.target
        await driver.pilot.click(box.query_one("#suggested"), offset=(5, 1))
        assert box.value == f"{wanted}:relies"
        assert box.query_one("#link-words").has_focus
        assert not box.query_one("#link-words").value


async def test_a_click_in_the_feed_looks_at_the_event(tmp_path):
    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "record")
    async with room(session) as driver:
        feed = driver.console.query_one("#feed", Rows)
        await driver.pilot.click(feed, offset=(4, 0))
        assert driver.console.about == feed.cursor
    session.close()
