"""The table of keys: no clash, none that a terminal or Textual takes, each one's verb there."""

import pytest
from textual.binding import Binding
from textual.widgets import Input, TextArea

from tests.tui.driving import begin, room
from tests.tui.screens import screens
from ttx.tui import keymap
from ttx.tui.app import TtxApp
from ttx.tui.cells import width
from ttx.tui.console.lines import line, plain
from ttx.tui.console.screen import Console
from ttx.tui.help import help_lines
from ttx.tui.keymap import CONSOLE, FOOTER, SHEET, bindings
from ttx.tui.library.screen import Library

PLACES = {name: table for name, table in keymap.places().items() if name != "everywhere"}
"""Place -> its keys."""
BEHIND = {"go": Console, "library go": Library}
"""Letters of a list, which its opener carries out."""
APART = ("author", "draft", "wall", *BEHIND)
"""Where no room is run, or one letter comes before: letters mean there what they mean nowhere else."""


def bound(screen):
    """The tables that stand among a screen's own bindings."""
    ids = {b.id for each in screen.BINDINGS for b in Binding.make_bindings([each])}
    return {name: t for name, t in PLACES.items() if {keymap._id(k) for k in t} <= ids}


TAKEN = {f"ctrl+{c}" for c in "sqbawtnr"} | {"f5", "f11", "f12", "f6", "f7"}


def expanded(keys):
    return [key for each in bindings(keys) for b in Binding.make_bindings([each]) for key in b.key.split(",")]


@pytest.mark.parametrize("place", PLACES)
def test_no_key_twice_and_none_that_something_else_takes(place):
    keys = PLACES[place]
    found = expanded(keys)
    assert len(found) == len(set(found)), sorted(k for k in found if found.count(k) > 1)
    assert not TAKEN & set(found)
    assert "ctrl+c" not in found
    for key in keys:
        assert key.shown
        assert key.says
    assert len({k.action for k in keys}) == len(keys)


def test_every_screen_takes_its_keys_from_the_table_and_can_do_each():
    bare = set()
    used = set()
    for screen in screens():
        tables = bound(screen)
        used |= set(tables)
        bare |= set() if tables else {screen.__name__}
        for key in (k for t in tables.values() for k in t):
            assert callable(getattr(screen, f"action_{key.action}", None)), (screen, key.action)
    assert bare == {"TooSmall"}
    for place, screen in BEHIND.items():
        for key in PLACES[place]:
            assert callable(getattr(screen, f"action_{key.action}", None)), key.action
    assert used | set(BEHIND) == set(PLACES)


def test_one_key_means_one_thing_in_all_places_where_it_is_a_letter():
    meaning = {}
    for place, keys in PLACES.items():
        for key in () if place in APART else keys:
            for name in key.keys.split(","):
                if len(name) == 1 and name.isalpha():
                    meaning.setdefault(name, set()).add(key.action)
    apart = {name: actions for name, actions in meaning.items() if len(actions) > 1}
    # ``y`` marks a moment where there is a room, and opens a rehearsal where there is none.
    # ``r`` releases where there is a room, and looks through a session where there is none.
    # ``a`` gives an inject where there is a room, and opens the author's view where there is none.
    # ``q`` goes back wherever it is, and from the scribe's queue ``n``, ``m`` and ``x`` lead to the same
    # note, record and leaving out; ``w`` leads to the wall from the cited text as from the console.
    assert set(apart) <= {"y", "r", "q", "n", "m", "x", "w", "a"}, apart


def test_where_one_types_no_sign_that_can_be_typed_is_a_command():
    for key in SHEET:
        for name in key.keys.split(","):
            assert len(name) > 1, name
            assert name != "space"
    own = {k for b in (*Input.BINDINGS, *TextArea.BINDINGS) for k in b.key.split(",")}
    # Escape leaves a sheet; Tab goes on; what edits text stays with the field.
    assert not own & {"f2", "ctrl+j", "escape"}


def test_every_letter_has_its_jamo_and_none_stands_for_two():
    assert set(keymap._JAMO) == set("abcdefghijklmnopqrstuvwxyz")
    signs = "".join(keymap._JAMO.values())
    assert len(signs) == len(set(signs))
    assert all(0x3131 <= ord(sign) <= 0x3163 for sign in signs)
    for letter, jamo in keymap._JAMO.items():
        ways = keymap._ways(letter).split(",")
        assert ways == [letter, letter.upper(), *jamo]


def test_what_is_vital_needs_no_letter():
    by_action = {k.action: k.keys.split(",") for k in CONSOLE}
    for action in ("step", "move", "note", "pause", "stop", "help"):
        assert any(len(key) > 1 for key in by_action[action]), action
    assert set(FOOTER) <= set(by_action)


def test_footer_and_help_say_every_key():
    by_action = {k.action: k for k in CONSOLE}
    foot = "  ".join(f"{by_action[a].shown} {by_action[a].word}" for a in FOOTER)
    assert width(line(foot)) <= 80
    text = "\n".join(plain(each) for each in help_lines(CONSOLE))
    for key in (*CONSOLE, *SHEET):
        assert f"{key.shown} " in text
        assert key.says in text


def test_textual_s_own_way_out_is_taken_away():
    app = TtxApp()
    assert set(app._bindings.key_to_bindings) == {"ctrl+c"}


async def test_keys_open_what_they_say(tmp_path):
    """One session; each key opens its place and Escape comes back from it."""
    session, _ = begin(tmp_path)
    opens = {
        "ㅜ": "StripScreen", "n": "StripScreen", "N": "StripScreen", "f4": "StripScreen", "ctrl+g": "StripScreen",
        "c": "SheetScreen", "ㅊ": "SheetScreen", "i": "SheetScreen", "a": "SheetScreen", "e": "SheetScreen",
        "m": "SheetScreen", "f3": "SheetScreen", "ctrl+o": "SheetScreen", "p": "StripScreen", "f9": "StripScreen",
        "ㅔ": "StripScreen", "u": "PickScreen", "ㅕ": "PickScreen", "x": "SheetScreen", "ㅌ": "SheetScreen",
        "d": "SheetScreen", "f1": "HelpScreen", "question_mark": "HelpScreen",
    }  # fmt: skip
    async with room(session) as driver:
        await driver.press("space")
        for key, name in opens.items():
            before = len(session.events)
            await driver.press(key)
            assert type(driver.app.screen).__name__ == name, key
            await driver.press("escape")
            assert driver.app.screen is driver.console, key
            assert len(session.events) == before, key
        for key in ("y", "Y", "ㅛ"):
            before = len(session.events)
            await driver.press(key)
            assert len(session.events) == before + 1, key
        for key in ("f10", "exclamation_mark"):
            await driver.press(key)
            assert type(driver.app.screen).__name__ == "StopScreen"
            await driver.press("ctrl+c", "escape", "q", "space")
            assert type(driver.app.screen).__name__ == "StopScreen"
            await driver.press("f2", "f2", "space")
            assert session.state.status == "running"
    session.close()


async def test_ctrl_c_never_leaves(tmp_path):
    session, _ = begin(tmp_path)
    async with room(session) as driver:
        await driver.press("ctrl+c")
        assert "q leaves; all is saved" in driver.text()
        await driver.press("escape", "space", "n")
        await driver.type("half a note")
        await driver.press("ctrl+c")
        assert "q leaves; all is saved" in driver.text()
        assert "half a note" in driver.text()
        assert driver.app.is_running
    session.close()


async def test_letters_of_choices_and_of_settling_work_through_a_korean_keyboard(tmp_path):
    session, _ = begin(tmp_path)
    async with room(session) as driver:
        await driver.press("space", "a")
        chips = driver.app.screen.query_one("#field-to")
        chips.focus()
        await driver.press("1")
        chips = driver.app.screen.query_one("#field-reason")
        chips.focus()
        await driver.press("ㄱ")  # r, as in realism
        assert chips.value == "realism"
    session.close()
