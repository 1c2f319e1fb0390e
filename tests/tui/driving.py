"""A facilitator with a keyboard: presses what the screen asks for, and nothing else."""

import contextlib
from pathlib import Path

from ttx.loader import bundled
from ttx.services import checking
from ttx.services import session as sessions
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.tui.app import TtxApp
from ttx.tui.console.screen import Console

SCENARIO = bundled() / "scenarios" / "graduated-steps"


def begin(folder: Path, source: Path = SCENARIO, *, practice=False, name="room.ttx.jsonl"):
    """A new session with a clock that the test moves."""
    checked = checking.playable(source)
    clock = ScriptedClock("2026-03-14T09:00:00Z")
    ports = Ports(clock, SeededEntropy("room"))
    path = folder / name
    return sessions.begin(checked.scenario, checked.files, path, ports, practice=practice), clock


@contextlib.asynccontextmanager
async def room(session, *, size=(120, 36)):
    """The console over a session, driven by a pilot; a bug in the app fails the test."""
    app = TtxApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Driver(app, pilot)
    if app.failed is not None:
        raise app.failed


class Driver:
    """Keys in, screen text out."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    @property
    def console(self):
        return next(s for s in self.app.screen_stack if isinstance(s, Console))

    @property
    def step(self):
        return self.console.step

    async def press(self, *keys):
        for key in keys:
            self.console._stepped = 0.0  # a test has no patience for the guard against held keys
            await self.pilot.press(key)

    async def type(self, words):
        """Type into the field that has the focus, as a terminal pastes."""
        from textual.events import Paste

        self.app.post_message(Paste(words))
        await self.pilot.pause()

    def text(self):
        """The screen as text, row by row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)
