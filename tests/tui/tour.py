"""The way to every screen of the app, so that what must hold on each is asked of each."""

import contextlib

from tests.tui import frames
from tests.tui.driving import Driver, begin
from tests.tui.rooms import play
from ttx.services import drafting, importing, scribing
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.watching import Watch
from ttx.sources.lines import Settings
from ttx.tui.app import TtxApp
from ttx.tui.sources.screen import DraftScreen
from ttx.tui.wall.screen import Wall

PASSAGES = (
    "1. The two harbours met in the north on June 1, 2020.\n\n2. Both sides pledged to count the buoys.\n"
)
WORDS = "half a sentence"


def _asked(folder):
    session, clock = begin(folder)
    play(session, clock, lambda step: step.doing == "record")
    return TtxApp(session)


def _with_scribe(folder):
    app = _asked(folder)
    scribing.write(app.session.path, "US: asked for the duty line", app.session._ports)
    return app


def _draft(folder):
    file = folder / "harbours.txt"
    file.write_text(PASSAGES, encoding="utf-8")
    document = importing.import_file(file, Settings()).document
    return TtxApp(opening=lambda: DraftScreen(document, drafting.opened(document)))


def _wall(folder):
    session, _ = begin(folder)
    ports = Ports(ScriptedClock("2026-03-14T09:00:00Z"), SeededEntropy("wall"))
    return TtxApp(opening=lambda: Wall(Watch(session.path, "room", ports)))


TOUR = {
    "Library": (frames._library, ()),
    "Console": (frames._played, ()),
    "BackScreen": (frames._back, ()),
    "HelpScreen": (frames._played, ("question_mark",)),
    "GoScreen": (frames._played, ("g",)),
    "Palette": (frames._played, ("colon",)),
    "Explorer": (frames._played, ("slash",)),
    "GapsScreen": (frames._judged, ("g", "g")),
    "MapScreen": (frames._played, ("g", "m")),
    "CheckScreen": (frames._played, ("g", "r")),
    "SettleScreen": (frames._played, ("s",)),
    "ScribeQueue": (_with_scribe, ("t",)),
    "PickScreen": (frames._played, ("u",)),
    "SheetScreen": (_asked, ("m",)),
    "StripScreen": (_asked, ("n",)),
    "StopScreen": (frames._played, ("exclamation_mark",)),
    "Cover": (frames._played, ("z",)),
    "SeenAs": (frames._played, ("at", "enter", "space")),
    "EvaluationScreen": (frames._judged, ("g", "e")),
    "SheetsScreen": (frames._judged, ("g", "h", "2")),
    "SoFar": (frames._judged, ("g", "w")),
    "ReviewScreen": (frames._review, ("slash", "9", "enter")),
    "AuthorScreen": (frames._author, ()),
    "ExplainScreen": (frames._author, ("space",)),
    "DraftScreen": (_draft, ()),
    "EntrySheet": (_draft, ("e",)),
    "Wall": (_wall, ()),
}
"""Name of the screen -> what makes the app, and the keys that lead there."""
NOT_SHOWN = {"FormScreen", "TooSmall"}
"""What two others are made of, and what covers each of them."""
TYPED_INTO = ("SheetScreen", "StripScreen", "EntrySheet", "Palette", "Explorer")
"""Where words are typed."""


@contextlib.asynccontextmanager
async def at(name, folder, monkeypatch, *, size=(120, 36)):
    """That screen, settled, with a driver; a bug in the app fails the test."""
    monkeypatch.setenv("TTX_DATA", str(folder / "data"))
    monkeypatch.chdir(folder)
    make, keys = TOUR[name]
    app = make(folder)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await settled(driver)
        for key in keys:
            await pilot.press(key)
            await settled(driver)
        assert type(app.screen).__name__ == name
        yield driver
    if app.failed is not None:
        raise app.failed


async def settled(driver):
    """Wait until what is worked out beside the screen stands on it."""
    await driver.app.workers.wait_for_complete()
    for _ in range(200):
        await driver.pilot.pause()
        if getattr(driver.app.screen, "settled", True):
            break
        await driver.pilot.pause(0.05)
    await driver.pilot.pause()
