"""What must hold on every screen: marks in ASCII, a terminal too small, no colour, contrast in four themes."""

import pytest
from textual.app import App
from textual.widgets import Input, TextArea

from tests.tui.driving import SCENARIO
from tests.tui.screens import screens
from tests.tui.test_theme import contrast
from tests.tui.tour import NOT_SHOWN, TOUR, TYPED_INTO, WORDS, at, settled
from ttx.tui.glyphs import CURSOR, HAIR, HEAVY, UPRIGHT, use_ascii
from ttx.tui.sheet import FormScreen
from ttx.tui.theme import NAMES, PALETTE, style

DRAWN = set(f"{HAIR}{HEAVY}{UPRIGHT} ")
"""Signs of which hairlines are made; they are seen, not read."""
AUTHORED = {sign for file in SCENARIO.rglob("*.yaml") for sign in file.read_text(encoding="utf-8")}
PAINT = {PALETTE[token][at] for token in PALETTE for at in range(len(NAMES))} | {"#ffffff"}


def test_there_is_a_way_to_every_screen():
    assert {screen.__name__ for screen in screens()} == TOUR.keys() | NOT_SHOWN


def strips(driver):
    return driver.app.screen._compositor.render_strips()


def segments(driver):
    return [segment for strip in strips(driver) for segment in strip if segment.text.strip()]


async def in_theme(driver, name):
    driver.app._colours = name
    driver.app.theme = name
    await driver.pilot.pause()


def faint(driver, at):
    """(text, ink, ground, contrast) of whatever is harder to read than it may be in that theme."""
    for each in segments(driver):
        ink, ground = (colour.get_truecolor() for colour in (each.style.color, each.style.bgcolor))
        if each.style.reverse:
            ink, ground = ground, ink
        ink, ground = ("#{:02x}{:02x}{:02x}".format(*colour) for colour in (ink, ground))
        high = NAMES[at] == "high-contrast" or ink in (PALETTE["text"][at], "#ffffff")
        least = 3 if set(each.text) <= DRAWN else 7 if high else 4.5
        found = contrast(ink, ground)
        if found < least or {ink, ground} - PAINT or each.style.dim:
            yield each.text, ink, ground, round(found, 2)


@pytest.mark.parametrize("name", TOUR)
async def test_it_can_be_read_in_every_theme_and_size_and_in_ascii(name, tmp_path, monkeypatch):
    async with at(name, tmp_path, monkeypatch) as driver:
        if name in TYPED_INTO:
            await typed(driver)
        for number, theme in enumerate(NAMES):
            await in_theme(driver, theme)
            assert len(segments(driver)) > 2
            assert not list(faint(driver, number)), theme
        await covered_and_whole_again(driver, (59, 36))
        await covered_and_whole_again(driver, (120, 14), scrolled=name == "ReviewScreen")
        use_ascii(on=True)
        try:
            for widget in (w for screen in driver.app.screen_stack for w in screen.walk_children()):
                widget.refresh()
            await driver.pilot.pause()
            found = {sign for sign in driver.text() if not " " <= sign <= "~" and sign != "\n"}
        finally:
            use_ascii(on=False)
    assert not found - AUTHORED - set("가나다라" if name == "CheckScreen" else ""), found


async def typed(driver):
    """Words stand in the first field of the screen, and are kept as its draft where it keeps any."""
    next(w for w in driver.app.screen.query("*") if isinstance(w, Input | TextArea)).focus()
    await driver.type(WORDS)
    if isinstance(driver.app.screen, FormScreen):
        driver.app.screen.keep()
        driver.console.show()
    await driver.pilot.pause(0.3)
    assert WORDS in driver.text()


async def covered_and_whole_again(driver, size, *, scrolled=False):
    """Too small, it says so and does nothing; then it stands as it stood, but for where a list was scrolled to."""
    name, before = type(driver.app.screen).__name__, driver.text()
    await driver.pilot.resize_terminal(*size)
    await driver.pilot.pause()
    assert type(driver.app.screen).__name__ == "TooSmall"
    assert "Too small: 60x15 at least; nothing is lost." in driver.text()
    await driver.pilot.press("space", "q", "enter", "escape")
    await driver.pilot.resize_terminal(120, 36)
    await settled(driver)
    assert type(driver.app.screen).__name__ == name
    if not scrolled:
        assert driver.text() == before
    under = [row for row in before.splitlines() if CURSOR in row]
    assert [row.partition("\u254e")[0] for row in driver.text().splitlines() if CURSOR in row] == [
        row.partition("\u254e")[0] for row in under
    ]


@pytest.mark.parametrize("name", TOUR)
async def test_without_colour_none_is_in_any_cell(name, tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(App.__dict__["theme"], "_default", "ansi-dark")
    style.cache_clear()
    try:
        async with at(name, tmp_path, monkeypatch) as driver:
            assert driver.app.native_ansi_color
            for each in (segment for strip in strips(driver) for segment in strip):
                for colour in (each.style.color, each.style.bgcolor) if each.style else ():
                    assert colour is None or colour.is_default, (each.text, colour)
    finally:
        style.cache_clear()
